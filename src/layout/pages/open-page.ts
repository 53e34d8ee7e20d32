import { type Pt, tolerance } from '../../base/length.ts'
import { calledBefore } from './lane-notes.ts'
import { depthOf, lastFilled, nextFilled } from './measured.ts'
import { footOf, leastDepth, openNotes, wholeDepth } from './page-notes.ts'
import type { OpenPage } from './page-scratch.ts'

/** Opens the page that begins at `page.from`. Behind the last row there is none but of notes that are left. */
export function openPage(page: OpenPage): void {
  const { measured, from, depths } = page
  const row = measured.rows[from.row]
  page.ends = 0
  page.isFirst = from.row === 0 && isAtTop(from.at)
  page.lead = page.isFirst || !row ? 0 : row.lead
  page.space = page.isFirst && row ? row.space : page.lead
  page.foot = page.lead
  for (let lane = 0; lane < depths.length; lane++) {
    const cell = row?.cells[lane]
    const start = from.at[lane] ?? 0
    const depth = cell && start < cell.count ? page.space + depthOf(cell, start, cell.count) : page.lead
    depths[lane] = depth
    if (depth > page.foot) page.foot = depth
  }
  if (!page.notes) return
  for (const [lane, notes] of page.notes.entries())
    openNotes(notes, from.row, from.at[lane] ?? 0, from.carried[lane] ?? 0)
}

/** Whether a page begins with a whole row. */
function isAtTop(at: Int32Array): boolean {
  for (let lane = 0; lane < at.length; lane++) if ((at[lane] ?? 0) > 0) return false
  return true
}

/** Adds the end that was filled in but for these. */
export function addEnd(page: OpenPage, row: number, cost: number, isOverfull: boolean): void {
  page.end.row = row
  page.end.cost = cost
  page.end.isOverfull = isOverfull
  page.ends++
  page.add(page.end)
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
  const end = page.measured.rows.length
  let low = page.from.row
  let high = low + 1
  // A page has few of many rows: they are looked for in steps that double.
  for (let step = 1; high < end && fits(page, high, depth); step *= 2) {
    low = high
    high = Math.min(end, high + step)
  }
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
  for (const [lane, notes] of page.notes.entries()) {
    const called = calledBefore(notes.of, row, 0)
    if (depth(notes, depthBefore(page, row, lane), called, page.room) > limit) return false
  }
  return true
}

/** Depth of the deepest lane when all rows before `row` stand on the page. */
function footBefore({ measured: { tops }, from, foot }: OpenPage, row: number): Pt {
  return row === from.row ? 0 : foot + (tops[row] ?? 0) - (tops[from.row + 1] ?? 0)
}

/** Where the cells of a row begin. */
export function topOf(page: OpenPage, row: number): Pt {
  return row === page.from.row ? page.space : footBefore(page, row) + (page.measured.rows[row]?.space ?? 0)
}

/** How deep a lane is filled by the rows before `row`, notes aside. */
export function depthBefore(page: OpenPage, row: number, lane: number): Pt {
  const { measured, from } = page
  const last = measured.last[row * measured.width + lane] ?? -1
  if (row === from.row || last < from.row) return page.lead
  if (last === from.row) return page.depths[lane] ?? 0
  return topOf(page, last) + (measured.rows[last]?.cells[lane]?.height ?? 0)
}

/**
 * Fills in the end before a row: how deep the lanes are filled, and which notes go over. Gives what these cost; null
 * where the notes do not fit.
 */
export function endBefore(page: OpenPage, row: number): number | null {
  const { notes, measured, from, room, end } = page
  end.at.fill(0)
  for (let lane = 0; lane < measured.width; lane++) end.depths[lane] = depthBefore(page, row, lane)
  if (!notes) return 0
  const last = lastFilled(measured, row)
  let cost = 0
  for (const [lane, one] of notes.entries()) {
    const called = calledBefore(one.of, row, 0)
    const divisible = last < from.row ? called : linesBefore(page, last, lane)
    const foot = footOf(one, end.depths[lane] ?? 0, called, divisible, room)
    if (!foot) return null
    end.depths[lane] = foot.depth
    end.carried[lane] = foot.carried
    cost += foot.cost
  }
  return cost
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
