import type { Pt } from '../base/length.ts'
import type { Galley, Item } from './flow.ts'
import { heightOf } from './walk.ts'

/** A row of a passage before it is one of the section: a cell for each lane, and the blank above it inside the passage. */
export interface VersionRow {
  readonly cells: readonly (Galley | null)[]
  readonly space: Pt
}

/** Lines of a version that stay with the one above it. */
const fewestLines = 2

/** Versions are kept whole with the first lines of the last where that takes no more of a page: no more of it is left blank. */
const mostKept = 0.5

/** Of a page that ends in a version whose partner follows on the next one: as dear as a quarter of a page left blank. */
const parted = 150

/**
 * Holds the versions of a passage together where they stand one below the other: a page may end in the last one, after
 * two lines of it; in those above only where they are so long that keeping them whole could leave half a page blank.
 */
export function heldTogether(rows: readonly VersionRow[], depth: Pt): readonly VersionRow[] {
  const last = rows.length - 1
  if (last < 1) return rows
  const opening = rows[last]?.cells.map(
    (cell) => cell && { ...cell, items: cell.items.slice(0, opened(cell)) },
  )
  const kept = heightOfRows(rows.with(last, { cells: opening ?? [], space: rows[last]?.space ?? 0 }))
  const isLong = kept > depth * mostKept
  return rows.map(({ cells, space }, row) => ({
    space,
    cells: cells.map((cell) => {
      if (!cell) return null
      const count = row < last && !isLong ? cell.items.length : row > 0 ? opened(cell) : 0
      return keptTo(cell, count, row < last ? parted : 0)
    }),
  }))
}

/** Items of a version that stay with the one above it: those up to its second line. */
function opened({ items }: Galley): number {
  let lines = 0
  const at = items.findIndex(({ content }) => content !== null && ++lines === fewestLines)
  return at < 0 ? items.length : at + 1
}

/** Allows no break before the first `count` items of a cell, and makes the others dearer. */
function keptTo(cell: Galley, count: number, price = 0): Galley {
  const kept = (item: Item, index: number): Item => ({
    ...item,
    penalty: index < count ? Number.POSITIVE_INFINITY : item.penalty + price,
  })
  return { ...cell, items: cell.items.map(kept) }
}

/** Allows no break in a passage. */
export function keptWhole(rows: readonly VersionRow[]): readonly VersionRow[] {
  return rows.map(({ cells, space }) => ({
    space,
    cells: cells.map((cell) => cell && keptTo(cell, cell.items.length)),
  }))
}

/** With a blank below the last row where a passage is less high than it must be. */
export function atLeast(rows: readonly VersionRow[], height: Pt): readonly VersionRow[] {
  const above = heightOfRows(rows.slice(0, -1))
  return rows.map((row, index) => {
    if (index < rows.length - 1) return row
    const missing = height - above - row.space
    return { ...row, cells: row.cells.map((cell) => cell && filledUp(cell, missing)) }
  })
}

function filledUp(cell: Galley, height: Pt): Galley {
  const missing = height - heightOf(cell)
  if (missing <= 0) return cell
  const penalty = Number.POSITIVE_INFINITY
  return { ...cell, items: [...cell.items, { height: missing, space: 0, penalty, content: null, notes: [] }] }
}

/** Of rows below each other, with the blanks between them. */
export function heightOfRows(rows: readonly VersionRow[]): Pt {
  return rows.reduce((sum, { cells, space }) => sum + space + Math.max(0, ...cells.map(heightOf)), 0)
}
