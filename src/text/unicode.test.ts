import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHan, isWide, lineBreakClass, script } from './unicode.ts'
import { LineBreakClass } from './unicode-data.ts'

const at = (character: string): number => character.codePointAt(0) ?? 0

describe('script', () => {
  test.each([
    ['A', 'Latn'],
    ['中', 'Hani'],
    ['々', 'Hani'],
    ['𠀀', 'Hani'],
    ['ж', 'Cyrl'],
    ['ψ', 'Grek'],
    ['ش', 'Arab'],
    ['あ', 'Hira'],
    ['한', 'Hang'],
    ['ㄅ', 'Bopo'],
    ['，', 'Zyyy'],
    ['1', 'Zyyy'],
    ['\u0301', 'Zinh'],
    ['\u0378', 'Zzzz'],
  ])('%s is %s', (character, code) => {
    expect(script(at(character))).toBe(code)
  })

  test('is that of the regular expressions of this Node, for what they know', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x10000, max: 0x323af })),
        (codePoint) => {
          const character = String.fromCodePoint(codePoint)
          fc.pre(!/[\p{Cn}\p{Cs}\p{Co}]/u.test(character))
          expect(new RegExp(`\\p{Script=${script(codePoint)}}`, 'u').test(character)).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('isWide and isHan', () => {
  test.each(['中', '，', 'Ａ', '한', 'あ', '　', '👍', '\u{30000}'])('%s is wide', (character) => {
    expect(isWide(at(character))).toBe(true)
  })

  test.each(['A', ',', '“', '—', '·', 'ｱ', 'ж', '\u0301', '①'])('%s is not wide', (character) => {
    expect(isWide(at(character))).toBe(false)
  })

  test('marks, kana and letters are wide or narrow but no Chinese characters', () => {
    expect(Array.from('中々〇𠀀，あ한A').filter((character) => isHan(at(character)))).toEqual([
      '中',
      '々',
      '〇',
      '𠀀',
    ])
  })
})

describe('lineBreakClass', () => {
  test.each([
    ['a', 'AL'],
    ['中', 'ID'],
    ['「', 'OP'],
    ['。', 'CL'],
    ['！', 'EX'],
    ['“', 'QI'],
    ['”', 'QF'],
    ['"', 'QU'],
    ['—', 'B2'],
    ['…', 'IN'],
    ['7', 'NU'],
    ['\u2010', 'HH'],
    ['-', 'HY'],
    ['ぁ', 'NS'],
    ['\u{10ffff}', 'AL'],
  ] as const)('%s is %s', (character, name) => {
    expect(lineBreakClass(at(character))).toBe(LineBreakClass[name])
  })
})
