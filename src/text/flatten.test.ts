import { describe, expect, test } from 'vitest'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { inlinesOf, paragraph, plainStyle, textInline } from '../testing/square-face.ts'
import { flatten } from './flatten.ts'

const flat = (text: string, lang = 'en', whiteSpace: 'normal' | 'pre' = 'normal') =>
  flatten(inlinesOf(text, lang, plainStyle({ whiteSpace })), lang).text
const inline = (text: string, lang = 'en') => textInline(sampleLeaf(text, lang))
const br = { kind: 'break', element: paragraph } as const

describe('white space', () => {
  test('a run of it is one space, and none at the edges', () => {
    expect(flat('  a \n\t b  c ')).toBe('a b c')
  })

  test('a line break between two Chinese characters is no space', () => {
    expect(flat('中\n国', 'zh-Hans')).toBe('中国')
    expect(flat('中 \n 国', 'zh-Hans')).toBe('中国')
    expect(flat('，\n“国', 'zh-Hans')).toBe('，“国')
    expect(flat('国——\n中', 'zh-Hans')).toBe('国——中')
  })

  test('a line break is a space elsewhere: beside Latin, between Hangul', () => {
    expect(flat('a\nb')).toBe('a b')
    expect(flat('中\na', 'zh-Hans')).toBe('中 a')
    expect(flat('한\n국', 'ko')).toBe('한 국')
    expect(flat('”\n“', 'en')).toBe('” “')
  })

  test('a space that was typed between Chinese characters stays', () => {
    expect(flat('中 国', 'zh-Hans')).toBe('中 国')
  })

  test('what has no width does not keep two runs of it apart', () => {
    expect(flat('\u200b a \u200b b')).toBe('\u200ba \u200bb')
  })

  test('it collapses across inlines too', () => {
    expect(flatten([inline('a '), inline(' b'), inline('\nc')], 'en').text).toBe('a b c')
  })

  test('none is left around a forced break', () => {
    expect(flatten([inline('a '), br, inline(' b')], 'en').text).toBe('a\u2028b')
  })

  test('preformatted text keeps its spaces; a tab leads to the next column of eight', () => {
    expect(flat(' a  b\n\nc', 'en', 'pre')).toBe(' a  b\u2028\u2028c')
    expect(flat('ab\tc\r\n\td', 'en', 'pre')).toBe('ab      c\u2028        d')
  })
})

describe('where characters come from', () => {
  test('each knows its offset in its leaf', () => {
    const { text, origins } = flatten(inlinesOf(' a \n bc', 'en'), 'en')
    expect(text).toBe('a bc')
    expect([...origins.subarray(0, text.length)]).toEqual([1, 2, 5, 6])
  })

  test('a part of a leaf keeps the offsets of the whole', () => {
    const { text, origins } = flatten([{ ...inline('one two'), from: 4 }], 'en')
    expect([text, ...origins]).toEqual(['two', 4, 5, 6])
  })
})

describe('what is no text', () => {
  test('C50: the margin after a run-in heading is no character', () => {
    const { text, spaces } = flatten(
      [inline('题。', 'zh-Hans'), { kind: 'space', width: 10, element: paragraph }, inline('文', 'zh-Hans')],
      'zh-Hans',
    )
    expect(text).toBe('题。文')
    expect([...spaces]).toEqual([[2, 10]])
  })

  test('white space around that margin is one space', () => {
    const space = { kind: 'space', width: 5, element: paragraph } as const
    expect(flatten([inline('Head. '), space, inline(' Text')], 'en').text).toBe('Head. Text')
  })

  test('a page number is a mark that knows its anchor', () => {
    const number = { kind: 'page-number', anchor: 'x', style: plainStyle(), element: paragraph } as const
    const { text, pageNumbers } = flatten([inline('see '), number], 'en')
    expect(text).toBe('see \ufffc')
    expect([...pageNumbers]).toEqual([[4, 'x']])
  })

  test('an inline-block loses the white space at its edges, what is around it stays', () => {
    const unit = {
      kind: 'unit',
      inlines: [inline(' in ')],
      width: 50,
      style: plainStyle(),
      element: paragraph,
    } as const
    const { text, units } = flatten([inline('a '), unit, inline(' b')], 'en')
    expect(text).toBe('a in b')
    expect(units).toEqual([{ from: 2, to: 4, width: 50 }])
  })

  test('a forced break before any text is there', () => {
    expect(flatten([br, inline('a')], 'en').text).toBe('\u2028a')
  })
})

test('stretches cover the text without gap or overlap', () => {
  const { text, stretches } = flatten([inline('a '), inline('中', 'zh-Hans'), br, inline('b')], 'en')
  expect(stretches[0]?.from).toBe(0)
  expect(stretches.at(-1)?.to).toBe(text.length)
  stretches.forEach((stretch, index) => {
    if (index > 0) expect(stretch.from).toBe(stretches[index - 1]?.to)
  })
})
