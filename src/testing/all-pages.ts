import type { Row } from '../layout/flow.ts'

/**
 * The least cost of all ways to break rows into pages, by plain recursion over every legal page end: no bounds, no
 * sums kept, nothing shared with `paginate`. Heights are added up anew for each page.
 */
export function leastCost(rows: readonly Row[], depth: number, lanes: number): number {
  const counts = rows.map((row) => row.cells.map((cell) => cell?.items.length ?? 0))
  const isEmpty = (row: number) => (counts[row] ?? []).every((count) => count === 0)
  const zero = (counts[0] ?? []).map(() => 0)
  const known = new Map<string, number>()

  const best = (row: number, at: readonly number[]): number => {
    if (row >= rows.length) return 0
    const key = `${row}:${at.join()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const costs = legalEnds(row, at).map((end) => end.cost + best(end.row, end.at))
    const least = costs.length > 0 ? Math.min(...costs) : forced(row, at)
    known.set(key, least)
    return least
  }

  const legalEnds = (row: number, at: readonly number[]) => {
    const ends: { row: number; at: readonly number[]; cost: number }[] = []
    for (let to = row; to <= rows.length; to++) {
      const whole = depthsOf(row, at, to, zero)
      if (to > row && Math.max(...whole) <= depth && penaltyBefore(to) < Infinity) {
        const isOnly = row === 0 && at.every((cut) => cut === 0)
        const cost = to === rows.length ? lastPage(whole, isOnly) : penaltyBefore(to) + blank(whole)
        ends.push({ row: to, at: zero, cost })
      }
      if (to === rows.length) break
      const fits = Math.max(...depthsOf(row, at, to + 1, zero)) <= depth
      for (const cuts of cutsOf(to, to === row ? at : zero)) {
        const depths = depthsOf(row, at, to, cuts)
        const penalty = cuts.reduce(
          (sum, cut, lane) => sum + penaltyAt(to, lane, cut, to === row ? at : zero),
          0,
        )
        if (Math.max(...depths) <= depth && penalty < Infinity)
          ends.push({ row: to, at: cuts, cost: (fits ? 510 : 10) + penalty + blank(depths) })
      }
    }
    const isSet = (end: number) => rows.some((_, index) => index >= row && index < end && !isEmpty(index))
    return ends.filter((end) => end.at.some((cut) => cut > 0) || end.row === rows.length || isSet(end.row))
  }

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
    const depths = zero.map(() => 0)
    for (let index = row; index <= Math.min(to, rows.length - 1); index++) {
      if (isEmpty(index) || (index === to && cuts.every((cut) => cut === 0))) continue
      const isTop = index === row
      const isSectionTop = index === 0 && at.every((cut) => cut === 0)
      const top = Math.max(...depths) + (!isTop || isSectionTop ? (rows[index]?.space ?? 0) : 0)
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
    return isOnly || share >= 0.25 ? 0 : 3000 * (1.5 - 2 * share)
  }

  /** Nothing legal: all rows that fit and what fits of the next; where that is nothing in a cell, the rows alone. */
  const forced = (row: number, at: readonly number[]): number => {
    let full = row
    while (full < rows.length && Math.max(...depthsOf(row, at, full + 1, zero)) <= depth) full++
    const from = full === row ? at : zero
    const cuts = (counts[full] ?? []).map((count, lane) => {
      const start = from[lane] ?? 0
      if (start >= count) return { cut: count, isOver: false }
      const fitting: number[] = []
      for (let cut = start + 1; cut <= count; cut++) {
        const alone = zero.map((_, other) => (other === lane ? cut : (from[other] ?? 0)))
        const reach = depthsOf(row, at, full, alone)[lane] ?? 0
        if (reach <= depth) fitting.push(cut)
      }
      const price = (cut: number): number => {
        const alone = zero.map((_, other) => (other === lane ? cut : (from[other] ?? 0)))
        const reach = depthsOf(row, at, full, alone)[lane] ?? 0
        return penaltyAt(full, lane, cut, from) + ((depth - reach) / (Math.max(depth, 1) / 45)) ** 2 / lanes
      }
      const legal = fitting.filter((cut) => price(cut) < Infinity)
      const cheapest = legal.reduce<number | null>(
        (least, cut) => (least === null || price(cut) <= price(least) ? cut : least),
        null,
      )
      return { cut: cheapest ?? fitting.at(-1) ?? start + 1, isOver: fitting.length === 0 }
    })
    const isSet = rows.some((_, index) => index >= row && index < full && !isEmpty(index))
    if (isSet && cuts.some(({ isOver }) => isOver)) return 1e5 + best(full, zero)
    const isWhole = cuts.every(({ cut }, lane) => cut >= (counts[full]?.[lane] ?? 0))
    let next = full + 1
    while (next < rows.length && isEmpty(next)) next++
    return (
      1e5 +
      (isWhole
        ? best(next, zero)
        : best(
            full,
            cuts.map(({ cut }) => cut),
          ))
    )
  }

  return best(0, zero)
}
