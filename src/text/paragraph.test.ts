import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Lang } from '../base/lang.ts'
import { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { BlockBox, Inline } from '../style/box.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { paragraph, plainStyle, squareFace, squareWorkshop, textInline } from '../testing/square-face.ts'
import type { Setting } from './break.ts'
import { type Line, type Paragraph, setParagraph, widthsOf } from './paragraph.ts'
import type { Workshop } from './workshop.ts'

const plain: Setting = { measure: 200, indent: 0, align: 'justify', isBalanced: false }

function set(inlines: readonly Inline[], shop: Workshop, lang: Lang = 'en', setting: Partial<Setting> = {}) {
  const report = new Report()
  const made = setParagraph(inlines, lang, { ...plain, ...setting }, shop, report)
  return { ...made, codes: report.diagnostics.map(({ code }) => code) }
}

function text(some: string, lang: Lang = 'en', style = plainStyle(), element: Element = paragraph): Inline {
  return textInline(sampleLeaf(some, lang), style, element)
}

function elementOf(name: string): Element {
  return { ...paragraph, name }
}

/** Each line as it is painted: texts, advances, whose they are, and where they stand. */
function painted({ lines }: Paragraph): readonly unknown[] {
  return lines.map(({ x, width, over, isHyphenated, parts, glyphs, elements }) => ({
    line: [x, width, over, isHyphenated],
    parts: parts.map((part) => {
      const owner = elements[part.owner]?.name
      if (part.kind !== 'glyphs') return [part.kind, part.x, part.width, owner]
      const [from, to] = [glyphs.from + part.from, glyphs.from + part.to]
      const texts = Array.from(glyphs.pairs.slice(from, to), (pair) => part.run.face.textOf(pair))
      return [part.x, part.width, owner, part.actual, texts, [...glyphs.advances.slice(from, to)]]
    }),
  }))
}

const say = ({ parts, glyphs }: Line): string =>
  parts
    .flatMap((part) =>
      part.kind === 'glyphs'
        ? Array.from(glyphs.pairs.slice(glyphs.from + part.from, glyphs.from + part.to), (pair) =>
            part.run.face.textOf(pair),
          )
        : [],
    )
    .join('')
    .replaceAll('\u200b', '')

/** The same parts: nothing was set anew. */
const isKept = (one: Paragraph, other: Paragraph) => one.lines[0]?.parts === other.lines[0]?.parts

const words = [
  '中国',
  '人权',
  '，',
  '。',
  '“',
  '”',
  ' ',
  'rights ',
  'international',
  '2013',
  '——',
  'e\u0301',
  '\u00ad',
  '葛\u{e0100}',
]
const someText = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 })
  .map((some) => some.join(''))
const someInlines = fc.array(
  fc.record({
    some: someText,
    size: fc.constantFrom(8, 10),
    name: fc.constantFrom('p', 'em', 'a'),
    hyphens: fc.constantFrom('auto', 'none'),
  }),
  { minLength: 1, maxLength: 4 },
)
const shared = new Map(['p', 'em', 'a'].map((name) => [name, elementOf(name)]))

function inlinesOf(
  some: readonly { some: string; size: number; name: string; hyphens: 'auto' | 'none' }[],
  lang: Lang,
) {
  return some.map((one) =>
    text(
      one.some,
      lang,
      plainStyle({ fontSize: one.size, hyphens: one.hyphens, autospace: 2.5 }),
      shared.get(one.name),
    ),
  )
}

describe('a workshop that has set other text', () => {
  test('sets a paragraph as a new one does, the first time and the next', () => {
    const warm = squareWorkshop()
    const check = fc.property(
      someInlines,
      fc.constantFrom('zh-Hans', 'en'),
      fc.integer({ min: 60, max: 300 }),
      (some, lang, measure) => {
        const cold = painted(set(inlinesOf(some, lang), squareWorkshop(), lang, { measure }))
        for (let time = 0; time < 3; time++)
          expect(painted(set(inlinesOf(some, lang), warm, lang, { measure }))).toEqual(cold)
      },
    )
    fc.assert(check, { numRuns: 60 })
  })

  test('sets what says the same alike, for the elements that it is now', () => {
    const shop = squareWorkshop()
    const [first, second] = ['a', 'b'].map((name) =>
      set([text('one two', 'en', plainStyle(), elementOf(name))], shop),
    )
    expect(first && second && isKept(first, second)).toBe(true)
    expect([first, second].map((one) => one?.lines[0]?.elements[0]?.name)).toEqual(['a', 'b'])
  })

  test('sets anew what differs in its measure, its style, its language or in which of its texts are one element', () => {
    const shop = squareWorkshop()
    const first = set([text('one two')], shop)
    expect(isKept(first, set([text('one two')], shop))).toBe(true)
    expect(isKept(first, set([text('one two')], shop, 'en', { measure: 199 }))).toBe(false)
    expect(isKept(first, set([text('one two', 'en', plainStyle({ color: [1, 0, 0] }))], shop))).toBe(false)
    expect(isKept(first, set([text('one two', 'fr')], shop))).toBe(false)
    const [a, b] = [elementOf('a'), elementOf('b')]
    const two = (one: Element, other: Element) =>
      set([text('one', 'en', plainStyle(), one), text('two', 'en', plainStyle(), other)], shop)
    expect(isKept(two(a, b), two(b, a))).toBe(true)
    expect(isKept(two(a, b), two(a, a))).toBe(false)
  })

  test('forgets what the last documents did not ask for', () => {
    const shop = squareWorkshop()
    const first = set([text('one two')], shop)
    for (let document = 0; document < 8; document++) shop.texts.begin()
    expect(isKept(first, set([text('one two')], shop))).toBe(true)
    for (let document = 0; document < 9; document++) shop.texts.begin()
    expect(isKept(first, set([text('one two')], shop))).toBe(false)
  })
})

describe('a finding', () => {
  test('is made in each build, whatever the workshop has set', () => {
    const shop = squareWorkshop(squareFace({ covers: (codePoint) => codePoint < 0x7f }))
    for (let build = 0; build < 3; build++) {
      expect(set([text('a€')], shop).codes).toEqual(['text/missing-glyph'])
      expect(set([text('unbreakable')], shop, 'en', { measure: 20 }).codes).toEqual(['text/overfull'])
      expect(set([text('ab')], shop).codes).toEqual([])
    }
  })

  test('is made for each of two paragraphs that say the same at the same place', () => {
    const shop = squareWorkshop(squareFace({ covers: (codePoint) => codePoint < 0x7f }))
    const report = new Report()
    const inlines = [text('a€')]
    setParagraph(inlines, 'en', plain, shop, report)
    setParagraph(inlines, 'en', plain, shop, report)
    expect(set(inlines, shop).codes).toEqual(['text/missing-glyph'])
  })
})

describe('the call of a note', () => {
  const body: BlockBox = {
    kind: 'block',
    element: paragraph,
    style: plainStyle(),
    marker: null,
    children: [],
  }
  const note = (name: string, call = '1', lang = 'zh-Hans'): Inline => ({
    kind: 'note',
    call: [text(call, lang, plainStyle({ raise: 3 }), elementOf(name))],
    body,
    style: plainStyle(),
    element: elementOf(name),
  })

  test('is named by the line on which it stands', () => {
    const inlines = [
      text('一二三四', 'zh-Hans'),
      note('first'),
      text('五六七八', 'zh-Hans'),
      note('second', '2'),
    ]
    const { lines } = set(inlines, squareWorkshop(), 'zh-Hans', { measure: 50 })
    expect(lines.map((line) => [say(line), line.notes.map(({ name }) => name)])).toEqual([
      ['一二三四1', ['first']],
      ['五六七八2', ['second']],
    ])
  })

  test('never begins a line, and stands close to Chinese', () => {
    const style = plainStyle({ autospace: 2.5 })
    const inlines = [text('一二三四', 'zh-Hans', style), note('one'), text('五六', 'zh-Hans', style)]
    for (const measure of [40, 45, 50, 55]) {
      const { lines } = set(inlines, squareWorkshop(), 'zh-Hans', { measure, align: 'start' })
      expect(lines.map(say).some((line) => line.startsWith('1'))).toBe(false)
    }
    const [line] = set(inlines, squareWorkshop(), 'zh-Hans').lines
    expect(line?.width).toBe(65)
  })
})

describe('widths', () => {
  const widths = (some: string, lang: Lang, style = plainStyle()) =>
    widthsOf([text(some, lang, style)], lang, squareWorkshop(), new Report())

  test('the least is that of the widest word, the natural one that of the widest line', () => {
    expect(widths('aa bbbb ccc', 'en')).toEqual({ least: 20, natural: 55 })
    expect(widths('中国，人权', 'zh-Hans')).toEqual({ least: 15, natural: 50 })
    expect(widths('aa bbb\nc', 'en', plainStyle({ whiteSpace: 'pre' }))).toEqual({ least: 30, natural: 30 })
    expect(widths(' ', 'en')).toEqual({ least: 0, natural: 0 })
  })

  test('at the natural width a paragraph is one line, at the least one no line stands out', () => {
    const check = fc.property(someText, fc.constantFrom('zh-Hans', 'en'), (some, lang) => {
      const inlines = [text(some, lang)]
      const { least, natural } = widthsOf(inlines, lang, squareWorkshop(), new Report())
      const linesAt = (measure: number) => set(inlines, squareWorkshop(), lang, { measure, align: 'start' })
      expect(least).toBeLessThanOrEqual(natural)
      expect(linesAt(natural + 0.001).lines.length).toBeLessThanOrEqual(1)
      if (least > 0) expect(linesAt(least + 0.001).codes).toEqual([])
      if (least > 10) expect(linesAt(least - 1).codes).toContain('text/overfull')
    })
    fc.assert(check, { numRuns: 80 })
  })
})
