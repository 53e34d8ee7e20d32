import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { readDate } from './dates.ts'
import type { YamlScalar } from './yaml-node.ts'

const languages = ['en', 'en-GB', 'zh-Hans', 'fr', 'es', 'ru', 'ar', 'de']

function scalar(text: string): YamlScalar {
  const span = { file: { path: 'p.yaml', text }, start: 0, end: text.length }
  return { kind: 'scalar', text, span, places: null, isPlain: true, isNull: false }
}

function read(text: string) {
  const report = new Report()
  const date = readDate(scalar(text), languages, report)
  const inWords = (key: 'month' | 'day') =>
    [...(date?.[key].versions.values() ?? [])].map((leaf) => leaf.text)
  return {
    date,
    month: inWords('month'),
    day: inWords('day'),
    codes: report.diagnostics.map(({ code }) => code),
  }
}

// The expected words are those of CLDR (dateFormats long, yMMMM); Russian spells out the year's abbreviation.
test('a day is written as each language writes it', () => {
  expect(read('2014-05-26').day).toEqual([
    'May 26, 2014',
    '26 May 2014',
    '2014年5月26日',
    '26 mai 2014',
    '26 de mayo de 2014',
    '26 мая 2014 года',
    '26 مايو 2014',
    '2014-05-26',
  ])
})

test('a month is written as each language writes it', () => {
  expect(read('2014-05').month).toEqual([
    'May 2014',
    'May 2014',
    '2014年5月',
    'mai 2014',
    'mayo de 2014',
    'май 2014',
    'مايو 2014',
    '2014-05',
  ])
})

test('a date without a day has the month for its day, and one without a month the year', () => {
  expect(read('2014-05').day).toEqual(read('2014-05').month)
  expect(read('2014').day).toEqual(['2014', '2014', '2014年', '2014', '2014', '2014', '2014', '2014'])
})

test('French counts the first day of a month', () => {
  expect(read('2014-08-01').day[3]).toBe('1er août 2014')
})

test('a text of a date has the place of the date', () => {
  const leaf = read('2014-05').date?.month.versions.get('zh-Hans')
  expect([leaf?.span.start, leaf?.span.end]).toEqual([0, 7])
})

test.each(['2000-02-29', '2024-02-29', '2014-12-31', '0001-01-01'])('%s is a date', (text) => {
  expect(read(text)).toMatchObject({ date: { iso: text }, codes: [] })
})

test.each(['1900-02-29', '2014-02-29', '2014-13', '2014-00', '2014-04-31', '2014-5', 'May 2014', '14', ''])(
  '%j is no date',
  (text) => {
    expect(read(text)).toMatchObject({ date: null, codes: ['content/bad-date'] })
  },
)
