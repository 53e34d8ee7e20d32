import { type Pt, tolerance } from '../base/length.ts'
import type { Cut } from './flow.ts'
import { calledBefore } from './lane-notes.ts'
import { depthOf, lastFilled, type Measured, nextFilled } from './measured.ts'
import type { PageRoom } from './page-cost.ts'
import { type Foot, footOf, leastDepth, type PageNotes, pageNotes, wholeDepth } from './page-notes.ts'

/** A page that begins at a cut and whose end is sought: how deep it gets with so many rows on it. */
export interface OpenPage {
  readonly measured: Measured
  readonly from: Cut
  readonly room: PageRoom
  /** Whether all begins here: then the first space is kept, and the page may be short if it is the last as well. */
  readonly isFirst: boolean
  /** What stands above the first row: its space where all begins here, else the head of its table. */
  readonly space: Pt
  /** Height of that head: it fills the lanes in which nothing is left, too. */
  readonly lead: Pt
  /** How deep each lane is filled by what is left of the first row. */
  readonly depths: readonly Pt[]
  /** The deepest of them. */
  readonly foot: Pt
  /** Null where the section has no notes. */
  readonly notes: readonly PageNotes[] | null
}

export function openPage(measured: Measured, from: Cut, room: PageRoom): OpenPage {
  const row = measured.rows[from.row]
  if (!row) throw new Error('a page begins with a row')
  let isFirst = from.row === 0
  for (const at of from.at) if (at > 0) isFirst = false
  const lead = isFirst ? 0 : row.lead
  const space = isFirst ? row.space : lead
  const depths: Pt[] = []
  let foot = lead
  for (let lane = 0; lane < row.cells.length; lane++) {
    const cell = row.cells[lane]
    const start = from.at[lane] ?? 0
    const depth = cell && start < cell.count ? space + depthOf(cell, start, cell.count) : lead
    depths.push(depth)
    if (depth > foot) foot = depth
  }
  const notes = measured.notes && pageNotes(measured.notes, from)
  return { measured, from, room, isFirst, space, lead, depths, foot, notes }
}

/** The row after the last one that may fit, with all before it: the last note divided where it may be. */
export function lastFitting(page: OpenPage): number {
  return lastRow(page, leastDepth)
}

/** The row after the last one that fits whole, with all its notes. */
export function lastWhole(page: OpenPage): number {
  return lastRow(page, wholeDepth)
}

function lastRow(page: OpenPage, depth: typeof wholeDepth): number {
  if (!fits(page, page.from.row + 1, depth)) return page.from.row
  let low = page.from.row + 1
  let high = page.measured.rows.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(page, middle, depth)) low = middle
    else high = middle - 1
  }
  return low
}

function fits(page: OpenPage, row: number, depth: typeof wholeDepth): boolean {
  const limit = page.room.depth + tolerance
  if (footBefore(page, row) > limit) return false
  if (!page.notes) return true
  const bodies = depthsBefore(page, row)
  return page.notes.every((notes, lane) => {
    const called = calledBefore(notes.of, row, 0)
    return depth(notes, bodies[lane] ?? 0, called, page.room) <= limit
  })
}

/** Depth of the deepest lane when all rows before `row` stand on the page. */
function footBefore({ measured: { tops }, from, foot }: OpenPage, row: number): Pt {
  return row === from.row ? 0 : foot + (tops[row] ?? 0) - (tops[from.row + 1] ?? 0)
}

/** Where the cells of a row begin. */
export function topOf(page: OpenPage, row: number): Pt {
  return row === page.from.row ? page.space : footBefore(page, row) + (page.measured.rows[row]?.space ?? 0)
}

/** How deep each lane is filled by the rows before `row`, notes aside. */
export function depthsBefore(page: OpenPage, row: number): readonly Pt[] {
  const { measured, from } = page
  const depths: Pt[] = []
  for (let lane = 0; lane < page.depths.length; lane++) {
    const last = measured.last[row * measured.width + lane] ?? -1
    if (row === from.row || last < from.row) depths.push(page.lead)
    else if (last === from.row) depths.push(page.depths[lane] ?? 0)
    else {
      const cell = measured.rows[last]?.cells[lane]
      depths.push(topOf(page, last) + (cell?.height ?? 0))
    }
  }
  return depths
}

/** The feet of the lanes when the page ends before a row; null where the notes do not fit. */
export function feetBefore(page: OpenPage, row: number): readonly Foot[] | null {
  const bodies = depthsBefore(page, row)
  const { notes, measured, from, room } = page
  if (!notes) return bodies.map((depth) => ({ carried: 0, depth, cost: 0 }))
  const last = lastFilled(measured, row)
  const feet: Foot[] = []
  for (const [lane, one] of notes.entries()) {
    const called = calledBefore(one.of, row, 0)
    const divisible = last < from.row ? called : linesBefore(page, last, lane)
    const foot = footOf(one, bodies[lane] ?? 0, called, divisible, room)
    if (!foot) return null
    feet.push(foot)
  }
  return feet
}

/** Lines of notes that a lane has called before its part of a row on this page. */
export function linesBefore({ notes, from }: OpenPage, row: number, lane: number): number {
  const one = notes?.[lane]
  if (!one) return 0
  return row === from.row ? one.called : calledBefore(one.of, row, 0)
}

/** Whether anything stands on the page before a row. */
export function hasRowBefore({ measured, from }: OpenPage, row: number): boolean {
  return row > nextFilled(measured, from.row)
}
