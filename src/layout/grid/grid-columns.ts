import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { edge } from '../column.ts'
import type { GalleySettings } from '../setting.ts'
import { blockWidths, type Widths } from '../table/content-widths.ts'
import type { PlacedGrid, PlacedItem } from './placed-grid.ts'
import { type Contribution, isByContent, type Space, sizeTracks } from './track-sizing.ts'

/** The widths of the columns of a grid that is no subgrid in them; `width` is that of its content. */
export function gridColumns(
  grid: PlacedGrid,
  width: Pt,
  settings: GalleySettings,
  report: Report,
): readonly Pt[] {
  return sized(grid, widthsIn(grid, settings, report), { size: width, isLeast: false })
}

/** How wide the content of a grid must be, and how wide it would be with no line broken. */
export function gridWidths(grid: PlacedGrid, settings: GalleySettings, report: Report): Widths {
  const gaps = (grid.style.columnGap ?? 0) * Math.max(0, grid.columns.length - 1)
  const found = widthsIn(grid, settings, report)
  const sum = (isLeast: boolean) =>
    sized(grid, found, { size: null, isLeast }).reduce((all, one) => all + one, gaps)
  return { least: sum(true), natural: sum(false) }
}

function sized(
  { columns, style }: PlacedGrid,
  found: readonly Contribution[],
  space: Pick<Space, 'size' | 'isLeast'>,
): readonly Pt[] {
  // Outside of a grid there is none to be a subgrid of.
  const tracks = columns === 'subgrid' ? [] : columns
  return sizeTracks(tracks, found, { ...space, gap: style.columnGap ?? 0, atLeast: 0 })
}

/** What stands in a grid asks of its columns, as far as they ask. */
function widthsIn(grid: PlacedGrid, settings: GalleySettings, report: Report): readonly Contribution[] {
  const { columns } = grid
  if (columns === 'subgrid' || !columns.some(isByContent)) return []
  const found: Contribution[] = []
  const isAsked = (from: number, to: number) => columns.slice(from, to).some(isByContent)
  addWidths(grid, 0, { left: 0, right: 0 }, isAsked, { settings, report }, found)
  return found
}

interface Sides {
  readonly left: Pt
  readonly right: Pt
}

/** What stands in a grid asks of the columns, with what is at the sides of a subgrid on its first and last ones. */
function addWidths(
  grid: PlacedGrid,
  offset: number,
  sides: Sides,
  isAsked: (from: number, to: number) => boolean,
  by: { readonly settings: GalleySettings; readonly report: Report },
  found: Contribution[],
): void {
  const last = lastColumn(grid)
  for (const { box, area, inner } of grid.items) {
    const [from, to] = [offset + area.column, offset + area.column + area.columns]
    const around = {
      left: area.column === 0 ? sides.left : 0,
      right: area.column + area.columns === last ? sides.right : 0,
    }
    if (inner?.columns === 'subgrid') {
      const own = sidesOf(box.style)
      const added = { left: around.left + own.left, right: around.right + own.right }
      addWidths(inner, from, added, isAsked, by, found)
    } else if (isAsked(from, to)) {
      const { least, natural } = outerWidths(box, by.settings, by.report)
      const more = around.left + around.right
      found.push({ from, to, least: least + more, natural: natural + more })
    }
  }
}

/** The line at the end of a grid. */
function lastColumn({ columns, items }: PlacedGrid): number {
  if (columns !== 'subgrid') return columns.length
  return items.reduce((most, { area }) => Math.max(most, area.column + area.columns), 0)
}

/** With margins, which may be less than nothing. */
export function outerWidths(box: PlacedItem['box'], settings: GalleySettings, report: Report): Widths {
  const { margin } = box.style
  const { least, natural } = blockWidths(box, 0, settings, report)
  const around = margin.left + margin.right
  return { least: Math.max(0, least + around), natural: Math.max(0, natural + around) }
}

/** Margin, border and padding. */
export function sidesOf({ margin, border, padding }: ComputedStyle): Sides {
  return {
    left: margin.left + edge(border.left, padding.left),
    right: margin.right + edge(border.right, padding.right),
  }
}
