import { type Pt, tolerance } from '../../base/length.ts'
import { addEnd, depthBefore, linesBefore } from './open-page.ts'
import { costs, fillCost } from './page-cost.ts'
import type { EndSettings } from './page-ends.ts'
import { footOf } from './page-notes.ts'
import type { OpenPage, Piece, PieceCut } from './page-scratch.ts'
import { cheapestCuts, cutCheapest, openPieces } from './piece.ts'

/** Page ends inside one row: each cell that has something left is cut inside or has just finished. */
export function addSplits(page: OpenPage, row: number, fits: boolean, settings: EndSettings): number {
  const open = openPieces(page, row)
  if (open === 0 || !fillAround(page, row)) return 0
  page.end.row = row
  const price = costs.split + (fits ? costs.needless : 0)
  if (settings.breadth === Number.POSITIVE_INFINITY) return addProduct(page, price, settings.breadth)
  return settings.isProduct
    ? addProduct(page, price, productCuts(open))
    : addLevels(page, price, settings.breadth)
}

/** How deep the lanes are filled to which a row adds nothing, with all their notes; false where these do not fit. */
function fillAround(page: OpenPage, row: number): boolean {
  const { pieces, before } = page
  for (let lane = 0; lane < pieces.length; lane++) {
    if (pieces[lane]?.isOpen) continue
    const body = depthBefore(page, row, lane)
    before[lane] = body
    const notes = page.notes?.[lane]
    if (!notes) continue
    const called = linesBefore(page, row, lane)
    const foot = footOf(notes, body, called, called, page.room)
    if (!foot) return false
    before[lane] = foot.depth
  }
  return true
}

/** One foot line for all lanes, lowered step by step: in each lane the best cut above it. */
function addLevels(page: OpenPage, price: number, breadth: number): number {
  const { pieces, room } = page
  let found = 0
  for (let foot = room.depth + tolerance; found <= breadth; foot = nextFoot(pieces)) {
    for (const piece of pieces) if (piece.isOpen && !cutCheapest(piece, foot, room)) return found
    found += addSplit(page, price)
  }
  return found
}

/** Where to look for the next cuts: just above the deepest lane that is not finished; of all, where all are. */
function nextFoot(pieces: readonly Piece[]): Pt {
  let open = 0
  let deepest = 0
  for (const { isOpen, cell, cut } of pieces) {
    if (!isOpen) continue
    if (cut.depth > deepest) deepest = cut.depth
    if (cut.at < cell.count && cut.depth > open) open = cut.depth
  }
  return (open > 0 ? open : deepest) - tolerance
}

/** Combinations in one row are kept to about so many, however many lanes there are. */
const mostCombinations = 64

function productCuts(open: number): number {
  return Math.min(4, Math.max(2, Math.floor(mostCombinations ** (1 / open) + tolerance)))
}

/** All combinations of the `limit` best cuts of each cell. */
function addProduct(page: OpenPage, price: number, limit: number): number {
  const { pieces, room } = page
  const foot = room.depth + tolerance
  const lists = pieces.map((piece) => (piece.isOpen ? cheapestCuts(piece, foot, limit, room) : [piece.cut]))
  return addCombinations(page, price, lists, 0)
}

function addCombinations(
  page: OpenPage,
  price: number,
  lists: readonly (readonly PieceCut[])[],
  lane: number,
): number {
  const list = lists[lane]
  const piece = page.pieces[lane]
  if (!list || !piece) return addSplit(page, price)
  let found = 0
  for (const cut of list) {
    piece.cut = cut
    found += addCombinations(page, price, lists, lane + 1)
  }
  return found
}

/** Adds the end at the cuts of all pieces, unless it is the row's end. Gives how many were added that are no last resort. */
function addSplit(page: OpenPage, price: number): 0 | 1 {
  const { pieces, before, end, room } = page
  let penalty = price
  let isFinished = true
  for (let lane = 0; lane < pieces.length; lane++) {
    const piece = pieces[lane]
    if (!piece) continue
    const { isOpen, cell, cut } = piece
    if (isOpen && cut.at !== cell.count) isFinished = false
    if (isOpen) penalty += cut.penalty
    end.at[lane] = isOpen ? cut.at : cell.count
    end.carried[lane] = isOpen ? cut.carried : 0
    end.depths[lane] = isOpen ? cut.depth : (before[lane] ?? 0)
  }
  if (isFinished) return 0
  addEnd(page, end.row, penalty + fillCost(end.depths, room), false)
  return penalty < lastResort ? 1 : 0
}

/** A page end with a penalty as high as this, such as a widow's, is kept, but others are looked for beyond it. */
const lastResort = 1000
