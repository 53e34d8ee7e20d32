import type { Pt } from '../../base/length.ts'
import type { Measured, MeasuredCell } from './measured.ts'
import type { PageRoom } from './page-cost.ts'
import type { PageNotes } from './page-notes.ts'

/**
 * A page that begins at a cut and whose end is sought: how deep it gets with so many rows on it. A search opens
 * hundreds of thousands, one after the other, all in one place.
 */
export interface OpenPage {
  readonly measured: Measured
  readonly room: PageRoom
  readonly from: OpenCut
  /** Whether all begins here: then the first space is kept, and the page may be short if it is the last as well. */
  isFirst: boolean
  /** What stands above the first row: its space where all begins here, else the head of its table. */
  space: Pt
  /** Height of that head: it fills the lanes in which nothing is left, too. */
  lead: Pt
  /** How deep each lane is filled by what is left of the first row. */
  readonly depths: Float64Array
  /** The deepest of them. */
  foot: Pt
  /** Null where the section has no notes. */
  readonly notes: readonly PageNotes[] | null
  /** What the row that is looked at has in each lane. */
  readonly pieces: readonly Piece[]
  /** How deep each lane is filled where that row adds nothing. */
  readonly before: Float64Array
  /** The end that is looked at. */
  readonly end: PageEnd
  /** How many were found. */
  ends: number
  readonly add: AddEnd
}

/** A way to end a page: where the next one begins, and what the page costs. Filled anew for each. */
export interface PageEnd extends OpenCut {
  cost: number
  isOverfull: boolean
  /** How deep each lane is filled. */
  readonly depths: Float64Array
}

/** Takes what it needs of an end at once. */
export type AddEnd = (end: PageEnd) => void

/** What a page has of a cell of the row that is looked at, and that it may end in. Filled anew for each row. */
export interface Piece {
  cell: MeasuredCell
  /** Whether anything of the cell is left; else the rest does not count. */
  isOpen: boolean
  row: number
  /** First item that is not on earlier pages. */
  start: number
  /** Depth at which the row begins. */
  top: Pt
  /** The notes of its lane; null where there are none. */
  readonly notes: PageNotes | null
  /** Lines of notes that are called before it. */
  linesBefore: number
  /** The cut that is looked at. */
  cut: PieceCut
  /** The place for those that `cutCheapest` finds. */
  readonly found: PieceCut
}

export interface PieceCut {
  /** Items up to the cut, those on earlier pages included. */
  at: number
  depth: Pt
  penalty: number
  /** The penalty, and the blank down to where it was looked for. */
  price: number
  /** Lines of notes that go over. */
  carried: number
}

/** A cut that is filled anew for each page. */
export interface OpenCut {
  row: number
  readonly at: Int32Array
  /** All 0 where the section has no notes. */
  readonly carried: Int32Array
}

/**
 * A length or a cost that is not known yet, in an object that is filled again and again. No whole number: with one, V8
 * would take the field for whole numbers only, and compile what uses it once more for each that is not.
 */
const unset = Number.NaN

/**
 * The place for the pages of a search; `openPage` opens one. Each object is written out: spread from another, it would
 * have a shape of its own in each search, and the search take three times as long (measured).
 */
export function newPage(measured: Measured, room: PageRoom, add: AddEnd): OpenPage {
  const { width } = measured
  const notes = measured.notes?.map((of): PageNotes => ({ of, from: 0, called: 0 })) ?? null
  const { at, carried } = newCut(width)
  return {
    measured,
    room,
    from: newCut(width),
    isFirst: false,
    space: unset,
    lead: unset,
    depths: new Float64Array(width),
    foot: unset,
    notes,
    pieces: newPieces(measured, notes),
    before: new Float64Array(width),
    end: { row: 0, at, carried, cost: unset, isOverfull: false, depths: new Float64Array(width) },
    ends: 0,
    add,
  }
}

/** `openPieces` fills them. */
function newPieces({ rows, width }: Measured, notes: readonly PageNotes[] | null): readonly Piece[] {
  const pieces: Piece[] = []
  for (let lane = 0; lane < width; lane++) {
    const cell = rows[0]?.cells[lane]
    if (!cell) break
    const found: PieceCut = { at: 0, depth: unset, penalty: unset, price: unset, carried: 0 }
    pieces.push({
      cell,
      isOpen: false,
      row: 0,
      start: 0,
      top: unset,
      notes: notes?.[lane] ?? null,
      linesBefore: 0,
      cut: found,
      found,
    })
  }
  return pieces
}

export function newCut(width: number): OpenCut {
  return { row: 0, at: new Int32Array(width), carried: new Int32Array(width) }
}
