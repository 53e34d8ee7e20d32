import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark, Placed } from '../layout/page.ts'
import { word } from '../testing/painting.ts'
import { page } from '../testing/pdf.ts'
import { forPress } from './for-press.ts'

const [width, height] = [420, 595]

function rect(x: number, y: number, wide: number, high: number): Placed {
  return { x, y, mark: { kind: 'rect', width: wide, height: high, color: [200, 0, 0] }, tag: null }
}

/** `x y width height` of a rectangle with a bleed of 8 points. */
function bled(x: number, y: number, wide: number, high: number): string {
  const [first] = forPress(page([rect(x, y, wide, high)]), 8).marks
  if (first?.mark.kind !== 'rect') throw new Error('the rectangle is gone')
  return [first.x, first.y, first.mark.width, first.mark.height].join(' ')
}

test.each([
  ['the ground of a page', [0, 0, width, height], [-8, -8, width + 16, height + 16]],
  ['a panel at the right', [234, 0, 186, height], [234, -8, 194, height + 16]],
  ['a rule along the top', [0, 0, width, 2], [-8, -8, width + 16, 10]],
  ['a tint in the left bottom corner', [0, 500, 100, 95], [-8, 500, 108, 103]],
  ['a panel that ends a trifle before the edge', [0.2, 100, 419.6, 50], [-8, 100, width + 16, 50]],
  ['a panel that stands out further than the bleed', [-20, 100, 100, 50], [-20, 100, 100, 50]],
  ['a panel that stands out less far', [-3, 100, 100, 50], [-8, 100, 105, 50]],
  ['a tint in the text', [30, 40, 100, 50], [30, 40, 100, 50]],
  ['what is beyond the edge altogether', [-5, 100, 5, 50], [-5, 100, 5, 50]],
] as const)('%s', (_, [x, y, wide, high], wanted) => {
  expect(bled(x, y, wide, high)).toBe(wanted.join(' '))
})

test('a rectangle only grows, and only beyond the page', () => {
  const length = fc.double({ min: 0, max: 300, noNaN: true })
  fc.assert(
    fc.property(length, length, length, length, (x, y, wide, high) => {
      const [after] = forPress(page([rect(x, y, wide, high)]), 8).marks
      const mark = after?.mark
      if (!after || mark?.kind !== 'rect') throw new Error('the rectangle is gone')
      for (const [from, to, from2, to2, end] of [
        [x, x + wide, after.x, after.x + mark.width, width],
        [y, y + high, after.y, after.y + mark.height, height],
      ] as const) {
        expect(from2 === from || (from2 === -8 && from < 0.3)).toBe(true)
        expect(Math.abs(to2 - to) < 1e-9 || (Math.abs(to2 - end - 8) < 1e-9 && to > end - 0.3)).toBe(true)
      }
    }),
  )
})

test('paths and pictures beyond the edge are left as they are', () => {
  const path: Mark = {
    kind: 'path',
    width: 50,
    height: 50,
    outline: [
      ['M', 0, 0],
      ['L', 50, 50],
    ],
    fill: null,
    stroke: { color: [0, 0, 0], width: 1 },
  }
  const placed = { x: -10, y: 0, mark: path, tag: null }
  expect(forPress(page([placed]), 8).marks).toEqual([placed])
})

test('only ink goes to the press', () => {
  const target = { kind: 'uri', uri: 'https://example.org/' } as const
  const marks: readonly Placed[] = [
    { x: 0, y: 0, mark: { kind: 'area', width: 9, height: 9 }, tag: 0 },
    { x: 0, y: 0, mark: { kind: 'unseen', width: 0, height: 0, text: 'said' }, tag: 0 },
    { x: 0, y: 0, mark: { kind: 'link', width: 9, height: 9, target, description: 'More' }, tag: 0 },
    word('ink', 20, 50, 0),
  ]
  expect(forPress(page(marks), 0).marks).toEqual([marks[3]])
})

test('without a bleed all ink stays as it is', () => {
  const marks = [rect(0, 0, width, height)]
  expect(forPress(page(marks), 0).marks).toEqual(marks)
})
