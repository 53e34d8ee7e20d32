import { expect, test } from 'vitest'
import { inFigureLanguages } from '../testing/figure-rows.ts'
import { latestWords, noDataIn, noDataSentence, noDataWords, type Period, periodWords } from './period.ts'

const say = (words: (lang: string) => string) => [...inFigureLanguages(words).values()]

test.each<[Period, string[]]>([
  [2023, ['2023', '2023年', '2023', '2023', '2023', '2023']],
  [
    { from: 2014, to: 2017 },
    ['2014–2017', '2014—2017年', '2014–2017', '2014–2017', '2014–2017', '2014–2017'],
  ],
  [{ from: 2014, to: 2014 }, ['2014', '2014年', '2014', '2014', '2014', '2014']],
])('%j in words', (period, expected) => {
  expect(say((lang) => periodWords(period, lang))).toEqual(expected)
})

test('that there is nothing later', () => {
  expect(say(latestWords)).toEqual([
    '(latest data)',
    '（最新数据）',
    '(dernières données)',
    '(últimos datos)',
    '(последние данные)',
    '(أحدث البيانات)',
  ])
})

test('that there is nothing', () => {
  expect(say(noDataWords)).toEqual([
    'no data',
    '无数据',
    'pas de données',
    'sin datos',
    'нет данных',
    'لا توجد بيانات',
  ])
  expect(say(noDataSentence)).toEqual([
    'No data',
    '无数据',
    'Pas de données',
    'Sin datos',
    'Нет данных',
    'لا توجد بيانات',
  ])
  expect(say((lang) => noDataIn({ from: 1990, to: 2023 }, lang))).toEqual([
    'No data, 1990–2023',
    '1990—2023年无数据',
    'Pas de données, 1990–2023',
    'Sin datos, 1990–2023',
    'Нет данных, 1990–2023',
    'لا توجد بيانات، 1990–2023',
  ])
})

test('a language without words has signs', () => {
  expect([periodWords(2023, 'de'), latestWords('de'), noDataWords('de'), noDataIn(2023, 'de')]).toEqual([
    '2023',
    '',
    '..',
    '.., 2023',
  ])
})
