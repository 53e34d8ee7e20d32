import type { Pt, Size } from '../base/length.ts'
import type { Placed } from '../layout/page.ts'

/** Pages on the sides of sheets: all that painting a print copy needs. */
export interface Imposed {
  /** In the order of printing: front of the first sheet, its back, front of the second. */
  readonly sides: readonly Side[]
  /** Number of sheets of paper. */
  readonly sheets: number
  /** How the printed sheets become what is read, step by step; none: they are read as they are, turned like pages. */
  readonly handling: readonly Step[]
}

/**
 * What is done to the sheets: a fold to each alone, a cut to all in one stack, the first on top. Before the first step
 * they lie front up, as that was printed; what a fold leaves lying keeps its place, so that `at`, from the left or the
 * top of the front, is a line on the table.
 */
export type Step = Fold | Nest | Gather | Cut | Stack

/** What lies on one side of a line is folded under the rest, however many layers there are. */
export interface Fold {
  readonly kind: 'fold'
  readonly axis: 'vertical' | 'horizontal'
  readonly at: Pt
  /** The part that moves. */
  readonly under: 'left' | 'right' | 'top'
}

/** Folded sheets are laid one into the middle of another: so many into one signature, the first of them outside. */
export interface Nest {
  readonly kind: 'nest'
  readonly sheets: readonly number[]
}

/** Signatures are laid one on another, the first on top: their order at the back of the book. */
export interface Gather {
  readonly kind: 'gather'
}

/** Cut into piles, at the middle of the gutters. */
export interface Cut {
  readonly kind: 'cut'
  /** From the left of the front. */
  readonly columns: readonly Pt[]
  /** From the top. */
  readonly rows: readonly Pt[]
}

/** Piles, numbered from 0 row by row from the top left, are laid one on another: the first in `piles` on top. */
export interface Stack {
  readonly kind: 'stack'
  readonly piles: readonly number[]
}

/** One side of a sheet. */
export interface Side {
  /** Index of the sheet; of nested ones the outermost comes first. */
  readonly sheet: number
  readonly side: 'front' | 'back'
  readonly size: Size
  /** What holds the trims of all its places, and their bleeds. */
  readonly trim: Box
  readonly bleed: Box
  readonly places: readonly Place[]
  /** Crop, fold and registration marks and the slug line. */
  readonly marks: readonly Placed[]
}

/** Where a page stands on a side. */
export interface Place {
  /** Index into the pages. */
  readonly page: number
  /** Clockwise, in degrees. */
  readonly turn: 0 | 90 | 180 | 270
  readonly scale: number
  /** The page, scaled and turned: its corner is the trim's. */
  readonly trim: Box
  /** What of it is painted: the trim and the bleed around it, at the spine the trim alone. */
  readonly clip: Box
  /** The edge of the trim at which it is bound; null: it is loose. */
  readonly spine: 'left' | 'right' | 'top' | 'bottom' | null
}

/** Y downwards from the top left corner of a side, in points. */
export interface Box {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}
