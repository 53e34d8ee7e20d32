import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { type PressWish, type PressWords, readPressWish } from '../content/press-wish.ts'
import type { PageFacts } from '../layout/page.ts'
import { isForA5 } from './for-a5.ts'
import { pressSettings } from './press-settings.ts'

const mm = 72 / 25.4
const [a4, a5] = [
  [210, 297],
  [148, 210],
] as const

type Written = { readonly [Name in keyof PressWords]?: string }

function wishOf({ impose = 'saddle', ...words }: Written): PressWish {
  const report = new Report()
  const word = (text: string) => ({ text, span: wholeFile('p.yaml') })
  const read = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, word(text)]))
  const wish = readPressWish(word(impose), read, { value: 'content/x', unused: 'content/y' }, report)
  expect(report.diagnostics).toEqual([])
  if (wish === null) throw new Error('a sound wish is read')
  return wish
}

function pagesOf(
  count: number,
  [width, height]: readonly [number, number],
  last = 'chapter',
): readonly PageFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    name: index === count - 1 ? last : 'chapter',
    label: String(index + 1),
    size: { width: width * mm, height: height * mm },
  }))
}

function settingsOf(words: Written, pages = pagesOf(8, a5)) {
  return pressSettings(wishOf(words), pages, null)
}

describe('the edge over which a sheet turns like a page', () => {
  test.each([
    ['two A5 on an A4 that lies across', { paper: 'a4' }, a5, 'short'],
    ['two A4 on an A3', { paper: 'a3' }, a4, 'short'],
    ['four A6, two above two, on an A4 that stands', { paper: 'a4', up: '4' }, [105, 148], 'long'],
    ['two pages a side', { paper: 'a4', impose: 'nup=2x1' }, a4, 'short'],
    ['four pages a side', { paper: 'a4', impose: 'nup=2x2' }, a4, 'long'],
    ['one A4', { paper: 'a4', impose: 'nup=1x1' }, a4, 'long'],
    ['as large as two pages', {}, a5, 'short'],
  ] as const)('%s', (_, words, size, edge) => {
    expect(settingsOf(words, pagesOf(8, size)).duplex).toBe(edge)
  })

  test('is what was written, where something was', () => {
    expect(settingsOf({ paper: 'a4', duplex: 'long' }).duplex).toBe('long')
  })

  test('is that of a tested printer, which what was written goes before', () => {
    const printer = { duplexOn: () => 'long' as const, edge: 4 * mm }
    const pages = pagesOf(8, a5)
    expect(pressSettings(wishOf({ paper: 'a4' }), pages, printer).duplex).toBe('long')
    expect(pressSettings(wishOf({ paper: 'a4', duplex: 'short' }), pages, printer).duplex).toBe('short')
    const untested = { ...printer, duplexOn: () => null }
    expect(pressSettings(wishOf({ paper: 'a4' }), pages, untested).duplex).toBe('short')
  })
})

describe('scale and edge', () => {
  test('pages that fill the paper at their size keep it, whatever the printer leaves white', () => {
    expect(settingsOf({ paper: 'a4' })).toMatchObject({ scale: 'exact', edge: 0 })
  })

  test('larger ones are made smaller, to where an office printer reaches', () => {
    expect(settingsOf({ paper: 'a4' }, pagesOf(8, a4))).toMatchObject({ scale: 'fit', edge: 5 * mm })
    expect(settingsOf({ paper: '210x297mm' }, pagesOf(8, a4))).toMatchObject({ scale: 'fit', edge: 0 })
    expect(settingsOf({ paper: 'a4', marks: 'crop' }, pagesOf(8, a4)).edge).toBe(0)
    expect(settingsOf({ paper: 'a4', bleed: '3mm' }, pagesOf(8, a4)).edge).toBe(0)
  })

  test('a tested printer has an edge of its own, and so has who writes one', () => {
    const printer = { duplexOn: () => null, edge: 4 * mm }
    expect(pressSettings(wishOf({ paper: 'a4' }), pagesOf(8, a4), printer).edge).toBe(4 * mm)
    expect(pressSettings(wishOf({ paper: 'a4', edge: '7mm' }), pagesOf(8, a4), printer).edge).toBe(7 * mm)
    expect(settingsOf({ paper: 'a4', edge: '7mm' })).toMatchObject({ scale: 'fit', edge: 7 * mm })
  })
})

test('blank pages come before a back cover, else at the end', () => {
  expect(settingsOf({}, pagesOf(6, a5)).blanks).toBe('end')
  expect(settingsOf({}, pagesOf(6, a5, 'back-cover')).blanks).toBe('before-back')
  expect(settingsOf({ blanks: 'end' }, pagesOf(6, a5, 'back-cover')).blanks).toBe('end')
})

describe('without columns and rows as many go on a side as there is room for at their size', () => {
  test.each([
    // business cards of 85 x 55 mm
    ['upright', { paper: 'a4' }, [85, 55], 2, 5],
    ['with gutters: 5 x 55 + 4 x 5 mm', { paper: 'a4', gutter: '5mm' }, [85, 55], 2, 5],
    [
      'with wider ones, across: 3 x 85 + 2 x 6 mm by 3 x 55 + 2 x 6',
      { paper: 'a4', gutter: '6mm' },
      [85, 55],
      3,
      3,
    ],
    ['with 8 mm of marks around', { paper: 'a4', marks: 'crop' }, [85, 55], 2, 5],
    ['A6 on A4', { paper: 'a4' }, [105, 148], 2, 2],
    ['one that is too large', { paper: 'a6' }, a4, 1, 1],
    ['no paper', {}, a4, 1, 1],
  ] as const)('%s', (_, words, size, columns, rows) => {
    const { scheme } = settingsOf({ impose: 'repeat', ...words }, pagesOf(2, size))
    expect(scheme).toEqual({ kind: 'repeat', columns, rows })
  })

  test('and what is written stands', () => {
    const { scheme } = settingsOf({ impose: 'cut-stack=2x3', paper: 'a4' }, pagesOf(2, a4))
    expect(scheme).toEqual({ kind: 'cut-stack', columns: 2, rows: 3 })
  })
})

test('a booklet is about A5 on half an A4 or letter, or a quarter of an A3', () => {
  const words: readonly Written[] = [
    { paper: 'a4' },
    { paper: 'letter' },
    { paper: '297x210mm' },
    { paper: 'a3', up: '4' },
    { paper: 'a4', impose: 'perfect' },
  ]
  expect(words.map((one) => isForA5(wishOf(one)))).toEqual(words.map(() => true))
  const others: readonly Written[] = [
    {},
    { paper: 'a3' },
    { paper: 'a5' },
    { paper: 'a4', up: '4' },
    { paper: 'legal' },
    { paper: 'a4', scale: '70%' },
    { paper: 'a4', impose: 'nup=2x1' },
  ]
  expect(others.map((one) => isForA5(wishOf(one)))).toEqual(others.map(() => false))
})
