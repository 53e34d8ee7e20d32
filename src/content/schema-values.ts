import { z } from 'zod'
import { mostCovered } from './limits.ts'
import { isPlainMap, isScalar, origin, type PlainMap } from './plain.ts'
import type { YamlMap, YamlScalar } from './yaml-node.ts'

/** One value, as a node of the YAML tree. */
export const scalar = z.custom<YamlScalar>(isValue, 'expected one value').meta({ type: ['string', 'number'] })

/** What other readers of YAML take a text for that needs no quotes, such as `1984`; here it is what is written. */
const words = ['string', 'number', 'boolean']

/** A text: one string for all languages, or one for each. */
export const text = textOf(isValue, null).meta({ examples: [{ en: 'Water', 'zh-Hans': '水' }] })

/** A text that may be empty; a map with the key `cell` is none, whatever else it holds. */
export const cellText = textOf(isScalar, 'cell', [...words, 'null']).meta({
  examples: [{ en: 'Water', 'zh-Hans': '水' }],
})

/** The text of an item; a map with the key `item` is none, whatever else it holds. */
export const itemText = textOf(isValue, 'item').meta({ examples: [{ en: 'Water', 'zh-Hans': '水' }] })

/** A remark; a map with the key `text` is none, whatever else it holds. */
export const remarkText = textOf(isValue, 'text').meta({ examples: [{ en: 'Water', 'zh-Hans': '水' }] })

/** Words in place of a map with the key `from`. */
export const labelText = textOf(isValue, 'from').meta({ examples: [{ en: 'Water', 'zh-Hans': '水' }] })

export type WrittenText = z.infer<typeof text>

export const flag = matching(/^(true|false)$/, 'expected `true` or `false`')
  .transform((value) => value.text === 'true')
  .meta({ type: 'boolean', examples: [true] })

export const tag = scalar.meta({ type: 'string', description: 'A BCP 47 language tag.', examples: ['en'] })

export const tags = z
  .array(tag)
  .min(1, 'expected a language')
  .meta({ examples: [['en', 'zh-Hans']] })

export const name = matching(
  /^[A-Za-z0-9][A-Za-z0-9-]*$/,
  'expected a name of letters, digits and hyphens',
).meta({ type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$', examples: ['clean-water'] })

/** A path from the folder of the file in which it stands. */
export const path = scalar.meta({ type: 'string', examples: ['chapters/one.yaml'] })

/** A number of columns or rows that a cell covers. */
export const span = scalar
  .refine(
    ({ text }) => /^[1-9]\d*$/.test(text) && Number(text) <= mostCovered,
    `expected a whole number from 1 to ${mostCovered}`,
  )
  .meta({ type: 'integer', minimum: 1, maximum: mostCovered, examples: [2] })

/** One of some words. */
export function oneOf<Word extends string>(...words: readonly [Word, ...Word[]]) {
  const listed = words.map((word) => `\`${word}\``)
  const [last] = listed.slice(-1)
  const message = `expected ${listed.slice(0, -1).join(', ')} or ${last}`
  return scalar
    .refine((value) => words.some((word) => word === value.text), message)
    .transform((value) => words.find((word) => word === value.text) ?? words[0])
    .meta({ type: 'string', enum: [...words], examples: [words[0]] })
}

export function matching(pattern: RegExp, message: string) {
  return scalar.refine((value) => pattern.test(value.text), message)
}

function textOf(
  isVersion: (value: unknown) => value is YamlScalar,
  otherKey: string | null,
  type: readonly string[] = words,
) {
  return z
    .custom<YamlScalar | PlainMap>(
      (value) => isVersion(value) || (isPlainMap(value) && !(otherKey !== null && otherKey in value)),
      'expected a text',
    )
    .superRefine((value, context) => {
      if (isScalar(value)) return
      for (const [lang, version] of Object.entries(value)) {
        if (version !== undefined && !isScalar(version))
          context.addIssue({ code: 'custom', path: [lang], message: 'expected a text' })
      }
    })
    .transform((value): YamlScalar | YamlMap => (isScalar(value) ? value : value[origin]))
    .meta({ anyOf: [{ type }, { type: 'object', additionalProperties: { type } }] })
}

function isValue(value: unknown): value is YamlScalar {
  return isScalar(value) && !value.isNull
}
