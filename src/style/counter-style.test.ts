import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CounterStyle, counterStyles, counterSuffix, counterText } from './counter-style.ts'

// CSS Counter Styles 3, 6 and 7, and its examples.
test.each<[CounterStyle, number, string]>([
  ['decimal', 7, '7'],
  ['decimal', -7, '-7'],
  ['decimal-leading-zero', 7, '07'],
  ['decimal-leading-zero', 10, '10'],
  ['lower-roman', 4, 'iv'],
  ['upper-roman', 1994, 'MCMXCIV'],
  ['upper-roman', 3999, 'MMMCMXCIX'],
  ['upper-roman', 4000, '4000'],
  ['lower-roman', 0, '0'],
  ['lower-alpha', 1, 'a'],
  ['lower-alpha', 26, 'z'],
  ['upper-latin', 27, 'AA'],
  ['lower-latin', 702, 'zz'],
  ['lower-latin', 703, 'aaa'],
  ['lower-alpha', 0, '0'],
  ['cjk-ideographic', 0, '零'],
  ['cjk-ideographic', 10, '十'],
  ['simp-chinese-informal', 11, '十一'],
  ['simp-chinese-informal', 20, '二十'],
  ['simp-chinese-informal', 99, '九十九'],
  ['simp-chinese-informal', 101, '一百零一'],
  ['simp-chinese-informal', 110, '一百一十'],
  ['simp-chinese-informal', 1001, '一千零一'],
  ['simp-chinese-informal', 6030, '六千零三十'],
  ['simp-chinese-informal', -14, '负十四'],
  ['simp-chinese-informal', 10_000, '10000'],
  ['disc', 3, '•'],
  ['none', 3, ''],
])('in %s %d is %s', (style, value, text) => {
  expect(counterText(value, style)).toBe(text)
})

test('no two numbers are written alike by a style that counts', () => {
  const counting = counterStyles.filter((style) => !['disc', 'circle', 'square', 'none'].includes(style))
  const value = fc.integer({ min: -20_000, max: 20_000 })
  fc.assert(
    fc.property(fc.constantFrom(...counting), value, value, (style, a, b) => {
      expect(counterText(a, style) === counterText(b, style)).toBe(a === b)
    }),
  )
})

test.each<[CounterStyle, string]>([
  ['decimal', '.'],
  ['cjk-ideographic', '、'],
  ['square', ''],
])('a mark in %s has `%s` after it', (style, suffix) => {
  expect(counterSuffix(style)).toBe(suffix)
})
