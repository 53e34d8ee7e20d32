import type { Lang } from '../../base/lang.ts'
import { pickFromLeaf } from '../../base/leaf.ts'
import type { Span } from '../../base/span.ts'
import { noDataSentence } from '../../figures/period.ts'
import { asGiven, type Precision, type SaidParts, said } from '../../figures/said.ts'
import type { Unit } from '../../figures/unit.ts'
import type { Said, Text } from '../publication.ts'
import { type Audience, textFor, wordsIn } from './generated.ts'

/** A value as each language says it. */
export function sayValue(
  value: number,
  unit: Unit,
  precision: Precision,
  span: Span,
  audience: Audience,
): Said {
  return sayParts((lang) => said(value, unit, precision, lang), span, audience)
}

/** What stands where a figure would stand if there were one. */
export function sayMissing(span: Span, audience: Audience): Said {
  const parts = (lang: Lang): SaidParts => ({ prefix: '', numeral: noDataSentence(lang), word: '' })
  return { ...sayParts(parts, span, audience), isCommon: false, isMissing: true }
}

/** A figure in the author's words, in its parts; each keeps its place. */
export function sayGiven(display: Text, audience: Audience): Said {
  const part = (name: keyof SaidParts): Text => {
    const versions = new Map(
      [...display.versions].flatMap(([lang, leaf]) => {
        const words = asGiven(leaf.text)[name]
        const at = name === 'word' ? leaf.text.lastIndexOf(words) : leaf.text.indexOf(words)
        return words === '' ? [] : [[lang, pickFromLeaf(leaf, [[at, at + words.length]])] as const]
      }),
    )
    return {
      kind: 'text',
      versions,
      only: versions.size < display.versions.size ? [...versions.keys()] : display.only,
    }
  }
  return whole({ prefix: part('prefix'), numeral: part('numeral'), word: part('word') }, audience)
}

/** A figure behind a word such as `over`. */
export function qualified(figure: Said, qualifier: Text | null, audience: Audience): Said {
  if (qualifier === null) return figure
  const versions = new Map(
    [...qualifier.versions].map(([lang, leaf]) => {
      const prefix = wordsIn(figure.prefix, lang)
      // Words are parted from a number and from a sign of currency, Chinese ones are not.
      const space = /\p{Script=Han}$/u.test(leaf.text) ? '' : '\u00a0'
      return [lang, { ...leaf, text: `${leaf.text}${space}${prefix}` }] as const
    }),
  )
  return whole({ ...figure, prefix: { kind: 'text', versions, only: qualifier.only } }, audience)
}

function sayParts(parts: (lang: Lang) => SaidParts, span: Span, audience: Audience): Said {
  const made = new Map(audience.needed.map((lang) => [lang, parts(lang)]))
  const part = (name: keyof SaidParts): Text =>
    textFor(audience, span, (lang) => made.get(lang)?.[name] ?? '')
  return whole({ prefix: part('prefix'), numeral: part('numeral'), word: part('word') }, audience)
}

function whole(parts: Pick<Said, 'prefix' | 'numeral' | 'word'>, { needed }: Audience): Said {
  const numerals = new Set(needed.map((lang) => wordsIn(parts.numeral, lang)))
  // The words of two languages would stand in one place.
  const isCommon = numerals.size === 1 && parts.prefix.versions.size === 0 && parts.word.versions.size <= 1
  return { ...parts, isCommon, isMissing: false }
}
