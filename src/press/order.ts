/** Which page stands where on which side, before anything is measured. */
export interface Order {
  readonly columns: number
  readonly rows: number
  readonly sheets: number
  /** What stands on a side, as it looks when the sheet is turned over like the page of a book. */
  readonly slotsOf: (sheet: number, side: 'front' | 'back') => readonly Slot[]
  /** Whether columns meet at a spine, by the boundary between them: 1 behind the first column. */
  readonly isSpine: (boundary: number) => boolean
  /** Whether leaves are cut several at a time, all to the size of the largest page. */
  readonly isPiled: boolean
  /** The most leaves that lie around another in a signature, on one side of the fold. */
  readonly deepest: number
  readonly steps: readonly Stage[]
}

/** A step, at boundaries between columns and rows in place of lines on paper. */
export type Stage =
  | {
      readonly kind: 'fold'
      readonly axis: 'vertical' | 'horizontal'
      readonly boundary: number
      readonly under: 'left' | 'right' | 'top'
    }
  | { readonly kind: 'nest'; readonly sheets: readonly number[] }
  | { readonly kind: 'gather' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'stack'; readonly piles: readonly number[] }

/** A place on a side and what stands there. */
export interface Slot {
  /** From the left and from the top of the side, from 0. */
  readonly column: number
  readonly row: number
  /** Index into the pages; null: the place is blank. */
  readonly page: number | null
  readonly turn: 0 | 180
  readonly spine: 'left' | 'right' | null
  /** How many leaves lie around it in its signature, on one side of the fold. */
  readonly depth: number
}
