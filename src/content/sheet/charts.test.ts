import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graph } from '../../figures/chart.ts'
import { versions } from '../../testing/publication.ts'
import { blockOf, checkSheet, type SheetFiles, soundSheet } from '../../testing/sheet.ts'

function chartOf(yaml: string, files: SheetFiles = {}) {
  const sheet = soundSheet(yaml, files)
  const block = blockOf('chart', sheet)
  const graph = sheet.charts.get(block.source)
  if (graph?.kind !== 'graph') throw new Error('no graph')
  return { block, graph, sheet }
}

/** A graph a line a series: `name: category=value label`, in English; a category without a label in brackets. */
function show({ categories, series }: Graph): readonly string[] {
  return series.map(({ name, points }) => {
    const shown = points.map(({ value, label, isRoundedZero }, index) => {
      const category = categories[index]
      const at = category?.label.get('en')?.text ?? ''
      const words = label === null ? '' : ` ${label.get('en')?.text} ${label.get('zh-Hans')?.text}`
      return `${category?.isLabelled === true ? at : `(${at})`}=${value ?? '-'}${isRoundedZero ? '~' : ''}${words}`
    })
    return `${name?.get('en')?.text ?? ''}: ${shown.join(', ')}`
  })
}

const rain =
  'indicators:\n  rain: { label: { en: Rain, zh-Hans: 雨 }, unit: { word: { en: mm, zh-Hans: 毫米 } }, values: { 1990: 812, 2000: 790, 2010: ~, 2013: 100 } }\n'

test('a chart of an indicator stands on a scale of time, with its ends labelled', () => {
  const { block, graph } = chartOf(`${rain}blocks: [{ chart: rain, sort: line, width: half, priority: 3 }]\n`)
  expect(show(graph)).toEqual([': 1990=812 812 812, 2000=790, 2010=-, 2013=100 100 100'])
  expect(graph.isTime).toBe(true)
  expect(graph.categories.map(({ at }) => at)).toEqual([1990, 2000, 2010, 2013])
  expect(block).toMatchObject({ sort: 'line', isHalf: true, legend: [], table: null, priority: 3 })
  expect([versions(block.title), versions(block.unit)]).toEqual([
    { en: 'Rain', 'zh-Hans': '雨' },
    { en: 'mm', 'zh-Hans': '毫米' },
  ])
  expect(versions(block.alt).en).toMatch(
    /^Line chart: Rain\. 1990: 812\smm; 2000: 790\smm; 2010: no data; 2013: 100\smm\.$/,
  )
  expect(versions(block.alt)['zh-Hans']).toContain('2010：无数据')
})

test('the same values are the same graph from an indicator, by hand, from a file and from a table', () => {
  const byHand =
    '{ categories: [1990, 2000, 2010, 2013], series: [{ values: [812, 790, ~, 100] }], unit: { word: { en: mm, zh-Hans: 毫米 } } }'
  const unit = 'unit: { word: { en: mm, zh-Hans: 毫米 } }'
  const table =
    '{ id: t, table: { head: [Year, Rain], rows: [[1990, 812], [2000, 790], [2010, ".."], [2013, 100]] } }'
  const data = { 'r.csv': 'year,rain\n1990,812\n2000,790\n2010,\n2013,100\n' }
  const graphs = [
    chartOf(`${rain}blocks: [{ chart: rain }]\n`),
    chartOf(`blocks: [{ chart: ${byHand} }]\n`),
    chartOf(`blocks: [{ chart: { data: r.csv, ${unit} } }]\n`, { data }),
    chartOf(`blocks: [{ chart: { table: t, ${unit} } }, ${table}]\n`),
  ].map(
    ({ graph }) =>
      JSON.stringify(show(graph)) + JSON.stringify([graph.isTime, graph.axis.from, graph.axis.to]),
  )
  expect(new Set(graphs).size).toBe(1)
})

test('several indicators are series with names, over the years of all of them', () => {
  const { block, graph } = chartOf(`indicators:
  a: { label: { en: A, zh-Hans: 甲 }, values: { 1990: 1, 2000: 2 } }
  b: { label: { en: B, zh-Hans: 乙 }, values: { 2000: 3, 2010: 4 } }
blocks: [{ chart: [a, b], sort: line, title: { en: Both, zh-Hans: 两者 } }]
`)
  expect(show(graph)).toEqual(['A: 1990=1, 2000=2 2 2, 2010=-', 'B: 1990=-, 2000=3, 2010=4 4 4'])
  expect(block.legend.map((name) => versions(name)['zh-Hans'])).toEqual(['甲', '乙'])
})

test('categories that are no years are equally far apart, and each is labelled', () => {
  const { graph } = chartOf(
    'blocks: [{ chart: { categories: [{ en: May, zh-Hans: 五月 }, { en: June, zh-Hans: 六月 }], series: [{ values: [3, 0] }] } }]\n',
  )
  expect(show(graph)).toEqual([': May=3 3 3, June=0 0 0'])
  expect([
    graph.isTime,
    ...graph.categories.map(({ at, label }) => [at, label.get('zh-Hans')?.text]),
  ]).toEqual([false, [0, '五月'], [1, '六月']])
})

test('bars stand below each other, even those of years', () => {
  expect(chartOf(`${rain}blocks: [{ chart: rain, sort: bar }]\n`).graph.isTime).toBe(false)
})

test('the categories of a file may be in each language, its other columns are series', () => {
  const data = { 'c.csv': 'crop_en,crop_zh-Hans,1990,2000\nRice,水稻,1,2\nWheat,小麦,3,\n' }
  const { block, graph } = chartOf('blocks: [{ chart: { data: c.csv }, sort: stacked }]\n', { data })
  expect(show(graph)).toEqual(['1990: Rice=1, Wheat=3', '2000: Rice=2, Wheat=-'])
  expect(graph.categories.map(({ label }) => label.get('zh-Hans')?.text)).toEqual(['水稻', '小麦'])
  expect(block.legend).toHaveLength(2)
  expect(graph.axis.to).toBeGreaterThan(3)
})

test('words are drawn without marks, whatever a cell holds; beside the chart they are texts', () => {
  const data = { 'c.csv': 'crop,*a*\n`r`,1\n' }
  const first = chartOf('blocks: [{ chart: { data: c.csv } }]\n', { data })
  expect(first.graph.categories[0]?.label.get('en')?.text).toBe('`r`')
  expect(versions(first.block.alt).en).toContain('\\`r\\`')
  const two = chartOf('blocks: [{ chart: { data: c.csv } }]\n', {
    data: { 'c.csv': 'crop,*a*,5 * [3]\nr,1,2\n' },
  })
  expect(two.graph.series.map(({ name }) => name?.get('en')?.text)).toEqual(['*a*', '5 * [3]'])
  expect(two.block.legend.map((name) => versions(name).en)).toEqual(['\\*a\\*', '5 \\* \\[3\\]'])
  const marked = chartOf(
    'blocks: [{ chart: { categories: ["*May* `x` 5 * 3 [l](https://a.b) [n]"], series: [{ values: [1] }] } }]\n',
  )
  expect(marked.graph.categories[0]?.label.get('en')?.text).toBe('May x 5 * 3 l [n]')
})

test('zero, next to nothing and the lowest below zero have their label', () => {
  const { graph } = chartOf(
    'indicators:\n  x: { label: X, unit: usd, values: { 1990: 6.2e9, 1995: 0, 2000: 2e7, 2005: -2.4e9, 2010: ~, 2013: 4.8e9 } }\nblocks: [{ chart: x }]\n',
  )
  expect(show(graph)).toEqual([
    ': 1990=6200000000 6.2 62亿, 1995=0 0 0, 2000=20000000~ <0.1 <1亿, 2005=-2400000000 −2.4 −24亿, 2010=-, 2013=4800000000 4.8 48亿',
  ])
})

test('without any value there is no scale, but words', () => {
  const { graph, block } = chartOf(
    'indicators:\n  x: { label: X, values: { 1990: ~, 2000: ~ } }\nblocks: [{ chart: x }]\n',
  )
  expect(graph.axis.ticks).toEqual([])
  expect(graph.nothing.get('en')?.text).toBe('No data, 1990–2000')
  expect(block.unit).toBeNull()
})

test('the years of a chart may be picked', () => {
  const { graph } = chartOf(`${rain}blocks: [{ chart: rain, periods: [2000, 1990, 2000] }]\n`)
  expect(show(graph)).toEqual([': 1990=812 812 812, 2000=790 790 790'])
})

test('a chart may be printed as a table too: the same values, each in the unit of its language', () => {
  const { block, sheet } = chartOf(`indicators:
  gdp: { label: { en: GDP, zh-Hans: 国内生产总值 }, unit: usd, values: { 1990: 360857912566, 2000: ~, 2023: 17794781986104 } }
blocks: [{ chart: gdp, table: true, id: g }]
`)
  const lines = [...(block.table?.head ?? []), ...(block.table?.rows ?? [])].map(({ cells }) =>
    cells.map(({ text }) => Object.values(versions(text)).join('/')).join(' | '),
  )
  expect(lines).toEqual([
    '/ | GDP, US$ million/国内生产总值, 亿美元',
    '1990/1990 | 360,858/3,608.58',
    '2000/2000 | ../..',
    '2023/2023 | 17,794,782/177,947.82',
  ])
  expect(sheet.targets.has('g-table-row-3')).toBe(true)
})

test('each point has the value of its category, and the scale holds them all', () => {
  const value = fc.option(fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -9, max: 9 })), {
    nil: null,
  })
  const sort = fc.constantFrom('column', 'bar', 'line', 'area', 'dot', 'sparkline')
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), sort, (values, drawn) => {
      const written = values.map((one, index) => `${1990 + index}: ${one ?? '~'}`).join(', ')
      const { graph } = chartOf(
        `indicators:\n  x: { label: X, values: { ${written} } }\nblocks: [{ chart: x, sort: ${drawn} }]\n`,
      )
      expect(graph.series[0]?.points.map((point) => point.value)).toEqual(values)
      for (const one of values) {
        if (one === null) continue
        expect(one).toBeGreaterThanOrEqual(graph.axis.from)
        expect(one).toBeLessThanOrEqual(graph.axis.to)
      }
      const ends = graph.series[0]?.points.filter((point) => point.value !== null) ?? []
      expect(ends[0]?.label ?? true).not.toBeNull()
    }),
    { numRuns: 60 },
  )
})

const many = Array.from({ length: 201 }, (_, index) => index + 1000)

test.each([
  ['chart: x', '4:12 content/unknown-indicator'],
  ['chart: [a, u]', '4:13 content/mixed-units'],
  ['chart: []', '4:5 content/wrong-value'],
  ['chart: { categories: [May], series: [{ values: [1, 2] }] }', '4:56 content/uneven-series'],
  ['chart: { categories: [May], series: [{ values: [1] }, { values: [2] }] }', '4:27 content/missing-key'],
  ['chart: { categories: [May], series: [{ values: [x] }] }', '4:53 content/bad-number'],
  [
    'chart: { categories: [May], series: [{ values: [-1] }] }\n    sort: stacked',
    '4:53 content/negative-share',
  ],
  ['chart: { categories: [May], serie: [{ values: [-1] }] }', '4:33 content/unknown-key'],
  [
    `chart: { categories: [${many.join(', ')}], series: [{ values: [${many.join(', ')}] }] }`,
    '4:27 content/chart-limit',
  ],
  [
    `chart: { categories: [May], series: [${'{ label: s, values: [1] }, '.repeat(9).slice(0, -2)}] }`,
    '4:27 content/chart-limit',
  ],
  ['chart: { data: x.csv }', 'x.csv:3:3 content/bad-number'],
  ['chart: { data: y.csv }', 'y.csv:1:1 content/uneven-series'],
  ['chart: { data: z.csv }', '4:20 content/chart-limit'],
  ['chart: { table: t }', '4:21 content/uneven-series'],
  ['chart: { table: tt }', '4:21 content/unknown-table'],
  ['chart: a\n    periods: [1991]', '5:15 content/bad-period'],
  ['chart: a\n    sort: pie', '5:11 content/wrong-value'],
  ['chart: a\n    table: yes', '5:12 content/wrong-value'],
  ['chart: { table: u }\n    table: true\n    tabel: true', '6:5 content/unknown-key'],
])('what is wrong in `%s` is found at its place', (chart, place) => {
  const indicators =
    '\nindicators:\n  a: { label: A, values: { 1990: 1 } }\n  u: { label: U, unit: usd, values: { 1990: 1 } }\n'
  const table =
    '\n  - { id: t, table: { rows: [[1990, { cell: 1, columns: 2 }]] } }\n  - { id: u, table: { rows: [[May, "1,234"]] } }'
  const data = {
    'x.csv': 'month,rain\nMay,1\nx,NaN\n',
    'y.csv': 'month\nMay\n',
    'z.csv': `month,rain\n${'May,1\n'.repeat(100_000)}`,
  }
  expect(checkSheet(`blocks:\n  - ${chart}${table}${indicators}`, { data }).found).toContain(place)
})
