import type { Lang, PerLanguage } from '../base/lang.ts'
import { type Tongue, tongueOf } from './convention.ts'
import type { Power } from './powers.ts'

/** What values are counted in. Values in percent are 81, not 0.81; `plain` is a number without unit. */
export type Unit =
  | { readonly kind: 'people' | 'usd' | 'percent' | 'plain' }
  /** In the author's words; a language that has none is missing. */
  | { readonly kind: 'own'; readonly prefix: PerLanguage<string>; readonly word: PerLanguage<string> }

/** What stands before and after a numeral with its number word; empty: nothing. */
export interface UnitWords {
  readonly prefix: string
  readonly word: string
}

/** The words that a unit has in a text. A card says `1.41 billion` under `Population`: people need no word there. */
export function unitWords(unit: Unit, lang: Lang): UnitWords {
  switch (unit.kind) {
    case 'people':
    case 'percent':
    case 'plain':
      return none
    case 'usd':
      return dollars[tongueOf(lang)]
    case 'own':
      return { prefix: unit.prefix.get(lang) ?? '', word: unit.word.get(lang) ?? '' }
  }
}

/** What stands over a scale or a column: `US$ billion`, `亿美元`, `people`, `%`; empty where there is nothing to say. */
export function headingWords(unit: Unit, power: Power | null, lang: Lang): string {
  const tongue = tongueOf(lang)
  if (unit.kind === 'percent') return '%'
  if (unit.kind === 'people') {
    const { alone, counted } = people[tongue]
    return power === null ? alone : joined(power.heading, counted, tongue, ' ')
  }
  const { prefix, word } = unitWords(unit, lang)
  const counted = joined(power?.heading ?? '', word, tongue, ' ')
  return prefix === '' || counted === '' || tongue === 'zh' ? `${prefix}${counted}` : `${prefix} ${counted}`
}

/** A number word and the word of a unit: `万亿美元`, `billions de $US`. `space` is the space between words. */
export function joined(number: string, word: string, tongue: Tongue, space: string): string {
  if (number === '' || word === '') return `${number}${word}`
  switch (tongue) {
    case 'zh':
      return `${number}${word}`
    case 'es':
      return [number, 'de', word].join(space)
    case 'fr':
      return /^[aeiouyhàâéèêîôûœ]/i.test(word)
        ? `${number}${space}d’${word}`
        : [number, 'de', word].join(space)
    default:
      return `${number}${space}${word}`
  }
}

const none: UnitWords = { prefix: '', word: '' }

/**
 * US dollars: the symbols of CLDR 48 in French (`$US`) and Spanish (`US$`), on the side where its currency patterns have
 * them; its Chinese and Arabic names; Russian as the United Nations abbreviate it. English as the United Nations and the
 * World Bank write it.
 */
const dollars: Readonly<Record<Tongue, UnitWords>> = {
  en: { prefix: 'US$', word: '' },
  zh: { prefix: '', word: '美元' },
  fr: { prefix: '', word: '$US' },
  es: { prefix: '', word: 'US$' },
  ru: { prefix: '', word: 'долл.\u00a0США' },
  ar: { prefix: '', word: 'دولار\u00a0أمريكي' },
  plain: { prefix: 'US$', word: '' },
}

/** People over a scale or a column: where there is no number word, and after one. */
const people: Readonly<Record<Tongue, { readonly alone: string; readonly counted: string }>> = {
  en: { alone: 'people', counted: '' },
  zh: { alone: '人', counted: '人' },
  fr: { alone: 'habitants', counted: '' },
  es: { alone: 'habitantes', counted: '' },
  ru: { alone: 'чел.', counted: 'чел.' },
  ar: { alone: 'نسمة', counted: 'نسمة' },
  plain: { alone: '', counted: '' },
}
