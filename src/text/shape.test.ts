import { describe, expect, test } from 'vitest'
import { shapeText } from '../testing/square-face.ts'
import type { Shaped } from './shaped.ts'

const atomsOf = ({ flat, atoms, count }: Shaped) =>
  Array.from({ length: count }, (_, k) => flat.text.slice(atoms.from[k], atoms.from[k + 1]).trim())

describe('atoms', () => {
  test('are Chinese characters, marks, pairs and words', () => {
    expect(atomsOf(shapeText('中国，see the——end……', 'zh-Hans'))).toEqual([
      '中',
      '国',
      '，',
      'see',
      'the',
      '——',
      'end',
      '……',
    ])
  })

  test('a combining mark or a variation selector stays with its Chinese character', () => {
    expect(atomsOf(shapeText('葛\u{e0100}城中\ufe00か\u3099', 'zh-Hans'))).toEqual([
      '葛\u{e0100}',
      '城',
      '中\ufe00',
      'か\u3099',
    ])
  })

  test('a character beyond the first plane is whole', () => {
    expect(atomsOf(shapeText('𠀀𠀁', 'zh-Hans'))).toEqual(['𠀀', '𠀁'])
  })

  test('a word is divided where a line may end in it, never inside a cluster', () => {
    expect(atomsOf(shapeText('well-known', 'en'))).toEqual(['well-', 'known'])
    const accented = 'e\u0301'
    expect(atomsOf(shapeText(accented.repeat(4), 'en', { wordBreak: 'break-all' }))).toEqual([
      accented.repeat(2),
      accented.repeat(2),
    ])
  })

  test('`nowrap` and `pre` are never divided', () => {
    for (const whiteSpace of ['nowrap', 'pre'] as const) {
      const { gaps } = shapeText('中国 well-known', 'zh-Hans', { whiteSpace })
      expect(new Set(gaps.chance.slice(1, -1))).toEqual(new Set([0]))
    }
  })

  test('an empty paragraph has none', () => {
    expect(shapeText(' \n ', 'en').count).toBe(0)
  })
})

test('letter-spacing is added behind each letter, not behind the marks on it', () => {
  expect([...shapeText('ae\u0301', 'en', { letterSpacing: 1 }).atoms.width]).toEqual([12])
})

describe('long texts', () => {
  // What is quadratic would outlast the test's time limit many times.
  test.each([
    ['a paragraph', '中国，see '],
    ['a single word', 'x'],
    ['one of lines', 'ab\u200b'],
  ])('%s of a million characters is shaped, each of them once', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const { atoms, count, flat } = shapeText(text, 'zh-Hans')
    expect(flat.text.length).toBeGreaterThanOrEqual(text.trimEnd().length)
    expect(atoms.from[count]).toBe(flat.text.length)
  })
})
