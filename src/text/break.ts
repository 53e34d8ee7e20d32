import { type Pt, tolerance } from '../base/length.ts'
import { breakCost, cost, demerits, isTooWide, strain } from './cost.ts'
import { setLine } from './justify.ts'
import { type BrokenLine, Chance, type Shaped } from './shaped.ts'

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
export function breakLines(shaped: Shaped, setting: Setting): readonly BrokenLine[] {
  const lines: BrokenLine[] = []
  const sizes = new Float32Array(shaped.count)
  let from = 0
  for (let to = 1; to <= shaped.count; to++) {
    if (to < shaped.count && shaped.gaps.chance[to] !== Chance.forced) continue
    // A forced break ends a line as the paragraph's end does; only the very first line is indented.
    const stretch = { from, to, indent: from === 0 ? setting.indent : 0 }
    const measure = setting.isBalanced ? balancedMeasure(shaped, stretch, setting) : setting.measure
    const breaks = chooseBreaks(shaped, stretch, measure, setting.align === 'justify')
    for (let index = 1; index < breaks.length; index++) {
      const [start, end] = [breaks[index - 1] ?? 0, breaks[index] ?? 0]
      lines.push(setLine(shaped, start, end, setting, end === to, sizes))
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
  const { chance } = shaped.gaps
  const { best, previous } = shaped.paths
  const search = startSearch(shaped, stretch, measure, isJustified, isPruned)
  best[0] = 0
  for (let b = from + 1; b <= to; b++) {
    if (b < to && chance[b] === Chance.never) continue
    while (
      search.first < search.last &&
      isTooWide(shaped, search.first, b, search.first === from ? measure - indent : measure, isJustified)
    )
      search.first++
    scanStarts(search, b)
    addStart(search, b - from, search.first - from)
    search.last = b
  }
  const breaks = [to]
  for (let b = to; b > from; ) {
    b = previous[b - from] ?? from
    breaks.push(b)
  }
  return breaks.reverse()
}

/** The search for the best breaks of a stretch. */
interface Search {
  readonly shaped: Shaped
  readonly stretch: Stretch
  readonly measure: Pt
  readonly isJustified: boolean
  readonly isPruned: boolean
  /** The first and the last chance at which a line that ends here may begin. */
  first: number
  last: number
  /** Starts of lines, each the cheapest of those from it on, stand in `Paths.queue` from `head` to `tail`: their costs rise. */
  head: number
  tail: number
}

function startSearch(
  shaped: Shaped,
  stretch: Stretch,
  measure: Pt,
  isJustified: boolean,
  isPruned: boolean,
): Search {
  const { from, to } = stretch
  shaped.paths.best.fill(Number.POSITIVE_INFINITY, 0, to - from + 1)
  shaped.paths.queue[0] = 0
  return { shaped, stretch, measure, isJustified, isPruned, first: from, last: from, head: 0, tail: 1 }
}

/** Finds the best start of a line that ends at `b`. */
function scanStarts(search: Search, b: number): void {
  const { shaped, stretch, measure, isJustified, isPruned, first, last, tail } = search
  const { starts, ends } = shaped
  const { best, previous, queue } = shaped.paths
  const { from, to, indent } = stretch
  const isEnd = b === to
  const end = ends[b] ?? 0
  let next = search.head
  let least = Number.POSITIVE_INFINITY
  let leastFrom = last
  for (let a = first; a <= last; a++) {
    const before = best[a - from] ?? Number.POSITIVE_INFINITY
    if (before === Number.POSITIVE_INFINITY) continue
    const width = a === from ? measure - indent : measure
    const strained = strain(shaped, a, b, width, isJustified, isEnd)
    let total = before
    if (strained < Number.POSITIVE_INFINITY) {
      const bad = demerits(strained)
      if (isPruned && a > from && end - (starts[a] ?? 0) < width) {
        // The least cost of all starts from this one on.
        while (next < tail - 1 && (queue[next] ?? 0) < a - from) next++
        if (bad + (best[queue[next] ?? 0] ?? 0) >= least) break
      }
      total += bad + breakCost(shaped, a, b, isEnd)
    } else if (a === last) {
      // Nothing can be done but let it stand out, by as little as may be.
      total +=
        cost.overfull + demerits((end - (starts[a] ?? 0) - width) / 10) + breakCost(shaped, a, b, isEnd)
    } else continue
    if (total < least) {
      least = total
      leastFrom = a
    }
  }
  best[b - from] = least
  previous[b - from] = leastFrom
}

/** Adds a start to the queue; those before `first` are not asked for again. */
function addStart(search: Search, start: number, first: number): void {
  const { best, queue } = search.shaped.paths
  const own = best[start] ?? 0
  while (search.tail > search.head && (best[queue[search.tail - 1] ?? 0] ?? 0) >= own) search.tail--
  queue[search.tail++] = start
  while (search.head < search.tail - 1 && (queue[search.head] ?? 0) < first) search.head++
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
