import type { Lang, PerLanguage } from '../base/lang.ts'
import { type AxisRange, axisFor } from './axis.ts'
import { conventionOf, tongueOf } from './convention.ts'
import {
  type Decimal,
  decimalOf,
  decimalsIn,
  inPowers,
  numberOf,
  toDecimals,
  toSignificant,
} from './decimal.ts'
import { printDecimal } from './number.ts'
import { powerAt, scalePower } from './powers.ts'
import { belowGrain } from './signs.ts'
import { headingWords, type Unit } from './unit.ts'

/** The scale of a chart in all its languages: one scale, and for each tick a label in each language's own unit. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly step: number
  /** Ascending; none where no value is known. */
  readonly ticks: readonly { readonly value: number; readonly labels: PerLanguage<string> }[]
  /** What stands over it: `US$ billion`, `亿美元`; empty where there is nothing to say. */
  readonly unitWords: PerLanguage<string>
  /** What is nearer to zero than this, but not zero, is printed as less than it. */
  readonly grain: number
  readonly units: PerLanguage<LabelUnit>
}

/** The unit of an axis in one language, and how exact the labels beside its marks are. */
export interface LabelUnit {
  /** Labels count in 10^exponent. */
  readonly exponent: number
  /** The number word that they carry; empty where the unit over the axis says it. */
  readonly word: string
  /** The least and the most decimals of a label; below zero: tens, hundreds. */
  readonly least: number
  readonly most: number
  /** The most decimals that any value of this axis needs when rounded: beyond them a zero would say nothing. */
  readonly needed: number
}

/** The unit of an axis: its factor and its words. */
export interface AxisUnit {
  readonly exponent: number
  readonly factor: number
  readonly words: string
}

/** The unit of an axis that reaches up to `top` (or down to it): `billion`, `亿人`; `US$ trillion`, `万亿美元`. */
export function axisUnit(top: number, unit: Unit, lang: Lang): AxisUnit {
  const power = unit.kind === 'percent' ? null : scalePower(decimalOf(top), tongueOf(lang))
  const exponent = power?.exponent ?? 0
  return { exponent, factor: 10 ** exponent, words: headingWords(unit, power, lang) }
}

/** The labels of ticks in a unit: as many decimals as the step has, the same for all but zero, which is `0`. */
export function tickLabels(axis: AxisRange, { exponent }: AxisUnit, lang: Lang): readonly string[] {
  const convention = conventionOf(lang)
  const decimals = decimalsIn(inPowers(decimalOf(axis.step), exponent))
  return axis.ticks.map((value) => {
    const counted = inPowers(decimalOf(value), exponent)
    return printDecimal(counted, value === 0 ? 0 : decimals, convention, convention.groupsInWords)
  })
}

/** The scale for values of one unit, said in these languages. */
export function scaleOf(
  values: readonly (number | null)[],
  unit: Unit,
  languages: readonly Lang[],
  { zero }: { readonly zero: boolean },
): Scale {
  const known = values.filter((value) => value !== null)
  const axis = known.length === 0 ? nothing : rangeOf(known, unit, zero)
  const top = Math.max(Math.abs(axis.from), Math.abs(axis.to))
  const axisUnits = new Map(languages.map((lang) => [lang, axisUnit(top, unit, lang)]))
  const labels = [...axisUnits].map(([lang, one]) => [lang, tickLabels(axis, one, lang)] as const)
  const grain = grainOf(axis.step)
  return {
    from: axis.from,
    to: axis.to,
    step: axis.step,
    ticks: axis.ticks.map((value, index) => ({
      value,
      labels: new Map(labels.map(([lang, all]) => [lang, all[index] ?? ''])),
    })),
    unitWords: new Map([...axisUnits].map(([lang, { words }]) => [lang, known.length === 0 ? '' : words])),
    grain,
    units: labelUnits(known, axis.step, grain, axisUnits),
  }
}

/**
 * What stands beside a mark: three significant figures in the unit of the axis, but no more decimals than the scale
 * can show. Where languages count in different powers, those without a word in their unit of that power carry it:
 * `1.14` over `11.4亿`.
 */
export function labelled(
  value: number,
  { grain, units }: Scale,
): { readonly isRoundedZero: boolean; readonly labels: PerLanguage<string> } {
  const isRoundedZero = value !== 0 && Math.abs(value) < grain
  const labels = [...units].map(([lang, unit]) => {
    if (value === 0) return [lang, '0'] as const
    const words = isRoundedZero
      ? belowGrain(value, inPowers(decimalOf(grain), unit.exponent), lang)
      : numeralOf(value, unit, lang)
    return [lang, `${words}${unit.word}`] as const
  })
  return { isRoundedZero, labels: new Map(labels) }
}

const nothing: AxisRange = { from: 0, to: 1, step: 1, ticks: [] }

/** Shares of a whole end at 100 where they come near it. */
function rangeOf(known: readonly number[], unit: Unit, zero: boolean): AxisRange {
  const [min, max] = [least(known), -least(known.map((value) => -value))]
  const isWhole = unit.kind === 'percent' && zero && min >= 0 && max > 75 && max <= 100
  return isWhole
    ? { from: 0, to: 100, step: 20, ticks: [0, 20, 40, 60, 80, 100] }
    : axisFor(min, max, { zero })
}

/** A loop: `Math.min` of a hundred thousand arguments overflows the stack. */
function least(values: readonly number[]): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY)
}

/** The greatest power of ten of which a step has at least twenty: a mark smaller than that is hardly seen. */
function grainOf(step: number): number {
  const { digits, point } = decimalOf(step)
  return numberOf({ isNegative: false, digits: '1', point: digits === '1' ? point - 2 : point - 1 })
}

function labelUnits(
  known: readonly number[],
  step: number,
  grain: number,
  axisUnits: ReadonlyMap<Lang, AxisUnit>,
): PerLanguage<LabelUnit> {
  const isOneUnit = new Set([...axisUnits.values()].map(({ exponent }) => exponent)).size < 2
  const visible = known.filter((value) => Math.abs(value) >= grain)
  const units = [...axisUnits].map(([lang, { exponent }]) => {
    const tongue = tongueOf(lang)
    const word = tongue === 'zh' && !isOneUnit ? (powerAt(exponent, tongue)?.heading ?? '') : ''
    const bounds = {
      least: lastPlace(step, exponent),
      most: Math.max(mostDecimals, lastPlace(grain, exponent)),
    }
    const needed = visible.reduce(
      (most, value) => Math.max(most, decimalsIn(roundedIn(value, exponent, bounds))),
      0,
    )
    return [lang, { exponent, word, ...bounds, needed }] as const
  })
  return new Map(units)
}

/** Two, as in `0.36` beside `17.8`: the third would be finer than the scale. */
const mostDecimals = 2

const significant = 3

/** The decimal place of the last digit: 0.25 has 2, 1000 has -3. */
function lastPlace(value: number, exponent: number): number {
  const { digits, point } = inPowers(decimalOf(value), exponent)
  return digits.length - point
}

interface Bounds {
  readonly least: number
  readonly most: number
}

function roundedIn(value: number, exponent: number, bounds: Bounds): Decimal {
  const counted = inPowers(decimalOf(value), exponent)
  return toDecimals(counted, decimalsFor(counted, bounds))
}

/** How many decimals make three significant figures, after rounding (9.996 is 10.0), within the bounds. */
function decimalsFor(counted: Decimal, { least, most }: Bounds): number {
  return Math.min(most, Math.max(least, significant - toSignificant(counted, significant).point))
}

function numeralOf(value: number, unit: LabelUnit, lang: Lang): string {
  const convention = conventionOf(lang)
  const counted = inPowers(decimalOf(value), unit.exponent)
  const decimals = Math.min(unit.needed, Math.max(0, decimalsFor(counted, unit)))
  const exact = roundedIn(value, unit.exponent, unit)
  return printDecimal(exact, decimals, convention, convention.groupsInWords)
}
