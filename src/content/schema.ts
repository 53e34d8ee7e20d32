import { z } from 'zod'
import { isPlainMap, isScalar, origin, type PlainMap } from './plain.ts'
import type { YamlMap, YamlScalar } from './yaml-node.ts'

/**
 * What authors may write. Scalars and texts come through as nodes of the YAML tree, so that every value keeps its
 * place; what they are for JSON Schema stands in `meta`. The first key of an object in a union is the one that tells
 * it from the others.
 */
const scalar = z.custom<YamlScalar>(isValue, 'expected one value').meta({ type: ['string', 'number'] })

const text = z
  .custom<YamlScalar | PlainMap>((value) => isValue(value) || isPlainMap(value), 'expected a text')
  .superRefine((value, context) => {
    if (isScalar(value)) return
    for (const [lang, version] of Object.entries(value)) {
      if (version !== undefined && !isScalar(version))
        context.addIssue({ code: 'custom', path: [lang], message: 'expected a text' })
    }
  })
  .transform((value): YamlScalar | YamlMap => (isScalar(value) ? value : value[origin]))
  .meta({ anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }] })

const flag = matching(/^(true|false)$/, 'expected `true` or `false`')
  .transform((value) => value.text === 'true')
  .meta({ type: 'boolean' })

const tag = scalar.meta({ type: 'string', description: 'a BCP 47 language tag' })

const name = matching(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'expected a name of letters, digits and hyphens').meta({
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$',
})

const onEveryBlock = { id: name.optional(), only: z.array(tag).min(1, 'expected a language').optional() }

const headingSchema = z.strictObject({
  heading: text,
  level: matching(/^[123]$/, 'expected a level: 1, 2 or 3')
    .meta({ enum: [1, 2, 3] })
    .optional(),
  ...onEveryBlock,
})

const paragraphSchema = z.strictObject({ paragraph: text, runIn: text.optional(), ...onEveryBlock })

const listSchema = z.strictObject({
  list: z.array(text).min(1, 'expected an item'),
  ordered: flag.optional(),
  ...onEveryBlock,
})

const quoteSchema = z.strictObject({ quote: text, source: text.optional(), ...onEveryBlock })

const codeSchema = z.strictObject({ code: text, ...onEveryBlock })

const figureSchema = z.strictObject({
  id: name,
  value: z.union([scalar, z.array(scalar).length(2, 'expected two ends')]),
  unit: scalar,
  block: scalar,
  headline: flag.optional(),
  display: text.optional(),
  find: text,
  label: text,
})

const termSchema = z.strictObject({ text, abbreviation: text.optional(), note: scalar.optional() })

const languageSchema = z.strictObject({
  name: scalar,
  status: matching(
    /^(original|as-issued|official|working-translation)$/,
    'expected `original`, `as-issued`, `official` or `working-translation`',
  )
    .meta({ enum: ['original', 'as-issued', 'official', 'working-translation'] })
    .optional(),
})

/** A whole publication, as its author writes it. */
export const publicationSchema = z.strictObject({
  languages: z.record(z.string(), languageSchema),
  print: z.array(tag).min(1, 'expected a language').optional(),
  prevailing: tag.optional(),
  layout: name.optional(),
  theme: scalar.optional(),
  title: text,
  subtitle: text.optional(),
  series: text.optional(),
  issuer: text.optional(),
  place: text.optional(),
  date: scalar.optional(),
  edition: text.optional(),
  source: text.optional(),
  rights: text.optional(),
  contact: text.optional(),
  typefaces: text.optional(),
  isbn: text.optional(),
  notices: z
    .strictObject({
      prevailing: text.optional(),
      translation: text.optional(),
      attribution: text.optional(),
    })
    .optional(),
  blocks: z.array(z.union([paragraphSchema, headingSchema, listSchema, quoteSchema, codeSchema])),
  figures: z.array(figureSchema).optional(),
  terms: z.array(termSchema).optional(),
})

export type WrittenPublication = z.infer<typeof publicationSchema>
export type WrittenBlock = WrittenPublication['blocks'][number]
export type WrittenText = z.infer<typeof text>

/** A layout's own wording. */
export const wordsSchema = z.record(z.string(), text)

function matching(pattern: RegExp, message: string) {
  return scalar.refine((value) => pattern.test(value.text), message)
}

function isValue(value: unknown): value is YamlScalar {
  return isScalar(value) && !value.isNull
}
