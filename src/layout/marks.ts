import type { Pt } from '../base/length.ts'
import type { TagId } from '../document/structure.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { type LineGlyphs, type LinePart, setGlyphs } from '../text/set.ts'
import type { Line, Run } from '../text/shaped.ts'
import type { LinkSource } from './links.ts'
import type { Glyphs, Link, Placed } from './page.ts'

/** What a line needs to know of its document to become marks. */
export interface Inking {
  /** The tag of an element's text, by `Element.index`; null: it is an artifact. */
  readonly tagOf: (element: number) => TagId | null
  /** The tag of a list item's label. */
  readonly markerOf: (element: number) => TagId | null
  /** Where an element's text leads to. */
  readonly linkOf: (element: number) => LinkSource | null
  /** The glyphs of the page number of an anchor. */
  readonly numberOf: (anchor: string, run: Run) => SetText | null
  /** A text set in a run's face and size. */
  readonly textOf: (text: string, run: Run) => SetText
}

export interface SetText {
  readonly glyphs: Glyphs
  readonly width: Pt
}

/** Adds a line's marks at a baseline; `x` is the left edge of its measure. */
export function placeLine(marks: Placed[], line: Line, x: Pt, baseline: Pt, inking: Inking): void {
  for (const part of setGlyphs(line)) {
    const run = part.kind === 'glyphs' ? part.glyphs.run : part.run
    if (part.kind === 'leader') {
      placeLeader(marks, part, x, baseline, inking)
      continue
    }
    const element = part.kind === 'glyphs' ? part.element.index : run.element.index
    const tag = inking.tagOf(element)
    const number = part.kind === 'page-number' ? inking.numberOf(part.anchor, run) : null
    const glyphs = part.kind === 'glyphs' ? glyphsOf(part.glyphs) : number?.glyphs
    if (!glyphs) continue
    const width = number ? number.width : part.width
    const spare = part.width - width
    const shift = part.kind === 'glyphs' ? 0 : { start: 0, center: spare / 2, end: spare }[part.align]
    const left = x + part.x + shift
    marks.push({ x: left, y: baseline, mark: glyphs, tag })
    const link = inking.linkOf(element)
    if (link) marks.push(linkMark(link, run, left, baseline, width, inking.tagOf(link.element)))
  }
}

/** As many patterns as there is room for, set to the right, so that those of all lines stand below one another. */
function placeLeader(
  marks: Placed[],
  part: LinePart & { kind: 'leader' },
  x: Pt,
  baseline: Pt,
  inking: Inking,
): void {
  const { width } = inking.textOf(part.text, part.run)
  const count = width > 0 ? Math.floor(part.width / width + 1e-6) : 0
  if (count === 0) return
  const { glyphs } = inking.textOf(part.text.repeat(count), part.run)
  marks.push({ x: x + part.x + part.width - count * width, y: baseline, mark: glyphs, tag: null })
}

/** A link's area is as high as its face reaches above and below the baseline. */
function linkMark(
  { target, description }: LinkSource,
  run: Run,
  x: Pt,
  baseline: Pt,
  width: Pt,
  tag: TagId | null,
): Placed {
  const { ascent, descent, upem } = run.face
  const scale = run.style.fontSize / upem
  const mark: Link = { kind: 'link', width, height: (ascent - descent) * scale, target, description }
  return { x, y: baseline - ascent * scale, mark, tag }
}

export function glyphsOf(glyphs: LineGlyphs): Glyphs {
  const { run, pairs, advances, xOffsets, yOffsets, actual } = glyphs
  return {
    kind: 'glyphs',
    face: run.face,
    size: run.style.fontSize,
    color: run.style.color,
    pairs,
    advances,
    xOffsets,
    yOffsets,
    actual,
  }
}

/** The background and borders of a box, given its border box. `top` and `bottom` say whether its ends are on this page. */
export function placeDecoration(
  marks: Placed[],
  style: ComputedStyle,
  box: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt },
  ends: { readonly top: boolean; readonly bottom: boolean },
): void {
  const { border, background } = style
  const rect = (x: Pt, y: Pt, width: Pt, height: Pt, color: ComputedStyle['color']): void => {
    if (width > 0 && height > 0) marks.push({ x, y, mark: { kind: 'rect', width, height, color }, tag: null })
  }
  if (background) rect(box.x, box.y, box.width, box.height, background)
  if (ends.top) rect(box.x, box.y, box.width, border.top.width, border.top.color)
  if (ends.bottom)
    rect(box.x, box.y + box.height - border.bottom.width, box.width, border.bottom.width, border.bottom.color)
  rect(box.x, box.y, border.left.width, box.height, border.left.color)
  rect(box.x + box.width - border.right.width, box.y, border.right.width, box.height, border.right.color)
}
