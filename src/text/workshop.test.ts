import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { squareFace } from '../testing/square-face.ts'
import type { ShapeSettings } from './face.ts'
import type { FaceDeclaration } from './fonts.ts'
import { workshop } from './workshop.ts'

const span = { file: { path: 'fonts/fonts.yaml', text: '' }, start: 0, end: 0 }
const declared = (family: string): FaceDeclaration => ({
  family,
  weight: 400,
  style: 'normal',
  file: family,
  licence: 'X',
  span,
})
const settings: ShapeSettings = { lang: 'en', script: 'Latn', features: [], isRtl: false }

const nowhere = wholeFile('fonts.yaml')

describe('faces', () => {
  test('a file is opened when it is first needed, and once', () => {
    const opened: string[] = []
    const shop = workshop(
      [declared('A'), declared('B')],
      ({ family }) => {
        opened.push(family)
        return squareFace({ name: family })
      },
      nowhere,
    )
    expect(opened).toEqual([])
    const first = shop.face('A', 400, 'normal', new Report())
    expect(shop.face('A', 700, 'italic', new Report())).toBe(first)
    expect(opened).toEqual(['A'])
  })

  test('one that cannot be opened is asked for again, so that each build reports it', () => {
    let count = 0
    const shop = workshop(
      [declared('A')],
      () => {
        count++
        return null
      },
      nowhere,
    )
    expect([1, 2].map(() => shop.face('A', 400, 'normal', new Report()))).toEqual([null, null])
    expect(count).toBe(2)
  })

  test('each family is listed once', () => {
    const shop = workshop(
      [declared('A'), { ...declared('A'), weight: 700 }, declared('B')],
      () => null,
      nowhere,
    )
    expect(shop.families).toEqual(['A', 'B'])
  })
})

describe('words', () => {
  const shop = workshop([], () => null, nowhere)
  const face = squareFace()

  test('each is shaped once for a face and settings', () => {
    const shape = shop.shaper(face, settings)
    expect(shape('word')).toBe(shop.shaper(face, { ...settings })('word'))
    expect(shape('word')).not.toBe(shop.shaper(face, { ...settings, features: ['tnum'] })('word'))
    expect(shape('word')).not.toBe(shop.shaper(squareFace(), settings)('word'))
  })

  test('what is longer than any word is not kept', () => {
    const shape = shop.shaper(face, settings)
    expect(shape('x'.repeat(1000))).not.toBe(shape('x'.repeat(1000)))
    expect(shape('x'.repeat(1000))).toEqual(shape('x'.repeat(1000)))
  })

  test('each language has its own hyphens', () => {
    expect(shop.hyphenate('international', 'en')).not.toEqual([])
    expect(shop.hyphenate('international', 'zh-Hans')).toEqual([])
  })
})
