import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockOf, checkSheet, soundSheet } from '../../testing/sheet.ts'

const blocks = 'blocks:\n  - chart: x\n'

function valuesOf(indicators: string, files = {}): readonly (readonly [number, number | null])[] {
  const sheet = soundSheet(`indicators:\n${indicators}${blocks}`, files)
  const graph = sheet.charts.get(blockOf('chart', sheet).source)
  if (graph?.kind !== 'graph') throw new Error('no graph')
  return graph.categories.map(({ at }, index) => [at, graph.series[0]?.points[index]?.value ?? null])
}

test('values come from the columns of a row, in the order of the years', () => {
  const rows = 'b_2000,a_2000,a_1990,a_x,a_2010\n1,-2.5,1e3,7,\n'
  expect(valuesOf('  x: { label: X, columns: a_* }\n', { rows })).toEqual([
    [1990, 1000],
    [2000, -2.5],
    [2010, null],
  ])
})

test('values come by hand, or from a file', () => {
  const expected = [
    [1990, 812],
    [2000, null],
    [2010, 0],
  ]
  expect(valuesOf('  x: { label: X, values: { 2010: 0, 1990: 812, 2000: ~ } }\n')).toEqual(expected)
  const data = { 'x.csv': 'note,value,period\na,0,2010\nb,812,1990\nc,,2000\n' }
  expect(valuesOf('  x: { label: X, data: x.csv }\n', { data })).toEqual(expected)
})

test('a file may be one of each row', () => {
  const files = { rows: 'id\nA\n', data: { 'd/A.csv': 'period,value\n1990,5\n' } }
  expect(valuesOf(`  x: { label: X, data: "d/\${id}.csv" }\n`, files)).toEqual([[1990, 5]])
})

const value = fc.option(fc.integer({ min: -1e6, max: 1e6 }), { nil: null })

test('a quotient is there where both of its values are, and the second is not zero', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), (pairs) => {
      const map = (pick: 0 | 1) =>
        pairs.map((pair, index) => `${1990 + index}: ${pair[pick] ?? '~'}`).join(', ')
      const indicators =
        '  x: { label: X, divide: [y, z] }\n' +
        `  y: { label: Y, values: { ${map(0)} } }\n  z: { label: Z, values: { ${map(1)} } }\n`
      const expected = pairs.map(([over, under], index) => [
        1990 + index,
        over === null || under === null || under === 0 ? null : over / under,
      ])
      expect(valuesOf(indicators)).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('a quotient may be divided in turn, wherever it is written', () => {
  const indicators =
    '  x: { label: X, divide: [y, z] }\n  y: { label: Y, divide: [a, z] }\n' +
    '  z: { label: Z, values: { 1990: 2 } }\n  a: { label: A, values: { 1990: 20 } }\n'
  expect(valuesOf(indicators)).toEqual([[1990, 5]])
})

const rows = 'id,x_1990,x_2000\nA,abc,NaN\n'

test.each([
  [
    '{ label: X, columns: x_* }',
    { rows },
    'rows.csv:2:3 content/bad-number',
    'row 1, column `x_1990`: `abc` is no number that can be printed: it is text',
  ],
  [
    '{ label: X, columns: y_* }',
    { rows },
    '4:27 content/unknown-column',
    'the data has no columns `y_*` with a year for `*`',
  ],
  [
    '{ label: X, columns: x_* }',
    {},
    '4:27 content/needs-row',
    '`columns` are those of a row, and there is none',
  ],
  [
    '{ label: X, columns: x_* }',
    { rows: 'x_1990\n1e15\n' },
    'rows.csv:2:1 content/bad-number',
    'row 1, column `x_1990`: `1e15` is no number that can be printed: it is 10^15 or more',
  ],
  [
    '{ label: X, unit: percent, columns: x_* }',
    { rows: 'x_1990\n-1\n' },
    'rows.csv:2:1 content/negative-share',
    'row 1, column `x_1990`: `-1` is a share below zero',
  ],
  [
    '{ label: X, columns: x_* }',
    { rows: 'x_1990,x_01990,x_990,x_0990\n1,2,3,4\n' },
    'rows.csv:2:7 content/bad-period',
    'the year 990 has two values',
  ],
  ['{ label: X, values: { 1990: 1,812 } }', {}, '4:36 content/bad-number', null],
  [
    '{ label: X, values: { 1990: "1,812" } }',
    {},
    '4:35 content/bad-number',
    '`1,812` is no number that can be printed: it has a comma',
  ],
  ['{ label: X, values: { May: 1 } }', {}, '4:28 content/bad-period', '`May` is no year'],
  [
    '{ label: X, values: { 1990: [1] } }',
    {},
    '4:28 content/wrong-value',
    'expected a number, or `~` where it is missing, not a list',
  ],
  [
    '{ label: X, data: x.csv }',
    { data: { 'x.csv': 'year,value\n1990,1\n' } },
    'x.csv:1:1 content/unknown-column',
    'the data has no column `period`',
  ],
  [
    '{ label: X, data: x.csv }',
    { data: { 'x.csv': 'period,value\n1990,1\nMay,2\n' } },
    'x.csv:3:1 content/bad-period',
    'row 2, column `period`: `May` is no year',
  ],
  [
    '{ label: X, data: x.csv }',
    { data: { 'x.csv': 'period,value\n1990,1\n1990,2\n' } },
    'x.csv:3:6 content/bad-period',
    'the year 1990 has two values',
  ],
  [
    '{ label: X, data: x.csv }',
    { data: { 'x.csv': 'period,value\n1990,"1\n2"\n' } },
    'x.csv:2:7 content/bad-number',
    'row 1, column `value`: `1\n2` is no number that can be printed: it has other digits or spaces than ASCII',
  ],
  ['{ label: X }', {}, '4:3 content/indicator-values', 'the indicator `x` has no values'],
  [
    '{ label: X, columns: x_*, values: { 1990: 1 } }',
    {},
    '4:3 content/indicator-values',
    'the indicator `x` has its values from `columns` and `values`',
  ],
  ['{ label: X, divide: [x, x] }', {}, '4:27 content/indicator-values', '`x` is divided by way of itself'],
  ['{ label: X, divide: [y, x] }', {}, '4:27 content/unknown-indicator', 'there is no indicator `y`'],
])('what is wrong with %s is found at its place', (indicator, files, place, message) => {
  const { found, messages } = checkSheet(`indicators:\n  x: ${indicator}\nblocks: []\n`, files)
  const index = found.indexOf(place)
  expect(found).toContain(place)
  if (message !== null) expect(messages[index]).toBe(message)
})
