import type { Pt, Size } from '../base/length.ts'

/** How pages are put on sheets, by the names of the trade. `up`: pages on a side, folded once, twice or three times. */
export type Scheme =
  | { readonly kind: 'saddle'; readonly up: Up }
  /** Signatures of so many pages, a multiple of four, bound one beside another. */
  | { readonly kind: 'perfect'; readonly pages: number; readonly up: Up }
  /** In reading order, row by row. */
  | { readonly kind: 'nup'; readonly columns: number; readonly rows: number }
  /** Each page fills a side: the second is the back of the first. */
  | { readonly kind: 'repeat'; readonly columns: number; readonly rows: number }
  /** Cut, and the stacks laid on one another, they are in reading order. */
  | { readonly kind: 'cut-stack'; readonly columns: number; readonly rows: number }

export type Up = 2 | 4 | 8

export type Binding = 'left' | 'right'

/** Where pages are added to fill the last sheet; `before-back` keeps the last page last. */
export type Blanks = 'end' | 'before-back'

export type PressMark = 'crop' | 'fold' | 'registration' | 'slug'

export interface PressSettings {
  readonly scheme: Scheme
  /** Null: as large as the pages need at their own size. */
  readonly paper: Size | null
  /** The edge over which the printer turns a sheet. */
  readonly duplex: 'long' | 'short'
  /** The sides that are printed: both, or one after the other on a printer of one side. */
  readonly sides: 'both' | 'front' | 'back'
  readonly binding: Binding
  readonly blanks: Blanks
  /** Thickness of a leaf: what an inner sheet is pushed out by each one around it; 0: no creep. */
  readonly caliper: Pt
  /** Between places that are cut apart. */
  readonly gutter: Pt
  /** What the printer does not reach, at each edge. */
  readonly edge: Pt
  /** `fit`: as large as the paper allows, at most 1. */
  readonly scale: 'fit' | 'exact' | number
  readonly marks: ReadonlySet<PressMark>
  readonly bleed: Pt
}
