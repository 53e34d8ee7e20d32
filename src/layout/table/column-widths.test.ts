import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Report } from '../../base/report.ts'
import type { Length } from '../../style/computed.ts'
import { type CellSketch, columnOf, tableBox } from '../../testing/table-boxes.ts'
import { columnsOf, columnWidths } from './column-widths.ts'
import { gridOf } from './table-grid.ts'

describe('columnWidths', () => {
  it('gives a table without a width what its content needs, letters of 5 pt', () => {
    expect(
      widths(
        [
          ['ab', 'abcd'],
          ['abcdef', 'a'],
        ],
        100,
      ),
    ).toEqual([30, 20])
  })

  it('breaks lines where there is less, by how much each column could use', () => {
    // at least 10 and 20, at most 55 and 20
    expect(widths([['ab ab ab ab', 'abcd']], 50)).toEqual([30, 20])
  })

  it('fills the width that the theme gives, by content', () => {
    expect(widths([['ab', 'abcd']], 90, share(1))).toEqual([30, 60])
  })

  it('leaves a given width as it is while others can grow', () => {
    const given: CellSketch = { text: 'ab', style: { width: { kind: 'pt', value: 25 } } }
    expect(widths([[given, 'abcd', 'abcd']], 105, share(1))).toEqual([25, 40, 40])
    expect(widths([[{ text: 'ab', style: { width: share(0.5) } }, 'abcd']], 100, share(1))).toEqual([50, 50])
  })

  it('spreads what a wide cell needs over its columns', () => {
    expect(widths([['a', 'abc'], [{ text: 'abcdefgh', columns: 2 }]], 100)).toEqual([10, 30])
  })

  it('adds up to the table, none below its longest word, whatever the content', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 10, max: 300 }), fc.boolean(), (cells, measure, isFull) => {
        const grid = gridOf(tableBox(cells), null)
        const settings = columnOf(measure)
        const found = columnWidths(grid, isFull ? share(1) : null, settings, new Report())
        const columns = columnsOf(grid, settings, new Report())
        const least = sum(columns.map((column) => column.least))
        const natural = sum(columns.map((column) => column.natural))
        const expected = Math.max(least, isFull ? measure : Math.min(natural, measure))
        expect(sum(found)).toBeCloseTo(expected, 6)
        for (const [index, width] of found.entries())
          expect(width).toBeGreaterThanOrEqual((columns[index]?.least ?? 0) - 1e-6)
        for (const { cells: row } of grid.rows)
          for (const cell of row)
            expect(sum(found.slice(cell.column, cell.column + cell.columns))).toBeGreaterThanOrEqual(
              5 * longestWord(cell.box.children) - 1e-6,
            )
      }),
      { numRuns: 60 },
    )
  })
})

const anyTable = fc.array(
  fc.array(
    fc.record({
      text: fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,4}$/),
      columns: fc.integer({ min: 1, max: 2 }),
      rows: fc.integer({ min: 1, max: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 4 },
)

function widths(
  rows: readonly (readonly (string | CellSketch)[])[],
  measure: number,
  given: Length | null = null,
) {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)))
  return columnWidths(gridOf(tableBox(cells), null), given, columnOf(measure), new Report()).map((width) =>
    Number(width.toFixed(6)),
  )
}

function longestWord(children: ReturnType<typeof tableBox>['children']): number {
  const texts = children.flatMap((child) =>
    child.kind === 'paragraph'
      ? child.inlines.flatMap((inline) => (inline.kind === 'text' ? inline.leaf.text : []))
      : [],
  )
  return Math.max(
    0,
    ...texts
      .join(' ')
      .split(' ')
      .map((word) => word.length),
  )
}

function share(value: number): Length {
  return { kind: 'share', value }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
