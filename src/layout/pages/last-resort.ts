import { type Pt, tolerance } from '../../base/length.ts'
import { calledBefore } from './lane-notes.ts'
import { nextFilled } from './measured.ts'
import { addEnd, depthBefore, hasRowBefore } from './open-page.ts'
import { costs, fillCost, lastPageCost } from './page-cost.ts'
import { forcedFoot, wholeDepth } from './page-notes.ts'
import type { OpenPage } from './page-scratch.ts'
import { bodyAt, cutCheapest, lastWithin, openPieces } from './piece.ts'

/**
 * A page of notes alone: what is carried over to it is taller than a page, or leaves no room for anything legal
 * (`isForced`), or is all that is left.
 */
export function addNotesOnly(page: OpenPage, isForced: boolean): void {
  const { measured, from, room, end } = page
  for (const [lane, notes] of page.notes?.entries() ?? []) {
    const { carried } = forcedFoot(notes, 0, notes.called, room)
    // A line that is taller than the page stands on it all the same.
    const left = Math.min(carried, Math.max(0, notes.called - notes.from - 1))
    end.depths[lane] = wholeDepth(notes, 0, notes.called - left, room)
    end.carried[lane] = left
  }
  end.at.set(from.at)
  const isCarried = end.carried.some((lines) => lines > 0)
  const isLast = from.row === measured.rows.length && !isCarried
  const blank = isLast ? lastPageCost(end.depths, room, false) : fillCost(end.depths, room)
  const cost = blank + (isForced && !isCarried ? costs.overfull : 0)
  addEnd(page, from.row, cost, isDeeper(end.depths, room.depth))
}

/**
 * Nothing legal fits: the page takes all rows that fit and what fits of the next one, wherever that breaks; where that is
 * nothing in one of its cells, the rows alone; where there are none, an item of each cell that runs over the foot. Of
 * the notes it takes what there is room for.
 */
export function force(page: OpenPage, full: number): void {
  const { measured, room, pieces, end } = page
  const foot = room.depth + tolerance
  openPieces(page, full)
  const isStuck = pieces.some((piece) => piece.isOpen && lastWithin(piece, foot, room) === piece.start)
  if (full === measured.rows.length || (isStuck && hasRowBefore(page, full))) {
    end.at.fill(0)
    for (let lane = 0; lane < measured.width; lane++) end.depths[lane] = depthBefore(page, full, lane)
    carryForced(page, full)
    addEnd(page, nextFilled(measured, full), costs.overfull, false)
    return
  }
  let isWhole = true
  for (const [lane, piece] of pieces.entries()) {
    const { isOpen, cell, found, start } = piece
    end.at[lane] = cell.count
    end.depths[lane] = depthBefore(page, full, lane)
    if (!isOpen) continue
    const at = cutCheapest(piece, foot, room) ? found.at : Math.max(start + 1, lastWithin(piece, foot, room))
    end.at[lane] = at
    end.depths[lane] = bodyAt(piece, at)
    if (at < cell.count) isWhole = false
  }
  const isOverfull = isDeeper(end.depths, room.depth)
  carryForced(page, full)
  if (isWhole) end.at.fill(0)
  addEnd(page, isWhole ? nextFilled(measured, full + 1) : full, costs.overfull, isOverfull)
}

function isDeeper(depths: Float64Array, depth: Pt): boolean {
  return depths.some((one) => one > depth + tolerance)
}

/** The lines of notes go over that there is no room for below the lanes of an end. */
function carryForced({ notes, room, end }: OpenPage, row: number): void {
  for (const [lane, one] of notes?.entries() ?? []) {
    const called = calledBefore(one.of, row, end.at[lane] ?? 0)
    end.carried[lane] = forcedFoot(one, end.depths[lane] ?? 0, called, room).carried
  }
}
