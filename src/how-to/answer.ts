import { type Pt, pointsPer } from '../base/length.ts'
import type { Orientation, Turn } from './printer.ts'

/** A corner of a page, as it is read. */
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** The numbers of the rulers, in millimetres from the edge: the widest margins of old ink printers have 15. */
export const rulerLength = 15

/**
 * The letters on the back. The marked corner of the front is the top right one. Where the back is turned like the page
 * of a book, its top left corner lies behind; like the leaf of a calendar, its bottom right one. No printer brings the
 * others there: who reads them has folded another corner. None of the letters is another one turned or mirrored.
 */
export const letters: Readonly<Record<Orientation, Readonly<Record<Corner, string>>>> = {
  landscape: { 'top-left': 'A', 'bottom-right': 'B', 'top-right': 'C', 'bottom-left': 'D' },
  portrait: { 'top-left': 'E', 'bottom-right': 'F', 'top-right': 'G', 'bottom-left': 'H' },
}

const turnBehind: Readonly<Record<Corner, Turn | null>> = {
  'top-left': 'book',
  'bottom-right': 'calendar',
  'top-right': null,
  'bottom-left': null,
}

/** What a test sheet showed. */
export interface Answer {
  readonly orientation: Orientation
  readonly turn: Turn
  readonly edge: Pt
}

/** Reads `B5`; `form`: it is no letter and number of a sheet, `corner`: a letter that stands behind no marked corner. */
export function readAnswer(written: string): Answer | 'form' | 'corner' {
  const [, letter = '', number = ''] = /^\s*([a-z])\s*(\d{1,2})\s*$/i.exec(written) ?? []
  const edge = Number(number)
  const found = placeOf(letter.toUpperCase())
  if (found === null || edge < 1 || edge > rulerLength) return 'form'
  const turn = turnBehind[found.corner]
  if (turn === null) return 'corner'
  return { orientation: found.orientation, turn, edge: edge * (pointsPer('mm') ?? 0) }
}

function placeOf(letter: string): { readonly orientation: Orientation; readonly corner: Corner } | null {
  for (const orientation of ['landscape', 'portrait'] as const)
    for (const corner of corners) if (letters[orientation][corner] === letter) return { orientation, corner }
  return null
}

export const corners: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right']
