import type { Pt } from '../base/length.ts'
import type { Galley, Row } from './flow.ts'

/** Rows with sums of their heights, so that the depth of any piece of a page costs no walk over it. */
export interface Measured {
  readonly rows: readonly MeasuredRow[]
  /** Cells in each row: the languages, then the axis. */
  readonly width: number
  /** Height of all rows before row r, each with its space; one more at the end. */
  readonly tops: Float64Array
  /** The last row before row r with something in lane l, at `r * width + l`; -1: none. One more row at the end. */
  readonly last: Int32Array
}

export interface MeasuredRow {
  readonly space: Pt
  /** That of its deepest cell. */
  readonly height: Pt
  /** Of a page break before it. */
  readonly penalty: number
  readonly isEmpty: boolean
  readonly cells: readonly MeasuredCell[]
}

export interface MeasuredCell {
  readonly count: number
  /** Height of the items before k, their spaces included. */
  readonly heights: Float64Array
  readonly spaces: Float64Array
  /** Of a break before item k; that of the end is 0. */
  readonly penalties: Float64Array
}

/** A row without items takes up nothing: no page begins with it, and no break stands before it. */
export function measured(rows: readonly Row[]): Measured {
  const width = rows[0]?.cells.length ?? 0
  const tops = new Float64Array(rows.length + 1)
  const last = new Int32Array((rows.length + 1) * width).fill(-1)
  const prepared: MeasuredRow[] = []
  let kept = 0
  rows.forEach((row, index) => {
    const cells = row.cells.map(measuredCell)
    const isEmpty = cells.every((cell) => cell.count === 0)
    const height = Math.max(0, ...cells.map((cell) => cell.heights[cell.count] ?? 0))
    const space = isEmpty ? 0 : row.space
    kept = Math.max(kept, row.penalty)
    prepared.push({ space, height, penalty: isEmpty ? Number.POSITIVE_INFINITY : kept, isEmpty, cells })
    if (!isEmpty) kept = 0
    tops[index + 1] = (tops[index] ?? 0) + space + height
    for (let lane = 0; lane < width; lane++) {
      const isIn = (cells[lane]?.count ?? 0) > 0
      last[(index + 1) * width + lane] = isIn ? index : (last[index * width + lane] ?? -1)
    }
  })
  return { rows: prepared, width, tops, last }
}

const nothing: MeasuredCell = {
  count: 0,
  heights: new Float64Array(1),
  spaces: new Float64Array(1),
  penalties: new Float64Array(1),
}

function measuredCell(galley: Galley | null): MeasuredCell {
  const count = galley?.items.length ?? 0
  if (!galley || count === 0) return nothing
  const heights = new Float64Array(count + 1)
  const spaces = new Float64Array(count + 1)
  const penalties = new Float64Array(count + 1)
  galley.items.forEach((item, index) => {
    heights[index + 1] = (heights[index] ?? 0) + item.space + item.height
    spaces[index] = item.space
    penalties[index] = item.penalty
  })
  return { count, heights, spaces, penalties }
}

/** Height of items `from` up to `to`; what begins a page drops its space. */
export function depthOf(cell: MeasuredCell, from: number, to: number): Pt {
  if (to <= from) return 0
  const dropped = from > 0 ? (cell.spaces[from] ?? 0) : 0
  return (cell.heights[to] ?? 0) - (cell.heights[from] ?? 0) - dropped
}

/** The first row from `row` on that has items, or the end. */
export function nextFilled({ rows }: Measured, row: number): number {
  let next = row
  while (rows[next]?.isEmpty) next++
  return next
}
