import type { Pt } from '../base/length.ts'
import type { Box, Place } from '../press/sheet.ts'
import { reals } from './form.ts'
import { decimal, type Syntax } from './syntax.ts'

/** Saves the state, cuts off what is beyond the place, and leads the page's own coordinates to it: y is upwards in both. */
export function beginPlace({ trim, clip, turn, scale }: Place, sideHeight: Pt): Syntax {
  const [x, y, width, height] = cornerOf(clip, sideHeight)
  // With as many decimals as a reader keeps: rounded to three, a scale would shift a page's far end by a tenth of a point.
  return [
    `q ${reals([x, y, width, height])} re W n\n`,
    `${reals(matrixOf(trim, turn, scale, sideHeight))} cm\n`,
  ].join('')
}

export const endPlace: Syntax = 'Q\n'

/** A box of a page's dictionary (ISO 32000-1, 14.11.2). */
export function boxEntry(name: 'TrimBox' | 'BleedBox', box: Box, sideHeight: Pt): Syntax {
  const [x, y, width, height] = cornerOf(box, sideHeight)
  return `/${name}[${[x, y, x + width, y + height].map(decimal).join(' ')}]`
}

function cornerOf({ x, y, width, height }: Box, sideHeight: Pt): readonly [number, number, number, number] {
  return [x, sideHeight - y - height, width, height]
}

/** `a b c d e f` (8.3.4): the page's lower left corner comes to that corner of the trim where the turn takes it. */
function matrixOf(trim: Box, turn: Place['turn'], scale: number, sideHeight: Pt): readonly number[] {
  const [left, bottom, width, height] = cornerOf(trim, sideHeight)
  const [right, top] = [left + width, bottom + height]
  switch (turn) {
    case 0:
      return [scale, 0, 0, scale, left, bottom]
    case 90:
      return [0, -scale, scale, 0, left, top]
    case 180:
      return [-scale, 0, 0, -scale, right, top]
    case 270:
      return [0, scale, -scale, 0, right, bottom]
  }
}
