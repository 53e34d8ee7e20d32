import type { Pt } from '../base/length.ts'
import type { Cut } from './flow.ts'
import { type Measured, nextFilled } from './measured.ts'
import { depthsBefore, hasRowBefore, lastFitting, type OpenPage, openPage } from './open-page.ts'
import { costs, fillCost, lastPageCost, type PageRoom, scrap, tolerance } from './page-cost.ts'
import { cheapestCuts, lastWithin, nextFoot, type Piece, type PieceCut, piecesOf } from './piece.ts'

/** A way to end a page: where the next one begins, and what the page costs. `at` null: at the beginning of the row. */
export type AddEnd = (row: number, at: readonly number[] | null, cost: number, isOverfull: boolean) => void

export interface EndSettings {
  readonly room: PageRoom
  /** Page ends looked for beyond the fullest. */
  readonly breadth: number
  /** In a row, every combination of the best cuts of its cells, not only those along one foot line. */
  readonly isProduct: boolean
}

/** Finds the page ends worth looking at for a page that begins at `from`, the fullest first; at least one. */
export function pageEnds(measured: Measured, from: Cut, settings: EndSettings, add: AddEnd): void {
  const page = openPage(measured, from, settings.room)
  let isAny = false
  const note: AddEnd = (...end) => {
    isAny = true
    add(...end)
  }
  const full = lastFitting(page)
  let found = 0
  for (
    let row = full;
    row >= from.row && (found <= settings.breadth || leavesScrap(page, full, row));
    row--
  ) {
    if (row < measured.rows.length) found += addSplits(page, row, row < full, settings, note)
    if (mayBreakBefore(page, row)) {
      addBoundary(page, row, note)
      found++
    }
  }
  if (!isAny) force(page, full, add)
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

/** Ends the page before a row. */
function addBoundary(page: OpenPage, row: number, add: AddEnd): void {
  const { measured, room, isFirst } = page
  const depths = depthsBefore(page, row)
  const next = measured.rows[row]
  add(row, null, next ? next.penalty + fillCost(depths, room) : lastPageCost(depths, room, isFirst), false)
}

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
function addSplits(page: OpenPage, row: number, fits: boolean, settings: EndSettings, add: AddEnd): number {
  const pieces = piecesOf(page, row)
  if (pieces.every((piece) => piece === null)) return 0
  const counts = page.measured.rows[row]?.cells.map((cell) => cell.count) ?? []
  const price = costs.split + (fits ? costs.needless : 0)
  const split: Split = { row, price, pieces, before: depthsBefore(page, row), counts, room: page.room, add }
  if (settings.breadth === Number.POSITIVE_INFINITY) return addProduct(split, settings.breadth)
  return settings.isProduct ? addProduct(split, productCuts(pieces)) : addLevels(split, settings.breadth)
}

/** One foot line for all lanes, lowered step by step: in each lane the best cut above it. */
function addLevels(split: Split, breadth: number): number {
  const { pieces, room } = split
  let found = 0
  for (let foot = room.depth + tolerance; found <= breadth; ) {
    const cuts: (PieceCut | null)[] = []
    for (const piece of pieces) {
      const cut = piece ? cheapestCuts(piece, foot, 1, room)[0] : null
      if (cut === undefined) return found
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
  if (cuts.every((cut, lane) => !cut || cut.at === pieces[lane]?.cell.count)) return 0
  let penalty = price
  const depths: Pt[] = []
  for (let lane = 0; lane < cuts.length; lane++) {
    const cut = cuts[lane]
    penalty += cut?.penalty ?? 0
    depths.push(cut?.depth ?? before[lane] ?? 0)
  }
  add(
    row,
    cuts.map((cut, lane) => cut?.at ?? counts[lane] ?? 0),
    penalty + fillCost(depths, room),
    false,
  )
  return penalty < lastResort ? 1 : 0
}

/** A page end with a penalty as high as this, such as a widow's, is kept, but others are looked for beyond it. */
const lastResort = 1000

/**
 * Nothing legal fits: the page takes all rows that fit and what fits of the next one, wherever that breaks; where that is
 * nothing in one of its cells, the rows alone; where there are none, an item of each cell that runs over the foot.
 */
function force(page: OpenPage, full: number, add: AddEnd): void {
  const { measured, room } = page
  const foot = room.depth + tolerance
  const pieces = piecesOf(page, full)
  const isOverfull = pieces.some((piece) => piece !== null && lastWithin(piece, foot) === piece.start)
  if (isOverfull && hasRowBefore(page, full)) {
    add(full, null, costs.overfull, false)
    return
  }
  const at = pieces.map((piece, lane) => {
    if (!piece) return measured.rows[full]?.cells[lane]?.count ?? 0
    const [best] = cheapestCuts(piece, foot, 1, room)
    return best?.at ?? Math.max(piece.start + 1, lastWithin(piece, foot))
  })
  const isWhole = pieces.every((piece, lane) => !piece || at[lane] === piece.cell.count)
  add(isWhole ? nextFilled(measured, full + 1) : full, isWhole ? null : at, costs.overfull, isOverfull)
}
