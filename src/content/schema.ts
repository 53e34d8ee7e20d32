import { z } from 'zod'
import { isPlainMap, isScalar, origin, type PlainMap } from './plain.ts'
import type { YamlMap, YamlScalar } from './yaml-node.ts'

/**
 * What authors may write. Scalars and texts come through as nodes of the YAML tree, so that every value keeps its
 * place; what they are for JSON Schema stands in `meta`. The first key of an object in a union is the one that tells
 * it from the others. Hints show the `examples`.
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
  .meta({
    anyOf: [{ type: 'string' }, { type: 'object', additionalProperties: { type: 'string' } }],
    examples: [{ en: 'Water', 'zh-Hans': '水' }],
  })

const flag = matching(/^(true|false)$/, 'expected `true` or `false`')
  .transform((value) => value.text === 'true')
  .meta({ type: 'boolean', examples: [true] })

const tag = scalar.meta({ type: 'string', description: 'a BCP 47 language tag', examples: ['en'] })

const tags = z
  .array(tag)
  .min(1, 'expected a language')
  .meta({ examples: [['en', 'zh-Hans']] })

const name = matching(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'expected a name of letters, digits and hyphens').meta({
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$',
  examples: ['clean-water'],
})

const onEveryBlock = { id: name.optional(), only: tags.optional() }

const headingSchema = z.strictObject({
  heading: text,
  level: matching(/^[123]$/, 'expected a level: 1, 2 or 3')
    .meta({ enum: [1, 2, 3], examples: [2] })
    .optional(),
  ...onEveryBlock,
})

const paragraphSchema = z.strictObject({ paragraph: text, runIn: text.optional(), ...onEveryBlock })

const listSchema = z.strictObject({
  list: z
    .array(text)
    .min(1, 'expected an item')
    .meta({ examples: [[{ en: 'Water', 'zh-Hans': '水' }]] }),
  ordered: flag.optional(),
  ...onEveryBlock,
})

const quoteSchema = z.strictObject({ quote: text, source: text.optional(), ...onEveryBlock })

const codeSchema = z.strictObject({ code: text, ...onEveryBlock })

const figureSchema = z.strictObject({
  id: name,
  value: z.union([
    scalar.meta({ examples: [3.2] }),
    z
      .array(scalar)
      .length(2, 'expected two ends')
      .meta({ examples: [[2009, 2013]] }),
  ]),
  unit: scalar.meta({ examples: ['million people'] }),
  block: scalar.meta({ examples: ['clean-water'] }),
  headline: flag.optional(),
  display: text.optional(),
  find: text,
  label: text,
})

const termSchema = z.strictObject({
  text,
  abbreviation: text.optional(),
  note: scalar.meta({ examples: ['Chinese differs by edition'] }).optional(),
})

const languageSchema = z.strictObject({
  name: scalar.meta({ examples: ['English'] }),
  status: matching(
    /^(original|as-issued|official|working-translation)$/,
    'expected `original`, `as-issued`, `official` or `working-translation`',
  )
    .meta({ enum: ['original', 'as-issued', 'official', 'working-translation'], examples: ['official'] })
    .optional(),
})

const blockSchema = z
  .union([paragraphSchema, headingSchema, listSchema, quoteSchema, codeSchema])
  .meta({ examples: [{ paragraph: { en: 'Water', 'zh-Hans': '水' } }] })

/** A whole publication, as its author writes it. */
export const publicationSchema = z
  .strictObject({
    languages: z
      .record(z.string(), languageSchema.meta({ examples: [{ name: 'English' }] }))
      .meta({ examples: [{ en: { name: 'English' }, 'zh-Hans': { name: '中文' } }] }),
    print: tags.optional(),
    prevailing: tag.optional(),
    layout: name.optional(),
    theme: scalar.meta({ examples: ['theme.css'] }).optional(),
    title: text,
    subtitle: text.optional(),
    series: text.optional(),
    issuer: text.optional(),
    place: text.optional(),
    date: scalar.meta({ examples: ['2014-05-26'] }).optional(),
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
      .meta({ examples: [{ prevailing: { en: 'The English version prevails.' } }] })
      .optional(),
    blocks: z.array(blockSchema).meta({ examples: [[{ paragraph: { en: 'Water', 'zh-Hans': '水' } }]] }),
    figures: z
      .array(figureSchema)
      .meta({
        examples: [
          [{ id: 'rain', value: 3.2, unit: 'mm', block: 'clean-water', find: '3.2 mm', label: 'Rain' }],
        ],
      })
      .optional(),
    terms: z
      .array(termSchema)
      .meta({ examples: [[{ text: { en: 'Water', 'zh-Hans': '水' } }]] })
      .optional(),
  })
  .meta({
    examples: [{ languages: { en: { name: 'English' } }, title: 'Water', blocks: [{ paragraph: 'Water' }] }],
  })

export type WrittenPublication = z.infer<typeof publicationSchema>
export type WrittenBlock = WrittenPublication['blocks'][number]
export type WrittenText = z.infer<typeof text>

/** A layout's own wording. */
export const wordsSchema = z
  .record(z.string(), text)
  .meta({ examples: [{ contents: { en: 'Contents', 'zh-Hans': '目录' } }] })

function matching(pattern: RegExp, message: string) {
  return scalar.refine((value) => pattern.test(value.text), message)
}

function isValue(value: unknown): value is YamlScalar {
  return isScalar(value) && !value.isNull
}
