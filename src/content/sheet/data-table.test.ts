import { expect, test } from 'vitest'
import { versions } from '../../testing/publication.ts'
import { blockOf, checkSheet, soundSheet } from '../../testing/sheet.ts'

const indicators = `indicators:
  people: { label: { en: Population, zh-Hans: 人口 }, unit: people, columns: p_* }
  gdp: { label: { en: GDP, zh-Hans: 国内生产总值 }, unit: usd, columns: g_* }
  head: { label: { en: Per head, zh-Hans: 人均 }, unit: usd, divide: [gdp, people] }
blocks:
  - indicators: [people, gdp, head]
    caption: C
`

/** A table as it reads: heads, units, and a line a year. */
function show(rows: string, yaml = indicators): readonly string[] {
  const table = blockOf('data-table', soundSheet(yaml, { rows }))
  const both = (text: Parameters<typeof versions>[0]) => [...new Set(Object.values(versions(text)))].join('/')
  return [
    table.columns.map(({ label, lang }) => `${both(label)}${lang === null ? '*' : ''}`).join(' | '),
    table.columns.map(({ unit }) => both(unit)).join(' | '),
    ...table.rows.map(
      ({ period, cells, isLatest }) =>
        `${both(period)}${isLatest ? '!' : ''} ${cells.map(({ text }) => both(text)).join(' | ')}`,
    ),
  ]
}

// FACTSHEET.md, section 6, and its pictures of China and San Marino.
test('a table gives each language its own columns, and one to what is said alike', () => {
  expect(show('p_1990,p_2023,g_1990,g_2023\n1135185000,1410710000,360857912566,17794781986104\n')).toEqual([
    'Population | 人口 | GDP | 国内生产总值 | Per head/人均*',
    'thousand | 万人 | US$ million | 亿美元 | US$/美元',
    '1990 1,135,185 | 113,518.5 | 360,858 | 3,608.58 | 318',
    '2023! 1,410,710 | 141,071.0 | 17,794,782 | 177,947.82 | 12,614',
  ])
})

test('what is missing is said so; a small population is given in people, in both columns', () => {
  expect(show('p_1990,p_2020,p_2023,g_1990,g_2020,g_2023\n23475,34770,33860,,1541203030,\n')).toEqual([
    'Population | 人口 | GDP | 国内生产总值 | Per head/人均*',
    'people | 人 | US$ million | 亿美元 | US$/美元',
    '1990 23,475 | 23,475 | .. | .. | ..',
    '2020 34,770 | 34,770 | 1,541 | 15.41 | 44,326',
    '2023! 33,860 | 33,860 | .. | .. | ..',
  ])
})

test('a table says whether it has gaps, and so do remarks that are for gaps alone', () => {
  const remarks = 'remarks:\n  - { en: always, zh-Hans: 总是 }\n  - { text: gaps, when: gaps, priority: 2 }\n'
  const [full, open] = ['p_1990,g_1990\n1,2\n', 'p_1990,g_1990\n1,\n'].map((rows) =>
    soundSheet(indicators + remarks, { rows }),
  )
  expect([full, open].map((sheet) => sheet && blockOf('data-table', sheet).hasGaps)).toEqual([false, true])
  expect(full?.remarks.map(({ id, priority }) => [id, priority])).toEqual([['remark-1', null]])
  expect(open?.remarks.map(({ id, priority }) => [id, priority])).toEqual([
    ['remark-1', null],
    ['remark-2', 2],
  ])
})

test('a gap counts only where it is shown', () => {
  const yaml = indicators.replace('caption: C', 'periods: [1990]')
  const sheet = soundSheet(`${yaml}remarks: [{ text: gaps, when: gaps }]\n`, {
    rows: 'p_1990,p_2000,g_1990,g_2000\n1,2,3,\n',
  })
  expect(sheet.remarks).toEqual([])
})

test.each([
  ['indicators: [people, gpd]', '9:26 content/unknown-indicator'],
  ['indicators: [people]\n    periods: [1991]', '10:15 content/bad-period'],
  ['indicators: [people]\n    periods: [May]', '10:15 content/wrong-value'],
  ['indicators: []', '9:5 content/wrong-value'],
])('what is wrong in `%s` is found at its place', (block, place) => {
  const yaml = indicators.replace(/blocks:[\s\S]*/, `blocks:\n\n  - ${block}\n`)
  expect(checkSheet(yaml, { rows: 'p_1990,g_1990\n1,2\n' }).found).toEqual([place])
})

test('a year that a table names has a column in each indicator of the row', () => {
  const yaml = `indicators:
  a: { label: A, columns: a_* }
  b: { label: B, columns: b_* }
blocks:
  - indicators: [a, b]
    periods: [2000, 2001]
`
  expect(checkSheet(yaml, { rows: 'a_2000,a_2001,b_2000\n1,,3\n' }).messages).toEqual([
    'the data has no column `b_2001`',
  ])
  expect(checkSheet(yaml, { rows: 'a_2000,a_2001,b_2000,b_2001\n1,,3,\n' }).messages).toEqual([])
})
