import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { Length } from '../../style/computed.ts'
import { extentOf } from '../../style/sum.ts'
import type { GalleySettings } from '../setting.ts'
import { contentWidths, insetsOf, type Widths } from './content-widths.ts'
import { decimalWidths } from './table-decimals.ts'
import type { Grid, GridCell } from './table-grid.ts'

/** What a column asks for; `isGiven`: the theme gives its width, which it keeps where there is room to share. */
export interface ColumnWidths extends Widths {
  readonly isGiven: boolean
}

/**
 * Widths of the columns by content, over all rows (CSS 2.2, 17.5.2.2): none is less than its longest word; what there is
 * beyond goes to each by how much more it could use. `given` is the width of the table; without one it is as wide as its
 * content, at most the measure. Wider than the measure only where the words do not leave a choice.
 */
export function columnWidths(
  grid: Grid,
  given: Length | null,
  settings: GalleySettings,
  report: Report,
): readonly Pt[] {
  const columns = columnsOf(grid, settings, report)
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const natural = columns.reduce((sum, column) => sum + column.natural, 0)
  const wanted = given ? extentOf(given, settings.measure) : Math.min(natural, settings.measure)
  const width = Math.max(wanted, least)
  if (width >= natural) return widened(columns, width - natural)
  const share = natural > least ? (width - least) / (natural - least) : 0
  return columns.map((column) => column.least + (column.natural - column.least) * share)
}

/** What is left goes to the columns without a given width, by their content. */
function widened(columns: readonly ColumnWidths[], rest: Pt): readonly Pt[] {
  const isOpen = (column: ColumnWidths) => !column.isGiven || columns.every(({ isGiven }) => isGiven)
  const open = columns.filter(isOpen)
  const sum = open.reduce((total, { natural }) => total + natural, 0)
  return columns.map((column) => {
    if (!isOpen(column)) return column.natural
    return column.natural + rest * (sum > 0 ? column.natural / sum : 1 / open.length)
  })
}

/** The widths that the columns of a grid ask for, narrow cells first. */
export function columnsOf(grid: Grid, settings: GalleySettings, report: Report): readonly ColumnWidths[] {
  const columns = Array.from({ length: grid.columns }, () => ({ least: 0, natural: 0, isGiven: false }))
  const cells = grid.rows.flatMap((row) => row.cells)
  // A sort that keeps the order of equals: narrow cells say what the columns are, wide ones only widen them.
  for (const cell of [...cells].sort((a, b) => a.columns - b.columns)) {
    const spanned = columns.slice(cell.column, cell.column + cell.columns)
    const { least, natural, isGiven } = cellWidths(cell, settings, report)
    widen(spanned, 'natural', Math.max(least, natural))
    widen(spanned, 'least', least)
    const [only] = spanned
    if (only && cell.columns === 1 && isGiven) only.isGiven = true
  }
  for (const [index, width] of decimalWidths(grid, settings)) {
    const column = columns[index]
    const insets = Math.max(0, ...cells.map(({ box, column }) => (column === index ? insetsOf(box) : 0)))
    if (column) column.least = Math.max(column.least, width + insets)
  }
  return columns.map((column) => ({ ...column, natural: Math.max(column.least, column.natural) }))
}

/** Cells have none (CSS 2.2, 8.3). */
const noMargin = { top: 0, right: 0, bottom: 0, left: 0 }

function cellWidths({ box }: GridCell, settings: GalleySettings, report: Report): ColumnWidths {
  const { width } = box.style
  const free = { ...box, style: { ...box.style, width: null, margin: noMargin } }
  const { least, natural } = contentWidths(free, settings, report)
  if (width === null) return { least, natural, isGiven: false }
  const given = Math.max(least, extentOf(width, settings.measure))
  return { least: width.kind === 'pt' ? given : least, natural: given, isGiven: true }
}

/** Spreads what a cell needs beyond its columns over them, by what they have. */
function widen(columns: { least: Pt; natural: Pt }[], key: 'least' | 'natural', wanted: Pt): void {
  const has = columns.reduce((sum, column) => sum + column[key], 0)
  if (wanted <= has) return
  for (const column of columns)
    column[key] += (wanted - has) * (has > 0 ? column[key] / has : 1 / columns.length)
}
