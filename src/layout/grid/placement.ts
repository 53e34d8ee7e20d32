import type { GridAreas, GridLines, GridPlace } from '../../style/grid-style.ts'
import { areaNames } from '../../style/grid-values.ts'

/** What something covers, counted from the first column and row of a grid. */
export interface Area {
  readonly column: number
  readonly columns: number
  readonly row: number
  readonly rows: number
}

export interface Placement {
  readonly columns: number
  readonly rows: number
  /** One for each of what was placed. */
  readonly areas: readonly Area[]
}

/** The grid that a theme draws, before anything stands in it. */
export interface ExplicitGrid {
  readonly columns: number
  readonly rows: number
  readonly areas: GridAreas
}

/** A place on one axis: its first track, null where there is room, and how many. */
interface Range {
  readonly start: number | null
  readonly span: number
}

interface Open {
  readonly index: number
  readonly column: Range
  readonly row: Range
}

/** Finds a place for everything: what the theme places first, then what is left, row by row (CSS Grid 1, 8.5). */
export function placeItems(places: readonly GridPlace[], grid: ExplicitGrid): Placement {
  const spots = spotsIn(grid.areas)
  const ranges = places.map((place, index): Open => {
    const column = rangeOf(place.column, grid.columns, (name) => spots.get(name)?.column ?? null)
    const row = rangeOf(place.row, grid.rows, (name) => spots.get(name)?.row ?? null)
    return { index, column, row }
  })
  // Tracks before the first line push all others on.
  const before = (axis: 'column' | 'row') => most(ranges, (one) => -(one[axis].start ?? 0))
  const [columnsBefore, rowsBefore] = [before('column'), before('row')]
  const open = ranges.map(({ index, column, row }) => ({
    index,
    column: movedOn(column, columnsBefore),
    row: movedOn(row, rowsBefore),
  }))
  const named = Math.max(1, grid.columns + columnsBefore)
  const { columns, areas } = settle(open, named)
  const rows = Math.max(
    grid.rows + rowsBefore,
    most(areas, ({ row, rows }) => row + rows),
  )
  return { columns, rows, areas }
}

/** The largest of some, at least 0. */
function most<T>(list: readonly T[], sizeOf: (one: T) => number): number {
  let largest = 0
  for (const one of list) largest = Math.max(largest, sizeOf(one))
  return largest
}

function movedOn(range: Range, by: number): Range {
  const { start, span } = range
  return start === null || by === 0 ? range : { start: start + by, span }
}

function settle(open: readonly Open[], named: number): Omit<Placement, 'rows'> {
  const taken = new Taken()
  const areas: Area[] = Array.from(open, () => nowhere)
  const put = ({ index, column, row }: Open, c: number, r: number): void => {
    const area = { column: c, columns: column.span, row: r, rows: row.span }
    areas[index] = area
    taken.add(area)
  }
  for (const one of open)
    if (one.column.start !== null && one.row.start !== null) put(one, one.column.start, one.row.start)
  /** In each row, behind what was placed in it by its row alone. */
  const behind = new Map<number, number>()
  for (const one of open) {
    const row = one.row.start
    if (row === null || one.column.start !== null) continue
    let column = behind.get(row) ?? 0
    while (!taken.isFree(one, column, row)) column++
    put(one, column, row)
    behind.set(row, column + one.column.span)
  }
  const columns = Math.max(
    most(areas, (area) => area.column + area.columns),
    most(open, ({ column }) => (column.start ?? 0) + column.span),
    named,
  )
  let [column, row] = [0, 0]
  for (const one of open) {
    if (one.row.start !== null) continue
    const fixed = one.column.start
    if (fixed !== null) {
      if (fixed < column) row++
      column = fixed
      while (!taken.isFree(one, column, row)) row++
    } else {
      while (column + one.column.span > columns || !taken.isFree(one, column, row)) {
        column++
        if (column + one.column.span <= columns) continue
        column = 0
        row++
      }
    }
    put(one, column, row)
  }
  return { columns, areas }
}

/** Before its place is found. */
const nowhere: Area = { column: 0, columns: 0, row: 0, rows: 0 }

/** The cells that something stands in. */
class Taken {
  readonly #rows: boolean[][] = []

  add({ column, columns, row, rows }: Area): void {
    for (let r = row; r < row + rows; r++) {
      const cells = this.#rows[r] ?? []
      this.#rows[r] = cells
      for (let c = column; c < column + columns; c++) cells[c] = true
    }
  }

  isFree({ column: { span: columns }, row: { span: rows } }: Open, column: number, row: number): boolean {
    for (let r = row; r < row + rows; r++) {
      const cells = this.#rows[r]
      for (let c = column; c < column + columns; c++) if (cells?.[c] === true) return false
    }
    return true
  }
}

interface Spot {
  readonly column: Extent
  readonly row: Extent
}

/** Lines, counted from 0. */
interface Extent {
  readonly from: number
  readonly to: number
}

function spotsIn(areas: GridAreas): ReadonlyMap<string, Spot> {
  if (areas.length === 0) return noSpots
  return new Map(
    areaNames(areas).map((name) => {
      const top = areas.findIndex((row) => row.includes(name))
      const bottom = areas.findLastIndex((row) => row.includes(name))
      const row = areas[top] ?? []
      const column = { from: row.indexOf(name), to: row.lastIndexOf(name) + 1 }
      return [name, { column, row: { from: top, to: bottom + 1 } }]
    }),
  )
}

const noSpots: ReadonlyMap<string, Spot> = new Map()

/** CSS Grid 1, 8.3: two lines are in order, a span counts from the other end, a name is the edge of an area. */
function rangeOf(
  { start, end }: GridLines,
  tracks: number,
  extentOf: (name: string) => Extent | null,
): Range {
  const lineOf = (line: GridLines['start'], edge: keyof Extent): number | null => {
    if (line.kind === 'area') return extentOf(line.name)?.[edge] ?? null
    if (line.kind !== 'line') return null
    return line.line > 0 ? line.line - 1 : tracks + 1 + line.line
  }
  const [first, last] = [lineOf(start, 'from'), lineOf(end, 'to')]
  if (first !== null && last !== null) {
    const from = Math.min(first, last)
    return { start: from, span: Math.max(1, Math.abs(last - first)) }
  }
  const span = start.kind === 'span' ? start.count : end.kind === 'span' ? end.count : 1
  if (first !== null) return { start: first, span }
  return { start: last === null ? null : last - span, span }
}
