import type { Cut } from './flow.ts'
import { calledBefore } from './lane-notes.ts'
import { addNotesOnly, force } from './last-resort.ts'
import type { Measured } from './measured.ts'
import { feetBefore, hasRowBefore, lastFitting, lastWhole, type OpenPage, openPage } from './open-page.ts'
import { fillCost, lastPageCost, type PageRoom, scrap } from './page-cost.ts'
import { isTallerThanPage } from './page-notes.ts'
import { addSplits } from './row-splits.ts'

/** A way to end a page: where the next one begins, and what the page costs. */
export interface PageEnd {
  readonly row: number
  /** Null: at the beginning of the row. */
  readonly at: readonly number[] | null
  /** Lines of notes that go over; null: none. */
  readonly carried: readonly number[] | null
  readonly cost: number
  readonly isOverfull: boolean
}

export type AddEnd = (end: PageEnd) => void

export interface EndSettings {
  readonly room: PageRoom
  /** Page ends looked for beyond the fullest. */
  readonly breadth: number
  /** In a row, every combination of the best cuts of its cells, not only those along one foot line. */
  readonly isProduct: boolean
}

/** Finds the page ends worth looking at for a page that begins at `from`, the fullest first; at least one. */
export function pageEnds(measured: Measured, from: Cut, settings: EndSettings, add: AddEnd): void {
  if (from.row === measured.rows.length) {
    addNotesOnly(measured, from, settings.room, false, add)
    return
  }
  const page = openPage(measured, from, settings.room)
  let isAny = false
  const note: AddEnd = (end) => {
    isAny = true
    add(end)
  }
  const full = lastFitting(page)
  const whole = page.notes ? lastWhole(page) : full
  let found = 0
  for (
    let row = full;
    row >= from.row && (found <= settings.breadth || leavesScrap(page, full, row));
    row--
  ) {
    if (row < measured.rows.length) found += addSplits(page, row, row < whole, settings, note)
    if (mayBreakBefore(page, row)) found += addBoundary(page, row, note)
  }
  if (isAny) return
  if (from.carried.some((carried) => carried > 0)) addNotesOnly(measured, from, settings.room, true, add)
  else force(page, full, add)
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
function addBoundary(page: OpenPage, row: number, add: AddEnd): 0 | 1 {
  const { measured, room, isFirst } = page
  const feet = feetBefore(page, row)
  if (!feet) return 0
  const next = measured.rows[row]
  const carried = feet.map((foot) => foot.carried)
  const isCarried = carried.some((lines) => lines > 0)
  if (!next && isCarried && !mayCarryFromEnd(page, carried)) return 0
  const depths = feet.map(({ depth }) => depth)
  const notesCost = feet.reduce((sum, foot) => sum + foot.cost, 0)
  const blank =
    next || isCarried ? (next?.penalty ?? 0) + fillCost(depths, room) : lastPageCost(depths, room, isFirst)
  add({ row, at: null, carried: isCarried ? carried : null, cost: blank + notesCost, isOverfull: false })
  return 1
}

/** Behind the last row a page of notes alone would follow: only of a note that no page can hold. */
function mayCarryFromEnd({ measured, notes, room }: OpenPage, carried: readonly number[]): boolean {
  const end = measured.rows.length
  return carried.every((lines, lane) => {
    const one = notes?.[lane]
    return lines === 0 || (one !== undefined && isTallerThanPage(one, calledBefore(one.of, end, 0), room))
  })
}
