import { decimalOf, numberOf } from './decimal.ts'

/** A scale of values from one tick to another. */
export interface AxisRange {
  readonly from: number
  readonly to: number
  readonly step: number
  /** Ascending, both ends included. */
  readonly ticks: readonly number[]
}

/**
 * The tightest scale that holds both values: steps of 1, 2, 2.5 or 5 times a power of ten, three to five of them (one
 * more where it has two sides of zero), the highest value at most 0.95 of the top. What is below zero keeps room for a
 * label under it. `zero`: it begins or ends at zero unless it goes beyond; areas and columns lie without it. Values are
 * zero or between 10^-30 and 10^30 in size, as quotients of what data can give.
 */
export function axisFor(min: number, max: number, { zero }: { readonly zero: boolean }): AxisRange {
  if (min === 0 && max === 0) return { from: 0, to: 3, step: 1, ticks: [0, 1, 2, 3] }
  const [low, high] = reachOf(min, max, zero)
  const first = decimalOf(high - low).point - 2
  const candidates = [first - 1, first, first + 1, first + 2].flatMap((power) =>
    mantissas.flatMap((mantissa) => candidate(low, high, zero, mantissa, power) ?? []),
  )
  const [head, ...rest] = candidates
  if (head === undefined) throw new Error(`expected a scale for ${low} to ${high}`)
  return rest.reduce((least, one) => (one.to - one.from < least.to - least.from ? one : least), head)
}

/** Tenths of a step. Of two scales alike the first is taken: 25 has a digit more to print. */
const mantissas = [10, 20, 50, 25] as const

/** The share of the scale that a label under the lowest mark takes: 8 mm of the 58 of a chart 82 high. */
const labelShare = 0.13

function reachOf(min: number, max: number, zero: boolean): readonly [low: number, high: number] {
  const low = zero ? Math.min(0, min) : min
  const high = zero ? Math.max(0, max) : max
  const size = Math.max(Math.abs(low), Math.abs(high))
  // Values alike, but for what a division leaves in their last digits: a tenth of them on either side.
  return high - low > size * 1e-9 ? [low, high] : [low - size / 10, high + size / 10]
}

/** The scale of one step, or null where it has too few steps or too many. The step is `mantissa` × 10^(power − 1). */
function candidate(
  low: number,
  high: number,
  zero: boolean,
  mantissa: number,
  power: number,
): AxisRange | null {
  const at = (index: number): number => Number(`${index * mantissa}e${power - 1}`)
  const step = at(1)
  let from = Math.floor(low / step)
  let to = Math.ceil(high / step)
  const isFull = (): boolean => high > 0 && (high - base()) * 20 > (at(to) - base()) * 19
  const base = (): number => (zero ? 0 : at(from))
  while (isFull()) to++
  while (low < 0 && low - at(from) < labelShare * (at(to) - at(from))) from--
  const most = low < 0 && high > 0 ? 6 : 5
  const count = to - from
  if (count < 3 || count > most) return null
  return {
    from: at(from),
    to: at(to),
    step,
    ticks: Array.from({ length: count + 1 }, (_, index) => numberOf(decimalOf(at(from + index)))),
  }
}
