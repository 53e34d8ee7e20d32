import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { figureLanguages, inFigureLanguages, visibleSpaces } from '../testing/figure-rows.ts'
import { axisUnit, labelled, scaleOf } from './scale.ts'
import type { Unit } from './unit.ts'

const people: Unit = { kind: 'people' }
const usd: Unit = { kind: 'usd' }
const percent: Unit = { kind: 'percent' }

type Values = readonly (number | null)[]

/** A scale in both languages of the reference sheets: its ticks from the top, and its units. */
function pair(values: Values, unit: Unit) {
  const scale = scaleOf(values, unit, ['en', 'zh-Hans'], { zero: true })
  const ticks = (lang: string) => scale.ticks.map(({ labels }) => labels.get(lang)).reverse()
  return {
    en: [scale.unitWords.get('en'), ...ticks('en')],
    zh: [scale.unitWords.get('zh-Hans'), ...ticks('zh-Hans')],
    label: (value: number) => [...labelled(value, scale).labels.values()],
  }
}

/** Of the country figures that the reference sheets show: 1990, 1995, …, 2020, 2023. */
const china = {
  population: [
    1135185000, 1204855000, 1262645000, 1303720000, 1337705000, 1379860000, 1411100000, 1410710000,
  ],
  gdp: [
    360857912566, 734484834574, 1211331651866, 2285961149880, 6087191746679, 11061572618579, 14687744162801,
    17794781986104,
  ],
}
const sanMarino = {
  population: [23475, 25158, 26799, 29836, 33270, 32897, 34770, 33860],
  gdp: [null, null, 1005159388, 1785847531, 1881191950, 1419400404, 1541247884, null],
}
const stVincent = {
  population: [111812, 113047, 113545, 112450, 109959, 106960, 103526, 101323],
  gdp: [240366667, 316007407, 427946037, 579948926, 720447889, 786555556, 869111111, 1065962963],
}
const states = {
  gap: [21e6, 24.6e6, null, 27.3e6, null, 29e6, 33.1e6, 32.2e6],
  signs: [6.2e9, 3.1e9, 0, 0.04e9, -2.4e9, null, -1.2e9, 4.8e9],
}

test.each<[string, Values, Unit, string, string]>([
  ['sheet 2', china.population, people, 'billion 1.5 1.0 0.5 0', '亿人 15 10 5 0'],
  ['sheet 2', china.gdp, usd, 'US$ trillion 20 15 10 5 0', '万亿美元 20 15 10 5 0'],
  ['sheet 3', sanMarino.population, people, 'thousand 40 30 20 10 0', '万人 4 3 2 1 0'],
  ['sheet 3', sanMarino.gdp, usd, 'US$ billion 2.0 1.5 1.0 0.5 0', '亿美元 20 15 10 5 0'],
  ['sheet 4', stVincent.population, people, 'thousand 125 100 75 50 25 0', '万人 12.5 10.0 7.5 5.0 2.5 0'],
  ['sheet 4', stVincent.gdp, usd, 'US$ billion 1.25 1.00 0.75 0.50 0.25 0', '亿美元 12.5 10.0 7.5 5.0 2.5 0'],
  ['sheet 6', states.gap, people, 'million 40 30 20 10 0', '万人 4000 3000 2000 1000 0'],
  ['sheet 6', states.signs, usd, 'US$ billion 8 6 4 2 0 −2 −4', '亿美元 80 60 40 20 0 −20 −40'],
])('the axis of %s, %j, is that of the reference', (_, values, unit, en, zh) => {
  const found = pair(values, unit)
  expect([found.en.join(' '), found.zh.join(' ')]).toEqual([en, zh])
})

test.each<[string, Values, Unit, number, string, string]>([
  ['sheet 2', china.population, people, 1135185000, '1.14', '11.4亿'],
  ['sheet 2', china.population, people, 1410710000, '1.41', '14.1亿'],
  ['sheet 2', china.gdp, usd, 360857912566, '0.36', '0.36'],
  ['sheet 2', china.gdp, usd, 17794781986104, '17.8', '17.8'],
  ['sheet 3', sanMarino.population, people, 23475, '23.5', '2.35万'],
  ['sheet 3', sanMarino.population, people, 33860, '33.9', '3.39万'],
  ['sheet 3', sanMarino.gdp, usd, 1005159388, '1.01', '10.1亿'],
  ['sheet 3', sanMarino.gdp, usd, 1541247884, '1.54', '15.4亿'],
  ['sheet 4', stVincent.population, people, 111812, '112', '11.2万'],
  ['sheet 4', stVincent.population, people, 101323, '101', '10.1万'],
  ['sheet 4', stVincent.gdp, usd, 240366667, '0.24', '2.40亿'],
  ['sheet 4', stVincent.gdp, usd, 1065962963, '1.07', '10.7亿'],
  ['sheet 6', states.gap, people, 21e6, '21.0', '2100万'],
  ['sheet 6', states.gap, people, 32.2e6, '32.2', '3220万'],
  ['sheet 6', states.signs, usd, 6.2e9, '6.2', '62亿'],
  ['sheet 6', states.signs, usd, 4.8e9, '4.8', '48亿'],
  ['sheet 6', states.signs, usd, -2.4e9, '−2.4', '−24亿'],
  ['sheet 6', states.signs, usd, 0, '0', '0'],
  ['sheet 6', states.signs, usd, 0.04e9, '<0.1', '<1亿'],
  ['below', states.signs, usd, -0.04e9, '>−0.1', '>−1亿'],
])('a label of %s among %j, %j: %d', (_, values, unit, value, en, zh) => {
  expect(pair(values, unit).label(value)).toEqual([en, zh])
})

// The unit of an axis up to a value in the six languages.
test.each<[number, Unit, string[]]>([
  [9000, people, ['people', '人', 'habitants', 'habitantes', 'чел.', 'نسمة']],
  [10_000, people, ['thousand', '万人', 'milliers', 'miles', 'тыс. чел.', 'ألف نسمة']],
  [125_000, people, ['thousand', '万人', 'milliers', 'miles', 'тыс. чел.', 'ألف نسمة']],
  [1e6, people, ['million', '万人', 'millions', 'millones', 'млн чел.', 'مليون نسمة']],
  [4e8, people, ['million', '亿人', 'millions', 'millones', 'млн чел.', 'مليون نسمة']],
  [1.5e9, people, ['billion', '亿人', 'milliards', 'miles de millones', 'млрд чел.', 'مليار نسمة']],
  [1000, usd, ['US$', '美元', '$US', 'US$', 'долл.~США', 'دولار~أمريكي']],
  [
    20_000,
    usd,
    ['US$ thousand', '万美元', 'milliers de $US', 'miles de US$', 'тыс. долл.~США', 'ألف دولار~أمريكي'],
  ],
  [
    5e6,
    usd,
    ['US$ million', '万美元', 'millions de $US', 'millones de US$', 'млн долл.~США', 'مليون دولار~أمريكي'],
  ],
  [
    2e9,
    usd,
    [
      'US$ billion',
      '亿美元',
      'milliards de $US',
      'miles de millones de US$',
      'млрд долл.~США',
      'مليار دولار~أمريكي',
    ],
  ],
  [
    20e12,
    usd,
    [
      'US$ trillion',
      '万亿美元',
      'billions de $US',
      'billones de US$',
      'трлн долл.~США',
      'تريليون دولار~أمريكي',
    ],
  ],
  [100, percent, ['%', '%', '%', '%', '%', '%']],
  [20_000, percent, ['%', '%', '%', '%', '%', '%']],
  [1000, { kind: 'plain' }, ['', '', '', '', '', '']],
  [2e6, { kind: 'plain' }, ['million', '万', 'millions', 'millones', 'млн', 'مليون']],
  [-2e6, { kind: 'plain' }, ['million', '万', 'millions', 'millones', 'млн', 'مليون']],
])('over an axis up to %d of %j stands its unit', (top, unit, expected) => {
  expect([...inFigureLanguages((lang) => axisUnit(top, unit, lang).words).values()]).toEqual(expected)
})

test('a unit of the author stands with the number word', () => {
  const rain: Unit = {
    kind: 'own',
    prefix: new Map([['en', 'CHF']]),
    word: new Map([
      ['zh-Hans', '毫米'],
      ['fr', 'hectares'],
    ]),
  }
  const words = (top: number) => ['en', 'zh-Hans', 'fr', 'de'].map((lang) => axisUnit(top, rain, lang).words)
  expect(words(900)).toEqual(['CHF', '毫米', 'hectares', ''])
  expect(words(2e6)).toEqual(['CHF million', '万毫米', 'millions d’hectares', ''])
})

describe('a scale', () => {
  it('has labels with the marks of each language', () => {
    const scale = scaleOf([0.4, 1.9], { kind: 'plain' }, figureLanguages, { zero: true })
    const labels = scale.ticks.map((tick) => [...tick.labels.values()].join(' '))
    expect(labels).toEqual([
      '0 0 0 0 0 0',
      '0.5 0.5 0,5 0,5 0,5 0.5',
      '1.0 1.0 1,0 1,0 1,0 1.0',
      '1.5 1.5 1,5 1,5 1,5 1.5',
      '2.0 2.0 2,0 2,0 2,0 2.0',
    ])
  })

  it('of shares ends at 100', () => {
    const ticks = (values: Values, zero: boolean) =>
      scaleOf(values, percent, ['en'], { zero }).ticks.map(({ value }) => value)
    expect(ticks([20, 99], true)).toEqual([0, 20, 40, 60, 80, 100])
    expect(ticks([20, 100], true)).toEqual([0, 20, 40, 60, 80, 100])
    expect(ticks([20, 101], true).at(-1)).toBe(125)
    expect(ticks([20, 30], true).at(-1)).toBe(40)
  })

  it('has neither ticks nor unit where no value is known', () => {
    const scale = scaleOf([null, null], usd, ['en', 'zh-Hans'], { zero: true })
    expect(scale.ticks).toEqual([])
    expect([...scale.unitWords.values()]).toEqual(['', ''])
  })

  it('needs no words at its labels where it has one language', () => {
    const scale = scaleOf(china.population, people, ['zh-Hans'], { zero: true })
    expect([...labelled(1410710000, scale).labels]).toEqual([['zh-Hans', '14.1']])
  })

  it('has digits where a language has no words', () => {
    const scale = scaleOf(china.population, people, ['de', 'zh-Hans'], { zero: true })
    expect([...labelled(1410710000, scale).labels.values()].map(visibleSpaces)).toEqual([
      '1_410_000_000',
      '14.1亿',
    ])
  })

  it('away from zero has labels as fine as its steps', () => {
    const scale = scaleOf([1002, 1013], { kind: 'plain' }, ['en'], { zero: false })
    expect([...labelled(1002, scale).labels.values()]).toEqual(['1,002'])
  })

  it('says a small first value, and less than its grain of one that is smaller', () => {
    const scale = scaleOf([6471740806, 433858000000], usd, ['en', 'zh-Hans'], { zero: true })
    const labels = (value: number) => [...labelled(value, scale).labels.values()]
    expect(labels(6471740806)).toEqual(['6.47', '64.7亿'])
    expect(labels(999_999_999)).toEqual(['<1', '<10亿'])
  })

  it('holds a hundred thousand values', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => index)
    expect(scaleOf(values, { kind: 'plain' }, ['en'], { zero: true }).to).toBe(125_000)
  })
})

describe('any scale in two languages', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -6, max: 8 }))
  const value = size.map(([digits, power]) => Number(`${digits}e${power}`))
  const values = fc.array(fc.option(value), { minLength: 1, maxLength: 8 })
  const unit = fc.constantFrom<Unit>(people, usd, { kind: 'plain' })
  const pairs = fc.tuple(values, unit).map(([all, of]) => {
    return { all, of, scale: scaleOf(all, of, ['en', 'zh-Hans'], { zero: true }) }
  })

  /** What a label says, by the unit of its language. */
  const read = (label: string | undefined, exponent: number | undefined) =>
    Number(`${label?.replaceAll(',', '').replace('\u2212', '-')}e${exponent}`)

  it('names the same values by its ticks', () => {
    fc.assert(
      fc.property(pairs, ({ scale: { ticks, units } }) => {
        for (const { value: tick, labels } of ticks) {
          for (const lang of ['en', 'zh-Hans']) {
            expect(read(labels.get(lang), units.get(lang)?.exponent)).toBe(tick)
          }
        }
      }),
    )
  })

  it('has labels that are right to a hundredth of the scale, or say that they are less', () => {
    fc.assert(
      fc.property(pairs, ({ all, scale }) => {
        for (const one of all) {
          if (one === null) continue
          const { isRoundedZero, labels } = labelled(one, scale)
          expect(isRoundedZero).toBe(one < scale.grain)
          for (const [lang, label] of labels) {
            expect(label.startsWith('<')).toBe(isRoundedZero)
            const said = read(label.replace(/[<万亿]/g, ''), scale.units.get(lang)?.exponent)
            if (isRoundedZero) expect(said).toBe(scale.grain)
            else expect(Math.abs(said - one)).toBeLessThanOrEqual((scale.to / 100) * (1 + 1e-9))
          }
        }
      }),
    )
  })
})
