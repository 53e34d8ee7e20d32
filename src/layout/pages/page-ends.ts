import { calledBefore } from './lane-notes.ts'
import { addNotesOnly, force } from './last-resort.ts'
import { addEnd, endBefore, hasRowBefore, lastFitting, lastWhole } from './open-page.ts'
import { fillCost, lastPageCost, scrap } from './page-cost.ts'
import { isTallerThanPage } from './page-notes.ts'
import type { OpenPage } from './page-scratch.ts'
import { addSplits } from './row-splits.ts'

export interface EndSettings {
  /** Page ends looked for beyond the fullest. */
  readonly breadth: number
  /** In a row, every combination of the best cuts of its cells, not only those along one foot line. */
  readonly isProduct: boolean
}

/** Finds the ends worth looking at for an open page, the fullest first; at least one. */
export function pageEnds(page: OpenPage, settings: EndSettings): void {
  const { measured, from } = page
  if (from.row === measured.rows.length) {
    addNotesOnly(page, false)
    return
  }
  const full = lastFitting(page)
  const whole = page.notes ? lastWhole(page) : full
  let found = 0
  for (
    let row = full;
    row >= from.row && (found <= settings.breadth || leavesScrap(page, full, row));
    row--
  ) {
    if (row < measured.rows.length) found += addSplits(page, row, row < whole, settings)
    if (mayBreakBefore(page, row)) found += addBoundary(page, row)
  }
  if (page.ends > 0) return
  if (from.carried.some((carried) => carried > 0)) addNotesOnly(page, true)
  else force(page, full)
}

/** Whether so little is left from a row on that the next page may be a scrap: then earlier ends are worth a look. */
function leavesScrap({ measured, room }: OpenPage, full: number, row: number): boolean {
  const end = measured.rows.length
  return full < end && (measured.tops[end] ?? 0) - (measured.tops[row] ?? 0) < 2 * scrap * room.depth
}

function mayBreakBefore(page: OpenPage, row: number): boolean {
  const { rows } = page.measured
  if (row === rows.length) return true
  return hasRowBefore(page, row) && (rows[row]?.penalty ?? 0) < Number.POSITIVE_INFINITY
}

/** Ends the page before a row, where the notes fit. Gives how many ends were added. */
function addBoundary(page: OpenPage, row: number): 0 | 1 {
  const { measured, room, isFirst, end } = page
  const notesCost = endBefore(page, row)
  if (notesCost === null) return 0
  const next = measured.rows[row]
  const isLast = !next && !isCarried(page)
  if (!next && !isLast && !mayCarryFromEnd(page)) return 0
  const blank = isLast
    ? lastPageCost(end.depths, room, isFirst)
    : (next?.penalty ?? 0) + fillCost(end.depths, room)
  addEnd(page, row, blank + notesCost, false)
  return 1
}

function isCarried({ notes, end }: OpenPage): boolean {
  return notes !== null && end.carried.some((lines) => lines > 0)
}

/** Behind the last row a page of notes alone would follow: only of a note that no page can hold. */
function mayCarryFromEnd({ measured, notes, room, end }: OpenPage): boolean {
  const past = measured.rows.length
  return end.carried.every((lines, lane) => {
    const one = notes?.[lane]
    return lines === 0 || (one !== undefined && isTallerThanPage(one, calledBefore(one.of, past, 0), room))
  })
}
