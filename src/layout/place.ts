import type { Pt } from '../base/length.ts'
import type { Fill, Galley, GalleyHead, Row, Section } from './flow.ts'
import type { Frame } from './geometry.ts'

/** Where the rows of a section stand on one page: what placing and finding anchors share. */
export interface PlacedRow {
  readonly row: number
  readonly top: Pt
  /** For each cell, its items on this page and the y of each. */
  readonly cells: readonly PlacedCell[]
  /** Depth at which its deepest cell ends. */
  readonly bottom: Pt
  /** The head of a table that began on an earlier page. */
  readonly isRepeated: boolean
}

export interface PlacedCell {
  readonly from: number
  readonly to: number
  /** Tops of the items, from the page's top edge. */
  readonly tops: readonly Pt[]
  /** The heads of tables that are repeated above them. */
  readonly heads: readonly PlacedCell[]
}

/** The rows of a fill at their places, y from the top of the page; `foot` is the depth that they may stand on. */
export function placeRows(section: Section, fill: Fill, frame: Frame, foot: Pt): readonly PlacedRow[] {
  if (isNotesAlone(fill)) return []
  const placed: PlacedRow[] = []
  let y = frame.text.y
  const isContinued = fill.from.at.some((at) => at > 0)
  const isStart = fill.from.row === 0 && !isContinued
  const last = fill.to.at.some((at) => at > 0) ? fill.to.row : fill.to.row - 1
  const head = isStart || last < fill.from.row ? null : (section.rows[fill.from.row]?.head ?? null)
  for (let index = head?.from ?? 0; index < (head?.to ?? 0); index++) {
    const row = section.rows[index]
    if (!row) break
    if (index > (head?.from ?? 0)) y += row.space
    const repeated = placeRow(row, index, y, {}, {})
    placed.push({ ...repeated, isRepeated: true })
    y = repeated.bottom
  }
  for (let index = fill.from.row; index <= last; index++) {
    const row = section.rows[index]
    if (!row) break
    const isTop = index === fill.from.row
    const isEmpty = row.cells.every((cell) => cell === null || cell.items.length === 0)
    if (!isEmpty && (!isTop || isStart)) y += row.space
    const next = placeRow(row, index, y, isTop ? fill.from : {}, index === fill.to.row ? fill.to : {})
    placed.push(next)
    y = next.bottom
  }
  return fill.to.row === section.rows.length ? standOnFoot(section, placed, foot) : placed
}

/** A page that has only what notes left over. */
function isNotesAlone({ from, to }: Fill): boolean {
  return from.row === to.row && from.at.every((at, lane) => at === to.at[lane])
}

interface Ends {
  readonly at?: readonly number[]
}

function placeRow(row: Row, index: number, top: Pt, start: Ends, end: Ends): PlacedRow {
  let bottom = top
  const cells = row.cells.map((cell, lane) => {
    const count = cell?.items.length ?? 0
    const placed = placeItems(cell, start.at?.[lane] ?? 0, end.at ? (end.at[lane] ?? 0) : count, top)
    bottom = Math.max(bottom, bottomOf(cell, placed, top))
    return placed
  })
  return { row: index, top, cells, bottom, isRepeated: false }
}

/** Moves the rows that stand on the foot, and those after them, down to it. */
function standOnFoot(section: Section, placed: readonly PlacedRow[], foot: Pt): readonly PlacedRow[] {
  const first = placed.findIndex(({ row }) => section.rows[row]?.isOnFoot)
  const room = foot - (placed.at(-1)?.bottom ?? 0)
  if (first < 0 || room <= 0) return placed
  return placed.map((row, index) => {
    if (index < first) return row
    const cells = row.cells.map((cell) => ({ ...cell, tops: cell.tops.map((top) => top + room) }))
    return { ...row, top: row.top + room, bottom: row.bottom + room, cells }
  })
}

/** Items `from` up to `to` below each other; those that begin a page stand below the heads of their tables. */
export function placeItems(cell: Galley | null, from: number, to: number, top: Pt): PlacedCell {
  const tops: Pt[] = []
  const heads: PlacedCell[] = []
  let y = top
  if (cell && from > 0 && from < to) {
    for (const head of cell.heads) {
      if (from < head.to || from >= head.end) continue
      const placed = placeHead(cell, head, y)
      heads.push(placed)
      y = bottomOf(cell, placed, y)
    }
  }
  for (let index = from; index < to; index++) {
    const item = cell?.items[index]
    if (!item) break
    if (index > from || from === 0) y += item.space
    tops.push(y)
    y += item.height
  }
  return { from, to, tops, heads }
}

function placeHead(cell: Galley, { from, to }: GalleyHead, top: Pt): PlacedCell {
  const space = cell.items[from]?.space ?? 0
  // The space before it is dropped, as at any page's top.
  return { ...placeItems({ ...cell, heads: [] }, from, to, top - (from === 0 ? space : 0)) }
}

/** Where what is placed of a cell ends; its top where nothing is. */
export function bottomOf(cell: Galley | null, placed: PlacedCell, top: Pt): Pt {
  const item = cell?.items[placed.to - 1]
  const y = placed.tops.at(-1)
  return item && y !== undefined ? y + item.height : top
}
