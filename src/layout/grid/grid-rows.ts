import type { Pt } from '../../base/length.ts'
import type { TrackSize } from '../../style/grid-style.ts'
import { edgesOf, givenHeight, heightOf } from '../cell.ts'
import { edge } from '../column.ts'
import type { OpenGrid, OpenItem } from './open-grid.ts'
import type { PlacedItem } from './placed-grid.ts'
import { type Contribution, sizeTracks } from './track-sizing.ts'

/** The height that a grid has for its rows; `size` null: as much as they need, but not less than `atLeast`. */
export interface Height {
  readonly size: Pt | null
  readonly atLeast: Pt
}

const free: Height = { size: null, atLeast: 0 }

/** The heights of the rows of a grid that is no subgrid in them. */
export function gridRows(grid: OpenGrid, height: Height): readonly Pt[] {
  const { rows, style } = grid.placed
  if (rows === 'subgrid') throw new Error('the rows of a subgrid are those of the grid around it')
  const found: Contribution[] = []
  addHeights(grid, 0, { top: 0, bottom: 0 }, found)
  return sizeTracks(rows.map(holding), found, { ...height, isLeast: false, gap: style.rowGap ?? 0 })
}

/** A row holds all that stands in it, also where that covers several: nothing is set over something else. */
function holding(size: TrackSize): TrackSize {
  return size.max.kind === 'fr' && size.min.kind === 'auto' ? { ...size, min: { kind: 'min-content' } } : size
}

/** The height of the content of a grid that is no subgrid in its rows. */
export function gridHeight(grid: OpenGrid): Pt {
  const rows = gridRows(grid, free)
  const gaps = (grid.placed.style.rowGap ?? 0) * Math.max(0, rows.length - 1)
  return rows.reduce((sum, row) => sum + row, gaps)
}

interface Ends {
  readonly top: Pt
  readonly bottom: Pt
}

/** What stands in a grid asks of the rows, with what is above and below in a subgrid on its first and last ones. */
function addHeights(grid: OpenGrid, offset: number, ends: Ends, found: Contribution[]): void {
  const last = lastRow(grid)
  for (const item of grid.items) {
    const { area, box } = item.placed
    const [from, to] = [offset + area.row, offset + area.row + area.rows]
    const around = {
      top: area.row === 0 ? ends.top : 0,
      bottom: area.row + area.rows === last ? ends.bottom : 0,
    }
    const { content } = item
    const own = outsideOf(item)
    if (content.kind === 'grid' && content.grid.placed.rows === 'subgrid') {
      const { border, padding } = box.style
      addHeights(
        content.grid,
        from,
        {
          top: around.top + own.top + edge(border.top, padding.top),
          bottom: around.bottom + own.bottom + edge(border.bottom, padding.bottom),
        },
        found,
      )
      // A subgrid may also be given a height.
      const given = boxHeight(item.placed, 0) + own.top + own.bottom
      found.push({ from, to, least: given, natural: given })
      continue
    }
    const height = naturalHeight(item) + own.top + own.bottom + around.top + around.bottom + item.shift
    found.push({ from, to, least: Math.max(0, height), natural: Math.max(0, height) })
  }
}

function lastRow({ placed: { rows, items } }: OpenGrid): number {
  if (rows !== 'subgrid') return rows.length
  return items.reduce((most, { area }) => Math.max(most, area.row + area.rows), 0)
}

/** The height of an item's border box by its content. */
export function naturalHeight({ placed, content }: OpenItem): Pt {
  return boxHeight(placed, content.kind === 'grid' ? content.height : heightOf(content.galley))
}

/** The height that an item with a content of its own asks for, its border box. */
function boxHeight({ box }: PlacedItem, content: Pt): Pt {
  return Math.max(content + edgesOf(box.style), givenHeight(box.style))
}

/** Margins above and below: they do not collapse (CSS Grid 1, 6). */
export function outsideOf({ placed: { box } }: OpenItem): Ends {
  return { top: box.style.margin.top, bottom: box.style.margin.bottom }
}
