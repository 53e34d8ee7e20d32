import { z } from 'zod'
import { mostChapters, mostFitSteps } from './limits.ts'
import { blocksSchema } from './schema-blocks.ts'
import { aboutFigure } from './schema-data-blocks.ts'
import { imprint } from './schema-imprint.ts'
import { outputs } from './schema-outputs.ts'
import { remarks } from './schema-remarks.ts'
import { fit, indicators } from './schema-sheet.ts'
import { flag, name, oneOf, path, scalar, tag, tags, text } from './schema-values.ts'

// What authors may write. Scalars and texts come through as nodes of the YAML tree, so that every value keeps its
// place; what they are for JSON Schema stands in `meta`. Hints show the `examples`.

const water = { en: 'Water', 'zh-Hans': '水' }

const figureSchema = z
  .strictObject({
    id: name.meta({ description: 'What it is called.' }),
    value: z
      .union([
        scalar.meta({ examples: [3.2] }),
        z
          .array(scalar)
          .length(2, 'expected two ends')
          .meta({ examples: [[2009, 2013]] }),
      ])
      .meta({ description: 'The number, or the two ends of a range.' }),
    unit: scalar.meta({ description: 'What is counted or measured.', examples: ['million people'] }),
    block: scalar.meta({
      description: 'The id of the block whose text states it.',
      examples: ['clean-water'],
    }),
    headline: flag.meta({ description: 'Whether it is one of the figures that stand out.' }).optional(),
    display: text.meta({ description: 'How it is shown where it stands alone.' }).optional(),
    find: text.meta({ description: 'The words of the text that state it.' }),
    label: text.meta({ description: 'What it says.' }),
    ...aboutFigure,
  })
  .meta({ description: 'A number that stands in the text.' })

const termSchema = z
  .strictObject({
    text: text.meta({ description: 'The term.' }),
    abbreviation: text.meta({ description: 'Its short form.' }).optional(),
    note: scalar
      .meta({ description: 'What a translator must know.', examples: ['Chinese differs by edition'] })
      .optional(),
  })
  .meta({ description: 'A term and how each language says it.' })

const languageSchema = z
  .strictObject({
    name: scalar.meta({ description: 'Its name in itself.', examples: ['English'] }),
    status: oneOf('original', 'as-issued', 'official', 'working-translation')
      .meta({
        description: 'What the text in this language is; it stands at the foot of its column.',
        examples: ['official'],
      })
      .optional(),
  })
  .meta({ description: 'A language of the publication.', examples: [{ name: 'English' }] })

const lists = {
  figures: z
    .array(figureSchema)
    .meta({
      description: 'Numbers that stand in the text, with the words by which each language states them.',
      examples: [
        [{ id: 'rain', value: 3.2, unit: 'mm', block: 'clean-water', find: '3.2 mm', label: 'Rain' }],
      ],
    })
    .optional(),
  terms: z
    .array(termSchema)
    .meta({ description: 'Terms that are translated alike throughout.', examples: [[{ text: water }]] })
    .optional(),
  notes: z
    .record(z.string(), text)
    .meta({
      description: 'Notes by name; `[^name]` in a text calls one.',
      examples: [{ rain: { en: 'In May.', 'zh-Hans': '五月。' } }],
    })
    .optional(),
}

const front = (description: string) => text.meta({ description }).optional()

/** A whole publication, as its author writes it. */
export const publicationSchema = z
  .strictObject({
    languages: z.record(z.string(), languageSchema).meta({
      description: 'The languages by tag, in the order of their columns.',
      examples: [{ en: { name: 'English' }, 'zh-Hans': { name: '中文' } }],
    }),
    print: tags.meta({ description: 'The languages that are printed; all where left out.' }).optional(),
    prevailing: tag.meta({ description: 'The language whose text prevails.' }).optional(),
    layout: name
      .meta({ description: 'A folder in `templates/`; `booklet` where left out.', examples: ['booklet'] })
      .optional(),
    theme: path
      .meta({
        description: 'A CSS file beside this one, on top of the layout’s theme.',
        examples: ['theme.css'],
      })
      .optional(),
    title: text.meta({ description: 'The title of the publication.' }),
    subtitle: front('The subtitle.'),
    series: front('The series in which it appears.'),
    issuer: front('Who issues it.'),
    place: front('Where it is issued.'),
    date: scalar
      .meta({
        description: 'When it is issued: `2014`, `2014-05` or `2014-05-26`.',
        examples: ['2014-05-26'],
      })
      .optional(),
    edition: front('Which edition it is.'),
    source: front('Where its text comes from.'),
    rights: front('Who may do what with it.'),
    contact: front('Whom to write to.'),
    typefaces: front('The faces that it is set in.'),
    isbn: front('Its ISBN, in words that are printed as they are; `imprint` has those that are checked.'),
    imprint: imprint.optional(),
    notices: z
      .strictObject({
        prevailing: front('Which language prevails.'),
        translation: front('Who translated it, and how.'),
        attribution: front('Whom it is to be attributed to.'),
      })
      .meta({
        description: 'What a reader of the translation must know.',
        examples: [{ prevailing: { en: 'The English version prevails.' } }],
      })
      .optional(),
    link: scalar
      .meta({
        type: 'string',
        description: 'The address of its record, which may be printed as a code.',
        examples: ['https://example.org/water'],
      })
      .optional(),
    archive: scalar
      .meta({
        type: 'string',
        description: 'The archive of its editions, a folder; its path begins from the project’s folder.',
        examples: ['../editions'],
      })
      .optional(),
    id: scalar
      .meta({
        type: 'string',
        description:
          'Its identifier in an archive, the same for all editions: who owned a domain when, and a name.',
        examples: ['tag:example.org,2024:water'],
      })
      .optional(),
    fit: fit
      .meta({ description: 'How many pages it may have; as many as it takes where left out.' })
      .optional(),
    outputs: outputs.optional(),
    rows: path
      .meta({
        description: `Data beside this file: a publication for each row. \`\${column}\` in a text is a cell of it.`,
        examples: ['countries.csv'],
      })
      .optional(),
    file: scalar
      .meta({
        type: 'string',
        description: 'The name of the file of each row, without an ending; the row’s number where left out.',
        examples: [`\${id}`],
      })
      .optional(),
    indicators: indicators.optional(),
    remarks: remarks.optional(),
    blocks: blocksSchema.meta({ description: 'The text, block by block.' }).optional(),
    chapters: z
      .array(path)
      .min(1, 'expected a file')
      .max(mostChapters, `expected at most ${mostChapters} files`)
      .meta({
        description: 'Files beside this one whose blocks follow, in this order.',
        examples: [['chapters/one.yaml', 'chapters/two.yaml']],
      })
      .optional(),
    ...lists,
  })
  .meta({
    examples: [{ languages: { en: { name: 'English' } }, title: 'Water', blocks: [{ paragraph: 'Water' }] }],
  })

/** A file of `chapters:`. */
export const chapterSchema = z
  .strictObject({ blocks: blocksSchema.meta({ description: 'The text, block by block.' }), ...lists })
  .meta({ examples: [{ blocks: [{ paragraph: 'Water' }] }] })

export type WrittenPublication = z.infer<typeof publicationSchema>
export type WrittenChapter = z.infer<typeof chapterSchema>

/** What a layout may leave out where room is short: blocks of a kind, or sentences about sources and methods. */
export const droppable = [
  'heading',
  'paragraph',
  'list',
  'quote',
  'code',
  'image',
  'table',
  'callout',
  'cards',
  'facts',
  'chart',
  'timeline',
  'data-table',
  'remarks',
] as const

const fitStepSchema = z
  .strictObject({
    tighten: name
      .meta({
        description: 'From now on the rules of the theme in `@media (bi-fit: name)` hold as well.',
        examples: ['gaps'],
      })
      .optional(),
    drop: oneOf(...droppable)
      .meta({ description: 'Blocks of this kind that have a priority go, the lowest first, one by one.' })
      .optional(),
  })
  .refine(
    ({ tighten, drop }) => (tighten === undefined) !== (drop === undefined),
    // What is no step for another reason is not also one that does nothing.
    { error: 'expected one thing to do, `tighten` or `drop`', when: ({ issues }) => issues.length === 0 },
  )
  .meta({ description: 'A step.', examples: [{ tighten: 'gaps' }, { drop: 'remarks' }] })

/** What a layout is. */
export const layoutSchema = z
  .strictObject({
    extends: name
      .meta({ description: 'The layout whose files stand where this one has none.', examples: ['booklet'] })
      .optional(),
    fit: z
      .array(fitStepSchema)
      .max(mostFitSteps, `expected at most ${mostFitSteps} steps`)
      .meta({
        description:
          'What is done, in this order, until a publication has no more pages than its `fit` allows.',
        examples: [[{ tighten: 'gaps' }, { drop: 'remarks' }]],
      })
      .optional(),
  })
  .meta({ examples: [{ extends: 'booklet' }] })

/** A layout's own wording. */
export const wordsSchema = z
  .record(z.string(), text)
  .meta({ examples: [{ contents: { en: 'Contents', 'zh-Hans': '目录' } }] })
