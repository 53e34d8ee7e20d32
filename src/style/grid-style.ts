import type { Pt } from '../base/length.ts'
import type { Length } from './computed.ts'

/** What a theme says of a box of `display: grid` (CSS Grid 2). */
export interface GridStyle {
  readonly columns: GridTemplate
  readonly rows: GridTemplate
  /** Row by row the name of the area that each cell is part of; null: of none. All rows are equally long. */
  readonly areas: GridAreas
  /** Null: none, or in a subgrid that of the grid around it. */
  readonly columnGap: Pt | null
  readonly rowGap: Pt | null
  readonly alignItems: Alignment
  readonly justifyItems: Exclude<Alignment, 'baseline'>
}

/** Where a box stands in the grid around it, as far as the theme says. */
export interface GridPlace {
  readonly column: GridLines
  readonly row: GridLines
  /** `auto`: as `align-items` and `justify-items` of the grid say. */
  readonly alignSelf: Alignment | 'auto'
  readonly justifySelf: Exclude<Alignment, 'baseline'> | 'auto'
}

export interface GridLines {
  readonly start: GridLine
  readonly end: GridLine
}

export type GridLine =
  | { readonly kind: 'auto' }
  /** Counted from 1; negative: from the end of the tracks that the theme names, which is -1. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'span'; readonly count: number }
  | { readonly kind: 'area'; readonly name: string }

/** The tracks that a theme names, none for `none`; `subgrid`: those of the grid around. */
export type GridTemplate = readonly TrackSize[] | 'subgrid'

export type GridAreas = readonly (readonly (string | null)[])[]

/** The least and the greatest size of a column or row; the least is never a share. */
export interface TrackSize {
  readonly min: TrackBreadth
  readonly max: TrackBreadth
}

export type TrackBreadth =
  | { readonly kind: 'length'; readonly length: Length }
  | { readonly kind: 'fr'; readonly value: number }
  | { readonly kind: 'auto' | 'min-content' | 'max-content' }

export type Alignment = 'stretch' | 'start' | 'end' | 'center' | 'baseline'

/** What goes where there is room and fills its area. */
export const autoPlace: GridPlace = {
  column: { start: { kind: 'auto' }, end: { kind: 'auto' } },
  row: { start: { kind: 'auto' }, end: { kind: 'auto' } },
  alignSelf: 'auto',
  justifySelf: 'auto',
}
