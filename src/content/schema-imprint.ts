import { z } from 'zod'
import { matching, oneOf, scalar, tag, text } from './schema-values.ts'

const reason = { en: 'Table 2 was wrong.', 'zh-Hans': '表2有误。' }

/** As it is cited, and named on the command line, where `v2` is a version of an archive. */
const editionNumber = matching(
  /^(?!v\d+$)[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/,
  'expected a number as people count editions',
)

const optionalNumber = (description: string, example: string) =>
  editionNumber.meta({ type: ['string', 'number'], description, examples: [example] }).optional()

const isbnSchema = z
  .strictObject({
    number: scalar.meta({ description: 'The thirteen digits.', examples: ['978-1-4028-9462-6'] }),
    language: tag
      .meta({
        description: 'The language whose text has it; all languages where left out.',
        examples: ['en'],
      })
      .optional(),
    format: oneOf('print', 'pdf', 'epub', 'web')
      .meta({ description: 'The form that has it; all forms where left out.', examples: ['pdf'] })
      .optional(),
  })
  .meta({ description: 'An ISBN.', examples: [{ number: '978-1-4028-9462-6', format: 'pdf' }] })

/** What libraries and readers need to know of an edition, and can check. */
export const imprint = z
  .strictObject({
    number: optionalNumber('The number of the edition, as people count them.', '2'),
    supersedes: optionalNumber('The number of the edition whose place it takes.', '1'),
    'superseded-by': optionalNumber('The number of the edition that has taken its place.', '3'),
    withdrawn: text
      .meta({ description: 'Why it was withdrawn; left out while it stands.', examples: [reason] })
      .optional(),
    isbn: z
      .union([
        z.array(isbnSchema).min(1, 'expected an ISBN'),
        scalar.meta({ examples: ['978-1-4028-9462-6'] }),
      ])
      .meta({
        description: 'Its ISBN, or one for each language and form.',
        examples: ['978-1-4028-9462-6'],
      })
      .optional(),
    issn: scalar
      .meta({ type: 'string', description: 'The ISSN of its series.', examples: ['0317-8471'] })
      .optional(),
    doi: scalar.meta({ type: 'string', description: 'Its DOI.', examples: ['10.5555/12345678'] }).optional(),
    'legal-deposit': text
      .meta({
        description: 'The line that legal deposit or cataloguing asks for.',
        examples: [{ en: 'Legal deposit: May 2014.', 'zh-Hans': '2014年5月缴送。' }],
      })
      .optional(),
    verify: scalar
      .meta({
        anyOf: [{ type: 'boolean' }, { type: 'string' }],
        description:
          'Whether a line tells by which digits its text and sources are recognised; an address is printed as a code as well, with the digits behind it.',
        examples: ['true', 'https://example.org/verify/'],
      })
      .optional(),
  })
  .meta({
    description: 'What libraries and readers need to know of the edition.',
    examples: [{ number: '2', supersedes: '1', isbn: '978-1-4028-9462-6' }],
  })

export type WrittenImprint = z.infer<typeof imprint>
