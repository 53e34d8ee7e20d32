import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Laid } from '../layout/page.ts'
import type { Place } from '../press/sheet.ts'
import { word } from '../testing/painting.ts'
import { laidOf, page, tag } from '../testing/pdf.ts'
import { placeAt, printed, sheetsOf } from '../testing/printing.ts'
import { pagesOf, plain } from '../testing/read-pdf.ts'
import { readSides } from '../testing/read-side.ts'
import { readFile } from './read-file.ts'

const size = { width: 420, height: 595 }
const paper = { width: 1000, height: 1300 }

/** A page with a glyph in ten points. */
function glyphAt(x: number, y: number): Laid {
  return laidOf([tag('P', 'en', null)], [page([word('a', x, y, 0)])])
}

test.each([
  // A page of 420 x 595 at half its size, its corner at 100, 200: a glyph that stands at 30, 50 on it.
  { turn: 0, x: 115, y: 225 },
  { turn: 90, x: 100 + 545 / 2, y: 215 },
  { turn: 180, x: 100 + 390 / 2, y: 200 + 545 / 2 },
  { turn: 270, x: 125, y: 200 + 390 / 2 },
] as const)('a page turned by $turn stands where its place is', ({ turn, x, y }) => {
  const place = placeAt(0, 100, 200, size, { turn, scale: 0.5 })
  const [first] = readSides(printed(glyphAt(30, 50), sheetsOf([[place]], paper)))[0]?.glyphs ?? []
  expect(first?.x).toBeCloseTo(x, 3)
  expect(first?.y).toBeCloseTo(y, 3)
  expect(first?.size).toBeCloseTo(5, 6)
})

/** Where a point of a page comes to lie, worked out apart from any matrix. */
function onSide(x: number, y: number, { trim, turn, scale }: Place): readonly [number, number] {
  const [left, top] = [x * scale, y * scale]
  const [right, bottom] = [(size.width - x) * scale, (size.height - y) * scale]
  const [across, down] = { 0: [left, top], 90: [bottom, left], 180: [right, bottom], 270: [top, right] }[turn]
  return [trim.x + (across ?? 0), trim.y + (down ?? 0)]
}

test('at any scale every glyph is within a hundredth of a point of its place, at the far end as well', () => {
  const turn = fc.constantFrom<Place['turn']>(0, 90, 180, 270)
  const numbers = fc.record({
    turn,
    scale: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
    left: fc.double({ min: -20, max: 400, noNaN: true }),
    top: fc.double({ min: -20, max: 400, noNaN: true }),
    x: fc.double({ min: 0, max: 410, noNaN: true }),
    y: fc.double({ min: 10, max: 595, noNaN: true }),
  })
  fc.assert(
    fc.property(numbers, ({ left, top, x, y, ...turned }) => {
      const place = placeAt(0, left, top, size, turned)
      const [glyph] = readSides(printed(glyphAt(x, y), sheetsOf([[place]], paper)))[0]?.glyphs ?? []
      const [wantedX, wantedY] = onSide(x, y, place)
      expect(Math.abs((glyph?.x ?? Number.NaN) - wantedX)).toBeLessThan(0.01)
      expect(Math.abs((glyph?.y ?? Number.NaN) - wantedY)).toBeLessThan(0.01)
    }),
    { numRuns: 100 },
  )
})

test('a place shows what is inside of its clip', () => {
  const clip = { x: 91.5, y: 200, width: 427, height: 603.5 }
  const place = { ...placeAt(0, 100, 200, size), clip }
  const [side] = readSides(printed(glyphAt(30, 50), sheetsOf([[place]], paper)))
  const [corners] = side?.clips ?? []
  expect(corners?.left).toBeCloseTo(91.5, 6)
  expect(corners?.top).toBeCloseTo(200, 6)
  expect(corners?.right).toBeCloseTo(518.5, 6)
  expect(corners?.bottom).toBeCloseTo(803.5, 6)
})

test('the boxes of a side are those of its paper, its trim and its bleed', () => {
  const trim = { x: 100, y: 50, width: 800, height: 1100 }
  const bleed = { x: 91.5, y: 41.5, width: 817, height: 1117 }
  const bytes = printed(glyphAt(30, 50), sheetsOf([[placeAt(0, 100, 50, size)]], paper, { trim, bleed }))
  const file = readFile(bytes)
  expect(plain(pagesOf(file)[0], file)).toMatchObject({
    MediaBox: [0, 0, 1000, 1300],
    TrimBox: [100, 150, 900, 1250],
    BleedBox: [91.5, 141.5, 908.5, 1258.5],
  })
})
