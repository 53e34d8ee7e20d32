import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Making, Named } from './blocks.ts'
import { Grid, type GridCell } from './grid.ts'
import type { Align, Cell, Table, TableRow } from './publication.ts'
import type { WrittenCell, WrittenTable } from './schema-blocks.ts'
import { readCellText, readOptionalText, spanOfText, type TextSettings } from './texts.ts'

/** Reads a table; its rows must all cover as many columns. */
export function readTable(
  written: WrittenTable,
  named: Named,
  { claim, count, isWhole }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Table, 'priority'> {
  const { table } = written
  const caption = readOptionalText(written.caption, settings, report)
  const id = named('table', caption)
  const grid = new Grid(table.columns?.length ?? null, isWhole ? report : null)
  const layout = { columns: table.columns ?? [], hasRowHeads: written.rowHeads ?? true }
  const read = (rows: readonly (readonly WrittenCell[])[], part: string, hasRowHeads: boolean) => {
    const made = rows.map((cells, index): TableRow => {
      const rowId: UnitId = claim(`${id}-${part}-${index + 1}`)
      return { id: rowId, cells: readRow(cells, grid, { ...layout, hasRowHeads }, settings, report) }
    })
    grid.end()
    return made
  }
  return {
    kind: 'table',
    id,
    number: caption === null ? null : count('table'),
    caption,
    isMirrored: written.mirrored ?? false,
    head: read(headRows(table.head ?? []), 'head', false),
    rows: read(table.rows, 'row', layout.hasRowHeads),
  }
}

interface Layout {
  readonly columns: readonly Align[]
  readonly hasRowHeads: boolean
}

function readRow(
  written: readonly WrittenCell[],
  grid: Grid,
  { columns, hasRowHeads }: Layout,
  settings: TextSettings,
  report: Report,
): readonly Cell[] {
  const places = grid.row(written.map(gridCell))
  return written.map((one, index) => {
    const { text, columns: across, rows: down } = gridCell(one)
    const column = places[index] ?? 0
    return {
      text: readCellText(text, settings, report),
      align: ('cell' in one ? one.align : undefined) ?? columns[column] ?? 'left',
      columns: across,
      rows: down,
      isRowHead: hasRowHeads && column === 0,
    }
  })
}

function gridCell(written: WrittenCell): GridCell & Pick<WrittenDetails, 'text'> {
  if (!('cell' in written)) return { text: written, columns: 1, rows: 1, span: spanOfText(written) }
  const { cell, columns, rows } = written
  return {
    text: cell,
    columns: Number(columns?.text ?? 1),
    rows: Number(rows?.text ?? 1),
    span: spanOfText(cell),
  }
}

interface WrittenDetails {
  readonly text: Exclude<WrittenCell, { readonly cell: unknown }>
}

/** A list of cells is one row; a list of lists is several. */
function headRows(head: NonNullable<WrittenTable['table']['head']>): readonly (readonly WrittenCell[])[] {
  const rows: WrittenCell[][] = []
  let isOpen = false
  for (const one of head) {
    if (Array.isArray(one)) {
      rows.push(one)
      isOpen = false
    } else if (isOpen) rows.at(-1)?.push(one)
    else {
      rows.push([one])
      isOpen = true
    }
  }
  return rows
}
