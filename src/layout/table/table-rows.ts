import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { BlockBox, Box } from '../../style/box.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { bareOf, edgesOf, firstBaselineOf, givenHeight, heightOf } from '../cell.ts'
import { edge, isDecorated } from '../column.ts'
import type { Decoration, Extent, Galley, Gaps, Item, Note, SetCell } from '../flow.ts'
import { galley } from '../galley.ts'
import type { GalleySettings } from '../setting.ts'
import { figureShifts } from './table-decimals.ts'
import type { Grid, GridCell, GridRow } from './table-grid.ts'

/** A row with its cells set and its own height known; what stands where depends on the other rows and lanes. */
export interface OpenRow {
  readonly row: GridRow
  readonly cells: readonly OpenCell[]
  /** With the borders and padding of the row. */
  height: Pt
}

interface OpenCell {
  readonly cell: GridCell
  /** How many rows from its own on its height is shared by. */
  readonly covers: number
  readonly content: Galley
  /** Width of its content. */
  readonly measure: Pt
  readonly x: Pt
  readonly width: Pt
  /** By how much its first baseline is lower than its own content asks for. */
  readonly shift: Pt
  /** By how much its content stands further to the right, so that the points of figures stand below one another. */
  right: Pt
  readonly height: Pt
}

/** A row of a table as one item of a column. */
export interface SetRow {
  readonly item: Item
  readonly decoration: Decoration | null
  /** Elements that begin in it, by `Element.index`. */
  readonly starts: readonly number[]
  /** Whether no break may stand before it: a cell goes over from the row above. */
  readonly isJoined: boolean
  /** From the left edge of the row. */
  readonly gaps: Gaps
}

export interface RowSettings {
  readonly widths: readonly Pt[]
  /** Whether the columns run from right to left. */
  readonly isMirrored: boolean
  readonly settings: GalleySettings
}

/** Sets the cells of all rows, each at the width of its columns, and finds how high the rows must be. */
export function openRows(
  grid: Grid,
  { widths, isMirrored, settings }: RowSettings,
  report: Report,
): readonly OpenRow[] {
  const bare = new Map<ComputedStyle, ComputedStyle>()
  const rows = grid.rows.map((row): OpenRow => {
    const cells = row.cells.map((cell): Omit<OpenCell, 'shift'> => {
      const before = sumOf(widths, 0, cell.column)
      const width = sumOf(widths, cell.column, cell.column + cell.columns)
      const x = isMirrored ? sumOf(widths, 0, widths.length) - before - width : before
      const { border, padding } = cell.box.style
      const sides = edge(border.left, padding.left) + edge(border.right, padding.right)
      const box = isMirrored ? turned(cell.box) : cell.box
      const measure = Math.max(0, width - sides)
      const content = galley({ ...box, style: bareOf(box.style, bare) }, { ...settings, measure }, report)
      const height = heightOf(content) + edgesOf(cell.box.style)
      const covers = grid.isStacked ? 1 : cell.rows
      return { cell, covers, content, measure, x, width, right: 0, height }
    })
    const levelled = level(cells)
    const single = levelled.filter(({ covers }) => covers === 1)
    const height = Math.max(givenHeight(row.box.style), ...single.map(({ height }) => height))
    return { row, cells: levelled, height: height + edgesOf(row.box.style) }
  })
  stretch(rows)
  const cells = rows.flatMap((row) => row.cells)
  const right = figureShifts(cells, settings.lang, isMirrored)
  cells.forEach((cell, index) => {
    cell.right = right[index] ?? 0
  })
  return rows
}

/** Cells whose `vertical-align` is `baseline` have their first baselines level (CSS 2.2, 17.5.3). */
function level(cells: readonly Omit<OpenCell, 'shift'>[]): readonly OpenCell[] {
  const baselines = cells.map(({ cell, content }) => {
    if (cell.box.style.verticalAlign !== 'baseline') return null
    const first = firstBaselineOf(content)
    return first === null ? null : first + edge(cell.box.style.border.top, cell.box.style.padding.top)
  })
  const deepest = Math.max(0, ...baselines.map((baseline) => baseline ?? 0))
  return cells.map((cell, index) => {
    const own = baselines[index] ?? null
    const shift = own === null ? 0 : deepest - own
    const { style } = cell.cell.box
    return { ...cell, shift, height: Math.max(cell.height + shift, givenHeight(style)) }
  })
}

/** The last of the rows that a cell covers takes what the cell needs beyond them. */
function stretch(rows: readonly OpenRow[]): void {
  rows.forEach(({ cells }, index) => {
    for (const { covers, height } of cells) {
      const covered = rows.slice(index, index + covers)
      const last = covered.at(-1)
      const missing = height - covered.reduce((sum, row) => sum + row.height, 0)
      if (last && missing > 0) last.height += missing
    }
  })
}

/** The rows with their heights settled. */
export function setRows(rows: readonly OpenRow[], x: Pt, width: Pt): readonly SetRow[] {
  const edges = crossings(rows)
  return rows.map((open, index) => {
    const { style, element } = open.row.box
    const top = edge(style.border.top, style.padding.top)
    const cells = open.cells.map((cell): SetCell => {
      const covered = rows.slice(index, index + cell.covers)
      const height = covered.reduce((sum, row) => sum + row.height, 0) - edgesOf(style)
      return setCell(cell, x, top, height)
    })
    const notes: readonly Note[] = open.cells.flatMap(({ content }) =>
      content.items.flatMap((item) => item.notes),
    )
    const inside = open.cells.flatMap(({ cell, content }) => [
      cell.box.element.index,
      ...content.starts.keys(),
    ])
    const gaps = { top: edges[index] ?? [], bottom: edges[index + 1] ?? [] }
    return {
      item: { height: open.height, space: 0, penalty: 0, content: { kind: 'table-row', cells }, notes },
      decoration: isDecorated(style) ? { from: 0, to: 1, x, width, style, gaps } : null,
      starts: [element.index, ...inside],
      isJoined: open.row.isJoined,
      gaps,
    }
  })
}

/** For the upper edge of each row, and the end: where cells of rows above go over it. */
function crossings(rows: readonly OpenRow[]): readonly (readonly Extent[])[] {
  const edges: (readonly Extent[])[] = [[]]
  let open: readonly (Extent & { readonly end: number })[] = []
  rows.forEach(({ cells }, index) => {
    const begun = cells.map(({ cell, x, width }) => ({ x, width, end: index + cell.rows }))
    open = [...open, ...begun].filter(({ end }) => end > index + 1)
    edges.push(open.map(({ x, width }) => ({ x, width })))
  })
  return edges
}

function setCell(
  { cell, content, x: left, width, shift, right, height: has }: OpenCell,
  x: Pt,
  top: Pt,
  height: Pt,
): SetCell {
  const { style } = cell.box
  const { border, padding, verticalAlign } = style
  const spare = height - has
  const down = verticalAlign === 'bottom' ? spare : verticalAlign === 'middle' ? spare / 2 : shift
  const inner = {
    x: x + left + edge(border.left, padding.left) + right,
    y: top + edge(border.top, padding.top) + content.spaceBefore + Math.max(0, down),
  }
  return { x: x + left, y: top, width, height, style, content, inner }
}

/** In a table that runs the other way a figure keeps to the side of the axis, which is its left now. */
function turned(box: BlockBox): BlockBox {
  return { ...box, children: box.children.map(turnedBox) }
}

function turnedBox(box: Box): Box {
  if (box.kind === 'block') return turned(box)
  if (box.kind !== 'paragraph' || box.style.textAlign !== 'end') return box
  return { ...box, style: { ...box.style, textAlign: 'start' } }
}

function sumOf(widths: readonly Pt[], from: number, to: number): Pt {
  let sum = 0
  for (let index = from; index < to; index++) sum += widths[index] ?? 0
  return sum
}
