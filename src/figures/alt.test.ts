import { expect, test } from 'vitest'
import { inFigureLanguages, visibleSpaces } from '../testing/figure-rows.ts'
import { chartAlt, type Described, eventAlt } from './alt.ts'

const gdp: Described = {
  sort: 'column',
  title: null,
  unit: { kind: 'usd' },
  categories: ['1990', '2000', '2023'],
  series: [{ name: null, values: [1.2e9, 17_794_781_986_104, null] }],
}

test('a chart is said by its sort, its title and its values', () => {
  const titles = new Map([
    ['en', 'GDP'],
    ['zh-Hans', '国内生产总值'],
    ['fr', 'PIB'],
    ['es', 'PIB'],
    ['ru', 'ВВП'],
    ['ar', 'الناتج المحلي الإجمالي'],
  ])
  const say = (lang: string) => chartAlt({ ...gdp, title: titles.get(lang) ?? null }, lang)
  expect([...inFigureLanguages(say).values()]).toEqual([
    'Column chart: GDP. 1990: US$1.20~billion; 2000: US$17.8~trillion; 2023: no data.',
    '柱状图：国内生产总值。1990：12.0亿美元；2000：17.8万亿美元；2023：无数据。',
    'Diagramme en colonnes~: PIB. 1990~: 1,20~milliard~de~$US_; 2000~: 17,8~billions~de~$US_; 2023~: pas de données.',
    'Gráfico de columnas: PIB. 1990: 1,20~mil~millones~de~US$; 2000: 17,8~billones~de~US$; 2023: sin datos.',
    'Столбчатая диаграмма: ВВП. 1990: 1,20~млрд~долл.~США; 2000: 17,8~трлн~долл.~США; 2023: нет данных.',
    'مخطط أعمدة: الناتج المحلي الإجمالي. 1990: 1.20~مليار~دولار~أمريكي؛ 2000: 17.8~تريليون~دولار~أمريكي؛ 2023: لا توجد بيانات.',
  ])
})

test('each of several series is named', () => {
  const trade: Described = {
    sort: 'line',
    title: 'Trade',
    unit: { kind: 'percent' },
    categories: ['2000', '2001'],
    series: [
      { name: 'Exports', values: [12, 14.5] },
      { name: 'Imports', values: [0, -3] },
    ],
  }
  expect(chartAlt(trade, 'en')).toBe(
    'Line chart: Trade. Exports: 2000: 12%; 2001: 14.5%. Imports: 2000: 0%; 2001: −3%.',
  )
})

test('of many values the ends and the extremes are said', () => {
  const values = Array.from({ length: 30 }, (_, index) => (index === 0 ? null : (index * 7) % 30))
  const categories = values.map((_, index) => `${1990 + index}`)
  const many = { ...gdp, unit: { kind: 'plain' }, categories, series: [{ name: null, values }] } as const
  expect(chartAlt(many, 'en')).toBe('Column chart. 1991: 7; 2019: 23; lowest, 2003: 1; highest, 2007: 29.')
  expect(chartAlt(many, 'zh-Hans')).toBe('柱状图。1991：7；2019：23；最低，2003：1；最高，2007：29。')
})

test('a long series without any value says so', () => {
  const values = Array.from({ length: 30 }, () => null)
  expect(chartAlt({ ...gdp, categories: [], series: [{ name: null, values }] }, 'en')).toBe(
    'Column chart. No data.',
  )
})

test('a language without words has its data', () => {
  expect(visibleSpaces(chartAlt(gdp, 'de'))).toBe(
    '1990: US$1_200_000_000; 2000: US$17_800_000_000_000; 2023: ...',
  )
})

test('the mark of an event is said by its date', () => {
  expect(eventAlt('October 2013', 'second UPR', 'en')).toBe('October 2013: second UPR')
  expect(eventAlt('2013年10月', '第二轮普遍定期审议', 'zh-Hans')).toBe('2013年10月：第二轮普遍定期审议')
})
