import type { Pt } from '../../base/length.ts'
import type { Galley, GalleyHead, Row } from '../flow.ts'
import { type LaneNotes, laneNotes } from './lane-notes.ts'

/** Rows with sums of their heights, so that the depth of any piece of a page costs no walk over it. */
export interface Measured {
  readonly rows: readonly MeasuredRow[]
  /** Cells in each row: the languages, then the axis. */
  readonly width: number
  /** Height of all rows before row r, each with its space; one more at the end. */
  readonly tops: Float64Array
  /** Items in all rows before row r; one more at the end. */
  readonly itemsBefore: Int32Array
  /** The last row before row r with something in lane l, at `r * width + l`; -1: none. One more row at the end. */
  readonly last: Int32Array
  /** The notes of each lane; null where the section has none at all. */
  readonly notes: readonly LaneNotes[] | null
}

export interface MeasuredRow {
  readonly space: Pt
  /** Height of what is repeated above it where a page begins with it: the head of its table. */
  readonly lead: Pt
  /** That of its deepest cell. */
  readonly height: Pt
  /** Of a page break before it. */
  readonly penalty: number
  readonly isEmpty: boolean
  readonly cells: readonly MeasuredCell[]
}

/** A cell with `count` items; what belongs to its item k stands at `base + k` in the sums of all cells. */
export interface MeasuredCell {
  readonly count: number
  readonly base: number
  readonly height: Pt
  readonly sums: Sums
}

interface Sums {
  /** Height of the items of the cell before k, their spaces included. */
  readonly heights: Float64Array
  /** What a page that begins with item k saves: its space, less the head of a table repeated above it. */
  readonly drops: Float64Array
  /** Of a break before item k; that of the end is 0. */
  readonly penalties: Float64Array
}

/** A row without items takes up nothing: no page begins with it, and no break stands before it. */
export function measured(rows: readonly Row[]): Measured {
  const width = rows[0]?.cells.length ?? 0
  const tops = new Float64Array(rows.length + 1)
  const itemsBefore = new Int32Array(rows.length + 1)
  const last = new Int32Array((rows.length + 1) * width).fill(-1)
  const sums = roomFor(rows)
  const prepared: MeasuredRow[] = []
  let kept = 0
  let base = 0
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]
    if (!row) break
    const cells: MeasuredCell[] = []
    let height = 0
    let items = 0
    for (let lane = 0; lane < width; lane++) {
      const cell = measuredCell(row.cells[lane] ?? null, base, sums)
      base += cell.count + 1
      cells.push(cell)
      if (cell.height > height) height = cell.height
      items += cell.count
      last[(index + 1) * width + lane] = cell.count > 0 ? index : (last[index * width + lane] ?? -1)
    }
    const isEmpty = items === 0
    const space = isEmpty ? 0 : row.space
    kept = Math.max(kept, row.penalty)
    const penalty = isEmpty ? Number.POSITIVE_INFINITY : kept
    prepared.push({ space, lead: row.head?.height ?? 0, height, penalty, isEmpty, cells })
    if (!isEmpty) kept = 0
    itemsBefore[index + 1] = (itemsBefore[index] ?? 0) + items
    tops[index + 1] = (tops[index] ?? 0) + space + height
  }
  return { rows: prepared, width, tops, itemsBefore, last, notes: laneNotes(rows) }
}

function roomFor(rows: readonly Row[]): Sums {
  let room = 0
  for (const { cells } of rows) for (const cell of cells) room += (cell?.items.length ?? 0) + 1
  return {
    heights: new Float64Array(room),
    drops: new Float64Array(room),
    penalties: new Float64Array(room),
  }
}

function measuredCell(galley: Galley | null, base: number, sums: Sums): MeasuredCell {
  if (!galley) return { count: 0, base, height: 0, sums }
  const { heights, drops, penalties } = sums
  let height = 0
  let at = base
  for (const item of galley.items) {
    drops[at] = item.space
    penalties[at] = item.penalty
    height += item.space + item.height
    heights[++at] = height
  }
  for (const head of galley.heads) subtractHead(galley, head, base, drops)
  return { count: galley.items.length, base, height, sums }
}

function subtractHead(galley: Galley, head: GalleyHead, base: number, drops: Float64Array): void {
  const height = headHeight(galley, head)
  for (let at = base + head.to; at < base + head.end; at++) drops[at] = (drops[at] ?? 0) - height
}

/** Height of a repeated head; the space before it is dropped, as at any page's top. */
export function headHeight(galley: Galley, { from, to }: GalleyHead): Pt {
  let height = 0
  for (let index = from; index < to; index++) {
    const item = galley.items[index]
    if (item) height += item.height + (index > from ? item.space : 0)
  }
  return height
}

/** Height of items `from` up to `to`; what begins a page drops its space and stands below the head of its table. */
export function depthOf({ base, sums }: MeasuredCell, from: number, to: number): Pt {
  if (to <= from) return 0
  const dropped = from > 0 ? (sums.drops[base + from] ?? 0) : 0
  return (sums.heights[base + to] ?? 0) - (sums.heights[base + from] ?? 0) - dropped
}

/** Of a page break before an item; 0 at the end. */
export function penaltyBefore({ base, sums, count }: MeasuredCell, item: number): number {
  return item < count ? (sums.penalties[base + item] ?? 0) : 0
}

/** The first row from `row` on that has items, or the end. */
export function nextFilled({ rows }: Measured, row: number): number {
  let next = row
  while (rows[next]?.isEmpty) next++
  return next
}

/** The last row before `row` that has items; -1: there is none. */
export function lastFilled({ rows }: Measured, row: number): number {
  let last = row - 1
  while (rows[last]?.isEmpty) last--
  return last
}
