import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { figureLanguages, visibleSpaces } from '../testing/figure-rows.ts'
import { isSharedUnit, tableNumber, tableUnit } from './table-unit.ts'
import type { Unit } from './unit.ts'

type Values = readonly (number | null)[]

/** A column in each of the six languages: its unit, then its cells. */
function columns(values: Values, unit: Unit, languages: readonly string[] = figureLanguages): string[] {
  return [...tableUnit(values, unit, languages)].map(([lang, of]) =>
    visibleSpaces([of.words, ...values.map((value) => tableNumber(value, of, lang))].join(' | ')),
  )
}

const people: Unit = { kind: 'people' }
const usd: Unit = { kind: 'usd' }

// Columns en and zh of these are those of the reference sheets.
test('millions of people are thousands and 万人 with one decimal', () => {
  expect(columns([1135185000, 1411100000, null], people)).toEqual([
    'thousand | 1,135,185 | 1,411,100 | ..',
    '万人 | 113,518.5 | 141,110.0 | ..',
    'milliers | 1_135_185 | 1_411_100 | ..',
    'miles | 1.135.185 | 1.411.100 | ..',
    'тыс. чел. | 1~135~185 | 1~411~100 | ..',
    'ألف نسمة | 1,135,185 | 1,411,100 | ..',
  ])
})

test('fewer people are counted one by one', () => {
  expect(columns([23475, 999_999], people)).toEqual([
    'people | 23,475 | 999,999',
    '人 | 23,475 | 999,999',
    'habitants | 23_475 | 999_999',
    'habitantes | 23.475 | 999.999',
    'чел. | 23~475 | 999~999',
    'نسمة | 23,475 | 999,999',
  ])
})

test('the money of a state is in millions and 亿美元 with two decimals', () => {
  expect(columns([360857912566, 17794781986104], usd)).toEqual([
    'US$ million | 360,858 | 17,794,782',
    '亿美元 | 3,608.58 | 177,947.82',
    'millions de $US | 360_858 | 17_794_782',
    'millones de US$ | 360.858 | 17.794.782',
    'млн долл.~США | 360~858 | 17~794~782',
    'مليون دولار~أمريكي | 360,858 | 17,794,782',
  ])
  expect(columns([null, 1005159388, 1541247884], usd, ['en', 'zh-Hans'])).toEqual([
    'US$ million | .. | 1,005 | 1,541',
    '亿美元 | .. | 10.05 | 15.41',
  ])
})

test('where the smallest is under 100 million, both languages have a decimal more', () => {
  expect(columns([62345678, 240366667], usd, ['en', 'zh-Hans', 'es'])).toEqual([
    'US$ million | 62.3 | 240.4',
    '亿美元 | 0.623 | 2.404',
    'millones de US$ | 62,3 | 240,4',
  ])
})

test('money a head is whole', () => {
  expect(columns([317.88, 12614.06, null], usd, ['en', 'zh-Hans'])).toEqual([
    'US$ | 318 | 12,614 | ..',
    '美元 | 318 | 12,614 | ..',
  ])
})

test('a price has two decimals', () => {
  expect(columns([0.5, 12.345], usd, ['en'])).toEqual(['US$ | 0.50 | 12.35'])
})

test('shares have the decimals that they have, and no more than three figures need', () => {
  expect(columns([81, 79.5], { kind: 'percent' }, ['en', 'fr'])).toEqual([
    '% | 81.0 | 79.5',
    '% | 81,0 | 79,5',
  ])
  expect(columns([81, 79], { kind: 'percent' }, ['en'])).toEqual(['% | 81 | 79'])
  expect(columns([200 / 3, 100 / 3], { kind: 'percent' }, ['en'])).toEqual(['% | 66.7 | 33.3'])
})

test('other units are counted in thousands and millions where they are many', () => {
  const tonnes: Unit = {
    kind: 'own',
    prefix: new Map(),
    word: new Map([
      ['en', 'tonnes'],
      ['zh-Hans', '吨'],
    ]),
  }
  const both = (values: Values) => columns(values, tonnes, ['en', 'zh-Hans'])
  expect(both([1234, 5678])).toEqual(['tonnes | 1,234 | 5,678', '吨 | 1,234 | 5,678'])
  expect(both([12345678, 45678901])).toEqual([
    'thousand tonnes | 12,346 | 45,679',
    '万吨 | 1,234.6 | 4,567.9',
  ])
  expect(both([12345678901])).toEqual(['million tonnes | 12,346', '亿吨 | 123.46'])
})

test('missing, zero and less than half a unit are three different things', () => {
  expect(columns([5e9, null, 0, 40e3, -40e3, 60e3], usd, ['en', 'zh-Hans'])).toEqual([
    'US$ million | 5,000.0 | .. | 0 | <0.1 | >−0.1 | 0.1',
    '亿美元 | 50.000 | .. | 0 | <0.001 | >−0.001 | 0.001',
  ])
})

test('a language without words has digits, no finer than the others', () => {
  expect(columns([1135185499, 400, 0], people, ['de', 'en'])).toEqual([
    ' | 1_135_185_000 | <1_000 | 0',
    'thousand | 1,135,185 | <1 | 0',
  ])
})

test('a column without values has a unit all the same', () => {
  expect(columns([null, null], usd, ['en', 'zh-Hans'])).toEqual(['US$ | .. | ..', '美元 | .. | ..'])
})

test('languages share a column where they count alike', () => {
  const isShared = (values: Values, unit: Unit) => isSharedUnit(tableUnit(values, unit, ['en', 'zh-Hans']))
  expect([isShared([12614], usd), isShared([1e9], usd), isShared([81.5], { kind: 'percent' })]).toEqual([
    true,
    false,
    true,
  ])
})

describe('any column', () => {
  const value = fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((one) => one + 0))
  const unit = fc.constantFrom<Unit>(people, usd, { kind: 'percent' }, { kind: 'plain' })

  it('gives each value alike in both languages, to the same place', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), unit, (values, of) => {
        const units = tableUnit(values, of, ['en', 'zh-Hans'])
        for (const one of values) {
          const said = [...units].map(([lang, column]) => {
            const cell = tableNumber(one, column, lang)
            return cell.startsWith('.') ? cell : Number(`${plain(cell)}e${column.exponent}`)
          })
          expect(said[0]).toBe(said[1])
        }
      }),
    )
  })

  function plain(cell: string): string {
    return cell.replace(/[<>,]/g, '').replace('\u2212', '-')
  }
})
