import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOf, leastCost } from '../testing/every-break.ts'
import { glyphText, linesAt, linesOf, textOfLine } from '../testing/lines.ts'
import { shapeText } from '../testing/square-face.ts'
import { chooseBreaks } from './break.ts'
import { Chance } from './shaped.ts'

const texts = (text: string, lang: string, measureEm: number, style = {}, setting = {}) =>
  linesOf(text, lang, measureEm, style, setting).map(textOfLine)

describe('where lines end', () => {
  test('C2: no line starts with a closing mark or a pause', () => {
    for (const mark of '、，；：。！？”’）》」·～')
      expect(texts(`一二三四${mark}五六七`, 'zh-Hans', 4).some((line) => line.startsWith(mark))).toBe(false)
  })

  test('C2: no line ends with an opening mark', () => {
    for (const mark of '“‘（《「【')
      expect(texts(`一二三${mark}四五六七`, 'zh-Hans', 4).some((line) => line.endsWith(mark))).toBe(false)
  })

  test('C1: at `anywhere` nothing is kept from an edge', () => {
    expect(
      texts('一二三四，五六七', 'zh-Hans', 4, { lineBreak: 'anywhere', textSpacingTrim: 'space-all' }),
    ).toEqual(['一二三四', '，五六七'])
  })

  test('C3: a line ends with a solidus at `loose` only', () => {
    const ends = (lineBreak: 'loose' | 'normal') =>
      linesOf('甲乙丙／丁戊己庚', 'zh-Hans', 4, { lineBreak }).map(textOfLine)[0]
    expect(ends('loose')).toBe('甲乙丙／')
    expect(ends('normal')).not.toMatch(/／$/)
  })

  test('C4: a dash starts a line at `normal`, never at `strict`', () => {
    const starts = (lineBreak: 'normal' | 'strict') =>
      linesOf('一二三四——五六七八', 'zh-Hans', 4, { lineBreak }).some((line) =>
        textOfLine(line).startsWith('——'),
      )
    expect(starts('normal')).toBe(true)
    expect(starts('strict')).toBe(false)
  })

  test('C7: a mark that fits once others are squeezed stays on its line', () => {
    expect(texts('一，二，三四五，六七八九十', 'zh-Hans', 7)[0]).toBe('一，二，三四五，')
  })

  test('C8: a pair of dashes or of dots is never split', () => {
    for (const pair of ['——', '……', '⋯⋯'])
      for (let before = 1; before < 6; before++) {
        const lines = texts(`${'一'.repeat(before)}${pair}二三四五六`, 'zh-Hans', 4)
        expect(lines.filter((line) => line.includes(pair))).toHaveLength(1)
      }
  })

  test('C9: a Western word is whole in Chinese', () => {
    expect(
      texts('一二三四Geneva五六七八', 'zh-Hans', 6).filter((line) => line.includes('Geneva')),
    ).toHaveLength(1)
  })

  test('C38: no last line of one character, nor of one with its mark', () => {
    const ten = '一二三四五六七八九十'
    expect(texts(`${ten.repeat(4)}甲`, 'zh-Hans', 20).at(-1)?.length).toBeGreaterThan(1)
    expect(texts(`${ten.repeat(4)}甲。`, 'zh-Hans', 20).at(-1)?.length).toBeGreaterThan(2)
  })

  test('a quoted Western word may follow a line end, and one may follow it', () => {
    const chances = shapeText('是“AU”的', 'zh-Hans').gaps.chance
    expect([chances[1], chances[4]]).toEqual([Chance.free, Chance.free])
  })

  test('a figure stays with what it counts where that costs little, and 第 with its figure', () => {
    expect(texts('这一项规定施行了15年之后才修改过', 'zh-Hans', 8.5)[0]).not.toMatch(/15$/)
    const { gaps } = shapeText('第5条', 'zh-Hans')
    expect([gaps.chance[1], gaps.chance[2]]).toEqual([Chance.bound, Chance.bound])
  })

  test('a figure leaves what it counts where the line would be torn', () => {
    expect(texts('一二三四五六七八15年一二三', 'zh-Hans', 9)[0]).toBe('一二三四五六七八15')
  })

  test('`keep-all` parts a phrase only where it must', () => {
    const style = { wordBreak: 'keep-all' } as const
    const title = (text: string, measure: number) =>
      texts(text, 'zh-Hans', measure, style, { align: 'start' })
    expect(title('人权事业\u200b的进展', 6)).toEqual(['人权事业', '的进展'])
    expect(title('人权事业的进展', 4)).toHaveLength(2)
  })
})

describe('forced ends', () => {
  test('each line of preformatted text is one, the empty ones too', () => {
    expect(texts('a\n\n  b c\n\nd\n', 'en', 20, { whiteSpace: 'pre' })).toEqual(['a', '', '  b c', '', 'd'])
  })

  test('the line before a forced end is not stretched', () => {
    const [first] = linesOf('a b\nc', 'en', 20, { whiteSpace: 'pre' })
    expect(first?.width).toBe(15)
  })

  test('only the very first line is indented', () => {
    const lines = linesOf('aa\nbb', 'en', 20, { whiteSpace: 'pre' }, { indent: 20 })
    expect(lines.map((line) => line.x)).toEqual([20, 0])
  })
})

describe('hyphens', () => {
  const style = { hyphens: 'auto' } as const

  test('a word is divided where its language divides it', () => {
    expect(texts('an international', 'en', 7, style)).toEqual(['an interna', 'tional'])
  })

  test('what is left of a word for the last line is a short word at least', () => {
    // par-tic-i-pa-tion: `tion.` would be left at some of these measures.
    const measures = Array.from({ length: 33 }, (_, index) => 8 + index / 2)
    const lefts = measures.flatMap((measure) => {
      const lines = linesOf('the people of that country saw no further participation.', 'en', measure, style)
      return lines.at(-2)?.isHyphenated ? lines.slice(-1).map(textOfLine) : []
    })
    expect(lefts.length).toBeGreaterThan(10)
    expect(lefts).not.toContain('tion.')
  })

  test('a soft hyphen divides where words may be divided, and shows only there', () => {
    const [first] = linesOf('un\u00adbelievable', 'en', 5, style)
    expect(first?.isHyphenated).toBe(true)
    expect(linesOf('un\u00adbelievable', 'en', 5).map((line) => line.isHyphenated)).toEqual([false])
    expect(linesOf('un\u00adable', 'en', 20, style).map(glyphText)).toEqual(['unable'])
  })

  test('no cut is made inside a ligature', () => {
    const { gaps } = shapeText('unofficial', 'en', style)
    expect(Array.from(gaps.chance.slice(1, -1))).toContain(Chance.hyphen)
  })
})

describe('`break-all`', () => {
  const style = { wordBreak: 'break-all' } as const

  test('an address is parted after its marks and before a point, else only if it must', () => {
    const { gaps, atoms, flat } = shapeText('xyza/b_c-d=e:f.ghijk', 'en', style)
    const at = (chance: number) =>
      Array.from(atoms.from.slice(1, -1), (from, k) =>
        gaps.chance[k + 1] === chance ? (flat.text[from] ?? '') : '',
      ).join('')
    expect(at(Chance.free)).toBe('bcef.')
    expect(at(Chance.afterHyphen)).toBe('d')
    expect(at(Chance.unwanted)).toBe('a/_-=:ghi')
  })

  test('no fewer than three characters are parted from the rest', () => {
    expect(texts(':first-child', 'en', 3.5, style)).toEqual([':first-', 'child'])
    expect(texts('abcdefgh', 'en', 3, style)).toEqual(['abcde', 'fgh'])
  })

  test('a long string is cut rather than let stand out', () => {
    const lines = linesOf('x'.repeat(40), 'en', 6, style)
    expect(lines.map((line) => line.over)).toEqual([0, 0, 0, 0])
  })

  test('a word is cut at a mark rather than elsewhere', () => {
    expect(texts('https://example.org/annual/report', 'en', 10, style)).toEqual([
      'https://example.org/',
      'annual/report',
    ])
  })
})

describe('balance and ragged lines', () => {
  test('balanced lines are as few as others, and of nearly one width', () => {
    const title = 'Foreign Exchanges and Cooperation in the Field of Human Rights'
    const ragged = linesOf(title, 'en', 13, {}, { align: 'start' })
    const balanced = linesOf(title, 'en', 13, {}, { align: 'start', isBalanced: true })
    const widths = balanced.map((line) => line.width)
    expect(balanced).toHaveLength(ragged.length)
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(40)
  })

  test('a ragged line keeps its natural gaps and stands where it is told', () => {
    const xs = (align: 'start' | 'center' | 'end') =>
      linesOf('aa bb', 'en', 10, {}, { align }).map((line) => line.x)
    expect([xs('start'), xs('center'), xs('end')]).toEqual([[0], [37.5], [75]])
  })
})

describe('long paragraphs', () => {
  // What is quadratic would outlast the test's time limit many times.
  test.each([
    ['Chinese', '中国，see the 2013年。', {}],
    ['one phrase that is kept', '中国人权', { wordBreak: 'keep-all' }],
    ['a string that is cut anywhere', 'x', { wordBreak: 'break-all' }],
  ] as const)('%s of half a million characters is broken, each atom in one line', (_, unit, style) => {
    const shaped = shapeText(unit.repeat(500_000 / unit.length), 'zh-Hans', style)
    const lines = linesAt(shaped, 20)
    expect(lines.at(-1)?.to).toBe(shaped.count)
    expect(lines.every((line, index) => line.from === (lines[index - 1]?.to ?? 0))).toBe(true)
  })
})

const parts = [
  '中',
  '国',
  '，',
  '。',
  '“',
  '”',
  '（',
  '——',
  ' ',
  'to',
  'rights',
  '15',
  '年',
  'well-known',
  '/',
]
const zhText = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 11 })
  .map((some) => some.join(''))
const words = ['a', 'to', 'the', 'rights', 'people', 'international', 'well-known', '2013', '“so”']
const enText = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 })
  .map((some) => some.join(' '))
const settings = fc.record({
  measure: fc.integer({ min: 30, max: 130 }),
  indent: fc.constantFrom(0, 20, -20),
  isJustified: fc.boolean(),
})

describe.each([
  ['Chinese', 'zh-Hans', zhText],
  ['English', 'en', enText],
] as const)('%s', (_, lang, text) => {
  const shaped = (some: string) =>
    shapeText(some, lang, { hyphens: 'auto', autospace: lang === 'en' ? 0 : 2.5 })

  test('the chosen breaks cost as little as the best of all ways to break', () => {
    const check = fc.property(text, settings, (some, { measure, indent, isJustified }) => {
      const paragraph = shaped(some)
      const stretch = { from: 0, to: paragraph.count, indent }
      const breaks = chooseBreaks(paragraph, stretch, measure, isJustified)
      const least = leastCost(paragraph, stretch, measure, isJustified)
      expect(Math.abs(costOf(paragraph, breaks, stretch, measure, isJustified) - least)).toBeLessThan(
        1e-6 * least + 1e-3,
      )
    })
    fc.assert(check, { numRuns: 300 })
  })

  test('passing over starts loses nothing', () => {
    const long = fc
      .array(text, { minLength: 1, maxLength: 8 })
      .map((some) => some.join(lang === 'en' ? ' ' : ''))
    const check = fc.property(long, settings, (some, { measure, indent, isJustified }) => {
      const paragraph = shaped(some)
      const stretch = { from: 0, to: paragraph.count, indent }
      const cost = (isPruned: boolean) =>
        costOf(
          paragraph,
          chooseBreaks(paragraph, stretch, measure, isJustified, isPruned),
          stretch,
          measure,
          isJustified,
        )
      expect(Math.abs(cost(true) - cost(false))).toBeLessThan(1e-9 * cost(false) + 1e-3)
    })
    fc.assert(check, { numRuns: 300 })
  })

  test('no line is wider than its measure unless it cannot be divided', () => {
    const check = fc.property(text, settings, (some, { measure, indent, isJustified }) => {
      const align = isJustified ? 'justify' : 'start'
      for (const line of linesOf(some, lang, measure / 10, { hyphens: 'auto' }, { indent, align })) {
        const inside = line.of.gaps.chance.slice(line.from + 1, line.to)
        if (line.over > 0) expect(inside.every((chance) => chance === Chance.never)).toBe(true)
      }
    })
    fc.assert(check, { numRuns: 500 })
  })
})
