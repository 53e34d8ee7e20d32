import type { Span } from '../../base/span.ts'
import type { Column, DataCell, Row } from './rows.ts'

/** A row as an object says it: cells by name, and where the names stand. */
export interface RowObject {
  readonly span: Span
  readonly cells: ReadonlyMap<string, DataCell>
  readonly names: readonly Column[]
}

/**
 * Rows under the columns of all of them, in the order in which they come up; what an object does not name is empty. Null
 * stands for one that was found wrong: it is counted, and left out.
 */
export function rowsOfObjects(objects: readonly (RowObject | null)[]): {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
} {
  const columns = new Map<string, Column>()
  for (const object of objects) {
    for (const column of object?.names ?? []) if (!columns.has(column.name)) columns.set(column.name, column)
  }
  const names = [...columns.keys()]
  const rows = objects.flatMap((object, index) => (object === null ? [] : [rowOf(object, index + 1, names)]))
  return { columns: [...columns.values()], rows }
}

function rowOf({ span, cells }: RowObject, number: number, columns: readonly string[]): Row {
  const empty: DataCell = { text: '', span: { ...span, end: span.start }, places: null }
  return {
    number,
    span,
    get cells() {
      return new Map(columns.map((name) => [name, cells.get(name) ?? empty]))
    },
  }
}
