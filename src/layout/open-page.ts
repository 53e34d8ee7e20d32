import type { Pt } from '../base/length.ts'
import type { Cut } from './flow.ts'
import { depthOf, type Measured, nextFilled } from './measured.ts'
import { type PageRoom, tolerance } from './page-cost.ts'

/** A page that begins at a cut and whose end is sought: how deep it gets with so many rows on it. */
export interface OpenPage {
  readonly measured: Measured
  readonly from: Cut
  readonly room: PageRoom
  /** Whether all begins here: then the first space is kept, and the page may be short if it is the last as well. */
  readonly isFirst: boolean
  /** Blank above the first row. */
  readonly space: Pt
  /** How deep each lane is filled by what is left of the first row. */
  readonly depths: readonly Pt[]
  /** The deepest of them. */
  readonly foot: Pt
}

export function openPage(measured: Measured, from: Cut, room: PageRoom): OpenPage {
  const row = measured.rows[from.row]
  if (!row) throw new Error('a page begins with a row')
  const isFirst = from.row === 0 && from.at.every((at) => at === 0)
  const space = isFirst ? row.space : 0
  const depths: Pt[] = []
  let foot = 0
  for (let lane = 0; lane < row.cells.length; lane++) {
    const cell = row.cells[lane]
    const start = from.at[lane] ?? 0
    const depth = cell && start < cell.count ? space + depthOf(cell, start, cell.count) : 0
    depths.push(depth)
    if (depth > foot) foot = depth
  }
  return { measured, from, room, isFirst, space, depths, foot }
}

/** The row after the last one that fits whole, with all before it. */
export function lastFitting(page: OpenPage): number {
  const limit = page.room.depth + tolerance
  if (page.foot > limit) return page.from.row
  let low = page.from.row + 1
  let high = page.measured.rows.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (footBefore(page, middle) <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** Depth of the deepest lane when all rows before `row` stand on the page. */
function footBefore({ measured: { tops }, from, foot }: OpenPage, row: number): Pt {
  return row === from.row ? 0 : foot + (tops[row] ?? 0) - (tops[from.row + 1] ?? 0)
}

/** Where the cells of a row begin. */
export function topOf(page: OpenPage, row: number): Pt {
  return row === page.from.row ? page.space : footBefore(page, row) + (page.measured.rows[row]?.space ?? 0)
}

/** How deep each lane is filled by the rows before `row`. */
export function depthsBefore(page: OpenPage, row: number): readonly Pt[] {
  const { measured, from } = page
  const depths: Pt[] = []
  for (let lane = 0; lane < page.depths.length; lane++) {
    const last = measured.last[row * measured.width + lane] ?? -1
    if (row === from.row || last < from.row) depths.push(0)
    else if (last === from.row) depths.push(page.depths[lane] ?? 0)
    else {
      const cell = measured.rows[last]?.cells[lane]
      depths.push(topOf(page, last) + (cell?.heights[cell.count] ?? 0))
    }
  }
  return depths
}

/** Whether anything stands on the page before a row. */
export function hasRowBefore({ measured, from }: OpenPage, row: number): boolean {
  return row > nextFilled(measured, from.row)
}
