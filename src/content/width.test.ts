import { eastAsianWidth } from 'get-east-asian-width'
import { expect, test } from 'vitest'
import { widthOf } from './width.ts'

test('letters are one column, Han two, combining marks none', () => {
  expect(['a', '中', '。', 'é', 'e\u0301', '\u200b', '😀'].map(widthOf)).toEqual([1, 2, 2, 1, 1, 0, 2])
})

test('Han, kana, Hangul and full-width forms have the width of UAX 11', () => {
  const blocks = [
    [0x20, 0x7e],
    [0xa1, 0xac],
    [0x400, 0x45f],
    [0x2010, 0x2027],
    [0x3001, 0x3029],
    [0x3041, 0x3096],
    [0x30a0, 0x30ff],
    [0x3400, 0x9fff],
    [0xac00, 0xd7a3],
    [0xf900, 0xfa6d],
    [0xff01, 0xff9f],
    [0x20000, 0x2a6df],
  ] as const
  let compared = 0
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      expect(widthOf(String.fromCodePoint(code)), code.toString(16)).toBe(eastAsianWidth(code))
      compared++
    }
  }
  expect(compared).toBeGreaterThan(80_000)
})
