import type { Lang } from '../base/lang.ts'
import { type Change, changePhrases } from './change-words.ts'
import { type Convention, conventionOf } from './convention.ts'
import { type Decimal, decimalOf, decimalsIn, numberOf, toDecimals, toSignificant } from './decimal.ts'
import { printDecimal } from './number.ts'
import type { Period } from './period.ts'
import type { Unit } from './unit.ts'

/**
 * What became of a value since an earlier period, from values that are not rounded: `up 24% since 1990`,
 * `比1990年增长24%`; tenfold and more `49 times the 1990 value`; shares by percentage points. Null where no percentage
 * says it: from zero, from below zero, across zero.
 */
export function changeWords(
  first: number,
  last: number,
  since: Period,
  unit: Unit,
  lang: Lang,
): string | null {
  const convention = conventionOf(lang)
  const change = changeOf(first, last, unit, convention)
  return change === null ? null : changePhrases[convention.tongue](change, since)
}

function changeOf(first: number, last: number, unit: Unit, convention: Convention): Change | null {
  if (first === last) return { kind: 'none' }
  const isRise = last > first
  if (unit.kind === 'percent') return pointsOf(last - first, convention)
  if (first <= 0 || last < 0) return null
  if (last / first >= mostFold) return timesOf(last / first, convention)
  const isPeople = unit.kind === 'people'
  const exact = toSignificant(decimalOf(Math.abs((100 * (last - first)) / first)), trusted)
  const isPartial = !isRise && last > 0
  const bound = boundOf(exact, isPartial)
  const size = bound === null ? wholeOrTenths(exact, isPartial) : bounds[bound]
  // One decimal below ten: `5.0%` is as exact as `9.4%`.
  const decimals = Math.max(isBelowTen(size) ? 1 : 0, decimalsIn(size))
  const amount = `${print(size, decimals, convention)}${convention.percent}`
  return { kind: 'percent', isRise, isPeople, bound, amount }
}

/** Digits of a quotient of doubles that its last binary digits leave alone: 109.95 is 9.95% more than 100, not 9.9499…. */
const trusted = 12

/** From tenfold on a percentage is hard to picture. */
const mostFold = 10

/** What stands for a change that no rounding may turn into none, or a fall into that of all. */
const bounds = { less: decimalOf(0.1), more: decimalOf(99.9) } as const

/** `isPartial`: something is left. */
function boundOf(exact: Decimal, isPartial: boolean): 'less' | 'more' | null {
  const tenths = toDecimals(exact, 1)
  if (tenths.digits === '') return 'less'
  return isPartial && numberOf(tenths) >= 100 ? 'more' : null
}

/** Whole; with one decimal below ten, and where the next whole is a hundred. */
function wholeOrTenths(exact: Decimal, isPartial: boolean): Decimal {
  const tenths = toDecimals(exact, 1)
  const whole = toDecimals(exact, 0)
  return isBelowTen(tenths) || (isPartial && numberOf(whole) === 100) ? tenths : whole
}

function isBelowTen(decimal: Decimal): boolean {
  return decimal.point < 2
}

function pointsOf(difference: number, convention: Convention): Change {
  // As of a quotient, the last binary digits are not to be trusted: 81.3 - 81.2 is 0.0999….
  const exact = toSignificant(decimalOf(Math.abs(difference)), trusted)
  const bound = boundOf(exact, false)
  const size = bound === null ? wholeOrTenths(exact, false) : bounds[bound]
  const amount = print(size, decimalsIn(size), convention)
  return { kind: 'points', isRise: difference > 0, bound, amount, count: numberOf(size) }
}

function timesOf(ratio: number, convention: Convention): Change {
  const whole = toDecimals(decimalOf(ratio), 0)
  return { kind: 'times', amount: print(whole, 0, convention), count: numberOf(whole) }
}

function print(decimal: Decimal, decimals: number, convention: Convention): string {
  return printDecimal(decimal, decimals, convention, convention.groupsInWords)
}
