import type { Pt } from '../base/length.ts'
import type { Fill, Galley, Item, Row, Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import { type Inking, placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'

/** Where the rows of a section stand on one page: what placing and finding anchors share. */
export interface PlacedRow {
  readonly row: number
  readonly top: Pt
  /** For each cell, its items on this page and the y of each. */
  readonly cells: readonly PlacedCell[]
  /** Depth at which its deepest cell ends. */
  readonly bottom: Pt
}

export interface PlacedCell {
  readonly from: number
  readonly to: number
  /** Tops of the items, from the page's top edge. */
  readonly tops: readonly Pt[]
}

/** The rows of a fill at their places, y from the top of the page. */
export function placeRows(section: Section, fill: Fill, frame: Frame): readonly PlacedRow[] {
  const placed: PlacedRow[] = []
  let y = frame.text.y
  const last = fill.to.at.some((at) => at > 0) ? fill.to.row : fill.to.row - 1
  for (let index = fill.from.row; index <= last; index++) {
    const row = section.rows[index]
    if (!row) break
    const isTop = index === fill.from.row
    const isContinued = isTop && fill.from.at.some((at) => at > 0)
    const isEmpty = row.cells.every((cell) => cell === null || cell.items.length === 0)
    if (!isEmpty && (!isTop || (index === 0 && !isContinued))) y += row.space
    const top = y
    const cells = row.cells.map((cell, lane) => {
      const from = isTop ? (fill.from.at[lane] ?? 0) : 0
      const to = index === fill.to.row ? (fill.to.at[lane] ?? 0) : (cell?.items.length ?? 0)
      return placeItems(cell, from, to, top)
    })
    const bottom = Math.max(top, ...cells.map((cell, lane) => bottomOf(row, cell, lane, top)))
    placed.push({ row: index, top, cells, bottom })
    y = bottom
  }
  return fill.to.row === section.rows.length ? standOnFoot(section, placed, frame) : placed
}

/** Moves the rows that stand on the foot, and those after them, down to it. */
function standOnFoot(section: Section, placed: readonly PlacedRow[], frame: Frame): readonly PlacedRow[] {
  const first = placed.findIndex(({ row }) => section.rows[row]?.isOnFoot)
  const room = frame.text.y + frame.text.depth - (placed.at(-1)?.bottom ?? 0)
  if (first < 0 || room <= 0) return placed
  return placed.map((row, index) => {
    if (index < first) return row
    const cells = row.cells.map((cell) => ({ ...cell, tops: cell.tops.map((top) => top + room) }))
    return { ...row, top: row.top + room, bottom: row.bottom + room, cells }
  })
}

function placeItems(cell: Galley | null, from: number, to: number, top: Pt): PlacedCell {
  const tops: Pt[] = []
  let y = top
  for (let index = from; index < to; index++) {
    const item = cell?.items[index]
    if (!item) break
    if (index > from || from === 0) y += item.space
    tops.push(y)
    y += item.height
  }
  return { from, to, tops }
}

function bottomOf(row: Row, cell: PlacedCell, lane: number, top: Pt): Pt {
  const item = row.cells[lane]?.items[cell.to - 1]
  const y = cell.tops.at(-1)
  return item && y !== undefined ? y + item.height : top
}

/**
 * Adds the marks of one page's rows: first what lies below all text, then lane after lane, since readers follow the
 * order of painting. The axis comes after the first lane: its tags are in the first language.
 */
export function placePage(
  marks: Placed[],
  section: Section,
  fill: Fill,
  frame: Frame,
  rows: readonly PlacedRow[],
  inking: Inking,
): void {
  placeGroups(marks, section, fill, frame, rows)
  const axis = frame.lanes.length - 1
  const order = [0, axis, ...frame.lanes.keys()].filter((lane, index, all) => all.indexOf(lane) === index)
  for (const lane of order) {
    for (const placed of rows) {
      const cell = section.rows[placed.row]?.cells[lane]
      const area = frame.lanes[lane]
      const where = placed.cells[lane]
      if (cell && area && where)
        placeCell(marks, cell, where, { x: area.x, foot: frame.text.y + frame.text.depth }, inking)
    }
  }
}

function placeCell(
  marks: Placed[],
  cell: Galley,
  where: PlacedCell,
  lane: { readonly x: Pt; readonly foot: Pt },
  inking: Inking,
): void {
  const { x, foot } = lane
  const itemAt = (index: number): { top: Pt; item: Item } | null => {
    const top = where.tops[index - where.from]
    const item = cell.items[index]
    return top === undefined || !item ? null : { top, item }
  }
  // Outer boxes were closed last: from the last to the first paints them below the inner ones.
  for (const { from, to, x: left, width, style } of [...cell.decorations].reverse()) {
    const first = itemAt(Math.max(from, where.from))
    const last = itemAt(Math.min(to, where.to) - 1)
    if (!first || !last || from >= where.to || to <= where.from) continue
    // What goes on fills the rest of its page (CSS Fragmentation 3, 4.1).
    const bottom = last.top + last.item.height
    const height = (to > where.to ? Math.max(foot, bottom) : bottom) - first.top
    placeDecoration(
      marks,
      style,
      { x: x + left, y: first.top, width, height },
      { top: from >= where.from, bottom: to <= where.to },
    )
  }
  for (let index = where.from; index < where.to; index++) {
    const found = itemAt(index)
    const content = found?.item.content
    if (!found || !content) continue
    const baseline = found.top + content.baseline
    if (content.marker)
      placeLine(
        marks,
        content.marker.line,
        x + content.marker.x,
        baseline,
        markerInking(inking, content.marker.element.index),
      )
    placeLine(marks, content.line, x + content.x, baseline, inking)
  }
}

/** A marker's text belongs to the list item's label. */
function markerInking(inking: Inking, item: number): Inking {
  return { ...inking, tagOf: () => inking.markerOf(item), linkOf: () => null }
}

/** Backgrounds, borders and column rules of the containers, as far as they stand on this page. */
function placeGroups(
  marks: Placed[],
  section: Section,
  fill: Fill,
  frame: Frame,
  rows: readonly PlacedRow[],
): void {
  const start = rows[0]?.row ?? 0
  const end = rows.at(-1)?.row ?? -1
  for (const { from, to, style } of section.groups) {
    if (from > end || to <= start) continue
    const first = rows[Math.max(from, start) - start]
    const last = rows[Math.min(to - 1, end) - start]
    if (!first || !last) continue
    const startsHere =
      first.row === from && !(first.row === fill.from.row && fill.from.at.some((at) => at > 0))
    const isContinued = last.row < to - 1 || (last.row === fill.to.row && fill.to.at.some((at) => at > 0))
    const { margin } = style
    const y = first.top
    const bottom = isContinued ? Math.max(frame.text.y + frame.text.depth, last.bottom) : last.bottom
    const x = frame.text.x + margin.left
    const width = frame.text.width - margin.left - margin.right
    placeDecoration(
      marks,
      style,
      { x, y, width, height: bottom - y },
      { top: startsHere, bottom: !isContinued },
    )
    const axis = frame.lanes.at(-1)
    if (style.columnRule.width > 0 && axis && frame.lanes.length > 2) {
      const { width: thickness, color } = style.columnRule
      const center = axis.x + axis.width / 2
      marks.push({
        x: center - thickness / 2,
        y,
        mark: { kind: 'rect', width: thickness, height: bottom - y, color },
        tag: null,
      })
    }
  }
}
