import type { Pt } from '../../base/length.ts'
import { calledBefore } from './lane-notes.ts'
import { depthOf, penaltyBefore } from './measured.ts'
import { linesBefore, topOf } from './open-page.ts'
import { lineOf, type PageRoom } from './page-cost.ts'
import { type Foot, footOf, leastDepth } from './page-notes.ts'
import type { OpenPage, Piece, PieceCut } from './page-scratch.ts'

/** Looks at what the page has of a row. Gives in how many lanes anything is left. */
export function openPieces(page: OpenPage, row: number): number {
  const { measured, from, pieces } = page
  const top = topOf(page, row)
  let open = 0
  for (let lane = 0; lane < pieces.length; lane++) {
    const piece = pieces[lane]
    const cell = measured.rows[row]?.cells[lane]
    if (!piece) continue
    piece.isOpen = false
    if (!cell) continue
    piece.cell = cell
    piece.start = row === from.row ? (from.at[lane] ?? 0) : 0
    piece.isOpen = piece.start < cell.count
    if (!piece.isOpen) continue
    piece.row = row
    piece.top = top
    piece.linesBefore = linesBefore(page, row, lane)
    open++
  }
  return open
}

/** The legal cuts of a piece down to `foot` that cost least, at most `limit`; the cell's end counts as one. */
export function cheapestCuts(piece: Piece, foot: Pt, limit: number, room: PageRoom): readonly PieceCut[] {
  const line = lineOf(room)
  const found: PieceCut[] = []
  for (let at = lastWithin(piece, foot, room); at > piece.start; at--) {
    const below = footAt(piece, at, room)
    if (!below || below.depth > foot) continue
    const { depth, carried, cost } = below
    const short = (foot - depth) / line
    const blank = (short * short) / Math.max(1, room.lanes)
    const worst = found.length >= limit ? (found.at(-1)?.price ?? 0) : Number.POSITIVE_INFINITY
    // Above it the blank alone is dearer: all that is above what fits whole does so too, and is less deep.
    if (blank >= worst && carried === 0) break
    const penalty = penaltyBefore(piece.cell, at) + cost
    const price = blank + penalty
    if (penalty === Number.POSITIVE_INFINITY || price >= worst) continue
    if (found.length >= limit) found.pop()
    let place = found.length
    while (place > 0 && (found[place - 1]?.price ?? 0) > price) place--
    found.splice(place, 0, { at, depth, penalty, price, carried })
  }
  return found
}

/** Cuts a piece where that is legal and costs least, down to `foot`. False: there is no such cut. */
export function cutCheapest(piece: Piece, foot: Pt, room: PageRoom): boolean {
  const { cell, start, notes, found } = piece
  const line = lineOf(room)
  const lanes = Math.max(1, room.lanes)
  found.price = Number.POSITIVE_INFINITY
  piece.cut = found
  for (let at = lastWithin(piece, foot, room); at > start; at--) {
    const below = notes ? footAt(piece, at, room) : null
    if (notes && (!below || below.depth > foot)) continue
    const depth = below ? below.depth : bodyAt(piece, at)
    const short = (foot - depth) / line
    const blank = (short * short) / lanes
    if (blank >= found.price && !below?.carried) break
    const penalty = penaltyBefore(cell, at) + (below?.cost ?? 0)
    if (blank + penalty >= found.price) continue
    found.at = at
    found.depth = depth
    found.penalty = penalty
    found.price = blank + penalty
    found.carried = below?.carried ?? 0
  }
  return found.price < Number.POSITIVE_INFINITY
}

function footAt(piece: Piece, at: number, room: PageRoom): Foot | null {
  const { notes, linesBefore, row } = piece
  const body = bodyAt(piece, at)
  if (!notes) return { carried: 0, depth: body, cost: 0 }
  return footOf(notes, body, calledBefore(notes.of, row, at), linesBefore, room)
}

/** How deep the lane is filled by the items before `at`, notes aside. */
export function bodyAt({ cell, start, top }: Piece, at: number): Pt {
  return top + depthOf(cell, start, at)
}

/** The most items that reach no deeper than `foot` with what must stand of their notes, legal cut or not; `start`: none. */
export function lastWithin(piece: Piece, foot: Pt, room: PageRoom): number {
  const { notes, row } = piece
  let low = piece.start
  let high = piece.cell.count
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const body = bodyAt(piece, middle)
    const depth = notes ? leastDepth(notes, body, calledBefore(notes.of, row, middle), room) : body
    if (depth <= foot) low = middle
    else high = middle - 1
  }
  return low
}
