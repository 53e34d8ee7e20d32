import { type Pt, tolerance } from '../base/length.ts'
import { Chance, pools, type Shaped } from './shaped.ts'
import { hyphenWidth } from './sums.ts'

/** How far letters of Latin text may move together or apart, in shares of their size. */
export const tracking = { shrink: 0.008, stretch: 0.012 } as const

/**
 * How hard it is to set a line at a width: 0 as it is, about 1 at the limits of what is good. Infinity: it is too
 * wide even when all its gaps have shrunk.
 */
export function strain(
  shaped: Shaped,
  from: number,
  to: number,
  width: Pt,
  isJustified: boolean,
  isLast: boolean,
): number {
  const rest = width - ((shaped.ends[to] ?? 0) - (shaped.starts[from] ?? 0))
  if (!isJustified) {
    if (rest < -tolerance) return Number.POSITIVE_INFINITY
    return isLast ? 0 : (ragged * Math.max(0, rest)) / width
  }
  if (rest >= -tolerance && (rest <= tolerance || isLast)) return 0
  return shaped.isChinese ? chineseStrain(shaped, from, to, rest) : latinStrain(shaped, from, to, rest)
}

/** Strain of a ragged line that is empty. */
const ragged = 6

/** Marks shrink first, at little cost, then Han-Latin gaps and stops; what stretches grows first, then all Han gaps (C25, C26). */
function chineseStrain(shaped: Shaped, from: number, to: number, rest: Pt): number {
  const { sums } = shaped
  const a = pools * (from + 1)
  const b = pools * to
  if (rest < 0) {
    const near = (sums[b] ?? 0) - (sums[a] ?? 0)
    if (-rest <= near) return (zh.near * -rest) / near
    const far = (sums[b + 1] ?? 0) - (sums[a + 1] ?? 0)
    if (-rest > near + far + tolerance) return Number.POSITIVE_INFINITY
    return (near > tolerance ? zh.near : 0) + (far > tolerance ? (zh.far * (-rest - near)) / far : 0)
  }
  const beyond = rest - ((sums[b + 2] ?? 0) - (sums[a + 2] ?? 0))
  if (beyond <= 0) return zh.free
  const unit = (sums[b + 3] ?? 0) - (sums[a + 3] ?? 0)
  return zh.free + beyond / (unit > tolerance ? unit : loneUnit.zh * sizeAt(shaped, from))
}

const zh = { near: 0.2, far: 0.6, free: 0.1 } as const

/** Word spaces within what looks even, then letters, then word spaces again: see `justify`. */
function latinStrain(shaped: Shaped, from: number, to: number, rest: Pt): number {
  const { sums, atoms } = shaped
  const a = pools * (from + 1)
  const b = pools * to
  const letters = (sums[b + 4] ?? 0) - (sums[a + 4] ?? 0) + (atoms.letters[from] ?? 0)
  if (rest < 0) {
    const near = (sums[b] ?? 0) - (sums[a] ?? 0)
    if (-rest <= near) return (latin.near * -rest) / near
    const start = near > tolerance ? latin.near : 0
    const room = tracking.shrink * letters
    const beyond = -rest - near
    if (beyond <= room) return start + (latin.tracked * beyond) / room
    const far = (sums[b + 1] ?? 0) - (sums[a + 1] ?? 0)
    if (beyond > room + far + tolerance) return Number.POSITIVE_INFINITY
    return (
      start +
      (room > tolerance ? latin.tracked : 0) +
      (far > tolerance ? (latin.far * (beyond - room)) / far : 0)
    )
  }
  const free = (sums[b + 2] ?? 0) - (sums[a + 2] ?? 0)
  if (rest <= free) return (latin.free * rest) / free
  const room = tracking.stretch * letters
  const beyond = rest - free
  if (beyond <= room) return latin.free + (latin.tracked * beyond) / room
  const unit = (sums[b + 3] ?? 0) - (sums[a + 3] ?? 0)
  return (
    latin.free +
    latin.tracked +
    (beyond - room) / (unit > tolerance ? unit : loneUnit.latin * sizeAt(shaped, from))
  )
}

/** The strain that each step adds when it is used up; a word space that has doubled, or shrunk to 60 %, strains by about 1. */
const latin = { near: 0.6, free: 0.4, tracked: 0.1, far: 0.4 } as const

/**
 * A line without a gap that could grow strains as one with a single narrow one, in em: never less than a longer line
 * that has one.
 */
const loneUnit = { zh: 0.05, latin: 0.125 } as const

function sizeAt({ runs, atoms }: Shaped, atom: number): Pt {
  return Math.max(0.01, runs[atoms.run[atom] ?? 0]?.style.fontSize ?? 0)
}

/** The cost of a strain: its cube to 2, then the tangent: higher powers swamp the sums and choose absurd lines. */
export function demerits(strained: number): number {
  const bad = 1 + 100 * (strained < 2 ? strained * strained * strained : 8 + 12 * (strained - 2))
  return bad * bad
}

/**
 * What a line costs beside its strain. `overfull`: more than any other line can, so that one is too wide only where
 * it cannot be helped; `stub`: less than a short word left over of a broken one; `inARow`: two hyphens, only where a
 * line would else be stretched to about double spaces.
 */
export const cost = {
  overfull: 1e14,
  unwanted: 1e8,
  singleHan: 1e7,
  singleWord: 1e5,
  hyphen: 50 * 50,
  typedHyphen: 30 * 30,
  inARow: 4e5,
  stub: 4e5,
  bound: 45 * 45,
} as const

/** The cost of breaking before an atom, when the line began at another; of what stands in the gaps, not of the widths. */
export function breakCost(shaped: Shaped, from: number, to: number, isEnd: boolean): number {
  const { chance } = shaped.gaps
  let total = 0
  if (isEnd) {
    if (to !== shaped.count || from < shaped.tail || from === 0) return 0
    total = shaped.isChinese ? cost.singleHan : cost.singleWord
    return chance[from] === Chance.hyphen && from >= shaped.stub ? total + cost.stub : total
  }
  const kind = chance[to]
  if (kind === Chance.unwanted) total = cost.unwanted
  else if (kind === Chance.bound) total = cost.bound
  else if (kind === Chance.hyphen || kind === Chance.afterHyphen) {
    total = kind === Chance.hyphen ? cost.hyphen : cost.typedHyphen
    if (from > 0 && (chance[from] === Chance.hyphen || chance[from] === Chance.afterHyphen))
      total += cost.inARow
  }
  return total
}

/** Whether even the tightest setting of a line is too wide, and so that of each longer one: its hyphen is not counted. */
export function isTooWide(
  shaped: Shaped,
  from: number,
  to: number,
  width: Pt,
  isJustified: boolean,
): boolean {
  const hyphen =
    to < shaped.count && shaped.gaps.chance[to] === Chance.hyphen ? hyphenWidth(shaped, to - 1) : 0
  const natural = (shaped.ends[to] ?? 0) - hyphen - (shaped.starts[from] ?? 0)
  if (!isJustified) return natural > width + tolerance
  const { sums, atoms } = shaped
  const a = pools * (from + 1)
  const b = pools * to
  let shrink = (sums[b] ?? 0) - (sums[a] ?? 0) + (sums[b + 1] ?? 0) - (sums[a + 1] ?? 0)
  if (!shaped.isChinese)
    shrink += tracking.shrink * ((sums[b + 4] ?? 0) - (sums[a + 4] ?? 0) + (atoms.letters[from] ?? 0))
  return natural - shrink > width + tolerance
}
