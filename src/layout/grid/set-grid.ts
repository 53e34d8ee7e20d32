import type { Pt } from '../../base/length.ts'
import { edgesOf } from '../cell.ts'
import { edge } from '../column.ts'
import type { Galley, Note, SetCell } from '../flow.ts'
import { gridRows, naturalHeight, outsideOf } from './grid-rows.ts'
import { extentIn, type Lines, linesOf, linesWithin } from './lines.ts'
import type { OpenGrid, OpenItem } from './open-grid.ts'

/** Rows of a grid that no page break divides, as one item of a column. */
export interface SetRows {
  readonly cells: readonly SetCell[]
  readonly notes: readonly Note[]
  /** Elements that begin in it, by `Element.index`. */
  readonly starts: readonly number[]
}

/** Sets what stands in rows `from` up to `to` of a grid; `x` is the left edge of its content. */
export function setRows(grid: OpenGrid, rows: Lines, x: Pt, from: number, to: number): SetRows {
  const set = { cells: [], notes: [], starts: [] }
  const y = -(rows.starts[from] ?? 0)
  const here = grid.items.filter(({ placed: { area } }) => area.row >= from && area.row < to)
  setItems(here, rows, { x, y }, set)
  return set
}

interface Open {
  readonly cells: SetCell[]
  readonly notes: Note[]
  readonly starts: number[]
}

interface Point {
  readonly x: Pt
  readonly y: Pt
}

function setItems(items: readonly OpenItem[], rows: Lines, at: Point, set: Open): void {
  for (const item of items) setItem(item, rows, at, set)
}

function setItem(item: OpenItem, rows: Lines, at: Point, set: Open): void {
  const { placed, content, width } = item
  const { style, element } = placed.box
  const { row, rows: count } = placed.area
  const extent = extentIn(rows, row, count)
  const own = outsideOf(item)
  const room = extent.length - own.top - own.bottom
  const isSubgrid = content.kind === 'grid' && content.grid.placed.rows === 'subgrid'
  const isStretched = isSubgrid || (placed.align === 'stretch' && style.height === null)
  const height = isStretched ? Math.max(room, 0) : naturalHeight(item)
  const spare = room - height
  const down = placed.align === 'end' ? spare : placed.align === 'center' ? spare / 2 : item.shift
  const [x, y] = [at.x + item.x, at.y + extent.at + own.top + down]
  const inner = {
    x: x + edge(style.border.left, style.padding.left),
    y: y + edge(style.border.top, style.padding.top),
  }
  set.starts.push(element.index)
  if (content.kind === 'galley') {
    const { galley } = content
    const { items, starts, spaceBefore } = galley
    set.cells.push({
      x,
      y,
      width,
      height,
      style,
      content: galley,
      inner: { x: inner.x, y: inner.y + spaceBefore },
    })
    for (const { notes } of items) for (const note of notes) set.notes.push(note)
    starts.forEach((_, start) => {
      set.starts.push(start)
    })
    return
  }
  set.cells.push({ x, y, width, height, style, content: nothing, inner })
  const { grid } = content
  const inside = Math.max(0, height - edgesOf(style))
  const top = own.top + edge(style.border.top, style.padding.top)
  const innerRows = isSubgrid
    ? linesWithin(rows, row, count, top, inside)
    : linesOf(gridRows(grid, { size: inside, atLeast: 0 }), grid.placed.style.rowGap ?? 0)
  setItems(grid.items, innerRows, inner, set)
}

/** Of a grid, whose cells stand beside its own box. */
const nothing: Galley = {
  measure: 0,
  items: [],
  decorations: [],
  heads: [],
  starts: new Map(),
  spaceBefore: 0,
  spaceAfter: 0,
  isKeptWithNext: false,
}
