import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { figureLanguages, figureRows, inFigureLanguages, visibleSpaces } from '../testing/figure-rows.ts'
import { printExact, printNumber } from './number.ts'
import { readNumber } from './read-number.ts'
import { roundToDecimals } from './round.ts'

// A value, its decimals, and what CLDR 48 makes of them; the minus is U+2212.
const printed = figureRows(`
  0 0 | 0 | 0 | 0 | 0 | 0 | 0
  -0.004 2 | 0.00 | 0.00 | 0,00 | 0,00 | 0,00 | 0.00
  7 0 | 7 | 7 | 7 | 7 | 7 | 7
  -7 0 | −7 | −7 | −7 | −7 | −7 | ^−7
  812 0 | 812 | 812 | 812 | 812 | 812 | 812
  999 0 | 999 | 999 | 999 | 999 | 999 | 999
  1000 0 | 1,000 | 1,000 | 1_000 | 1000 | 1~000 | 1,000
  1135 0 | 1,135 | 1,135 | 1_135 | 1135 | 1~135 | 1,135
  -1135 0 | −1,135 | −1,135 | −1_135 | −1135 | −1~135 | ^−1,135
  9999 0 | 9,999 | 9,999 | 9_999 | 9999 | 9~999 | 9,999
  10000 0 | 10,000 | 10,000 | 10_000 | 10.000 | 10~000 | 10,000
  11351 0 | 11,351 | 11,351 | 11_351 | 11.351 | 11~351 | 11,351
  99999.5 0 | 100,000 | 100,000 | 100_000 | 100.000 | 100~000 | 100,000
  113518.5 1 | 113,518.5 | 113,518.5 | 113_518,5 | 113.518,5 | 113~518,5 | 113,518.5
  999999 0 | 999,999 | 999,999 | 999_999 | 999.999 | 999~999 | 999,999
  1135185 0 | 1,135,185 | 1,135,185 | 1_135_185 | 1.135.185 | 1~135~185 | 1,135,185
  -1135185 0 | −1,135,185 | −1,135,185 | −1_135_185 | −1.135.185 | −1~135~185 | ^−1,135,185
  1410710000 0 | 1,410,710,000 | 1,410,710,000 | 1_410_710_000 | 1.410.710.000 | 1~410~710~000 | 1,410,710,000
  0.5 1 | 0.5 | 0.5 | 0,5 | 0,5 | 0,5 | 0.5
  0.5 0 | 1 | 1 | 1 | 1 | 1 | 1
  -0.5 0 | −1 | −1 | −1 | −1 | −1 | ^−1
  1.005 2 | 1.01 | 1.01 | 1,01 | 1,01 | 1,01 | 1.01
  2.675 2 | 2.68 | 2.68 | 2,68 | 2,68 | 2,68 | 2.68
  1.45 1 | 1.5 | 1.5 | 1,5 | 1,5 | 1,5 | 1.5
  -9.95 1 | −10.0 | −10.0 | −10,0 | −10,0 | −10,0 | ^−10.0
  0.1 3 | 0.100 | 0.100 | 0,100 | 0,100 | 0,100 | 0.100
  3608.58 2 | 3,608.58 | 3,608.58 | 3_608,58 | 3608,58 | 3~608,58 | 3,608.58
  177947.82 2 | 177,947.82 | 177,947.82 | 177_947,82 | 177.947,82 | 177~947,82 | 177,947.82
  1234.5 1 | 1,234.5 | 1,234.5 | 1_234,5 | 1234,5 | 1~234,5 | 1,234.5
  -1234.5 2 | −1,234.50 | −1,234.50 | −1_234,50 | −1234,50 | −1~234,50 | ^−1,234.50
  17794781986065 0 | 17,794,781,986,065 | 17,794,781,986,065 | 17_794_781_986_065 | 17.794.781.986.065 | 17~794~781~986~065 | 17,794,781,986,065
  999999999999999 0 | 999,999,999,999,999 | 999,999,999,999,999 | 999_999_999_999_999 | 999.999.999.999.999 | 999~999~999~999~999 | 999,999,999,999,999
  0.000001 6 | 0.000001 | 0.000001 | 0,000001 | 0,000001 | 0,000001 | 0.000001
  1e-7 2 | 0.00 | 0.00 | 0,00 | 0,00 | 0,00 | 0.00
  12345678.9 1 | 12,345,678.9 | 12,345,678.9 | 12_345_678,9 | 12.345.678,9 | 12~345~678,9 | 12,345,678.9
  1410710000 -6 | 1,411,000,000 | 1,411,000,000 | 1_411_000_000 | 1.411.000.000 | 1~411~000~000 | 1,411,000,000
`)

test.each(printed)(
  '$given is printed as each language prints it',
  ({ given: [value, decimals], expected }) => {
    const say = (lang: string) => printNumber(Number(value), Number(decimals), lang)
    expect(inFigureLanguages(say)).toEqual(expected)
  },
)

test('varieties of a language group as they do in CLDR', () => {
  const languages = ['en-GB', 'fr-CA', 'es-419', 'zh', 'zh-CN', 'zh-Hant']
  expect(languages.map((lang) => visibleSpaces(printNumber(1234.5, 1, lang)))).toEqual([
    '1,234.5',
    '1~234,5',
    '1,234.5',
    '1,234.5',
    '1,234.5',
    '1,234.5',
  ])
})

test('a language without a table groups by a narrow space', () => {
  expect(visibleSpaces(printNumber(-1234567.5, 1, 'de'))).toBe('−1_234_567.5')
})

test('all digits of a number are printed, and no more', () => {
  expect([812, 812.5, 1135185, 0.000001, -0].map((value) => printExact(value, 'en'))).toEqual([
    '812',
    '812.5',
    '1,135,185',
    '0.000001',
    '0',
  ])
})

describe('of any number', () => {
  /** Decimals of at most 15 digits, as data gives them. */
  const decimal = fc
    .tuple(
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([digits, places]) => Number(`${digits}e-${places}`))

  it('prints what is rounded, so that it can be read back', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...figureLanguages, 'de'),
        (value, decimals, lang) => {
          const mark = ['fr', 'es', 'ru'].includes(lang) ? ',' : '.'
          const text = printNumber(value, decimals, lang)
          const plain = text
            .replace(/\u200e/g, '')
            .replace(/[\u00a0\u202f]/g, '')
            .replaceAll(mark === ',' ? '.' : ',', '')
            .replace(mark, '.')
          expect(Number(plain.replace('\u2212', '-')) + 0).toBe(roundToDecimals(value, decimals))
        },
      ),
    )
  })

  it('prints what it reads', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        const text = printExact(value, 'en').replaceAll(',', '')
        expect(readNumber(text)).toEqual({ value: value + 0 })
      }),
    )
  })

  it('agrees with ICU, but for its hyphen', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(...figureLanguages),
        (value, decimals, lang) => {
          const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
          const format = new Intl.NumberFormat(lang, { ...digits, signDisplay: 'negative' })
          expect(printNumber(value, decimals, lang)).toBe(format.format(value).replace('-', '\u2212'))
        },
      ),
    )
  })
})
