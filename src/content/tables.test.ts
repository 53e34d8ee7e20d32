import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check, head, sound, versions } from '../testing/publication.ts'
import type { Table } from './publication.ts'

test('a table has columns, a head and rows; the first cell of a row is its head', () => {
  const table = tableOf('{ columns: [left, decimal], head: [Use, Size], rows: [[Text, 10], [Notes, 8]] }')
  expect(
    table.head.map(({ cells }) => cells.map(({ text, isRowHead }) => [versions(text).en, isRowHead])),
  ).toEqual([
    [
      ['Use', false],
      ['Size', false],
    ],
  ])
  expect(
    table.rows.map(({ id, cells }) => [id, cells.map(({ align, isRowHead }) => [align, isRowHead])]),
  ).toEqual([
    [
      'table-row-1',
      [
        ['left', true],
        ['decimal', false],
      ],
    ],
    [
      'table-row-2',
      [
        ['left', true],
        ['decimal', false],
      ],
    ],
  ])
  const plain = tableOf('{ rows: [[a, b]] }, rowHeads: false')
  expect(plain.rows[0]?.cells.some(({ isRowHead }) => isRowHead)).toBe(false)
})

test('cells may cover columns and rows, and a head may have several rows', () => {
  const rows = '[[{ cell: a, rows: 2 }, b, c], [{ cell: d, columns: 2, align: center }]]'
  const { rows: read, head: heads } = tableOf(
    `{ head: [[{ cell: h, columns: 3 }], [x, y, z]], rows: ${rows} }`,
  )
  expect(heads).toHaveLength(2)
  expect(read[1]?.cells.map(({ align, columns, isRowHead }) => [align, columns, isRowHead])).toEqual([
    ['center', 2, false],
  ])
})

test('a cell may be empty, and is so in every language', () => {
  const { rows } = tableOf("{ rows: [[a, '', ~, { cell: '' }]] }")
  expect(rows[0]?.cells.map(({ text }) => versions(text))).toEqual([
    { en: 'a', 'zh-Hans': 'a' },
    ...Array(3).fill({ en: '', 'zh-Hans': '' }),
  ])
})

test('tables and pictures with a caption are numbered, each kind for itself', () => {
  const yaml = `${head}blocks:
  - { table: { rows: [[a]] }, caption: One, id: t }
  - { table: { rows: [[a]] } }
  - { image: p.png, decorative: true, caption: Fig }
  - { table: { rows: [[a]] }, caption: { en: Two }, only: [en] }
  - { table: { rows: [[a]] }, caption: Three }`
  const numbers = (languages: readonly string[] | null) =>
    sound(yaml, languages).chapters[0]?.blocks.map((block) => ('number' in block ? block.number : 'none'))
  expect(numbers(null)).toEqual([1, null, 1, 2, 3])
  expect(numbers(['zh-Hans'])).toEqual([1, null, 1, 2])
})

test.each([
  ['{ rows: [[a, b], [c]] }', '3:37 content/uneven-rows!'],
  ['{ columns: [left], rows: [[a, b]] }', '3:46 content/uneven-rows!'],
  ['{ head: [a], rows: [[a, b]] }', '3:40 content/uneven-rows!'],
  ['{ rows: [[{ cell: a, rows: 2 }, b], [c, d]] }', '3:56 content/uneven-rows!'],
  ['{ rows: [[{ cell: a, rows: 3 }, b], [c]] }', '3:37 content/row-span!'],
  ['{ rows: [[a, { cell: b, rows: 2 }, c], [{ cell: d, columns: 3 }]] }', '3:67 content/overlapping-cells!'],
  ['{ rows: [[a, b, { cell: c, rows: 2 }], [{ cell: d, columns: 4 }]] }', '3:67 content/overlapping-cells!'],
  ['{ rows: [[{ cell: a, columns: 0 }]] }', '3:49 content/wrong-value!'],
  ['{ rows: [[{ cell: a, align: top }]] }', '3:47 content/wrong-value!'],
  ['{ rows: [[[a]]] }', '3:21 content/wrong-value!'],
  ['{ rows: [[a, { en: b }]] }', '3:34 content/missing-translation!'],
  ['{ rows: [a] }', '3:28 content/wrong-value!'],
])('what is wrong in a table is found at its cell: %s', (table, found) => {
  expect(check(`${head}blocks: [{ table: ${table} }]`).found).toEqual([found])
})

test('a row that lacks a cell because it was found wrong is not uneven as well', () => {
  const { found } = check(`${head}blocks: [{ table: { rows: [[a, [b]], [c, d]] } }]`)
  expect(found).toEqual(['3:21 content/wrong-value!'])
})

test('cells are said to stand in one place exactly where a slow count of places finds so', () => {
  const span = fc.integer({ min: 1, max: 3 })
  const cell = fc.record({ columns: span, rows: span })
  const anyRows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(anyRows, (rows) => {
      const taken = new Set<string>()
      let isOverlapping = false
      rows.forEach((cells, row) => {
        let column = 0
        for (const { columns, rows: down } of cells) {
          while (taken.has(`${row} ${column}`)) column++
          for (let place = 0; place < columns * down; place++) {
            const key = `${row + Math.floor(place / columns)} ${column + (place % columns)}`
            if (taken.has(key)) isOverlapping = true
            taken.add(key)
          }
          column += columns
        }
      })
      const written = JSON.stringify(rows.map((cells) => cells.map((one) => ({ cell: 'a', ...one }))))
      const { found } = check(`${head}blocks: [{ table: { rows: ${written} } }]`)
      expect(found.some((one) => one.endsWith('content/overlapping-cells!'))).toBe(isOverlapping)
    }),
  )
})

test('ten thousand rows with cells that cover rows are read', () => {
  const rows = '      - [{ cell: a, rows: 2 }, b]\n      - [c]\n'.repeat(5000)
  const table = sound(`${head}blocks:\n  - table:\n      rows:\n${rows}`).chapters[0]?.blocks[0]
  expect(table?.kind === 'table' && table.rows.at(-1)?.id).toBe('table-row-10000')
})

function tableOf(table: string): Table {
  const block = sound(`${head}blocks: [{ table: ${table} }]`).chapters[0]?.blocks[0]
  if (block?.kind !== 'table') throw new Error('no table')
  return block
}
