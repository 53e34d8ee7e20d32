import { type Pt, tolerance } from '../base/length.ts'
import { depthsBefore, linesBefore, type OpenPage } from './open-page.ts'
import { costs, fillCost, type PageRoom } from './page-cost.ts'
import type { AddEnd, EndSettings } from './page-ends.ts'
import { footOf } from './page-notes.ts'
import { cheapestCut, cheapestCuts, nextFoot, type Piece, type PieceCut, piecesOf } from './piece.ts'

/** A row that the page may end in. */
interface Split {
  readonly row: number
  /** What it costs that the row is divided at all. */
  readonly price: number
  readonly pieces: readonly (Piece | null)[]
  /** How deep the lanes are filled where the row adds nothing. */
  readonly before: readonly Pt[]
  /** Items in each cell. */
  readonly counts: readonly number[]
  readonly room: PageRoom
  readonly add: AddEnd
}

/** Page ends inside one row: each cell that has something left is cut inside or has just finished. */
export function addSplits(
  page: OpenPage,
  row: number,
  fits: boolean,
  settings: EndSettings,
  add: AddEnd,
): number {
  const pieces = piecesOf(page, row)
  if (pieces.every((piece) => piece === null)) return 0
  const before = depthsAround(page, row, pieces)
  if (!before) return 0
  const counts = page.measured.rows[row]?.cells.map((cell) => cell.count) ?? []
  const price = costs.split + (fits ? costs.needless : 0)
  const split: Split = { row, price, pieces, before, counts, room: page.room, add }
  if (settings.breadth === Number.POSITIVE_INFINITY) return addProduct(split, settings.breadth)
  return settings.isProduct ? addProduct(split, productCuts(pieces)) : addLevels(split, settings.breadth)
}

/** How deep the lanes are filled to which a row adds nothing, with all their notes; null where these do not fit. */
function depthsAround(page: OpenPage, row: number, pieces: readonly (Piece | null)[]): readonly Pt[] | null {
  const bodies = depthsBefore(page, row)
  if (!page.notes) return bodies
  const depths: Pt[] = []
  for (const [lane, notes] of page.notes.entries()) {
    const body = bodies[lane] ?? 0
    const called = linesBefore(page, row, lane)
    const foot = pieces[lane] ? { depth: body } : footOf(notes, body, called, called, page.room)
    if (!foot) return null
    depths.push(foot.depth)
  }
  return depths
}

/** One foot line for all lanes, lowered step by step: in each lane the best cut above it. */
function addLevels(split: Split, breadth: number): number {
  const { pieces, room } = split
  let found = 0
  for (let foot = room.depth + tolerance; found <= breadth; ) {
    const cuts: (PieceCut | null)[] = []
    for (const piece of pieces) {
      const cut = piece && cheapestCut(piece, foot, room)
      if (piece && !cut) return found
      cuts.push(cut)
    }
    found += addSplit(split, cuts)
    foot = nextFoot(pieces, cuts)
  }
  return found
}

/** Combinations in one row are kept to about so many, however many lanes there are. */
const mostCombinations = 64

function productCuts(pieces: readonly (Piece | null)[]): number {
  const open = pieces.filter((piece) => piece !== null).length
  return Math.min(4, Math.max(2, Math.floor(mostCombinations ** (1 / Math.max(1, open)) + tolerance)))
}

/** All combinations of the `limit` best cuts of each cell. */
function addProduct(split: Split, limit: number): number {
  const { pieces, room } = split
  const foot = room.depth + tolerance
  const lists = pieces.map((piece) => (piece ? cheapestCuts(piece, foot, limit, room) : [null]))
  const chosen: (PieceCut | null)[] = []
  const visit = (lane: number): number => {
    const list = lists[lane]
    if (!list) return addSplit(split, chosen)
    let found = 0
    for (const cut of list) {
      chosen[lane] = cut
      found += visit(lane + 1)
    }
    return found
  }
  return visit(0)
}

/** Adds a page end inside a row, unless that is the row's end. Gives how many were added that are no last resort. */
function addSplit(
  { row, price, pieces, before, counts, room, add }: Split,
  cuts: readonly (PieceCut | null)[],
): 0 | 1 {
  if (isFinished(pieces, cuts)) return 0
  let penalty = price
  let isCarried = false
  const depths: Pt[] = []
  const at: number[] = []
  for (let lane = 0; lane < cuts.length; lane++) {
    const cut = cuts[lane]
    penalty += cut?.penalty ?? 0
    depths.push(cut?.depth ?? before[lane] ?? 0)
    at.push(cut?.at ?? counts[lane] ?? 0)
    if (cut && cut.carried > 0) isCarried = true
  }
  const carried = isCarried ? cuts.map((cut) => cut?.carried ?? 0) : null
  add({ row, at, carried, cost: penalty + fillCost(depths, room), isOverfull: false })
  return penalty < lastResort ? 1 : 0
}

function isFinished(pieces: readonly (Piece | null)[], cuts: readonly (PieceCut | null)[]): boolean {
  for (let lane = 0; lane < cuts.length; lane++) {
    const cut = cuts[lane]
    if (cut && cut.at !== pieces[lane]?.cell.count) return false
  }
  return true
}

/** A page end with a penalty as high as this, such as a widow's, is kept, but others are looked for beyond it. */
const lastResort = 1000
