import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapSizes, linesOf, partsOf } from '../testing/lines.ts'
import { shapeText } from '../testing/square-face.ts'
import { setLine } from './justify.ts'
import type { BrokenLine, Shaped } from './shaped.ts'

const shaped = (text: string) => shapeText(text, 'zh-Hans', { autospace: 2.5 })

/** The whole of a text on one line that is not a last one. */
function lineAt(of: Shaped, measure: number): BrokenLine {
  return setLine(of, 0, of.count, { measure, indent: 0, align: 'justify', isBalanced: false }, false)
}

const natural = (of: Shaped) => (of.ends[of.count] ?? 0) - (of.starts[0] ?? 0)
const gapsWith = (of: Shaped, change: number) =>
  Array.from(gapSizes(lineAt(of, natural(of) + change)), (gap) => Math.round(gap * 1000) / 1000)

describe('C25: reduction, class after class', () => {
  // Gaps: a|b word, b|， none, ，… : 中|a, a|b, b|”, ”|中, 中|，, ，|中, 中|a, a|中, 中|。, 。|中.
  const text = shaped('a  b中”中，中。中')
  const [word, autospace, bracket, comma, stop] = [0, 1, 3, 5, 7]

  test('word spaces go to a quarter of an em before anything else', () => {
    const gaps = gapsWith(text, -2)
    expect(gaps[word]).toBe(3)
    expect([gaps[autospace], gaps[bracket], gaps[comma], gaps[stop]]).toEqual([2.5, 5, 5, 5])
  })

  test('then brackets, pauses, Han-Latin gaps to an eighth, and full stops', () => {
    const sizes = (change: number) =>
      [word, bracket, comma, autospace, stop].map((index) => gapsWith(text, change)[index])
    expect(sizes(-2.5)).toEqual([2.5, 5, 5, 2.5, 5])
    expect(sizes(-7.5)).toEqual([2.5, 0, 5, 2.5, 5])
    expect(sizes(-12.5)).toEqual([2.5, 0, 0, 2.5, 5])
    expect(sizes(-13.75)).toEqual([2.5, 0, 0, 1.25, 5])
    expect(sizes(-18.75)).toEqual([2.5, 0, 0, 1.25, 0])
  })

  test('more cannot be had: the line is too wide by the rest', () => {
    expect(lineAt(text, natural(text) - 20).over).toBeCloseTo(1.25, 6)
  })
})

describe('C26: expansion', () => {
  test('word spaces grow to half an em, Han-Latin gaps by a third, then all Han gaps alike', () => {
    const text = shaped('中a国国')
    expect(gapsWith(text, 1)).toEqual([3, 3, 0])
    expect(gapsWith(text, 5 / 3)).toEqual([3.333, 3.333, 0])
    expect(gapsWith(text, 5 / 3 + 3)).toEqual([4.333, 4.333, 1])
  })
})

test('C28: gaps of a class on a line are equal', () => {
  const gaps = gapsWith(shaped('中，国，中，国'), -9)
  expect([gaps[1], gaps[3], gaps[5]]).toEqual([2, 2, 2])
})

const zhText = fc
  .array(fc.constantFrom('中国人权', '，', '。', '“引', '”', 'rights', '2013', '年', '——'), {
    minLength: 40,
    maxLength: 80,
  })
  .map((some) => some.join(''))

test('C29: every full line ends at its measure', () => {
  const check = fc.property(zhText, fc.integer({ min: 12, max: 30 }), (text, measure) => {
    const lines = linesOf(text, 'zh-Hans', measure, { autospace: 2.5 })
    for (const line of lines.slice(0, -1)) {
      const glyphs = gapSizes(line).reduce((sum, gap) => sum + gap, 0)
      let width = -(line.of.atoms.shift[line.from] ?? 0) + glyphs
      for (let atom = line.from; atom < line.to; atom++) width += line.of.atoms.width[atom] ?? 0
      // A word with a dash has no gap that may grow (C27).
      const grows = line.of.gaps.grow.slice(line.from + 1, line.to).some((grow) => grow > 0)
      if (grows && line.over === 0) expect(Math.abs(width - 10 * measure)).toBeLessThan(0.1)
    }
  })
  fc.assert(check, { numRuns: 100 })
})

const enText = fc
  .array(
    fc.constantFrom(
      'a',
      'to',
      'the',
      'rights',
      'people',
      'international',
      'well-known',
      '2013',
      'e\u0301tat',
    ),
    { minLength: 30, maxLength: 60 },
  )
  .map((some) => some.join(' '))

test('C29: a full line of Latin text ends at its measure too, hyphen and tracking included', () => {
  const check = fc.property(enText, fc.integer({ min: 12, max: 30 }), (text, measure) => {
    for (const line of linesOf(text, 'en', measure, { hyphens: 'auto' }).slice(0, -1)) {
      const last = partsOf(line).parts.at(-1)
      const hasSpace = line.of.gaps.spaced.slice(line.from + 1, line.to).includes(1)
      if (hasSpace && last) expect(Math.abs(last.x + last.width - 10 * measure)).toBeLessThan(0.1)
    }
  })
  fc.assert(check, { numRuns: 100 })
})

describe('Latin lines', () => {
  const text = shapeText('aaaa bbbb cccc dddd', 'en')
  // Three spaces of 5 pt; of sixteen letters twelve stand before another: 120 pt of size.
  const line = (change: number) => lineAt(text, natural(text) + change)
  const spaces = (change: number) => [...gapSizes(line(change))].map((gap) => Math.round(gap * 1000) / 1000)

  test('spaces grow to 140 %, then letters by 1.2 % of their size, then spaces again', () => {
    expect(spaces(6)).toEqual([7, 7, 7])
    expect(line(6).tracking).toBe(0)
    expect(line(6.72).tracking).toBeCloseTo(0.006, 9)
    expect(line(7.44).tracking).toBeCloseTo(0.012, 9)
    expect(spaces(7.44)).toEqual([7, 7, 7])
    expect(line(10.44).tracking).toBeCloseTo(0.012, 9)
    expect(spaces(10.44)).toEqual([8, 8, 8])
  })

  test('spaces shrink to 75 %, then letters by 0.8 % of their size, then spaces to 60 %', () => {
    expect(spaces(-3.75)).toEqual([3.75, 3.75, 3.75])
    expect(line(-3.75).tracking).toBe(0)
    expect(line(-4.71).tracking).toBeCloseTo(-0.008, 9)
    expect(spaces(-4.71)).toEqual([3.75, 3.75, 3.75])
    expect(spaces(-6.96)).toEqual([3, 3, 3])
    expect(line(-6.96).over).toBe(0)
    expect(line(-8).over).toBeGreaterThan(1)
  })

  test('code and letter-spaced text are never tracked', () => {
    for (const style of [{ whiteSpace: 'pre-wrap' }, { letterSpacing: 0.5 }] as const) {
      const lines = linesOf('aaaa bbbb cccc dddd eeee ffff', 'en', 12, style)
      expect(lines.map((one) => one.tracking)).toEqual(lines.map(() => 0))
    }
  })

  test('a last line is as it is, but may shrink to fit', () => {
    const last = (change: number) =>
      setLine(
        text,
        0,
        text.count,
        { measure: natural(text) + change, indent: 0, align: 'justify', isBalanced: false },
        true,
      )
    expect([...gapSizes(last(20))]).toEqual([5, 5, 5])
    expect([...gapSizes(last(-3))]).toEqual([4, 4, 4])
  })
})
