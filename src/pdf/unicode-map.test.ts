import { expect, test } from 'vitest'
import { unicodeMap } from './unicode-map.ts'

function text(texts: readonly string[]): string {
  return new TextDecoder().decode(unicodeMap(texts))
}

test('each code stands for all of its text in UTF-16', () => {
  expect(text(['a', 'ffi', '𠮷', '\u200b'])).toContain(
    [
      '4 beginbfchar',
      '<0001> <0061>',
      '<0002> <006600660069>',
      '<0003> <D842DFB7>',
      '<0004> <200B>',
      'endbfchar',
    ].join('\n'),
  )
})

test('no block has more than a hundred entries', () => {
  const counts = [...text(Array.from({ length: 250 }, () => 'x')).matchAll(/(\d+) beginbfchar/g)]
  expect(counts.map((found) => found[1])).toEqual(['100', '100', '50'])
})

test('a glyph that stands for nothing is a bug', () => {
  expect(() => unicodeMap(['a', ''])).toThrow('CID 2 stands for no text')
})
