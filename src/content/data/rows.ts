import type { Leaf } from '../../base/leaf.ts'
import type { SourceFile, Span } from '../../base/span.ts'

/** A file of data: rows under named columns. */
export interface Rows {
  readonly file: SourceFile
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Column {
  readonly name: string
  readonly span: Span
}

export interface Row {
  /** From 1; a head of column names is not counted. */
  readonly number: number
  /** Where it begins. */
  readonly span: Span
  /** By column, a cell for each. Made anew each time it is asked for: the places of a million cells are not kept. */
  readonly cells: ReadonlyMap<string, DataCell>
}

/** What a row says in a column, as it is written: no number is read yet. An empty text: nothing. */
export interface DataCell {
  readonly text: string
  readonly span: Span
  /** As in `Leaf`. */
  readonly places: Leaf['places']
}

/** A cell as people find it in a table: its column, and its row from 1. */
export function nameOfCell(column: string, { number }: Row): string {
  return `row ${number}, column \`${column}\``
}
