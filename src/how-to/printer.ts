import type { Pt, Size } from '../base/length.ts'

/** How the back of a sheet stands to its front: upright for who turns it like a page of a book, or like a leaf of a calendar. */
export type Turn = 'book' | 'calendar'

/** Which way up a sheet is read: wide or tall. */
export type Orientation = 'landscape' | 'portrait'

/** What is known of a printer: what its test sheets showed, printed on both sides as it usually does. */
export interface Printer {
  readonly name: string
  /** How it turns wide sheets, and tall ones; null: not tested. */
  readonly turns: Readonly<Record<Orientation, Turn | null>>
  /** What it does not reach, at each edge. */
  readonly edge: Pt
}

export function orientationOf({ width, height }: Size): Orientation {
  return width > height ? 'landscape' : 'portrait'
}

/**
 * The edge over which a printer turns a sheet, whatever its window calls it: like a page of a book a wide sheet turns
 * over its short edge, a tall one over its long edge. Null where it was not tested with such sheets.
 */
export function duplexOn(printer: Printer, sheet: Size): 'long' | 'short' | null {
  const orientation = orientationOf(sheet)
  const turn = printer.turns[orientation]
  if (turn === null) return null
  return (turn === 'book') === (orientation === 'portrait') ? 'long' : 'short'
}
