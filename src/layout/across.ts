import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { AcrossBox, BlockBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { extentOf } from '../style/sum.ts'
import { bareOf } from './cell.ts'
import { edge } from './column.ts'
import type { Content, Galley, Item, Note } from './flow.ts'
import { type Frame, laneOf } from './geometry.ts'
import { galleyOf } from './walk.ts'

/** One item of what stands across the lanes: in the first lane itself, in each other one its height. */
export interface AcrossRow {
  readonly cells: readonly (Galley | null)[]
  /** Blank before it inside what it is part of. */
  readonly space: Pt
  readonly penalty: number
}

/** Where the content of a box across the lanes begins, from the text's left edge, and how wide it is. */
export function acrossPlace({ margin, border, padding }: ComputedStyle, width: Pt) {
  const left = margin.left + edge(border.left, padding.left)
  const right = margin.right + edge(border.right, padding.right)
  return { left, measure: Math.max(0, width - left - right) }
}

/** A grid between passages, as what stands across the columns: its rows are the page's. `depth` is that of the text. */
export function gridAcross(box: BlockBox, depth: Pt): AcrossBox {
  const { element, style } = box
  const { height } = style
  const isOfPage = height !== null && height.kind !== 'pt'
  const given = { ...style, height: height && { kind: 'pt' as const, value: extentOf(height, depth) } }
  const content = isOfPage ? { ...box, style: given } : box
  // Its margins, borders and padding are its own; pages begin with it as with any box between passages.
  return { kind: 'across', element, style: { ...bareOf(style, new Map()), display: 'block' }, content }
}

/** A column with all that is in it further to the right. */
export function movedRight(column: Galley, by: Pt): Galley {
  if (by === 0) return column
  return {
    ...column,
    items: column.items.map((item) => ({ ...item, content: item.content && contentAt(item.content, by) })),
    decorations: column.decorations.map((one) => ({ ...one, x: one.x + by })),
  }
}

function contentAt(content: Content, by: Pt): Content {
  switch (content.kind) {
    case 'line': {
      const { marker } = content
      return { ...content, x: content.x + by, marker: marker && { ...marker, x: marker.x + by } }
    }
    case 'picture':
    case 'drawing':
      return { ...content, x: content.x + by }
    case 'table-row': {
      const cells = content.cells.map((cell) => {
        const inner = { ...cell.inner, x: cell.inner.x + by }
        return { ...cell, x: cell.x + by, inner }
      })
      return { ...content, cells }
    }
    default:
      return unreachable(content)
  }
}

export function acrossRows(content: Galley, frame: Frame): readonly AcrossRow[] {
  const { lanes } = frame
  const languages = frame.rows[0] ?? []
  const x = lanes[0]?.x ?? 0
  const starts = content.items.map(() => new Map<number, number>())
  for (const [element, index] of content.starts) starts[Math.min(index, starts.length - 1)]?.set(element, 0)
  return content.items.map((item, index): AcrossRow => {
    const cells = lanes.map((lane, place): Galley | null => {
      const notes = notesIn(item, place, frame)
      if (place === 0)
        return galleyOf(content.measure, { ...item, space: 0, penalty: 0, notes }, starts[index])
      return place === lanes.length - 1
        ? null
        : galleyOf(lane.width, placeholder(item, lane.x - x, languages[place] ?? null, notes))
    })
    return { cells, space: index > 0 ? item.space : 0, penalty: item.penalty }
  })
}

/** A note stands at the foot of its language's lane, what belongs to none in the first. */
function notesIn({ notes }: Item, place: number, frame: Frame): readonly Note[] {
  return notes.length === 0 ? notes : notes.filter(({ element }) => laneOf(frame, element.lang) === place)
}

/** The height of an item in another lane; of a picture also its area, for the tag of the lane's language. */
function placeholder(
  { height, content }: Item,
  distance: Pt,
  lang: Lang | null,
  notes: readonly Note[],
): Item {
  const area =
    content?.kind === 'picture' ? { ...content, picture: null, x: content.x - distance, lang } : null
  return { height, space: 0, penalty: 0, content: area, notes }
}
