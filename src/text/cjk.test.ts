import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AtomKind, classOf, isForbiddenAtEnd, isForbiddenAtStart, kindAt } from './cjk.ts'

type KindName = keyof typeof AtomKind
const names = Object.fromEntries(Object.entries(AtomKind).map(([name, kind]) => [kind, name]))
const nameOf = (character: string, lang: string) => names[classOf(character.codePointAt(0) ?? 0, lang)]
const namesIn = (text: string, lang: string) => Array.from(text, (_, at) => names[kindAt(text, at, lang)])

describe('classOf', () => {
  const mainland: readonly (readonly [KindName, string])[] = [
    ['comma', '、，；：'],
    ['stop', '。？！'],
    ['open', '“‘（〔［｛《〈【〖「『'],
    ['close', '”’）〕］｝》〉】〗」』'],
    ['interpunct', '·'],
    ['connector', '–～'],
    ['pair', '—…⸺⋯'],
    ['solidus', '/'],
    ['han', '中〇々𠀀あ한Ａ①　'],
    ['latin', 'aÉжψ1%-,.()￥％👍\u00a0'],
    ['space', ' \t'],
  ]
  const each = mainland.flatMap(([name, marks]) => Array.from(marks, (mark) => [mark, name] as const))
  test.each(each)('in mainland Chinese %s is %s', (mark, name) => {
    expect(nameOf(mark, 'zh-Hans')).toBe(name)
    expect(nameOf(mark, 'zh')).toBe(name)
  })

  test('marks that Chinese shares with Latin are Latin in an English run', () => {
    for (const mark of '“”‘’—…·–/①') expect(nameOf(mark, 'en')).toBe('latin')
  })

  test('marks that are full-width by themselves are so in any run', () => {
    for (const mark of '，。《》？') expect(nameOf(mark, 'en')).toBe(nameOf(mark, 'zh-Hans'))
  })

  test('Taiwan squeezes no mark; Hong Kong only brackets', () => {
    expect(Array.from('「」，。！', (mark) => nameOf(mark, 'zh-Hant'))).toEqual([
      'fixedOpen',
      'fixedClose',
      'fixedMark',
      'fixedMark',
      'fixedMark',
    ])
    expect(Array.from('「」，。！', (mark) => nameOf(mark, 'zh-HK'))).toEqual([
      'open',
      'close',
      'fixedMark',
      'fixedMark',
      'fixedMark',
    ])
  })
})

describe('kindAt', () => {
  test('a dash by itself connects, two are a pair', () => {
    expect(namesIn('京—沪', 'zh-Hans')).toEqual(['han', 'connector', 'han'])
    expect(namesIn('京——沪', 'zh-Hans')).toEqual(['han', 'pair', 'pair', 'han'])
  })

  test('an apostrophe belongs to its word, a closing quote does not', () => {
    expect(namesIn('He’s', 'zh-Hans')).toEqual(['latin', 'latin', 'latin', 'latin'])
    expect(namesIn('a’中', 'zh-Hans')).toEqual(['latin', 'close', 'han'])
  })

  test('a solidus and a short dash belong to a Latin word, not to Chinese', () => {
    expect(new Set(namesIn('https://a.org/b2–3', 'zh-Hans'))).toEqual(new Set(['latin']))
    expect(namesIn('和/或–中', 'zh-Hans')).toEqual(['han', 'solidus', 'han', 'connector', 'han'])
  })

  test('is classOf for any other character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom('zh-Hans', 'zh-Hant', 'en'),
        (text, lang) => {
          fc.pre(!/^[/–—’]/.test(text))
          expect(kindAt(text, 0, lang)).toBe(classOf(text.codePointAt(0) ?? 0, lang))
        },
      ),
    )
  })
})

describe('marks at the edges of lines', () => {
  const kinds = (text: string, lang = 'zh-Hans') =>
    Array.from(text, (mark) => classOf(mark.codePointAt(0) ?? 0, lang))

  test('at no level but `anywhere` does a line begin with pause, stop, closing or connecting marks (C2)', () => {
    const marks = [...kinds('、，；：。！？”’）》】」』·–～'), ...kinds('、，；：。！？」』）》', 'zh-Hant')]
    for (const level of ['loose', 'normal', 'strict'] as const) {
      for (const kind of marks) expect(isForbiddenAtStart(kind, level)).toBe(true)
      for (const kind of kinds('“‘（《【「『中a')) expect(isForbiddenAtStart(kind, level)).toBe(false)
    }
  })

  test('at no level but `anywhere` does a line end with an opening mark (C2)', () => {
    const marks = [...kinds('“‘（《【「『'), ...kinds('（《「『', 'zh-Hant')]
    for (const level of ['loose', 'normal', 'strict'] as const) {
      for (const kind of marks) expect(isForbiddenAtEnd(kind, level)).toBe(true)
      for (const kind of kinds('、。”）》·—…中a')) expect(isForbiddenAtEnd(kind, level)).toBe(false)
    }
  })

  test('a solidus ends no line from `normal` (C3), a dash or an ellipsis begins none at `strict` (C4)', () => {
    const levels = ['anywhere', 'loose', 'normal', 'strict'] as const
    expect(levels.map((level) => isForbiddenAtEnd(AtomKind.solidus, level))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(levels.map((level) => isForbiddenAtStart(AtomKind.pair, level))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  test('nothing is forbidden at `anywhere` (C1), and what a level forbids a stricter one does too', () => {
    for (const kind of Object.values(AtomKind)) {
      expect(isForbiddenAtStart(kind, 'anywhere') || isForbiddenAtEnd(kind, 'anywhere')).toBe(false)
      for (const forbids of [isForbiddenAtStart, isForbiddenAtEnd]) {
        expect(forbids(kind, 'loose') && !forbids(kind, 'normal')).toBe(false)
        expect(forbids(kind, 'normal') && !forbids(kind, 'strict')).toBe(false)
      }
    }
  })
})
