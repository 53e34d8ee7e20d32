import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { bareOf, firstBaselineOf } from '../cell.ts'
import { edge } from '../column.ts'
import type { Galley } from '../flow.ts'
import { galley } from '../galley.ts'
import type { GalleySettings } from '../setting.ts'
import { gridColumns, outerWidths, sidesOf } from './grid-columns.ts'
import { gridHeight } from './grid-rows.ts'
import { extentIn, type Lines, linesOf, linesWithin } from './lines.ts'
import type { PlacedGrid, PlacedItem } from './placed-grid.ts'

/** A grid whose columns have their widths, and in them what stands in it; the rows are still open. */
export interface OpenGrid {
  readonly placed: PlacedGrid
  readonly columns: Lines
  readonly items: readonly OpenItem[]
}

export interface OpenItem {
  readonly placed: PlacedItem
  /** Left edge, from that of the grid's content, and width of its border box. */
  readonly x: Pt
  readonly width: Pt
  readonly content: OpenContent
  /** By how much it is lower, so that first baselines of a row are level. */
  readonly shift: Pt
}

export type OpenContent =
  | { readonly kind: 'galley'; readonly galley: Galley }
  /** `height`: of its rows, as much as they need; 0 where they are those of the grid around. */
  | { readonly kind: 'grid'; readonly grid: OpenGrid; readonly height: Pt }

/** What a grid is set with. */
export interface GridSettings {
  readonly settings: GalleySettings
  readonly report: Report
  readonly bare: Map<ComputedStyle, ComputedStyle>
}

/** Sets all that stands in a grid, each in the width of its columns; `around` are those that a subgrid takes over. */
export function openGrid(placed: PlacedGrid, width: Pt, around: Lines | null, by: GridSettings): OpenGrid {
  const columns =
    around && placed.columns === 'subgrid'
      ? around
      : linesOf(gridColumns(placed, width, by.settings, by.report), placed.style.columnGap ?? 0)
  const items = placed.items.map((item) => openItem(item, columns, by))
  return { placed, columns, items: levelled(items) }
}

/** Before first baselines are made level. */
function openItem(placed: PlacedItem, columns: Lines, by: GridSettings): OpenItem {
  const { box, area, inner } = placed
  const { margin } = box.style
  const extent = extentIn(columns, area.column, area.columns)
  const room = Math.max(0, extent.length - margin.left - margin.right)
  const width = inner?.columns === 'subgrid' ? room : widthIn(placed, room, by)
  const spare = room - width
  const shift = placed.justify === 'end' ? spare : placed.justify === 'center' ? spare / 2 : 0
  const x = extent.at + margin.left + shift
  const { left, right } = sidesOf(box.style)
  const measure = Math.max(0, width - (left - margin.left) - (right - margin.right))
  if (inner) {
    const within = linesWithin(columns, area.column, area.columns, left, measure)
    const grid = openGrid(inner, measure, within, by)
    const height = inner.rows === 'subgrid' ? 0 : gridHeight(grid)
    return { placed, x, width, content: { kind: 'grid', grid, height }, shift: 0 }
  }
  const bare = { ...box, style: bareOf(box.style, by.bare) }
  const set = galley(bare, { ...by.settings, measure }, by.report)
  return { placed, x, width, content: { kind: 'galley', galley: set }, shift: 0 }
}

/** What does not fill its area is as wide as its content, where there is room (CSS Grid 1, 6.2). */
function widthIn({ box, justify }: PlacedItem, room: Pt, { settings, report }: GridSettings): Pt {
  if (justify === 'stretch') return room
  const { margin } = box.style
  const { least, natural } = outerWidths(box, settings, report)
  const around = margin.left + margin.right
  return Math.max(0, Math.max(least - around, Math.min(natural - around, room)))
}

/** What is set on the baseline has its first lines level with those of the others in its row (CSS Align 3, 9.3). */
function levelled(items: readonly OpenItem[]): readonly OpenItem[] {
  if (!items.some(({ placed }) => placed.align === 'baseline')) return items
  const own = items.map(firstBaseline)
  const deepest = new Map<number, Pt>()
  items.forEach(({ placed }, index) => {
    const baseline = own[index]
    const { row } = placed.area
    if (baseline != null) deepest.set(row, Math.max(deepest.get(row) ?? 0, baseline))
  })
  return items.map((item, index) => {
    const baseline = own[index] ?? null
    const level = deepest.get(item.placed.area.row) ?? 0
    return { ...item, shift: baseline === null ? 0 : level - baseline }
  })
}

function firstBaseline({ placed, content }: OpenItem): Pt | null {
  if (placed.align !== 'baseline' || content.kind === 'grid') return null
  const { margin, border, padding } = placed.box.style
  const first = firstBaselineOf(content.galley)
  return first === null ? null : first + margin.top + edge(border.top, padding.top)
}
