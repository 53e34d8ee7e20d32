import type { Pt } from '../base/length.ts'
import { AtomKind } from './cjk.ts'
import { setLine } from './justify.ts'
import { Chance, type Line, type Shaped } from './shaped.ts'

/** How lines fill their measure. */
export interface Setting {
  readonly measure: Pt
  /** Of the first line; a negative one hangs. */
  readonly indent: Pt
  readonly align: 'start' | 'end' | 'center' | 'justify'
  /** Lines of nearly equal width, as few as possible. */
  readonly isBalanced: boolean
}

/**
 * The lines of a paragraph with the least total cost over all ways to break it (Knuth and Plass 1981), where a line's
 * cost follows clreq's order of reduction and expansion: docs/architecture.md has the model.
 */
export function breakLines(shaped: Shaped, setting: Setting): readonly Line[] {
  const lines: Line[] = []
  let from = 0
  for (let to = 1; to <= shaped.count; to++) {
    if (to < shaped.count && shaped.gaps.chance[to] !== Chance.forced) continue
    // A forced break ends a line as the paragraph's end does; only the very first line is indented.
    const stretch = { from, to, indent: from === 0 ? setting.indent : 0 }
    const measure = setting.isBalanced ? balancedMeasure(shaped, stretch, setting) : setting.measure
    const breaks = chooseBreaks(shaped, stretch, measure, setting.align === 'justify')
    for (let index = 1; index < breaks.length; index++) {
      const [start, end] = [breaks[index - 1] ?? 0, breaks[index] ?? 0]
      const isFirst = start === 0
      lines.push(setLine(shaped, start, end, { ...setting, indent: isFirst ? setting.indent : 0, isLast: end === to }))
    }
    from = to
  }
  return lines
}

/** Atoms between two forced breaks, and the indent of their first line. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly indent: Pt
}

/** Costs beside a line's own: of a last line too short (C38), hyphens, a break inside a phrase. */
const cost = { singleHan: 1e6, singleWord: 1e5, hyphen: 50 * 50, typedHyphen: 900, hyphensInARow: 1e4, unwanted: 1e7 } as const
/** Strain beyond which a start of a line is no longer tried, once there is a predecessor. */
const loose = 3

/** The strain of a line as a number: 0 set as it is, about 1 at the limits of what is good. Infinity: it cannot be set. */
export function strain(shaped: Shaped, from: number, to: number, width: Pt, isJustified: boolean, isLast: boolean): number {
  const { sums } = shaped
  const rest = width - ((shaped.ends[to] ?? 0) - (shaped.starts[from] ?? 0))
  if (!isJustified) {
    if (rest < -tolerance) return Number.POSITIVE_INFINITY
    return isLast ? 0 : (ragged * rest) / width
  }
  const a = 4 * (from + 1)
  const b = 4 * to
  if (rest < -tolerance) {
    const near = (sums[b] ?? 0) - (sums[a] ?? 0)
    const excess = -rest
    if (excess <= near) return (weight.near(shaped) * excess) / near
    const far = (sums[b + 1] ?? 0) - (sums[a + 1] ?? 0)
    if (excess > near + far + tolerance) return Number.POSITIVE_INFINITY
    return (near > 0 ? weight.near(shaped) : 0) + (weight.far * (excess - near)) / far
  }
  if (rest <= tolerance || isLast) return 0
  const beyond = rest - ((sums[b + 2] ?? 0) - (sums[a + 2] ?? 0))
  const free = shaped.isChinese ? weight.free : 0
  if (beyond <= 0) return free
  const unit = (sums[b + 3] ?? 0) - (sums[a + 3] ?? 0)
  return free + beyond / (unit > 0 ? unit : loneUnit(shaped, from))
}

/** Below any difference that paper shows; sums of hundreds of widths in points are exact to about 1e-10. */
const tolerance = 1e-6
/** Strain of a ragged line that is empty. */
const ragged = 6

/** Weights of LINES: marks and brackets shrink first, at little cost, then Han-Latin gaps and stops; Latin has word spaces only. */
const weight = { near: (shaped: Shaped) => (shaped.isChinese ? 0.2 : 1), far: 0.6, free: 0.1 }

/** A line without a gap that could grow counts as one with a single one. */
function loneUnit(shaped: Shaped, from: number): number {
  const size = shaped.runs[shaped.atoms.run[from] ?? 0]?.style.fontSize ?? 10
  return shaped.isChinese ? 0.05 * size : 0.25 * size
}

/** Cube of the strain to 2, then its tangent: higher powers swamp the sums and choose absurd lines. */
function demerits(strained: number): number {
  const bad = 1 + 100 * (strained < 2 ? strained ** 3 : 8 + 12 * (strained - 2))
  return bad * bad
}

/**
 * The best breaks of a stretch, its two ends included. Starts of lines that are too loose are passed over; that is
 * exact only while the whole costs less than one such line, else it is done again without.
 */
export function chooseBreaks(shaped: Shaped, stretch: Stretch, measure: Pt, isJustified: boolean, isPruned = true): readonly number[] {
  const { from, to } = stretch
  const { chance } = shaped.gaps
  const size = to - from + 1
  const best = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(size).fill(-1)
  best[0] = 0
  let first = from
  let lastAllowed = from
  for (let b = from + 1; b <= to; b++) {
    const kind = b === to ? Chance.free : (chance[b] ?? 0)
    if (kind === Chance.never) continue
    while (first < lastAllowed && isTooWide(shaped, first, b, first === from ? measure - stretch.indent : measure, isJustified)) first++
    let least = Number.POSITIVE_INFINITY
    let least_from = -1
    for (let a = first; a <= lastAllowed; a++) {
      if (a > from && (chance[a] === Chance.never || best[a - from] === Number.POSITIVE_INFINITY)) continue
      const width = a === from ? measure - stretch.indent : measure
      let strained = strain(shaped, a, b, width, isJustified, b === to)
      if (strained === Number.POSITIVE_INFINITY) {
        if (a !== lastAllowed) continue
        strained = 50 + ((shaped.ends[b] ?? 0) - (shaped.starts[a] ?? 0) - width) / 10
      } else if (isPruned && strained > loose && least_from >= 0 && (shaped.ends[b] ?? 0) - (shaped.starts[a] ?? 0) < width) break
      let total = (best[a - from] ?? 0) + demerits(strained)
      if (kind === Chance.unwanted) total += cost.unwanted
      if (kind === Chance.hyphen || kind === Chance.afterHyphen) {
        total += kind === Chance.hyphen ? cost.hyphen : cost.typedHyphen
        if (a > from && (chance[a] === Chance.hyphen || chance[a] === Chance.afterHyphen)) total += cost.hyphensInARow
      }
      if (b === to && b === shaped.count && a > from && a >= shaped.tail) total += shaped.isChinese ? cost.singleHan : cost.singleWord
      if (total < least) {
        least = total
        least_from = a
      }
    }
    best[b - from] = least
    previous[b - from] = least_from
    lastAllowed = b
  }
  if (isPruned && (best[size - 1] ?? 0) >= demerits(loose)) return chooseBreaks(shaped, stretch, measure, isJustified, false)
  const breaks = [to]
  for (let b = to; b > from; ) breaks.push((b = previous[b - from] ?? from))
  return breaks.reverse()
}

/** Whether even the tightest setting of a line is too wide, and so that of each longer one. */
function isTooWide(shaped: Shaped, from: number, to: number, width: Pt, isJustified: boolean): boolean {
  const natural = (shaped.ends[to] ?? 0) - (shaped.starts[from] ?? 0)
  if (!isJustified) return natural > width + tolerance
  const { sums } = shaped
  const [a, b] = [4 * (from + 1), 4 * to]
  const shrink = (sums[b] ?? 0) - (sums[a] ?? 0) + (sums[b + 1] ?? 0) - (sums[a + 1] ?? 0)
  return natural - shrink > width + tolerance
}

/** The least measure at which a stretch needs no more lines than at the full one, to a hundredth of it. */
function balancedMeasure(shaped: Shaped, stretch: Stretch, setting: Setting): Pt {
  const linesAt = (measure: Pt): number => {
    const breaks = chooseBreaks(shaped, stretch, measure, false)
    const isOver = breaks.some((b, index) => {
      const a = breaks[index - 1]
      return a !== undefined && (shaped.ends[b] ?? 0) - (shaped.starts[a] ?? 0) > measure + tolerance
    })
    const isUnwanted = breaks.some((b) => b < stretch.to && shaped.gaps.chance[b] === Chance.unwanted)
    return isOver || isUnwanted ? Number.POSITIVE_INFINITY : breaks.length
  }
  const wanted = linesAt(setting.measure)
  if (wanted <= 2 || wanted === Number.POSITIVE_INFINITY) return setting.measure
  let [low, high] = [setting.measure / (wanted - 1) / 2, setting.measure]
  while (high - low > setting.measure / 100) {
    const middle = (low + high) / 2
    if (linesAt(middle) <= wanted) high = middle
    else low = middle
  }
  return high
}

/** Whether an atom opens with a bracket, whose blank stays at a line's start. */
export function startsWithBracket(shaped: Shaped, atom: number): boolean {
  return shaped.atoms.kind[atom] === AtomKind.open
}
