import type { Pt, Size } from '../base/length.ts'
import type { Place, Side } from '../press/sheet.ts'

/** A side as a diagram shows it: rows of page numbers, `r` for one turned by 180 degrees, 0 for a blank. */
export function side(
  sheet: number,
  name: 'front' | 'back',
  size: Size,
  rows: readonly string[],
  page: Size,
  headGap: Pt = size.height - rows.length * page.height,
): Side {
  const places = rows.flatMap((row, line) =>
    row.split(' ').flatMap((sign, column): readonly Place[] => {
      const number = Number.parseInt(sign, 10)
      const trim = { x: column * page.width, y: line * (page.height + headGap), ...page }
      const turn = sign.endsWith('r') ? 180 : 0
      // Of two columns that meet at a fold, each is bound there.
      const spine = column % 2 === 0 ? 'right' : 'left'
      return number === 0 ? [] : [{ page: number - 1, turn, scale: 1, trim, clip: trim, spine }]
    }),
  )
  const whole = { x: 0, y: 0, ...size }
  return { sheet, side: name, size, trim: whole, bleed: whole, places, marks: [] }
}
