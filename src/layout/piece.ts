import type { Pt } from '../base/length.ts'
import { depthOf, type MeasuredCell } from './measured.ts'
import { type OpenPage, topOf } from './open-page.ts'
import { lineOf, type PageRoom, tolerance } from './page-cost.ts'

/** What a page has of a cell that it may end in; null where nothing of the cell is left. */
export interface Piece {
  readonly cell: MeasuredCell
  /** First item that is not on earlier pages. */
  readonly start: number
  /** Depth at which the row begins. */
  readonly top: Pt
}

export interface PieceCut {
  /** Items up to the cut, those on earlier pages included. */
  readonly at: number
  readonly depth: Pt
  readonly penalty: number
  /** The penalty, and the blank down to where it was looked for. */
  readonly price: number
}

export function piecesOf(page: OpenPage, row: number): readonly (Piece | null)[] {
  const cells = page.measured.rows[row]?.cells ?? []
  const top = topOf(page, row)
  return cells.map((cell, lane) => {
    const start = row === page.from.row ? (page.from.at[lane] ?? 0) : 0
    return start < cell.count ? { cell, start, top } : null
  })
}

/** The legal cuts of a piece down to `foot` that cost least, at most `limit`; the cell's end counts as one. */
export function cheapestCuts(piece: Piece, foot: Pt, limit: number, room: PageRoom): readonly PieceCut[] {
  const { cell, start, top } = piece
  const line = lineOf(room)
  const found: PieceCut[] = []
  for (let at = lastWithin(piece, foot); at > start; at--) {
    const depth = top + depthOf(cell, start, at)
    const blank = ((foot - depth) / line) ** 2 / Math.max(1, room.lanes)
    const worst = found.length >= limit ? (found.at(-1)?.price ?? 0) : Number.POSITIVE_INFINITY
    // Above it the blank alone is dearer.
    if (blank >= worst) break
    const penalty = cell.penalties[at] ?? 0
    const price = blank + penalty
    if (penalty === Number.POSITIVE_INFINITY || price >= worst) continue
    if (found.length >= limit) found.pop()
    let place = found.length
    while (place > 0 && (found[place - 1]?.price ?? 0) > price) place--
    found.splice(place, 0, { at, depth, penalty, price })
  }
  return found
}

/** The most items that reach no deeper than `foot`, legal cut or not; `start` where there are none. */
export function lastWithin({ cell, start, top }: Piece, foot: Pt): number {
  let low = start
  let high = cell.count
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (top + depthOf(cell, start, middle) <= foot) low = middle
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
