import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { BlockBox } from '../../style/box.ts'
import { edgesOf, givenHeight } from '../cell.ts'
import { addItem, type Column } from '../column.ts'
import { gridRows } from './grid-rows.ts'
import { linesOf } from './lines.ts'
import { type OpenGrid, openGrid } from './open-grid.ts'
import { placedGrid } from './placed-grid.ts'
import { setRows } from './set-grid.ts'

/**
 * Adds a grid that stands in a column: an item for each of its rows, or for several that something covers together, since
 * no page break divides them.
 */
export function addGrid(column: Column, box: BlockBox, x: Pt, width: Pt): void {
  const { settings, report } = column
  const placed = placedGrid(box, null, report)
  if (placed === null || placed.items.length === 0) return
  const open = openGrid(placed, width, null, { settings, report, bare: new Map() })
  checkWidth(open, width, report)
  const gap = placed.style.rowGap ?? 0
  const heights = gridRows(open, heightFor(box))
  const rows = linesOf(heights, gap)
  for (const { from, to } of unbroken(open, heights.length)) {
    const height = (rows.ends[to - 1] ?? 0) - (rows.starts[from] ?? 0)
    const { cells, notes, starts } = setRows(open, rows, x, from, to)
    if (from > 0) column.space = gap
    const at = column.items.length
    addItem(column, height, 0, { kind: 'table-row', cells }, notes)
    for (const element of starts) column.starts.set(element, at)
  }
}

/** What is left of the height of a grid for its rows. */
function heightFor({ style }: BlockBox): { readonly size: Pt | null; readonly atLeast: Pt } {
  const size = style.height?.kind === 'pt' ? Math.max(0, givenHeight(style) - edgesOf(style)) : null
  return { size, atLeast: Math.max(0, style.minHeight - edgesOf(style)) }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The rows between which a page may end. */
function unbroken({ items }: OpenGrid, count: number): readonly Stretch[] {
  const isCrossed: boolean[] = []
  for (const { placed } of items) {
    const { row, rows } = placed.area
    for (let line = row + 1; line < row + rows; line++) isCrossed[line] = true
  }
  const stretches: Stretch[] = []
  let from = 0
  for (let line = 1; line <= count; line++) {
    if (line < count && isCrossed[line]) continue
    stretches.push({ from, to: line })
    from = line
  }
  return stretches
}

function checkWidth({ columns, placed }: OpenGrid, width: Pt, report: Report): void {
  const over = (columns.ends.at(-1) ?? 0) - width
  if (over <= 0.01) return
  report.warning(
    'layout/wide-grid',
    `the columns of a grid are ${over.toFixed(1)} pt wider than their place`,
    placed.box.element.span,
    'give `grid-template-columns` less, or a `minmax(0, 1fr)` that takes what is left; a `column-gap` counts as well',
  )
}
