import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agrees, lineBreaksOf } from '../../test/conformance-unicode.ts'
import { graphemeStarts } from './graphemes.ts'
import { lineBreaks } from './line-breaks.ts'

/**
 * Lines of LineBreakTest-17.0.0.txt, so chosen that each of its rules decides something in one of them. The whole file
 * is run by `npm run conformance`. © 2025 Unicode, Inc., licence Unicode-3.0 (https://www.unicode.org/license.txt).
 */
const examples = [
  '× 30AF ÷ 0028 × 0061 × 0062 × 0020 ÷ 0063 × 0064 × 0029 × 300D ÷ 3082 ÷',
  '× 1F1F7 × 1F1FA × 200B ÷ 1F1F8 × 1F1EA ÷',
  '× 25CC × A9B3 × A9C0 × A9A0 ÷',
  '× 4F8B × FF1A ÷ 00A3 × 0032 × 0033 ÷',
  '× 0061 × 002E × 0032 × 3000 ÷ 300C ÷',
  '× 000D × 000A ÷ 0061 × 000A ÷ 0308 ÷',
  '× 200D × 0308 × FEFF ÷',
  '× 0085 ÷ 0308 × 002F ÷',
  '× 000D ÷ 0308 × 0022 ÷',
  '× 000B ÷ 0308 × 00BB ÷',
  '× 0028 × 0063 × 006F × 006E × 2011 × 0029 × 006C × 0061 × 006E × 0067 ÷',
  '× 0031 × 0308 × 0062 × 0028 × 0061 × 0029 × 002D ÷ 0028 × 0062 × 0029 ÷',
  '× 305B × FF01 ÷ 0031 × 0030 × 0030 × 0025 ÷ 306E ÷ 5B8C ÷',
  '× 002D × 0033 ÷',
  '× 0024 × 1160 ÷',
  '× 1160 × 0025 ÷',
  '× 1160 × 2024 ÷',
  '× 11A8 × 11A8 ÷',
  '× 1160 × 1160 ÷',
  '× 1100 × 1160 ÷',
  '× 0025 × 0E01 ÷',
  '× 0024 × 261D ÷',
  '× 0E01 × 0030 ÷',
  '× 261D × 0025 ÷',
  '× FFFC ÷ 3041 ÷',
  '× 3041 ÷ FFFC ÷',
  '× 2014 × 2014 ÷',
  '× 2060 × 3041 ÷',
  '× 261D × 00AB ÷',
  '× 261D × 05BE ÷',
  '× 270A × 00AB ÷',
  '× 002F × 05D0 ÷',
  '× 0E01 × 0024 ÷',
  '× 0022 × 261D ÷',
  '× 00BB × 261D ÷',
  '× 00BB × 270A ÷',
  '× 00AB × 261D ÷',
  '× 0025 × 0030 ÷',
  '× 0030 × 0024 ÷',
  '× 002C × 0E01 ÷',
  '× 002D × 0E01 ÷',
  '× 0029 × 3041 ÷',
  '× 00B4 × 261D ÷',
  '× 261D × 1F3FB ÷',
  '× 11003 × 1B50 ÷',
  '× 1F02C × 1F3FF ÷',
  '× 1F1F7 × 1F1FA ÷ 1F1F8 ÷',
  '× 1BD7 × 1BEC ÷ 1BD2 × 1BEA × 1BC9 × 1BF3 ÷ 1BC2 × 1BE7 × 1BC9 × 1BF3 ÷',
  '× 0073 × 0074 × 0061 × 0072 × 0074 × 0020 ÷ 002E × 0037 × 0038 × 0039 × 0020 ÷ 0065 × 006E × 0064 ÷',
  '× 0020 ÷ 2067 × 004A × 006F × 0068 × 006E × 0020 ÷ 05D5 × 002D × 004D × 0069 × 0063 × 0068 × 0061 × 0065 × 006C × 2069 × 003B ÷',
  '× 0024 × 002D × 0035 × 0020 ÷ 002D × 002E × 0033 × 0020 ÷ 00A3 × 0028 × 0031 × 0032 × 0033 × 002E × 0034 × 0035 × 0036 × 0029 × 0020 ÷ 0031 × 0032 × 0033 × 002E × 20AC × 0020 ÷ 002B × 002E × 0032 × 0035 × 0020 ÷ 0031 × 002F × 0032 ÷',
  '× 007B × 0030 × 002C × 0031 × 007D × 002B × 007B × 0032 × 002C × 0033 × 007D ÷ 2295 × 007B × 2212 × 0034 × 002C × 0035 × 007D ÷',
]

const letters = [
  'a',
  'é',
  '中',
  '、',
  '。',
  '「',
  '」',
  '“',
  '”',
  '1',
  ',',
  '%',
  '$',
  '-',
  '/',
  '—',
  '(',
  ')',
  'ก',
  '각',
  'ᄀ',
]
const joining = ['\u0301', '\u200d', '👩', '👍🏽', '🇨', '🇳', '☃', '\ufe0f', '\u2060']
const blanks = [' ', '\u00a0', '\u200b', '\u3000', '\n', '\r', '\u0085']
const textOf = (...characters: readonly (readonly string[])[]) =>
  fc.array(fc.constantFrom(...characters.flat()), { maxLength: 30 }).map((parts) => parts.join(''))
const anyText = fc.oneof(
  textOf(letters, joining, blanks),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)

describe('lineBreaks', () => {
  test('breaks as LineBreakTest says', () => {
    expect(examples.filter((line) => !agrees(line, lineBreaksOf))).toEqual([])
  })

  test.each(['× 0061 ÷ 0062 ÷', '÷ 0061 ×', '× 4E00 × 4E00 ÷'])(
    'a line that says otherwise is found out: %s',
    (line) => {
      expect(agrees(line, lineBreaksOf)).toBe(false)
    },
  )

  test('Chinese breaks between characters, not before a mark that closes nor behind one that opens', () => {
    expect(split('《中国》，发展。')).toEqual(['《中', '国》，', '发', '展。'])
  })

  test('a dash of two and an ellipsis of two stay whole', () => {
    expect(split('中——国……')).toEqual(['中', '——', '国……'])
  })

  test('English breaks behind spaces and hyphens, and figures stay whole', () => {
    expect(split('a well-known rise of $1,234.5 (45.6%)')).toEqual([
      'a ',
      'well-',
      'known ',
      'rise ',
      'of ',
      '$1,234.5 ',
      '(45.6%)',
    ])
  })

  test('a line must end at a line end, and CR LF is one', () => {
    expect([...lineBreaks('a\r\nb\u2028')]).toEqual([0, 0, 0, 2, 0, 2])
  })

  test('an empty text has no break', () => {
    expect([...lineBreaks('')]).toEqual([0])
  })

  test('the pieces join to the text, and none ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const pieces = split(text)
        expect(pieces.join('')).toBe(text)
        const codePoints = pieces.flatMap((piece) => Array.from(piece))
        expect(codePoints).toEqual(Array.from(text))
      }),
    )
  })

  // UAX 14 counts the letters of flags across a mark between them, UAX 29 does not: such a text is no flag.
  const markedFlag = /\p{RI}\p{M}+\p{RI}/u

  test('where no mark stands on a blank, no break falls inside a grapheme cluster', () => {
    fc.assert(
      fc.property(textOf(letters, joining), (text) => {
        fc.pre(!markedFlag.test(text))
        const starts = new Set(graphemeStarts(text))
        const breaks = lineBreaks(text)
        for (let at = 1; at < text.length; at++) if (breaks[at] !== 0) expect(starts).toContain(at)
      }),
    )
  })

  test('what stands behind a line end is broken as if it stood alone', () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const whole = [...lineBreaks(`${first}\n${second}`)]
        const before = [...lineBreaks(`${first}\n`)]
        const after = [...lineBreaks(second)]
        if (second === '') expect(whole).toEqual(before)
        else expect(whole).toEqual([...before, ...after.slice(1)])
      }),
    )
  })

  test('a buffer that was used before changes nothing, and what lies beyond the text is left alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const buffer = new Uint8Array(text.length + 4).fill(7)
        expect(lineBreaks(text, buffer)).toBe(buffer)
        expect([...buffer]).toEqual([...lineBreaks(text), 7, 7, 7])
      }),
    )
  })

  test('a buffer without room is refused', () => {
    expect(() => lineBreaks('abc', new Uint8Array(3))).toThrow('3 places for 4 offsets')
  })
})

function split(text: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (const [at, value] of lineBreaks(text).entries()) {
    if (value === 0) continue
    pieces.push(text.slice(from, at))
    from = at
  }
  return pieces
}
