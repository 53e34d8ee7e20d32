import type { Lang } from '../base/lang.ts'
import { type Convention, conventionOf } from './convention.ts'
import { type Decimal, decimalOf, decimalsIn, inPowers, toDecimals, toSignificant } from './decimal.ts'
import { minus, printDecimal } from './number.ts'
import { type Power, powerOf, wordAfter } from './powers.ts'
import { joined, type Unit, unitWords } from './unit.ts'

/** How exactly a value is said. */
export type Precision =
  | { readonly kind: 'significant'; readonly digits: number }
  | { readonly kind: 'decimals'; readonly digits: number }
  /** With all its digits: a figure that an author gives by hand. */
  | { readonly kind: 'exact' }

/** What values of a series are rounded to on cards and beside marks: enough to tell them apart, few enough to remember. */
export const usual = { kind: 'significant', digits: 3 } as const satisfies Precision

/** A figure in one language, in the parts that a card sets in sizes of their own; empty where it has none. */
export interface SaidParts {
  readonly prefix: string
  readonly numeral: string
  readonly word: string
}

/** A numeral and its number word: `1.41` `billion`, `14.1` `亿`. */
interface Compact {
  readonly numeral: string
  readonly word: string
}

/** Says a figure: rounded once, then in the words of the language. */
export function said(value: number, unit: Unit, precision: Precision, lang: Lang): SaidParts {
  const convention = conventionOf(lang)
  if (unit.kind === 'percent') {
    const numeral = digitsOf(rounded(decimalOf(value), precision), precision, convention)
    return { prefix: '', numeral: `${numeral}${convention.percent}`, word: '' }
  }
  const { prefix, word: own } = unitWords(unit, lang)
  const { numeral, word } = compact(prefix === '' ? value : Math.abs(value), precision, lang)
  const isNegative = rounded(decimalOf(value), precision).isNegative
  return {
    // A minus stands before the whole amount.
    prefix: prefix !== '' && isNegative ? `${convention.beforeMinus}${minus}${prefix}` : prefix,
    numeral,
    word: joined(word, own, convention.tongue, nbsp),
  }
}

/** The same in one text: `US$17.8 trillion`, `17.8万亿美元`. */
export function saidWhole(value: number, unit: Unit, precision: Precision, lang: Lang): string {
  const { prefix, numeral, word } = said(value, unit, precision, lang)
  const before = /\p{L}$/u.test(prefix) ? `${prefix}${nbsp}` : prefix
  return word === '' || /^[\p{Script=Han}%‰°]/u.test(word)
    ? `${before}${numeral}${word}`
    : `${before}${numeral}${nbsp}${word}`
}

/** The parts of a figure in the author's words: `US$` `800,000`; `80` `万美元`. It is printed as given; one without a single number is all numeral. */
export function asGiven(display: string): SaidParts {
  const text = display.trim()
  const match =
    /^(\P{Nd}*?)((?:(?<!\p{L})[-+\u2212<>])?\p{Nd}(?:[\p{Nd}.,٫٬\u00a0\u202f –—]*\p{Nd})?(?:[\u00a0\u202f ]?[%‰٪])?)(\P{Nd}*)$/u.exec(
      text,
    )
  if (match === null) return { prefix: '', numeral: text, word: '' }
  const [, prefix = '', numeral = '', word = ''] = match
  return { prefix: prefix.trim(), numeral, word: word.trim() }
}

/** A number in as few digits as its language has words for. */
export function compact(value: number, precision: Precision, lang: Lang): Compact {
  const convention = conventionOf(lang)
  const exact = rounded(decimalOf(value), precision)
  const power = powerOf(exact, convention.tongue)
  if (power === null) return { numeral: digitsOf(exact, precision, convention), word: '' }
  const counted = inPowers(exact, power.exponent)
  if (precision.kind !== 'significant' && decimalsIn(counted) > mostDecimals(convention)) {
    // `1.234567 million` is longer than its digits. They are grouped in every language: they are many.
    const decimals = precision.kind === 'decimals' ? precision.digits : decimalsIn(exact)
    return { numeral: printDecimal(exact, decimals, convention, true), word: '' }
  }
  return inWords(counted, power, precision, convention)
}

const nbsp = '\u00a0'

/** As many decimals as a number word bears where no precision says how many: one group of its way of counting. */
function mostDecimals({ tongue }: Convention): number {
  return tongue === 'zh' ? 4 : 3
}

function inWords(counted: Decimal, power: Power, precision: Precision, convention: Convention): Compact {
  // `1.40 billion`: the zero says how exact it is.
  const decimals = precision.kind === 'significant' ? Math.max(0, precision.digits - counted.point) : 0
  return {
    numeral: printDecimal(counted, decimals, convention, convention.groupsInWords),
    word: wordAfter(counted, power, convention.tongue).replaceAll(' ', nbsp),
  }
}

/** Without a number word: `12,600`; in Chinese `9590`. */
function digitsOf(exact: Decimal, precision: Precision, convention: Convention): string {
  const decimals = precision.kind === 'decimals' ? Math.max(0, precision.digits) : 0
  return printDecimal(exact, decimals, convention, convention.groupsInWords)
}

function rounded(decimal: Decimal, precision: Precision): Decimal {
  switch (precision.kind) {
    case 'significant':
      return toSignificant(decimal, precision.digits)
    case 'decimals':
      return toDecimals(decimal, precision.digits)
    case 'exact':
      return decimal
  }
}
