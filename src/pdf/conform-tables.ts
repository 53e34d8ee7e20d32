import type { Report } from '../base/report.ts'
import type { Tag, TagId } from '../document/structure.ts'

/** A table is regular: with all spans counted, its rows are equally wide (ISO 14289-1, 7.5; ISO 32000-1, table 337). */
export function checkTable(
  id: TagId,
  tags: readonly Tag[],
  children: readonly (readonly TagId[])[],
  report: Report,
): void {
  const rows = rowsOf(id, tags, children)
  // By column: in how many further rows a cell from above stands.
  const reach: number[] = []
  let width: number | null = null
  for (const row of rows) {
    const cells = (children[row] ?? []).flatMap((cell) => tags[cell] ?? [])
    const found = fillRow(cells, reach)
    width ??= found
    if (found === width) continue
    const message =
      found === null
        ? 'two cells of the table stand in one place'
        : `a row of the table is ${found} columns wide, its first row ${width}`
    report.error(
      'pdf/table-rows',
      message,
      tags[row]?.span ?? spanOf(id, tags),
      'give each row as many cells',
    )
    return
  }
  const left = Math.max(0, ...reach)
  if (left === 0) return
  const message = `a cell goes ${left} rows beyond the end of its table`
  report.error('pdf/table-rows', message, spanOf(id, tags), 'lower the `rows` of the cell')
}

/** Puts the cells of a row into the columns that those from above leave; gives the width of the row, or null where two meet. */
function fillRow(cells: readonly Tag[], reach: number[]): number | null {
  let column = 0
  const pass = () => {
    for (; (reach[column] ?? 0) > 0; column++) reach[column] = (reach[column] ?? 0) - 1
  }
  for (const { columns, rows } of cells) {
    pass()
    for (const end = column + columns; column < end; column++) {
      if ((reach[column] ?? 0) > 0) return null
      reach[column] = rows - 1
    }
  }
  pass()
  return column
}

function rowsOf(id: TagId, tags: readonly Tag[], children: readonly (readonly TagId[])[]): readonly TagId[] {
  return (children[id] ?? []).flatMap((child) => {
    const role = tags[child]?.role
    if (role === 'TR') return [child]
    return role === 'THead' || role === 'TBody' ? rowsOf(child, tags, children) : []
  })
}

function spanOf(id: TagId, tags: readonly Tag[]): Tag['span'] {
  const tag = tags[id]
  if (!tag) throw new Error(`there is no tag ${id}`)
  return tag.span
}
