import type { Color, Pt } from '../../base/length.ts'
import { extentOf } from '../../picture/extent.ts'
import type { Segment } from '../../picture/outline.ts'
import { type Inking, placeLine } from '../marks.ts'
import type { Placed } from '../page.ts'
import type { Rule } from './looks.ts'
import type { Box } from './shapes.ts'
import type { Words } from './words.ts'

/** The marks of a drawing while they are made, in painting order, from its top left corner. They have no tag yet. */
export class Canvas {
  readonly marks: Placed[] = []

  rect({ left, top, right, bottom }: Box, color: Color): void {
    const [width, height] = [right - left, bottom - top]
    if (width <= 0 || height <= 0) return
    this.marks.push({ x: left, y: top, mark: { kind: 'rect', width, height, color }, tag: null })
  }

  /** A level line, its middle at `y`. */
  across(y: Pt, left: Pt, right: Pt, { width, color }: Rule): void {
    this.rect({ left, top: y - width / 2, right, bottom: y + width / 2 }, color)
  }

  /** An upright line, its middle at `x`. */
  down(x: Pt, top: Pt, bottom: Pt, { width, color }: Rule): void {
    this.rect({ left: x - width / 2, top, right: x + width / 2, bottom }, color)
  }

  path(outline: readonly Segment[], fill: Color | null, stroke: Rule | null): void {
    const extent = extentOf(outline)
    const line = stroke && stroke.width > 0 ? stroke : null
    if (!extent || (fill === null && line === null)) return
    const { left, top, right, bottom } = extent
    this.marks.push({
      x: left,
      y: top,
      mark: {
        kind: 'path',
        width: right - left,
        height: bottom - top,
        outline: outline.map((segment) => moved(segment, left, top)),
        fill,
        stroke: line && { color: line.color, width: line.width },
      },
      tag: null,
    })
  }

  words({ lines }: Words, x: Pt, y: Pt): void {
    for (const one of lines) placeLine(this.marks, one.line, x + one.x, y + one.baseline, plain)
  }
}

/** The words of a chart are of its Figure, lead nowhere and hold no numbers of pages. */
const plain: Inking = {
  tagOf: () => null,
  markerOf: () => null,
  linkOf: () => null,
  numberOf: () => null,
  textOf: () => {
    throw new Error('there are no leaders in a chart')
  },
}

function moved(segment: Segment, left: Pt, top: Pt): Segment {
  switch (segment[0]) {
    case 'Z':
      return segment
    case 'C': {
      const [kind, a, b, c, d, e, f] = segment
      return [kind, a - left, b - top, c - left, d - top, e - left, f - top]
    }
    default: {
      const [kind, x, y] = segment
      return [kind, x - left, y - top]
    }
  }
}
