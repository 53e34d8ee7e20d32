import type { Pt } from '../base/length.ts'
import { breakCost, cost, demerits, isTooWide, strain, tolerance } from './cost.ts'
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
      lines.push(
        setLine(shaped, start, end, {
          ...setting,
          indent: start === 0 ? setting.indent : 0,
          isLast: end === to,
        }),
      )
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

/**
 * The best breaks of a stretch, its two ends included. A line's strain grows the later it begins, so that the scan of
 * starts ends, without loss, where none of those left could cost less (`isPruned`; false: all are tried).
 */
export function chooseBreaks(
  shaped: Shaped,
  stretch: Stretch,
  measure: Pt,
  isJustified: boolean,
  isPruned = true,
): readonly number[] {
  const { from, to, indent } = stretch
  const { starts, ends, gaps } = shaped
  const best = new Float64Array(to - from + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(to - from + 1).fill(-1)
  best[0] = 0
  const cheapest = startCheapest(best)
  let first = from
  let lastAllowed = from
  for (let b = from + 1; b <= to; b++) {
    if (b < to && gaps.chance[b] === Chance.never) continue
    const end = ends[b] ?? 0
    while (
      first < lastAllowed &&
      isTooWide(shaped, first, b, first === from ? measure - indent : measure, isJustified)
    )
      first++
    let least = Number.POSITIVE_INFINITY
    let leastFrom = lastAllowed
    cheapest.begin = cheapest.head
    for (let a = first; a <= lastAllowed; a++) {
      const before = best[a - from] ?? Number.POSITIVE_INFINITY
      if (before === Number.POSITIVE_INFINITY) continue
      const width = a === from ? measure - indent : measure
      const strained = strain(shaped, a, b, width, isJustified, b === to)
      let total = before
      if (strained < Number.POSITIVE_INFINITY) {
        const bad = demerits(strained)
        if (
          isPruned &&
          a > from &&
          end - (starts[a] ?? 0) < width &&
          bad + cheapestFrom(cheapest, a - from) >= least
        )
          break
        total += bad + breakCost(shaped, a, b, b === to)
      } else if (a === lastAllowed) {
        // Nothing can be done but let it stand out, by as little as may be.
        total +=
          cost.overfull + demerits((end - (starts[a] ?? 0) - width) / 10) + breakCost(shaped, a, b, b === to)
      } else continue
      if (total < least) {
        least = total
        leastFrom = a
      }
    }
    best[b - from] = least
    previous[b - from] = leastFrom
    addCheapest(cheapest, b - from, first - from)
    lastAllowed = b
  }
  const breaks = [to]
  for (let b = to; b > from; ) {
    b = previous[b - from] ?? from
    breaks.push(b)
  }
  return breaks.reverse()
}

/** Starts of lines, each the cheapest of those from it on: a queue of rising costs. */
interface Cheapest {
  readonly best: Float64Array
  readonly queue: Int32Array
  head: number
  tail: number
  /** Where the next question is looked for: those of one scan rise. */
  begin: number
}

function startCheapest(best: Float64Array): Cheapest {
  return { best, queue: new Int32Array(best.length + 1), head: 0, tail: 1, begin: 0 }
}

function addCheapest(cheapest: Cheapest, start: number, first: number): void {
  const { best, queue } = cheapest
  const own = best[start] ?? 0
  while (cheapest.tail > cheapest.head && (best[queue[cheapest.tail - 1] ?? 0] ?? 0) >= own) cheapest.tail--
  queue[cheapest.tail++] = start
  while (cheapest.head < cheapest.tail - 1 && (queue[cheapest.head] ?? 0) < first) cheapest.head++
}

/** The least cost of all starts from one on. */
function cheapestFrom(cheapest: Cheapest, start: number): number {
  const { best, queue, tail } = cheapest
  while (cheapest.begin < tail - 1 && (queue[cheapest.begin] ?? 0) < start) cheapest.begin++
  return best[queue[cheapest.begin] ?? 0] ?? 0
}

/** The least measure at which a stretch needs no more lines than at the full one, to a hundredth of it. */
function balancedMeasure(shaped: Shaped, stretch: Stretch, setting: Setting): Pt {
  const linesAt = (measure: Pt): number => {
    const breaks = chooseBreaks(shaped, stretch, measure, false)
    const isOver = breaks.some((b, index) => {
      const a = breaks[index - 1]
      if (a === undefined) return false
      const width = a === stretch.from ? measure - stretch.indent : measure
      return (shaped.ends[b] ?? 0) - (shaped.starts[a] ?? 0) > width + tolerance
    })
    const isUnwanted = breaks.some((b) => b < stretch.to && shaped.gaps.chance[b] === Chance.unwanted)
    return isOver || isUnwanted ? Number.POSITIVE_INFINITY : breaks.length - 1
  }
  const wanted = linesAt(setting.measure)
  if (wanted <= 1 || wanted === Number.POSITIVE_INFINITY) return setting.measure
  let [low, high] = [setting.measure / wanted / 2, setting.measure]
  while (high - low > setting.measure / 100) {
    const middle = (low + high) / 2
    if (linesAt(middle) <= wanted) high = middle
    else low = middle
  }
  return high
}
