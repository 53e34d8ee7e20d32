import { type Pt, tolerance } from '../base/length.ts'
import type { TagId } from '../document/structure.ts'
import type { Border, ComputedStyle } from '../style/computed.ts'
import type { Line } from '../text/paragraph.ts'
import type { GlyphPart, LeaderPart, NumberPart } from '../text/set.ts'
import type { Run } from '../text/shaped.ts'
import type { SetGlyphs } from '../text/tray.ts'
import type { Extent, Gaps } from './flow.ts'
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
  for (const part of line.parts) {
    // What is raised stands above the baseline of its line.
    const y = baseline - part.run.style.raise
    if (part.kind === 'leader') {
      placeLeader(marks, part, x, y, inking)
      continue
    }
    const element = line.elements[part.owner]?.index
    if (element === undefined) throw new Error('each part has its element')
    const tag = inking.tagOf(element)
    const placed =
      part.kind === 'glyphs'
        ? placeGlyphs(marks, part, line.glyphs, x, y, tag)
        : placeNumber(marks, part, x, y, tag, inking)
    const link = placed && inking.linkOf(element)
    if (link) marks.push(linkMark(link, part.run, placed.x, y, placed.width, inking.tagOf(link.element)))
  }
}

function placeGlyphs(
  marks: Placed[],
  part: GlyphPart,
  glyphs: SetGlyphs,
  x: Pt,
  y: Pt,
  tag: TagId | null,
): Extent {
  const left = x + part.x
  marks.push({ x: left, y, mark: glyphsOf(part, glyphs), tag })
  return { x: left, width: part.width }
}

/** The number of a page, in the width that was kept for it; null where there is no such page. */
function placeNumber(
  marks: Placed[],
  part: NumberPart,
  x: Pt,
  y: Pt,
  tag: TagId | null,
  inking: Inking,
): Extent | null {
  const number = inking.numberOf(part.anchor, part.run)
  if (!number) return null
  const spare = part.width - number.width
  const left = x + part.x + { start: 0, center: spare / 2, end: spare }[part.align]
  marks.push({ x: left, y, mark: number.glyphs, tag })
  return { x: left, width: number.width }
}

/** As many patterns as there is room for, set to the right, so that those of all lines stand below one another. */
function placeLeader(marks: Placed[], part: LeaderPart, x: Pt, y: Pt, inking: Inking): void {
  const { width } = inking.textOf(part.text, part.run)
  const count = width > 0 ? Math.floor(part.width / width + 1e-6) : 0
  if (count === 0) return
  const { glyphs } = inking.textOf(part.text.repeat(count), part.run)
  marks.push({ x: x + part.x + part.width - count * width, y, mark: glyphs, tag: null })
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

function glyphsOf({ run, from, to, actual }: GlyphPart, glyphs: SetGlyphs): Glyphs {
  return {
    kind: 'glyphs',
    face: run.face,
    size: run.style.fontSize,
    color: run.style.color,
    pairs: glyphs.pairs,
    from: glyphs.from + from,
    to: glyphs.from + to,
    advances: glyphs.advances,
    xOffsets: glyphs.xOffsets,
    yOffsets: glyphs.yOffsets,
    actual,
  }
}

/** The background and borders of a box, given its border box. `top` and `bottom` say whether its ends are on this page. */
export function placeDecoration(
  marks: Placed[],
  style: ComputedStyle,
  box: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt },
  ends: { readonly top: boolean; readonly bottom: boolean },
  gaps: Gaps | null = null,
): void {
  const { border, background } = style
  const rect = (x: Pt, y: Pt, width: Pt, height: Pt, color: ComputedStyle['color']): void => {
    if (width > 0 && height > 0) marks.push({ x, y, mark: { kind: 'rect', width, height, color }, tag: null })
  }
  const rule = ({ width, color }: Border, y: Pt, left: readonly Extent[]): void => {
    for (const one of between(left, box.width)) rect(box.x + one.x, y, one.width, width, color)
  }
  if (background) rect(box.x, box.y, box.width, box.height, background)
  if (ends.top) rule(border.top, box.y, gaps?.top ?? [])
  if (ends.bottom) rule(border.bottom, box.y + box.height - border.bottom.width, gaps?.bottom ?? [])
  rect(box.x, box.y, border.left.width, box.height, border.left.color)
  rect(box.x + box.width - border.right.width, box.y, border.right.width, box.height, border.right.color)
}

/** What is left of a border as wide as `width`. */
function between(gaps: readonly Extent[], width: Pt): readonly Extent[] {
  const kept: Extent[] = []
  let x = 0
  for (const gap of [...gaps].sort((a, b) => a.x - b.x)) {
    if (gap.x > x + tolerance) kept.push({ x, width: gap.x - x })
    x = Math.max(x, gap.x + gap.width)
  }
  if (width > x + tolerance) kept.push({ x, width: width - x })
  return kept
}
