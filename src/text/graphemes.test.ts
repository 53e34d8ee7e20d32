import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agrees, graphemeBreaksOf } from '../../test/conformance-unicode.ts'
import { graphemeStarts } from './graphemes.ts'

/**
 * Lines of GraphemeBreakTest-17.0.0.txt. The whole file is run by `npm run conformance`.
 * © 2025 Unicode, Inc., licence Unicode-3.0 (https://www.unicode.org/license.txt).
 */
const examples = [
  '÷ 000D × 000A ÷ 0061 ÷ 000A ÷ 0308 ÷',
  '÷ 0020 × 200D ÷ 0646 ÷',
  '÷ 1100 × 1100 ÷',
  '÷ AC00 × 11A8 ÷ 1100 ÷',
  '÷ AC01 × 11A8 ÷ 1100 ÷',
  '÷ 06DD × 0378 ÷',
  '÷ 0061 × 0903 ÷ 0062 ÷',
  '÷ 0061 ÷ 0600 × 0062 ÷',
  '÷ 0061 ÷ 1F1E6 × 1F1E7 ÷ 1F1E8 ÷ 0062 ÷',
  '÷ 0061 ÷ 1F1E6 × 1F1E7 × 200D ÷ 1F1E8 ÷ 0062 ÷',
  '÷ 0061 ÷ 1F1E6 × 200D ÷ 1F1E7 × 1F1E8 ÷ 0062 ÷',
  '÷ 0061 × 1F3FF ÷ 1F476 × 200D × 1F6D1 ÷',
  '÷ 1F476 × 1F3FF × 0308 × 200D × 1F476 × 1F3FF ÷',
  '÷ 0061 × 200D ÷ 1F6D1 ÷',
  '÷ 2701 × 200D ÷ 2701 ÷',
  '÷ 0915 × 094D × 200D × 0924 ÷',
  '÷ 0915 × 093C × 200D × 094D × 0924 ÷',
  '÷ 0915 × 094D ÷ 0061 ÷',
  '÷ 0061 × 094D ÷ 0924 ÷',
  '÷ 1B27 ÷ 1B13 × 1B44 × 1B0B ÷ 1B0B × 1B04 ÷',
  '÷ 1004 × 103A × 1039 × 1011 × 1039 × 1011 ÷',
]

describe('graphemeStarts', () => {
  test('divides as GraphemeBreakTest says', () => {
    expect(examples.filter((line) => !agrees(line, graphemeBreaksOf))).toEqual([])
  })

  test('a family, a flag, a letter with two accents and a Chinese character are one each', () => {
    expect(graphemeStarts('👨‍👩‍👧🇨🇳a\u0308\u0301中')).toEqual([0, 8, 12, 15])
  })

  test('the first cluster begins with the text, and an empty text has none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(graphemeStarts(text)[0]).toBe(text === '' ? undefined : 0)
      }),
    )
  })

  test('a cluster read alone is one cluster', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '\u0301', '\u200d', '🇨', '👩', '🏽', 'क', '\u094d', '가', '\r', '\n'),
        }),
        (text) => {
          const starts = graphemeStarts(text)
          for (const [index, start] of starts.entries()) {
            expect(graphemeStarts(text.slice(start, starts[index + 1]))).toEqual([0])
          }
        },
      ),
    )
  })
})
