import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'

/** A cell as a table's grid sees it. */
export interface GridCell {
  /** Columns and rows that it covers. */
  readonly columns: number
  readonly rows: number
  readonly span: Span
}

/** Guards the cells that reach down into the next rows, and that all rows of a table cover as many columns. */
export class Grid {
  readonly #report: Report | null
  #columns: number | null
  /** For each column, in how many of the next rows a cell from above covers it, and which cell. */
  #covered: number[] = []
  #above: (GridCell | undefined)[] = []
  /** The cells that reach down furthest, for what is said at the end. */
  #reaching: { readonly cell: GridCell; readonly until: number }[] = []
  #row = 0
  #last: Span | null = null

  /** `columns` is null where the first row is to say how many there are; `report`, where nothing is to be said. */
  constructor(columns: number | null, report: Report | null) {
    this.#columns = columns
    this.#report = report
  }

  /** Puts the cells of a row into the columns that are free in it; gives the column of each. */
  row(cells: readonly GridCell[]): readonly number[] {
    const places: number[] = []
    let column = 0
    let isSound = true
    const next = this.#covered.map((rows) => Math.max(0, rows - 1))
    const above = [...this.#above]
    for (const cell of cells) {
      while ((this.#covered[column] ?? 0) > 0) column++
      places.push(column)
      if (cell.columns > 1 && !this.#isFree(cell, column)) isSound = false
      for (let covered = column; covered < column + cell.columns; covered++) {
        if ((next[covered] ?? 0) >= cell.rows) continue
        next[covered] = cell.rows - 1
        above[covered] = cell
      }
      if (cell.rows > 1) this.#reaching.push({ cell, until: this.#row + cell.rows })
      column += cell.columns
    }
    while ((this.#covered[column] ?? 0) > 0) column++
    const span = cells[0]?.span ?? this.#last
    if (isSound) this.#check(column, span)
    this.#covered = Array.from(next, (rows) => rows ?? 0)
    this.#above = above
    this.#row++
    this.#last = span
    return places
  }

  /** Ends a group of rows, the head or the body: no cell reaches beyond it. */
  end(): void {
    for (const { cell, until } of this.#reaching) {
      if (until <= this.#row) continue
      const missing = until - this.#row
      const message = `the cell covers ${cell.rows} rows, ${missing} more than there are`
      this.#report?.error('content/row-span', message, cell.span, `write \`rows: ${cell.rows - missing}\``)
    }
    this.#covered = []
    this.#above = []
    this.#reaching = []
    this.#row = 0
  }

  /** Whether no cell from above stands in the columns that a cell is to cover from `column`; reports it if not. */
  #isFree(cell: GridCell, column: number): boolean {
    let free = 1
    while (free < cell.columns && (this.#covered[column + free] ?? 0) === 0) free++
    if (free === cell.columns) return true
    const above = this.#above[column + free]
    const message = `the cell covers ${cell.columns} columns, but a cell from above stands in column ${column + free + 1}`
    const hint = free === 1 ? 'let it cover one column' : `write \`columns: ${free}\``
    const other = above ? [{ at: above.span, note: 'the cell from above' }] : []
    this.#report?.error('content/overlapping-cells', message, cell.span, hint, ...other)
    return false
  }

  #check(columns: number, span: Span | null): void {
    this.#columns ??= columns
    if (columns === this.#columns || span === null) return
    const message = `the row has ${columns} columns where the table has ${this.#columns}`
    const hint = 'add cells or take them away; a cell that covers several says `columns: 2`'
    this.#report?.error('content/uneven-rows', message, span, hint)
  }
}
