import { type Pt, tolerance } from '../base/length.ts'
import type { Cut } from './flow.ts'
import { calledBefore } from './lane-notes.ts'
import { type Measured, nextFilled } from './measured.ts'
import { depthsBefore, hasRowBefore, type OpenPage } from './open-page.ts'
import { costs, fillCost, lastPageCost, type PageRoom } from './page-cost.ts'
import type { AddEnd } from './page-ends.ts'
import { forcedFoot, pageNotes, wholeDepth } from './page-notes.ts'
import { bodyAt, cheapestCut, lastWithin, piecesOf } from './piece.ts'

/**
 * A page of notes alone: what is carried over to it is taller than a page, or leaves no room for anything legal
 * (`isForced`), or is all that is left.
 */
export function addNotesOnly(
  measured: Measured,
  from: Cut,
  room: PageRoom,
  isForced: boolean,
  add: AddEnd,
): void {
  const feet = pageNotes(measured.notes ?? [], from).map((notes) => {
    const { carried } = forcedFoot(notes, 0, notes.called, room)
    // A line that is taller than the page stands on it all the same.
    const left = Math.min(carried, Math.max(0, notes.called - notes.from - 1))
    return { carried: left, depth: wholeDepth(notes, 0, notes.called - left, room) }
  })
  const depths = feet.map(({ depth }) => depth)
  const carried = feet.map((foot) => foot.carried)
  const isCarried = carried.some((lines) => lines > 0)
  const isLast = from.row === measured.rows.length && !isCarried
  const blank = isLast ? lastPageCost(depths, room, false) : fillCost(depths, room)
  const { row, at } = from
  add({
    row,
    at: at.some((cut) => cut > 0) ? at : null,
    carried: isCarried ? carried : null,
    cost: blank + (isForced && !isCarried ? costs.overfull : 0),
    isOverfull: depths.some((depth) => depth > room.depth + tolerance),
  })
}

/**
 * Nothing legal fits: the page takes all rows that fit and what fits of the next one, wherever that breaks; where that is
 * nothing in one of its cells, the rows alone; where there are none, an item of each cell that runs over the foot. Of
 * the notes it takes what there is room for.
 */
export function force(page: OpenPage, full: number, add: AddEnd): void {
  const { measured, room } = page
  const foot = room.depth + tolerance
  const cost = costs.overfull
  const pieces = piecesOf(page, full)
  const isStuck = pieces.some((piece) => piece !== null && lastWithin(piece, foot, room) === piece.start)
  if (full === measured.rows.length || (isStuck && hasRowBefore(page, full))) {
    const carried = depthsBefore(page, full).map((body, lane) => forcedCarry(page, lane, full, 0, body))
    add({ row: full, at: null, carried, cost, isOverfull: false })
    return
  }
  const at = pieces.map((piece, lane) => {
    if (!piece) return measured.rows[full]?.cells[lane]?.count ?? 0
    return cheapestCut(piece, foot, room)?.at ?? Math.max(piece.start + 1, lastWithin(piece, foot, room))
  })
  const bodies = depthsBefore(page, full).map((before, lane) => {
    const piece = pieces[lane]
    return piece ? bodyAt(piece, at[lane] ?? 0) : before
  })
  const carried = bodies.map((body, lane) => forcedCarry(page, lane, full, at[lane] ?? 0, body))
  const isWhole = pieces.every((piece, lane) => !piece || at[lane] === piece.cell.count)
  const row = isWhole ? nextFilled(measured, full + 1) : full
  const isOverfull = bodies.some((body) => body > foot)
  add({ row, at: isWhole ? null : at, carried, cost, isOverfull })
}

/** Lines of notes that there is no room for. */
function forcedCarry({ notes, room }: OpenPage, lane: number, row: number, at: number, body: Pt): number {
  const one = notes?.[lane]
  return one ? forcedFoot(one, body, calledBefore(one.of, row, at), room).carried : 0
}
