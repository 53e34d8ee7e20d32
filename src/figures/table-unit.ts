import type { Lang, PerLanguage } from '../base/lang.ts'
import { tongueOf } from './convention.ts'
import { decimalOf, decimalsIn, numberOf } from './decimal.ts'
import { printNumber } from './number.ts'
import { powerAt } from './powers.ts'
import { belowGrain, missingSign } from './signs.ts'
import { headingWords, type Unit } from './unit.ts'

/** The unit of a column of a table in one language. */
export interface TableUnit {
  readonly exponent: number
  readonly factor: number
  /** Of all its cells; below zero: rounded to tens, hundreds. */
  readonly decimals: number
  /** `thousand`, `万人`; empty where there is nothing to say. */
  readonly words: string
}

/**
 * In which unit, and how exactly, a table gives the values of one series: the same precision in all languages, whole
 * thousands or millions, a myriad with one decimal beside a thousand, 亿 with two beside a million.
 */
export function tableUnit(
  values: readonly (number | null)[],
  unit: Unit,
  languages: readonly Lang[],
): PerLanguage<TableUnit> {
  const sizes = values.flatMap((value) => (value === null ? [] : [Math.abs(value)]))
  const { exponent, myriad, decimals } = levelOf(sizes, unit)
  const units = languages.map((lang) => {
    const tongue = tongueOf(lang)
    const power = powerAt(tongue === 'zh' ? myriad : exponent, tongue)
    const own = power?.exponent ?? 0
    const words = headingWords(unit, power, lang)
    return [lang, { exponent: own, factor: 10 ** own, decimals: decimals + own - exponent, words }] as const
  })
  return new Map(units)
}

/** A cell: `..` for what is missing, `0` for zero, `<0.1` for what is not zero but would be printed as zero. */
export function tableNumber(value: number | null, unit: TableUnit, lang: Lang): string {
  if (value === null) return missingSign
  if (value === 0) return '0'
  const { isNegative, digits, point } = decimalOf(value)
  const counted = numberOf({ isNegative, digits, point: point - unit.exponent })
  // Half of the last place and more is rounded up to it.
  const isRoundedZero =
    Math.abs(counted) < numberOf({ isNegative: false, digits: '5', point: -unit.decimals })
  if (!isRoundedZero) return printNumber(counted, unit.decimals, lang)
  return belowGrain(value, { isNegative: false, digits: '1', point: 1 - unit.decimals }, lang)
}

/** Whether all languages give the column in one unit of one name or none, so that the figures differ in their marks only. */
export function isSharedUnit(units: PerLanguage<TableUnit>): boolean {
  const [first, ...others] = units.values()
  return others.every((one) => one.exponent === first?.exponent && one.decimals === first.decimals)
}

/** A unit in both ways of counting: 10^exponent, beside it 10^myriad; decimals in the former. */
interface Level {
  readonly exponent: number
  readonly myriad: number
  readonly decimals: number
}

function levelOf(sizes: readonly number[], unit: Unit): Level {
  const most = sizes.reduce((size, one) => Math.max(size, one), 0)
  const least = sizes.reduce((size, one) => (one > 0 ? Math.min(size, one) : size), Number.POSITIVE_INFINITY)
  switch (unit.kind) {
    case 'people':
      // People are whole: the table rounds them to thousands, or not at all.
      return most >= 1e6 ? { exponent: 3, myriad: 4, decimals: 0 } : units(0)
    case 'usd':
      // What is larger is money of a state, what is smaller is money a head.
      if (most >= 1e7) return { exponent: 6, myriad: 8, decimals: least < 1e8 ? 1 : 0 }
      return units(most < 100 ? 2 : 0)
    case 'percent':
      return units(decimalsOf(sizes, least))
    case 'plain':
    case 'own':
      if (most >= 1e10) return { exponent: 6, myriad: 8, decimals: least < 1e8 ? 1 : 0 }
      if (most >= 1e7) return { exponent: 3, myriad: 4, decimals: least < 1e5 ? 1 : 0 }
      return units(decimalsOf(sizes, least))
  }
}

function units(decimals: number): Level {
  return { exponent: 0, myriad: 0, decimals }
}

/** As many as the values have, but no more than give the least of them three significant figures, and three at most. */
function decimalsOf(sizes: readonly number[], least: number): number {
  if (least === Number.POSITIVE_INFINITY) return 0
  const needed = sizes.reduce((most, size) => Math.max(most, decimalsIn(decimalOf(size))), 0)
  return Math.min(needed, Math.max(0, Math.min(3, 3 - decimalOf(least).point)))
}
