import { expect, test } from 'vitest'
import { description } from '../testing/pdf.ts'
import type { Face } from '../text/face.ts'
import { pairTable } from '../text/open-face.ts'
import { openFile } from './document.ts'
import { codesPerFont, Fonts } from './font.ts'
import { information } from './metadata.ts'

function face(): Face {
  return {
    ...pairTable(),
    name: 'Square',
    upem: 2048,
    ascent: 1638,
    descent: -410,
    covers: () => true,
    shape: () => {
      throw new Error('not shaped here')
    },
    advanceOf: (glyph) => glyph,
    program: null,
  }
}

function fonts(): Fonts {
  return new Fonts(
    openFile({
      isArchive: false,
      compress: true,
      lang: 'en',
      information: information(description),
      deflated: new WeakMap(),
    }),
    { face: () => {}, pair: () => {} },
  )
}

test('codes are given in the order of first use, from 1, and stay', () => {
  const square = face()
  const pairs = [square.pair(7, 'b'), square.pair(7, '\u200b'), square.pair(3, 'a')]
  const codes = fonts().of(square)
  expect([2, 0, 2, 1].map((index) => codes.codeOf(pairs[index] ?? 0))).toEqual([1, 2, 1, 3])
  expect(codes.fonts[0]?.pairs).toEqual([2, 0, 1])
})

test('a width is in thousandths of an em, to one decimal', () => {
  const square = face()
  const codes = fonts().of(square)
  codes.codeOf(square.pair(1024, 'a'))
  codes.codeOf(square.pair(1001, 'b'))
  expect([codes.widthOf(0), codes.widthOf(1)]).toEqual([500, 488.8])
})

test('the pair after the last code of a font begins a second font', () => {
  const square = face()
  const codes = fonts().of(square)
  for (let index = 0; index <= codesPerFont; index++) codes.codeOf(square.pair(index % 1000, String(index)))
  expect(codes.fonts.map((font) => [font.id, font.pairs.length])).toEqual([
    ['F1', codesPerFont],
    ['F2', 1],
  ])
  expect(codes.codeOf(codesPerFont - 1)).toBe(codesPerFont)
  expect(codes.codeOf(codesPerFont)).toBe(65536 + 1)
})

test('each face has its own fonts', () => {
  const [one, two, all] = [face(), face(), fonts()]
  one.pair(1, 'a')
  two.pair(1, 'a')
  expect(all.of(one).codeOf(0)).toBe(1)
  expect(all.of(two).codeOf(0)).toBe(1)
  expect(all.of(one)).toBe(all.of(one))
  expect([...all.all].map((codes) => codes.fonts[0]?.id)).toEqual(['F1', 'F2'])
})
