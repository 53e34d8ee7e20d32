import { describe, expect, test } from 'vitest'
import { shapeText } from '../testing/square-face.ts'
import { GapClass, type Shaped } from './shaped.ts'

const gapNames = Object.fromEntries(Object.entries(GapClass).map(([name, value]) => [value, name]))

/** `class natural-shrink+stretch` of each gap between atoms, in points at 10 pt. */
function gapsOf({ gaps, count }: Shaped): readonly string[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const k = index + 1
    const round = (size: number | undefined) => Math.round((size ?? 0) * 100) / 100
    return `${gapNames[gaps.kind[k] ?? 0]} ${round(gaps.natural[k])}-${round(gaps.shrink[k])}+${round(gaps.stretch[k])}`
  })
}

const zh = (text: string, style = {}) => gapsOf(shapeText(text, 'zh-Hans', { autospace: 2.5, ...style }))
const widthOf = ({ ends, starts, count }: Shaped) => (ends[count] ?? 0) - (starts[0] ?? 0)

describe('marks', () => {
  test('C11: a full-width mark at a line end takes half an em, and C12 is left: one at its start keeps its em', () => {
    expect(widthOf(shapeText('中，', 'zh-Hans'))).toBe(15)
    expect(widthOf(shapeText('“中', 'zh-Hans'))).toBe(20)
  })

  test('C14: two adjacent marks take 1.5 em, and the half between them may go', () => {
    for (const pair of ['，“', '）（', '》、', '。”', '：“', '、《'])
      expect(widthOf(shapeText(`中${pair}国`, 'zh-Hans'))).toBe(35)
    expect(zh('，“')).toEqual(['bracket 5-5+0'])
  })

  test('C15: what goes is on the far side, so that brackets hug what they hold', () => {
    expect(zh('中（国）中')).toEqual(['bracket 5-5+0', 'none 0-0+0', 'none 0-0+0', 'bracket 5-5+0'])
    expect(shapeText('（', 'zh-Hans').atoms.shift[0]).toBe(-5)
  })

  test('each blank has the class of its mark', () => {
    expect(zh('一，二。三”四')).toEqual([
      'none 0-0+0',
      'comma 5-5+0',
      'none 0-0+0',
      'stop 5-5+0',
      'none 0-0+0',
      'bracket 5-5+0',
    ])
  })

  test('with `text-spacing-trim: space-all` each keeps its em', () => {
    expect(widthOf(shapeText('中，“国', 'zh-Hans', { textSpacingTrim: 'space-all' }))).toBe(40)
  })

  test('C8: a pair takes 2 em and is one thing', () => {
    const shaped = shapeText('中——国……', 'zh-Hans')
    expect([...shaped.atoms.width]).toEqual([10, 20, 10, 20])
  })
})

describe('Chinese and Western text', () => {
  test('C21: a gap between Han and Western, none beside a mark', () => {
    expect(zh('中a国')).toEqual(['autospace 2.5-1.25+0.83', 'autospace 2.5-1.25+0.83'])
    expect(zh('，a')).toEqual(['comma 5-5+0'])
    expect(zh('（a）')).toEqual(['none 0-0+0', 'none 0-0+0'])
  })

  test('C21: none at the ends of a line', () => {
    const { ends, starts } = shapeText('中a国', 'zh-Hans', { autospace: 2.5 })
    expect((ends[2] ?? 0) - (starts[1] ?? 0)).toBe(5)
  })

  test('C22: a typed space does not double it', () => {
    expect(zh('中 a\u00a0国')).toEqual(zh('中a国'))
  })

  test('Latin marks have air of their own, signs of a figure have none', () => {
    expect(zh('中(1)国')).toEqual(['none 0-0+0', 'none 0-0+0'])
    expect(zh('中5%国')).toEqual(zh('中a国'))
  })

  test('a word space in Chinese keeps a quarter of an em and grows to a half', () => {
    expect(zh('a b')).toEqual(['word 5-2.5+0'])
  })
})

describe('what grows when all else is used up', () => {
  const grows = (text: string) =>
    Array.from(shapeText(text, 'zh-Hans').gaps.grow.slice(1, -1), (grow) => grow > 0)

  test('C26: gaps between Han, and beside marks', () => {
    expect(grows('中国，中')).toEqual([true, true, true])
  })

  test('C27: not within words, nor beside dashes, ellipses, connectors, interpuncts and solidi', () => {
    for (const solid of ['——', '……', '～', '·', '／']) expect(grows(`中${solid}国`)).toEqual([false, false])
    expect(grows('https://a/b')).not.toContain(true)
  })
})

test('a Latin word space shrinks to 60 % and grows to 140 % before all else', () => {
  expect(gapsOf(shapeText('a b', 'en'))).toEqual(['word 5-2+2'])
})

test('a no-break space is a word space that no line ends at', () => {
  const shaped = shapeText('Article\u00a05', 'en')
  expect(gapsOf(shaped)).toEqual(['word 5-2+2'])
  expect([shaped.gaps.chance[1], shaped.gaps.spaced[1]]).toEqual([0, 2])
})

describe('the last line', () => {
  test('C38: is too short with one Chinese character, marks not counted', () => {
    expect(shapeText('一二三。”', 'zh-Hans').tail).toBe(2)
    expect(shapeText('一二三（Ａ', 'zh-Hans').tail).toBe(3)
  })

  test('marks that keep their em are no characters either', () => {
    expect(shapeText('一二三。', 'zh-Hant').tail).toBe(2)
  })

  test('is too short with one word, and shorter than short with less than five letters', () => {
    const { tail, stub, count } = shapeText('the participation.', 'en', { hyphens: 'auto' })
    expect(tail).toBe(1)
    expect(count - stub).toBe(1)
  })
})
