import type { Pt } from '../base/length.ts'
import type { ComputedStyle, Sides } from '../style/computed.ts'
import { edge } from './column.ts'
import type { Galley } from './flow.ts'

/** What is set of a cell is its content: its borders and padding depend on what is beside it. */
export function bareOf(style: ComputedStyle, known: Map<ComputedStyle, ComputedStyle>): ComputedStyle {
  const before = known.get(style)
  if (before) return before
  const none = { width: 0, color: style.color }
  const sides = <T>(value: T): Sides<T> => ({ top: value, right: value, bottom: value, left: value })
  const bare: ComputedStyle = {
    ...style,
    margin: sides(0),
    padding: sides(0),
    border: sides(none),
    background: null,
    height: null,
    minHeight: 0,
    breakInside: 'auto',
  }
  known.set(style, bare)
  return bare
}

/** From the top of a content to its first baseline; null: it does not begin with a line. */
export function firstBaselineOf({ items, spaceBefore }: Galley): Pt | null {
  let y = spaceBefore
  for (const item of items) {
    y += item.space
    if (item.content?.kind === 'line') return y + item.content.baseline
    y += item.height
  }
  return null
}

/** With the margins of its first and last blocks, which do not leave the cell (CSS 2.2, 8.3.1). */
export function heightOf(content: Galley): Pt {
  let height = content.spaceBefore + content.spaceAfter
  for (const item of content.items) height = height + item.space + item.height
  return height
}

/** Borders and padding above and below. */
export function edgesOf({ border, padding }: ComputedStyle): Pt {
  return edge(border.top, padding.top) + edge(border.bottom, padding.bottom)
}

/** The height that a theme gives at least, borders and padding included. */
export function givenHeight(style: ComputedStyle): Pt {
  return Math.max(style.minHeight, style.height?.kind === 'pt' ? style.height.value : 0)
}
