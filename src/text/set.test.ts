import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inline } from '../style/box.ts'
import { glyphOrigins, glyphText, linesAt, linesOf, partsOf, textsOfPart } from '../testing/lines.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { paragraph, plainStyle, shapeInlines, shapeText, textInline } from '../testing/square-face.ts'
import { setLine } from './justify.ts'

/** All that the glyphs of a line stand for, U+200B too. */
function rawText(line: ReturnType<typeof linesOf>[number]): string {
  const { parts, tray } = partsOf(line)
  return parts.map((part) => (part.kind === 'glyphs' ? textsOfPart(part, tray).join('') : '#')).join('')
}

describe('what a reader gets back', () => {
  const pieces = [
    '中',
    '国',
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '——',
    '……',
    ' ',
    '\n',
    'rights',
    'international',
    '2013',
    '年',
    'a-b',
    '/',
    '\u00a0',
    '\u200b',
    '\u00ad',
    'e\u0301',
    '葛\u{e0100}',
    '𠀀',
  ]
  const text = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
    .map((some) => some.join(''))
  const style = fc.record({
    hyphens: fc.constantFrom('auto', 'none'),
    autospace: fc.constantFrom(0, 2.5),
    letterSpacing: fc.constantFrom(0, 1),
    whiteSpace: fc.constantFrom('normal', 'pre', 'pre-wrap'),
    wordBreak: fc.constantFrom('normal', 'keep-all', 'break-all'),
    textSpacingTrim: fc.constantFrom('normal', 'space-all'),
  })

  test.each(['zh-Hans', 'zh-Hant', 'en'])('%s: is each character of the text, once and in order', (lang) => {
    const check = fc.property(text, style, fc.integer({ min: 5, max: 30 }), (some, overrides, measure) => {
      const lines = linesOf(some, lang, measure, overrides)
      const expected = lines[0]?.of.flat.text.replace(/[\u2028\u200b\u00ad]/g, '') ?? ''
      // White space before nothing but what has no width stands at the paragraph's end, where none is set.
      const isNormal = overrides.whiteSpace === 'normal'
      expect(lines.map(glyphText).join('')).toBe(isNormal ? expected.replace(/ $/, '') : expected)
    })
    fc.assert(check, { numRuns: 500 })
  })

  test('origins rise along a line', () => {
    const check = fc.property(text, fc.integer({ min: 8, max: 30 }), (some, measure) => {
      for (const line of linesOf(some, 'zh-Hans', measure, { autospace: 2.5 })) {
        const xs = glyphOrigins(line).map(([, x]) => x)
        xs.forEach((x, index) => {
          // An opening mark's glyph begins half an em before its ink.
          if (index > 0) expect(x).toBeGreaterThanOrEqual((xs[index - 1] ?? 0) - 5 - 1e-6)
        })
      }
    })
    fc.assert(check, { numRuns: 200 })
  })
})

describe('gaps', () => {
  test('a gap that readers would take for a space is painted as one that stands for U+200B', () => {
    const [line] = linesOf('中a国', 'zh-Hans', 20, { autospace: 2.5 })
    expect(line && rawText(line)).toBe('中\u200ba\u200b国')
  })

  test('C22: a typed space between Han and Latin is in the text and takes the room of the gap', () => {
    const [line] = linesOf('中 a', 'zh-Hans', 20, { autospace: 2.5 })
    expect(line && glyphOrigins(line)).toEqual([
      ['中', 0],
      [' ', 10],
      ['a', 12.5],
    ])
  })

  test('a no-break space comes back as itself', () => {
    expect(linesOf('a\u00a0b', 'en', 20).map(rawText)).toEqual(['a\u00a0b'])
  })

  test('the space at a line end hangs behind it', () => {
    expect(linesOf('aa bb', 'en', 2).map(rawText)).toEqual(['aa ', 'bb'])
  })

  test('a typed hyphen at a line end is followed by U+200B, so that readers keep it', () => {
    expect(linesOf('aa-bb', 'en', 2).map(rawText)).toEqual(['aa-\u200b', 'bb'])
  })

  test('C50: the margin after a run-in heading is 1 em, and goes at a line end', () => {
    const style = plainStyle()
    const text = (some: string) => textInline(sampleLeaf(some, 'zh-Hans'), style)
    const space = { kind: 'space', width: 10, element: paragraph } as const
    const [line] = linesAt(shapeInlines([text('题'), space, text('文')], 'zh-Hans'), 10)
    expect(line && glyphOrigins(line)).toEqual([
      ['题', 0],
      ['文', 20],
    ])
    const lines = linesAt(shapeInlines([text('题题'), space, text('文文')], 'zh-Hans'), 2)
    expect(lines.map((one) => [one.x, one.width])).toEqual([
      [0, 20],
      [0, 20],
    ])
  })
})

test('the hyphen of a broken word is a part of its own that stands for U+00AD', () => {
  const [line] = linesOf('international', 'en', 5, { hyphens: 'auto' })
  const part = line && partsOf(line).parts.at(-1)
  expect(part?.kind === 'glyphs' && part.actual).toBe('\u00ad')
  expect(part && part.x + part.width).toBeLessThanOrEqual(50)
})

test('C11, C12: the ink of a mark at a line start begins after its blank half', () => {
  const [line] = linesOf('“中', 'zh-Hans', 20)
  expect(line && glyphOrigins(line)).toEqual([
    ['“', 0],
    ['中', 10],
  ])
})

test('C15: an opening mark in a line hugs what it holds', () => {
  const [line] = linesOf('一，“中', 'zh-Hans', 20)
  // 10 for 一, 5 for the ink of ，, 5 between the two, 5 for the ink of “; its glyph begins 5 before its ink.
  expect(line && glyphOrigins(line)).toEqual([
    ['一', 0],
    ['，', 10],
    ['“', 15],
    ['中', 25],
  ])
})

test('tracking moves letters, not the marks on them, and the line ends where it should', () => {
  const shaped = shapeText('aae\u0301aa bbbb cccc', 'en')
  const setting = { measure: 79.6, indent: 0, align: 'justify', isBalanced: false } as const
  const line = setLine(shaped, 0, shaped.count, setting, false)
  const origins = glyphOrigins(line)
  expect(line.tracking).toBeCloseTo(0.006, 6)
  const step = (origins[1]?.[1] ?? 0) - (origins[0]?.[1] ?? 0)
  expect(step).toBeCloseTo(5 + 10 * line.tracking, 2)
  expect(origins[3]?.[1]).toBeCloseTo((origins[2]?.[1] ?? 0) + step, 2)
  const last = origins.filter(([text]) => text !== ' ').at(-1)
  expect((last?.[1] ?? 0) + 5).toBeCloseTo(79.6, 2)
})

test('a page number keeps the room of three digits', () => {
  const number: Inline = { kind: 'page-number', anchor: 'x', style: plainStyle(), element: paragraph }
  const [line] = linesAt(
    shapeInlines([textInline(sampleLeaf('see ')), number, textInline(sampleLeaf(' on'))], 'en'),
    20,
  )
  const parts = line ? partsOf(line).parts : []
  expect(parts.find((part) => part.kind === 'page-number')).toMatchObject({ x: 20, width: 15, anchor: 'x' })
  expect(line?.width).toBe(50)
})

describe('an inline-block', () => {
  const unit = (text: string, width: number, lang = 'zh-Hans'): Inline => ({
    kind: 'unit',
    inlines: [textInline(sampleLeaf(text, lang), plainStyle({ autospace: 2.5 }))],
    width,
    style: plainStyle(),
    element: paragraph,
  })
  const after = textInline(sampleLeaf('后文后文', 'zh-Hans'))

  test('takes its width, or more where its text does', () => {
    const at = (text: string) => {
      const [line] = linesAt(shapeInlines([unit(text, 50), after], 'zh-Hans'), 20)
      return line && glyphOrigins(line).find(([some]) => some === '后')?.[1]
    }
    expect([at('说明：'), at('a中'), at('六个字的标题')]).toEqual([50, 50, 60])
  })

  test('is neither divided nor stretched', () => {
    const lines = linesAt(shapeInlines([after, unit('甲乙丙', 30), after], 'zh-Hans'), 6)
    expect(lines.map(glyphText).filter((text) => text.includes('甲乙丙'))).toHaveLength(1)
    const [first] = linesAt(shapeInlines([unit('甲乙丙', 40), after, after], 'zh-Hans'), 9.5)
    expect(
      first &&
        glyphOrigins(first)
          .slice(0, 4)
          .map(([, x]) => x),
    ).toEqual([0, 10, 20, 40])
  })
})

test('a run of one face, style and element is one part, however its scripts alternate', () => {
  const shaped = shapeText('中a'.repeat(100), 'zh-Hans')
  expect(shaped.runs).toHaveLength(1)
  expect(linesAt(shaped, 400).map((line) => partsOf(line).parts.length)).toEqual([1])
})
