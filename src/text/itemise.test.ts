import { describe, expect, test } from 'vitest'
import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import { place, Report } from '../base/report.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { plainStyle, squareFace, squareWorkshop, textInline } from '../testing/square-face.ts'
import { flatten } from './flatten.ts'
import { itemise } from './itemise.ts'

const latin = squareFace({ name: 'Latin', covers: (codePoint) => codePoint < 0x2e80 && codePoint !== 0x22ef })
const han = squareFace({
  name: 'Han',
  covers: (codePoint) => codePoint >= 0x20 && codePoint !== 0x300 && codePoint !== 0xe9,
})
const small = squareFace({ name: 'Small', covers: (codePoint) => codePoint < 0x7f })
const shop = squareWorkshop(latin, han, small)

function items(
  text: string,
  lang: Lang,
  style: Partial<ComputedStyle> = {},
  leaf: Leaf = sampleLeaf(text, lang),
) {
  const report = new Report()
  const flat = flatten([textInline(leaf, plainStyle({ fontFamily: ['Latin', 'Han'], ...style }))], lang)
  const { pieces } = itemise(flat, shop, report)
  const found = report.diagnostics.map(({ code, span, message }) => `${place(span)} ${code} ${message}`)
  return {
    found,
    pieces,
    faces: pieces.map(({ from, to, words }) => `${words.face.name} ${flat.text.slice(from, to)}`),
  }
}

describe('the face of a character', () => {
  test('is the first of the family list that has it', () => {
    expect(items('see 中国 now', 'en').faces).toEqual(['Latin see ', 'Han 中国 ', 'Latin now'])
  })

  test('C24: marks that Chinese shares with Latin are in the Chinese face in Chinese, in the Latin one in English', () => {
    expect(items('中“a”——b…', 'zh-Hans').faces).toEqual(['Han 中“', 'Latin a', 'Han ”——', 'Latin b', 'Han …'])
    expect(items('so “a”—b…', 'en').faces).toEqual(['Latin so “a”—b…'])
  })

  test('an apostrophe between Latin letters stays with them in Chinese', () => {
    expect(items('中China’s国', 'zh-Hans').faces).toEqual(['Han 中', 'Latin China’s', 'Han 国'])
  })

  test('a letter and its marks are in one face, the first that has them all', () => {
    expect(items('中\u0301', 'zh-Hans').faces).toEqual(['Han 中\u0301'])
    expect(items('xe\u0301', 'en', { fontFamily: ['Small', 'Latin'] }).faces).toEqual([
      'Small x',
      'Latin e\u0301',
    ])
  })

  test('a variation selector needs no face and stays with its character', () => {
    const { faces, found } = items('a中\u{e0100}国', 'zh-Hans', { fontFamily: ['Small', 'Han'] })
    expect(faces).toEqual(['Small a', 'Han 中\u{e0100}国'])
    expect(found).toEqual([])
  })

  test('spaces of preformatted text are of one width: those of the first face', () => {
    expect(items('中 a', 'en', { whiteSpace: 'pre' }).faces).toEqual(['Han 中', 'Latin  a'])
  })
})

test('a piece is of one script', () => {
  expect(items('aж', 'en').pieces.map((piece) => piece.words.settings.script)).toEqual(['Latn', 'Cyrl'])
  expect(items('1, 2', 'zh-Hans').pieces.map((piece) => piece.words.settings.script)).toEqual(['Hani'])
})

test('letters that are set apart do not join, and tables get their figures', () => {
  const features = (style: Partial<ComputedStyle>) =>
    items('a', 'en', style).pieces[0]?.words.settings.features
  expect(features({ letterSpacing: 1 })).toContain('-liga')
  expect(features({ tabularNumbers: true })).toEqual(['tnum'])
  expect(features({})).toEqual([])
})

describe('findings', () => {
  test('a character that no face has is reported where it stands', () => {
    const file = { path: 'content.yaml', text: 'en: |\n  ab\n  c€d\n' }
    const leaf = {
      text: 'ab\nc€d',
      lang: 'en',
      span: { file, start: 8, end: 16 },
      places: [
        [0, 8],
        [3, 13],
      ] as const,
    }
    expect(items('', 'en', { fontFamily: ['Small'] }, leaf).found).toEqual([
      'content.yaml:3:4 text/missing-glyph no face has the character `€` (U+20AC)',
    ])
  })

  test('each such character is reported once a paragraph', () => {
    expect(items('€é€é', 'en', { fontFamily: ['Small'] }).found).toHaveLength(2)
  })

  test('so is a mark that no face has', () => {
    expect(items('ab\u0301', 'en', { fontFamily: ['Small'] }).found).toEqual([
      'content.yaml:1:5 text/missing-glyph no face has the character `\u0301` (U+0301)',
    ])
  })

  test('a style whose families are not declared', () => {
    const { found, pieces } = items('a', 'en', { fontFamily: ['Nowhere'] })
    expect(found).toEqual(['fonts.yaml:1:1 text/no-face none of the font families `Nowhere` can be used'])
    expect(pieces).toEqual([])
  })

  test('a language, or a word, that runs from right to left', () => {
    expect(items('نص', 'ar').found).toEqual([
      'content.yaml:1:3 text/direction text in `ar` runs from right to left, which is not set yet',
    ])
    expect(items('a ש', 'en').found).toEqual([
      'content.yaml:1:5 text/direction `ש` runs from right to left, which is not set yet',
    ])
  })
})
