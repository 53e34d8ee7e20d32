import type { Row } from '../layout/flow.ts'
import { noteSpace } from './rows.ts'

export interface Paper {
  readonly depth: number
  /** How many of the cells count in the cost. */
  readonly lanes: number
  /** Height of the rule above the notes. */
  readonly noteHead: number
}

interface End {
  readonly row: number
  readonly at: readonly number[]
  readonly carried: readonly number[]
  readonly cost: number
}

/** A line of a note: where it is called, and the size of its note. */
interface NoteLine {
  readonly height: number
  readonly row: number
  readonly item: number
  readonly first: number
  readonly end: number
}

/**
 * The least cost of all ways to break rows into pages, by plain recursion over every legal page end: no bounds, no
 * sums kept, nothing shared with `paginate`. Heights are added up anew for each page.
 */
export function leastCost(rows: readonly Row[], { depth, lanes, noteHead }: Paper): number {
  const counts = rows.map((row) => row.cells.map((cell) => cell?.items.length ?? 0))
  const isEmpty = (row: number) => (counts[row] ?? []).every((count) => count === 0)
  const zero = (counts[0] ?? []).map(() => 0)
  const notes = zero.map((_, lane) => noteLines(rows, lane))
  const known = new Map<string, number>()

  const best = ({ row, at, carried }: Omit<End, 'cost'>): number => {
    const isCarried = carried.some((lines) => lines > 0)
    if (row >= rows.length && !isCarried) return 0
    const key = `${row}:${at.join()}:${carried.join()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const costs = (row < rows.length ? legalEnds(row, at, carried) : []).map((end) => end.cost + best(end))
    const least =
      costs.length > 0 ? Math.min(...costs) : isCarried ? notesAlone(row, at, carried) : forced(row, at)
    known.set(key, least)
    return least
  }

  const legalEnds = (row: number, at: readonly number[], carried: readonly number[]) => {
    const ends: End[] = []
    for (let to = row; to <= rows.length; to++) {
      const isFull = Math.max(...depthsOf(row, at, to, zero)) > depth
      if (to > row && !isFull && penaltyBefore(to) < Infinity) {
        const feet = feetAt(row, at, carried, to, zero)
        const isOnly = row === 0 && at.every((cut) => cut === 0)
        if (feet && (to < rows.length || mayGoOn(feet.carried))) {
          const isLast = to === rows.length && feet.carried.every((lines) => lines === 0)
          const cost = isLast ? lastPage(feet.depths, isOnly) : penaltyBefore(to) + blank(feet.depths)
          ends.push({ row: to, at: zero, carried: feet.carried, cost: cost + feet.cost })
        }
      }
      if (to === rows.length) break
      const fits = wholeDepths(row, at, carried, to + 1).every((whole) => whole <= depth)
      for (const cuts of cutsOf(to, to === row ? at : zero)) {
        const feet = feetAt(row, at, carried, to, cuts)
        const penalty = cuts.reduce(
          (sum, cut, lane) => sum + penaltyAt(to, lane, cut, to === row ? at : zero),
          0,
        )
        if (feet && penalty < Infinity) {
          const cost = (fits ? 510 : 10) + penalty + blank(feet.depths) + feet.cost
          ends.push({ row: to, at: cuts, carried: feet.carried, cost })
        }
      }
    }
    const isSet = (end: number) => rows.some((_, index) => index >= row && index < end && !isEmpty(index))
    return ends.filter((end) => end.at.some((cut) => cut > 0) || end.row === rows.length || isSet(end.row))
  }

  /** Depths with the notes; of the last one only what fits, if it is called in the last row and not too short. */
  const feetAt = (
    row: number,
    at: readonly number[],
    carried: readonly number[],
    to: number,
    cuts: readonly number[],
  ): { depths: number[]; carried: number[]; cost: number } | null => {
    const isInside = cuts.some((cut) => cut > 0)
    let last = isInside ? to : to - 1
    while (!isInside && last >= 0 && isEmpty(last)) last--
    const depths = [...depthsOf(row, at, to, cuts)]
    const left = zero.map(() => 0)
    let cost = 0
    for (const lane of zero.keys()) {
      const body = depths[lane] ?? 0
      const [from, called] = [firstLine(lane, row, at, carried), linesTo(lane, to, cuts[lane] ?? 0)]
      const own = Math.max(linesTo(lane, row, at[lane] ?? 0), linesTo(lane, last, 0))
      const { first = 0, end = 0 } = notes[lane]?.[called - 1] ?? {}
      const isDivisible = last >= row && called > own && end - first >= 4
      let kept = called
      while (isDivisible && kept > called - (end - first - 2) && body + notesDepth(lane, from, kept) > depth)
        kept = kept === called ? called - 2 : kept - 1
      depths[lane] = body + notesDepth(lane, from, kept)
      if ((depths[lane] ?? 0) > depth) return null
      left[lane] = called - kept
      if (called > kept) cost += 80
    }
    return { depths, carried: left, cost }
  }

  const wholeDepths = (row: number, at: readonly number[], carried: readonly number[], to: number) =>
    depthsOf(row, at, to, zero).map(
      (body, lane) => body + notesDepth(lane, firstLine(lane, row, at, carried), linesTo(lane, to, 0)),
    )

  /** Behind the last row a note goes over only if no page can hold it. */
  const mayGoOn = (carried: readonly number[]): boolean =>
    carried.every((lines, lane) => {
      const { first = 0, end = 0 } = notes[lane]?.at(-1) ?? {}
      return lines === 0 || notesDepth(lane, first, end) > depth
    })

  /** Notes without any text above them: as many lines of them as fit. */
  const notesAlone = (row: number, at: readonly number[], carried: readonly number[]): number => {
    const kept = carried.map((lines, lane) => {
      const from = firstLine(lane, row, at, carried)
      let count = lines
      while (count > 1 && notesDepth(lane, from, from + count) > depth) count--
      return count
    })
    const depths = kept.map((count, lane) => {
      const from = firstLine(lane, row, at, carried)
      return notesDepth(lane, from, from + count)
    })
    const left = carried.map((lines, lane) => lines - (kept[lane] ?? 0))
    const isDone = left.every((lines) => lines === 0)
    const isEnd = row === rows.length
    const cost = isEnd && isDone ? lastPage(depths, false) : blank(depths)
    return cost + (isDone && !isEnd ? 1e5 : 0) + best({ row, at, carried: left })
  }

  /** Lines called before an item of a row. */
  const linesTo = (lane: number, row: number, item: number): number =>
    notes[lane]?.filter((line) => line.row < row || (line.row === row && line.item < item)).length ?? 0

  const firstLine = (lane: number, row: number, at: readonly number[], carried: readonly number[]): number =>
    linesTo(lane, row, at[lane] ?? 0) - (carried[lane] ?? 0)

  const notesDepth = (lane: number, from: number, to: number): number =>
    to > from ? (notes[lane] ?? []).slice(from, to).reduce((sum, { height }) => sum + height, noteHead) : 0

  /** All ways to cut a row: each cell that has something left gives at least an item, and not all are finished. */
  const cutsOf = (row: number, from: readonly number[]): readonly (readonly number[])[] => {
    let all: number[][] = [[]]
    for (const [lane, count] of (counts[row] ?? []).entries()) {
      const start = from[lane] ?? 0
      const choices =
        start >= count ? [count] : Array.from({ length: count - start }, (_, index) => start + 1 + index)
      all = all.flatMap((cuts) => choices.map((choice) => [...cuts, choice]))
    }
    return all.filter((cuts) => cuts.some((cut, lane) => cut < (counts[row]?.[lane] ?? 0)))
  }

  const penaltyAt = (row: number, lane: number, cut: number, from: readonly number[]): number => {
    const count = counts[row]?.[lane] ?? 0
    return cut >= count || cut === from[lane] ? 0 : (rows[row]?.cells[lane]?.items[cut]?.penalty ?? 0)
  }

  /** A row without items keeps to the one before it, and hands its penalty on to the next. */
  const penaltyBefore = (row: number): number => {
    if (row >= rows.length) return 0
    if (isEmpty(row)) return Infinity
    let penalty = rows[row]?.penalty ?? 0
    for (let index = row - 1; index >= 0 && isEmpty(index); index--)
      penalty = Math.max(penalty, rows[index]?.penalty ?? 0)
    return penalty
  }

  /** Depth of each lane on a page from one cut to another. */
  const depthsOf = (
    row: number,
    at: readonly number[],
    to: number,
    cuts: readonly number[],
  ): readonly number[] => {
    const isTopOfAll = row === 0 && at.every((cut) => cut === 0)
    // The head of a table stands in all lanes.
    const depths = zero.map(() => (isTopOfAll ? 0 : (rows[row]?.head?.height ?? 0)))
    for (let index = row; index <= Math.min(to, rows.length - 1); index++) {
      if (isEmpty(index) || (index === to && cuts.every((cut) => cut === 0))) continue
      const isTop = index === row
      const top = Math.max(...depths) + (!isTop || isTopOfAll ? (rows[index]?.space ?? 0) : 0)
      for (const lane of zero.keys()) {
        const start = isTop ? (at[lane] ?? 0) : 0
        const end = index === to ? (cuts[lane] ?? 0) : (counts[index]?.[lane] ?? 0)
        if (end <= start) continue
        let y = top
        for (let item = start; item < end; item++) {
          const { height = 0, space = 0 } = rows[index]?.cells[lane]?.items[item] ?? {}
          y += height + (item > start || item === 0 ? space : 0)
        }
        depths[lane] = y
      }
    }
    return depths
  }

  const blank = (depths: readonly number[]): number => {
    const line = Math.max(depth, 1) / 45
    const squares = depths.slice(0, lanes).map((filled) => ((depth - filled) / line) ** 2)
    return squares.reduce((sum, square) => sum + square, 0) / lanes
  }

  const lastPage = (depths: readonly number[], isOnly: boolean): number => {
    const share = Math.max(...depths.slice(0, lanes)) / Math.max(depth, 1)
    return isOnly || share >= 0.15 ? 0 : 3000 * (1.5 - 2 * share)
  }

  /** Nothing legal: all rows that fit and what fits of the next; where that is nothing in a cell, the rows alone. */
  const forced = (row: number, at: readonly number[]): number => {
    const least = (to: number, cuts: readonly number[], lane: number): number => {
      const from = linesTo(lane, row, at[lane] ?? 0)
      const called = linesTo(lane, to, cuts[lane] ?? 0)
      const { first = 0, end = 0 } = notes[lane]?.[called - 1] ?? {}
      const kept = called > from && end - first >= 4 ? first + 2 : called
      return (depthsOf(row, at, to, cuts)[lane] ?? 0) + notesDepth(lane, from, kept)
    }
    const mayFit = (to: number) => zero.every((_, lane) => least(to, zero, lane) <= depth)
    let full = row
    while (full < rows.length && mayFit(full + 1)) full++
    const from = full === row ? at : zero
    const cuts = (counts[full] ?? []).map((count, lane) => {
      const start = from[lane] ?? 0
      if (start >= count) return { cut: count, isOver: false }
      const alone = (cut: number) => zero.map((_, other) => (other === lane ? cut : (from[other] ?? 0)))
      const fitting: number[] = []
      for (let cut = start + 1; cut <= count; cut++)
        if (least(full, alone(cut), lane) <= depth) fitting.push(cut)
      const price = (cut: number): number => {
        const foot = footOf(row, at, full, alone(cut), lane)
        if (!foot) return Infinity
        const empty = (depth - foot.depth) / (Math.max(depth, 1) / 45)
        return penaltyAt(full, lane, cut, from) + foot.cost + empty ** 2 / lanes
      }
      const legal = fitting.filter((cut) => price(cut) < Infinity)
      const cheapest = legal.reduce<number | null>(
        (found, cut) => (found === null || price(cut) <= price(found) ? cut : found),
        null,
      )
      return { cut: cheapest ?? fitting.at(-1) ?? start + 1, isOver: fitting.length === 0 }
    })
    const isSet = rows.some((_, index) => index >= row && index < full && !isEmpty(index))
    if (full === rows.length || (isSet && cuts.some(({ isOver }) => isOver)))
      return 1e5 + best({ row: full, at: zero, carried: whatIsLeft(row, at, full, zero) })
    const ends = cuts.map(({ cut }) => cut)
    const carried = whatIsLeft(row, at, full, ends)
    const isWhole = ends.every((cut, lane) => cut >= (counts[full]?.[lane] ?? 0))
    let next = full + 1
    while (next < rows.length && isEmpty(next)) next++
    return 1e5 + best(isWhole ? { row: next, at: zero, carried } : { row: full, at: ends, carried })
  }

  /** The foot of one lane, cut inside a row. */
  const footOf = (row: number, at: readonly number[], to: number, cuts: readonly number[], lane: number) => {
    const body = depthsOf(row, at, to, cuts)[lane] ?? 0
    const from = linesTo(lane, row, at[lane] ?? 0)
    const called = linesTo(lane, to, cuts[lane] ?? 0)
    const { first = 0, end = 0 } = notes[lane]?.[called - 1] ?? {}
    const depths = (kept: number) => body + notesDepth(lane, from, kept)
    if (depths(called) <= depth) return { depth: depths(called), cost: 0 }
    if (called <= Math.max(from, linesTo(lane, to, 0)) || end - first < 4) return null
    for (let kept = called - 2; kept >= first + 2; kept--)
      if (depths(kept) <= depth) return { depth: depths(kept), cost: 80 }
    return null
  }

  const whatIsLeft = (row: number, at: readonly number[], to: number, cuts: readonly number[]) =>
    depthsOf(row, at, to, cuts).map((body, lane) => {
      const from = linesTo(lane, row, at[lane] ?? 0)
      const called = linesTo(lane, to, cuts[lane] ?? 0)
      let kept = called
      while (kept > from && body + notesDepth(lane, from, kept) > depth) kept--
      return called - kept
    })

  return best({ row: 0, at: zero, carried: zero })
}

function noteLines(rows: readonly Row[], lane: number): readonly NoteLine[] {
  const lines: NoteLine[] = []
  rows.forEach(({ cells }, row) => {
    cells[lane]?.items.forEach(({ notes }, item) => {
      for (const { content } of notes) {
        const first = lines.length
        const end = first + content.items.length
        content.items.forEach(({ height }, index) => {
          lines.push({ height: height + (index === 0 ? noteSpace : 0), row, item, first, end })
        })
      }
    })
  })
  return lines
}
