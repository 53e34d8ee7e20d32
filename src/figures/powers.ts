import type { Tongue } from './convention.ts'
import { type Decimal, decimalsIn, numberOf } from './decimal.ts'

/** The powers of ten that a language has words for, the greatest first. `least`: from which magnitude on it takes one. */
export interface Power {
  readonly exponent: number
  /** After a numeral: `17.8 trillion`. */
  readonly one: string
  /** After Arabic numerals that end in 3 to 10. */
  readonly few: string
  readonly other: string
  /** Over a column or a scale, without a numeral: `milliards`. */
  readonly heading: string
}

/** The word that a value takes in a text, or null: digits alone will do. Latin numerals take words from 10^6 on. */
export function powerOf(rounded: Decimal, tongue: Tongue): Power | null {
  return powers[tongue].find(({ exponent }) => exponent !== 3 && rounded.point > exponent) ?? null
}

/**
 * The word over a scale that reaches so far: thousands too, but from 10,000 on; up to there the digits are few enough.
 */
export function scalePower(top: Decimal, tongue: Tongue): Power | null {
  return powers[tongue].find(({ exponent }) => top.point > Math.max(exponent, 4)) ?? null
}

/** The word for just this power, or null where the language has none. */
export function powerAt(exponent: number, tongue: Tongue): Power | null {
  return powers[tongue].find((power) => power.exponent === exponent) ?? null
}

/** The form that stands after a numeral, by the plural rules of CLDR 48. */
export function wordAfter(numeral: Decimal, power: Power, tongue: Tongue): string {
  const n = Math.abs(numberOf(numeral))
  switch (tongue) {
    case 'fr':
      return n < 2 ? power.one : power.other
    case 'ar':
      return decimalsIn(numeral) === 0 && n % 100 >= 3 && n % 100 <= 10 ? power.few : power.other
    default:
      return n === 1 ? power.one : power.other
  }
}

function same(exponent: number, word: string, heading = word): Power {
  return { exponent, one: word, few: word, other: word, heading }
}

function plural(exponent: number, one: string, other: string, heading = other): Power {
  return { exponent, one, few: other, other, heading }
}

/**
 * From CLDR 48, `decimalFormats` long (Russian: short, as its statistics print it). Arabic has the spelling of the
 * United Nations for 10^12, where CLDR has ترليون, and plurals after 3 to 10 for all three powers, where CLDR has one
 * for 10^6 only. French and Spanish 10^12 are billion and billón: the long scale. Chinese counts in myriads.
 */
const powers: Readonly<Record<Tongue, readonly Power[]>> = {
  en: [same(12, 'trillion'), same(9, 'billion'), same(6, 'million'), same(3, 'thousand')],
  zh: [same(12, '万亿'), same(8, '亿'), same(4, '万')],
  fr: [
    plural(12, 'billion', 'billions'),
    plural(9, 'milliard', 'milliards'),
    plural(6, 'million', 'millions'),
    same(3, 'milliers'),
  ],
  es: [
    plural(12, 'billón', 'billones'),
    same(9, 'mil millones', 'miles de millones'),
    plural(6, 'millón', 'millones'),
    same(3, 'miles'),
  ],
  ru: [same(12, 'трлн'), same(9, 'млрд'), same(6, 'млн'), same(3, 'тыс.')],
  ar: [
    { ...same(12, 'تريليون'), few: 'تريليونات' },
    { ...same(9, 'مليار'), few: 'مليارات' },
    { ...same(6, 'مليون'), few: 'ملايين' },
    { ...same(3, 'ألف'), few: 'آلاف' },
  ],
  plain: [],
}
