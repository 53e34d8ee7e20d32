import { expect } from 'vitest'
import { Report } from '../base/report.ts'
import type { Laid } from '../layout/page.ts'
import { paintSheets, type SheetSettings } from '../pdf/paint-sheets.ts'
import type { PrintDescription } from '../pdf/print-metadata.ts'
import type { Imposed, Place, Side } from '../press/sheet.ts'
import { description } from './pdf.ts'

/** Of a print copy of `test.pdf`. */
export const printDescription: PrintDescription = {
  ...description,
  copyOf: { file: 'test.pdf', sha256: '0123456789abcdef'.repeat(4) },
}

/** The print copy of what was laid out and has nothing wrong with it; that its type is small does not matter here. */
export function printed(laid: Laid, imposed: Imposed, more: Partial<SheetSettings> = {}): Uint8Array {
  const report = new Report()
  const bytes = paintSheets(laid, imposed, printDescription, { bleed: 0, ...more }, report)
  expect(report.diagnostics.filter(({ code }) => code !== 'press/small-type')).toEqual([])
  if (!bytes) throw new Error('nothing was painted')
  return bytes
}

/** Sheets with these places on their sides, front and back in turn. */
export function sheetsOf(
  places: readonly (readonly Place[])[],
  size: Side['size'],
  more: Partial<Side> = {},
): Imposed {
  const all = { x: 0, y: 0, ...size }
  const sides = places.map(
    (some, index): Side => ({
      sheet: Math.floor(index / 2),
      side: index % 2 === 0 ? 'front' : 'back',
      size,
      trim: all,
      bleed: all,
      places: some,
      marks: [],
      ...more,
    }),
  )
  return { sides, sheets: Math.ceil(places.length / 2), handling: [] }
}

/** A place for a page of this size, with its top left corner there, that cuts nothing off but what is beyond its trim. */
export function placeAt(
  page: number,
  x: number,
  y: number,
  pageSize: Side['size'],
  { turn = 0, scale = 1 }: Partial<Pick<Place, 'turn' | 'scale'>> = {},
): Place {
  const isUpright = turn === 0 || turn === 180
  const width = scale * (isUpright ? pageSize.width : pageSize.height)
  const height = scale * (isUpright ? pageSize.height : pageSize.width)
  const trim = { x, y, width, height }
  return { page, turn, scale, trim, clip: trim, spine: null }
}
