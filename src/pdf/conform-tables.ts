import type { Related, Report } from '../base/report.ts'
import { isOfLayout } from '../base/span.ts'
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
    const hint =
      found === null
        ? 'give the cell that goes over another a smaller `colspan`, or the one above it a smaller `rowspan`'
        : 'give each row as many cells'
    const { at, layout } = originOf(row, tags, children)
    report.error('pdf/table-rows', message, at, hint, ...layout)
    return
  }
  const left = Math.max(0, ...reach)
  if (left === 0) return
  const message = `a cell goes ${left} rows beyond the end of its table`
  const { at, layout } = originOf(rows.at(-1) ?? id, tags, children)
  report.error('pdf/table-rows', message, at, 'give the cell a smaller `rowspan`', ...layout)
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

/** The first place in a tag that an author wrote; and that of the tag in the layout, as a related place. */
function originOf(
  id: TagId,
  tags: readonly Tag[],
  children: readonly (readonly TagId[])[],
): { readonly at: Tag['span']; readonly layout: readonly Related[] } {
  const own = spanOf(id, tags)
  const at = authorsPlace(id, tags, children)
  if (at === null || at === own) return { at: own, layout: [] }
  return { at, layout: [{ at: own, note: 'the layout writes it here' }] }
}

function authorsPlace(
  id: TagId,
  tags: readonly Tag[],
  children: readonly (readonly TagId[])[],
): Tag['span'] | null {
  const own = spanOf(id, tags)
  if (!isOfLayout(own)) return own
  for (const child of children[id] ?? []) {
    const place = authorsPlace(child, tags, children)
    if (place !== null) return place
  }
  return null
}

function spanOf(id: TagId, tags: readonly Tag[]): Tag['span'] {
  const tag = tags[id]
  if (!tag) throw new Error(`there is no tag ${id}`)
  return tag.span
}
