import { type Pt, tolerance } from '../base/length.ts'
import { calledBefore } from './lane-notes.ts'
import { depthOf, type MeasuredCell, penaltyBefore } from './measured.ts'
import { linesBefore, type OpenPage, topOf } from './open-page.ts'
import { lineOf, type PageRoom } from './page-cost.ts'
import { type Foot, footOf, leastDepth, type PageNotes } from './page-notes.ts'

/** What a page has of a cell that it may end in; null where nothing of the cell is left. */
export interface Piece {
  readonly cell: MeasuredCell
  readonly row: number
  /** First item that is not on earlier pages. */
  readonly start: number
  /** Depth at which the row begins. */
  readonly top: Pt
  /** The notes of its lane, and how many lines of them are called before it; null where there are none. */
  readonly notes: PageNotes | null
  readonly linesBefore: number
}

export interface PieceCut {
  /** Items up to the cut, those on earlier pages included. */
  readonly at: number
  readonly depth: Pt
  readonly penalty: number
  /** The penalty, and the blank down to where it was looked for. */
  readonly price: number
  /** Lines of notes that go over. */
  readonly carried: number
}

export function piecesOf(page: OpenPage, row: number): readonly (Piece | null)[] {
  const cells = page.measured.rows[row]?.cells ?? []
  const top = topOf(page, row)
  return cells.map((cell, lane) => {
    const start = row === page.from.row ? (page.from.at[lane] ?? 0) : 0
    const notes = page.notes?.[lane] ?? null
    return start < cell.count
      ? { cell, row, start, top, notes, linesBefore: linesBefore(page, row, lane) }
      : null
  })
}

/** The legal cuts of a piece down to `foot` that cost least, at most `limit`; the cell's end counts as one. */
export function cheapestCuts(piece: Piece, foot: Pt, limit: number, room: PageRoom): readonly PieceCut[] {
  const line = lineOf(room)
  const found: PieceCut[] = []
  for (let at = lastWithin(piece, foot, room); at > piece.start; at--) {
    const below = footAt(piece, at, room)
    if (!below || below.depth > foot) continue
    const { depth, carried, cost } = below
    const blank = ((foot - depth) / line) ** 2 / Math.max(1, room.lanes)
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

/** The legal cut down to `foot` that costs least; null where there is none. */
export function cheapestCut(piece: Piece, foot: Pt, room: PageRoom): PieceCut | null {
  const line = lineOf(room)
  const lanes = Math.max(1, room.lanes)
  let best: PieceCut | null = null
  for (let at = lastWithin(piece, foot, room); at > piece.start; at--) {
    const below = piece.notes ? footAt(piece, at, room) : null
    if (piece.notes && (!below || below.depth > foot)) continue
    const depth = below ? below.depth : bodyAt(piece, at)
    const short = (foot - depth) / line
    const blank = (short * short) / lanes
    if (best && blank >= best.price && !below?.carried) break
    const penalty = penaltyBefore(piece.cell, at) + (below?.cost ?? 0)
    const price = blank + penalty
    if (penalty === Number.POSITIVE_INFINITY || (best && price >= best.price)) continue
    best = { at, depth, penalty, price, carried: below?.carried ?? 0 }
  }
  return best
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

/** Where to look for the next cuts: just above the deepest lane that is not finished; of all, where all are. */
export function nextFoot(pieces: readonly (Piece | null)[], cuts: readonly (PieceCut | null)[]): Pt {
  let open = 0
  let deepest = 0
  cuts.forEach((cut, lane) => {
    const piece = pieces[lane]
    if (!cut || !piece) return
    deepest = Math.max(deepest, cut.depth)
    if (cut.at < piece.cell.count) open = Math.max(open, cut.depth)
  })
  return (open > 0 ? open : deepest) - tolerance
}
