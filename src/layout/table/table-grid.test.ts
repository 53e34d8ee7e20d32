import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellSketch, tableBox } from '../../testing/table-boxes.ts'
import { gridOf } from './table-grid.ts'

describe('gridOf', () => {
  it('gives each cell the first columns that no cell above covers', () => {
    const grid = gridOf(
      tableBox([
        [
          { text: 'a', rows: 2 },
          { text: 'b', columns: 2 },
        ],
        [{ text: 'c' }, { text: 'd', rows: 9 }],
        [{ text: 'e' }, { text: 'f' }],
      ]),
      null,
    )
    expect(grid.columns).toBe(3)
    expect(
      grid.rows.map(({ cells, isJoined }) => [
        isJoined,
        ...cells.map(({ column, columns, rows }) => [column, columns, rows]),
      ]),
    ).toEqual([
      [false, [0, 1, 2], [1, 2, 1]],
      [true, [1, 1, 1], [2, 1, 2]],
      [true, [0, 1, 1], [1, 1, 1]],
    ])
  })

  it('covers no place twice where spans go around each other, as a slow reading of HTML does', () => {
    fc.assert(
      fc.property(anyCells, (rows) => {
        const grid = gridOf(tableBox(rows), null)
        const taken = slots(rows)
        expect(grid.rows.map(({ cells }) => cells.map(({ column }) => column))).toEqual(taken.firsts)
        expect(grid.columns).toBe(taken.columns)
      }),
    )
  })
})

const anyCells = fc.array(
  fc.array(
    fc.record({
      text: fc.constant('x'),
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 5 },
)

/** HTML 4.9.12 with a table of places, one for each row and column. */
function slots(rows: readonly (readonly CellSketch[])[]) {
  const taken = new Set<string>()
  let columns = 0
  const firsts = rows.map((cells, row) => {
    let at = 0
    return cells.map(({ columns: width = 1, rows: height = 1 }) => {
      while (taken.has(`${row} ${at}`)) at++
      const first = at
      for (let y = row; y < Math.min(row + height, rows.length); y++)
        for (let x = first; x < first + width; x++) taken.add(`${y} ${x}`)
      at += width
      columns = Math.max(columns, at)
      return first
    })
  })
  return { firsts, columns }
}
