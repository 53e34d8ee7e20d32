import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autoPlace, type GridLine, type GridPlace } from '../../style/grid-style.ts'
import { placeItems } from './placement.ts'

describe('what stands in a grid', () => {
  it('goes into the rows one after the other', () => {
    expect(drawn([{}, {}, {}, {}, {}], 2)).toEqual(['ab', 'cd', 'e.'])
  })

  it('stands where the theme places it, the others in what is left', () => {
    expect(drawn([{ column: [2], row: [1] }, {}, {}], 2)).toEqual(['ba', 'c.'])
    expect(drawn([{ column: [1, -1] }, {}, {}], 3)).toEqual(['aaa', 'bc.'])
    expect(drawn([{ row: [2] }, {}, {}], 2)).toEqual(['bc', 'a.'])
    expect(drawn([{ column: ['span 2'] }, { column: ['span 2'] }, {}], 3)).toEqual(['aa.', 'bbc'])
    expect(drawn([{ column: [2] }, { column: [1] }], 2)).toEqual(['.a', 'b.'])
  })

  it('stands in areas by their names', () => {
    const areas = [
      ['head', 'head'],
      ['text', null],
      ['text', 'foot'],
    ]
    expect(drawn([{ area: 'foot' }, { area: 'head' }, { area: 'text' }, {}], 2, areas)).toEqual([
      'bb',
      'cd',
      'ca',
    ])
  })

  it('is placed by either end, in any order', () => {
    expect(drawn([{ column: [3, 1], row: [1] }], 3)).toEqual(['aa.'])
    expect(drawn([{ column: ['span 2', 4], row: [1] }], 3)).toEqual(['.aa'])
    expect(drawn([{ column: [2, 'span 2'] }], 3)).toEqual(['.aa'])
    expect(drawn([{ column: [-2, -1] }], 3)).toEqual(['..a'])
  })

  it('gets columns and rows that no template names', () => {
    expect(drawn([{ column: [4], row: [2] }], 2)).toEqual(['....', '...a'])
    expect(drawn([{ column: [-4], row: [1] }, {}], 2)).toEqual(['ab.'])
    expect(drawn([{ row: [1] }, { row: [1] }, { row: [1] }], 2)).toEqual(['abc'])
  })

  it('stands on nothing else unless both its ends are given', () => {
    const line = fc.constantFrom<GridLine>(
      { kind: 'auto' },
      { kind: 'line', line: 1 },
      { kind: 'line', line: -1 },
      { kind: 'line', line: 3 },
      { kind: 'span', count: 2 },
    )
    const lines = fc.record({ start: line, end: line })
    const any = fc.record({ ...auto, column: lines, row: lines })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 9 }), fc.integer({ min: 1, max: 4 }), (places, columns) => {
        const found = placeItems(places, { columns, rows: 0, areas: [] })
        const taken = new Map<string, number>()
        found.areas.forEach((area, index) => {
          expect(area.column).toBeGreaterThanOrEqual(0)
          expect(area.column + area.columns).toBeLessThanOrEqual(found.columns)
          expect(area.row + area.rows).toBeLessThanOrEqual(found.rows)
          for (let row = area.row; row < area.row + area.rows; row++)
            for (let column = area.column; column < area.column + area.columns; column++) {
              const other = taken.get(`${row} ${column}`)
              if (other !== undefined)
                expect([isFixed(places[index]), isFixed(places[other])]).toEqual([true, true])
              taken.set(`${row} ${column}`, index)
            }
        })
      }),
    )
  })
})

const auto = { alignSelf: fc.constant('auto'), justifySelf: fc.constant('auto') } as const

function isFixed(place: GridPlace | undefined): boolean {
  const isLine = ({ start, end }: GridPlace['row']) => start.kind === 'line' || end.kind === 'line'
  return place !== undefined && isLine(place.row) && isLine(place.column)
}

type Line = number | string

interface Sketch {
  readonly column?: readonly Line[]
  readonly row?: readonly Line[]
  readonly area?: string
}

/** The grid as it comes to be, a letter for each of what stands in it. */
function drawn(
  sketches: readonly Sketch[],
  columns: number,
  areas: readonly (readonly (string | null)[])[] = [],
): readonly string[] {
  const places = sketches.map(({ column = [], row = [], area }): GridPlace => {
    const named: GridLine | null = area === undefined ? null : { kind: 'area', name: area }
    const lines = ([start, end]: readonly Line[]) => ({
      start: named ?? lineOf(start),
      end: named ?? lineOf(end),
    })
    return { ...autoPlace, column: lines(column), row: lines(row) }
  })
  const found = placeItems(places, { columns, rows: areas.length, areas })
  const rows = Array.from({ length: found.rows }, () => Array.from({ length: found.columns }, () => '.'))
  found.areas.forEach((area, index) => {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cells = rows[row]
        if (cells) cells[column] = String.fromCharCode(97 + index)
      }
  })
  return rows.map((row) => row.join(''))
}

function lineOf(line: Line | undefined): GridLine {
  if (line === undefined) return { kind: 'auto' }
  return typeof line === 'number' ? { kind: 'line', line } : { kind: 'span', count: Number(line.slice(5)) }
}
