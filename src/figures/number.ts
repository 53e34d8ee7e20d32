import type { Lang } from '../base/lang.ts'
import { type Convention, conventionOf } from './convention.ts'
import { type Decimal, decimalOf, decimalsIn, places, toDecimals } from './decimal.ts'

/** U+2212: as wide as a figure, and at the height of the plus; never a hyphen. */
export const minus = '\u2212'

/** A number with so many decimals, rounded once, as tables of this language have it: `1,135,185`, `1 135 185`. */
export function printNumber(value: number, decimals: number, lang: Lang): string {
  const rounded = toDecimals(decimalOf(value), decimals)
  return printDecimal(rounded, Math.max(0, decimals), conventionOf(lang), true)
}

/** A number with all its digits, and no more. */
export function printExact(value: number, lang: Lang): string {
  return printNumber(value, decimalsIn(decimalOf(value)), lang)
}

/** What has been rounded, with at least so many decimals; no more than it has are lost. */
export function printDecimal(
  decimal: Decimal,
  decimals: number,
  convention: Convention,
  isGrouped: boolean,
): string {
  const [whole, part] = places(decimal, decimals)
  const sign = decimal.isNegative ? `${convention.beforeMinus}${minus}` : ''
  const head = isGrouped ? grouped(whole, convention) : whole
  return `${sign}${head}${part === '' ? '' : `${convention.decimal}${part}`}`
}

function grouped(whole: string, { group, minimumGrouping }: Convention): string {
  if (whole.length < 3 + minimumGrouping) return whole
  return whole.replace(/\B(?=(?:\d{3})+$)/g, group)
}
