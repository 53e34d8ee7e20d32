import type { Lang } from '../base/lang.ts'
import { placeInLeaf } from '../base/leaf.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { BlockBox, Box, ParagraphBox } from '../style/box.ts'
import type { Border, ComputedStyle } from '../style/computed.ts'
import { breakLines } from '../text/break.ts'
import { shape } from '../text/shape.ts'
import type { Line, Shaped } from '../text/shaped.ts'
import type { Workshop } from '../text/workshop.ts'
import type { Decoration, Galley, Item, LineBox } from './flow.ts'

/** Against breaking off a first or last line: dearer than any blank page, so only where nothing else is possible. */
const widowPenalty = 5000
/** Against a page that ends in a broken word. */
const hyphenPenalty = 50

export interface GalleySettings {
  readonly measure: Pt
  /** The language of what has none of its own. */
  readonly lang: Lang
  readonly workshop: Workshop
}

/** Sets a box in one column: its lines and blanks from top to bottom, before pages. */
export function galley(box: BlockBox, settings: GalleySettings, report: Report): Galley {
  const column: Column = {
    settings,
    report,
    items: [],
    decorations: [],
    starts: new Map(),
    space: 0,
    spaceBefore: null,
    isKept: false,
    marker: null,
  }
  addBlock(column, box, 0, settings.measure)
  return {
    measure: settings.measure,
    items: column.items,
    decorations: column.decorations,
    starts: column.starts,
    spaceBefore: column.spaceBefore ?? column.space,
    spaceAfter: column.spaceBefore === null ? 0 : column.space,
    isKeptWithNext: column.isKept,
  }
}

/** Height of a border and the padding beside it. */
export function edge(border: Border, padding: Pt): Pt {
  return border.width + padding
}

export function isDecorated(style: ComputedStyle): boolean {
  const { top, right, bottom, left } = style.border
  return style.background !== null || [top, right, bottom, left].some((border) => border.width > 0)
}

interface Column {
  readonly settings: GalleySettings
  readonly report: Report
  readonly items: Item[]
  readonly decorations: Decoration[]
  readonly starts: Map<number, number>
  /** The largest of the margins met since the last item: margins collapse. */
  space: Pt
  /** Margin before the first item, once there is one: it is the row's, not the cell's. */
  spaceBefore: Pt | null
  /** The next item must follow on the same page. */
  isKept: boolean
  /** A list marker that waits for its first line. */
  marker: { readonly paragraph: ParagraphBox; readonly x: Pt } | null
}

function addBlock(column: Column, box: BlockBox, x: Pt, width: Pt): void {
  const { style } = box
  const first = column.items.length
  column.space = Math.max(column.space, style.margin.top)
  if (style.breakBefore === 'avoid') column.isKept = true
  column.starts.set(box.element.index, first)
  const left = x + style.margin.left
  const outer = Math.max(0, width - style.margin.left - style.margin.right)
  const inset = edge(style.border.left, style.padding.left)
  const inner = Math.max(0, outer - inset - edge(style.border.right, style.padding.right))
  addBlank(column, edge(style.border.top, style.padding.top), false)
  if (box.marker) column.marker = { paragraph: box.marker, x: left }
  for (const child of box.children) addBox(column, child, left + inset, inner)
  fillUp(column, style, first)
  addBlank(column, edge(style.border.bottom, style.padding.bottom), true)
  const end = column.items.length
  if (style.breakInside === 'avoid') keepTogether(column, first, end)
  if (isDecorated(style) && end > first)
    column.decorations.push({ from: first, to: end, x: left, width: outer, style })
  column.space = Math.max(column.space, style.margin.bottom)
  if (style.breakAfter === 'avoid' && end > first) column.isKept = true
}

function addBox(column: Column, box: Box, x: Pt, width: Pt): void {
  switch (box.kind) {
    case 'block':
      addBlock(column, box, x, width)
      return
    case 'paragraph':
      addParagraph(column, box, x, width)
      return
    case 'passage': {
      const hint = 'close the passage before the next one begins'
      column.report.error(
        'layout/nested-passage',
        'a passage stands inside another one',
        box.element.span,
        hint,
      )
    }
  }
}

function addParagraph(column: Column, box: ParagraphBox, x: Pt, width: Pt): void {
  const { style } = box
  const { workshop, lang } = column.settings
  if (!column.starts.has(box.element.index)) column.starts.set(box.element.index, column.items.length)
  const shaped = shape(box.inlines, box.element.lang ?? lang, workshop, column.report)
  if (shaped.count === 0) return
  const lines = breakLines(shaped, {
    measure: width,
    indent: style.textIndent,
    align: style.textAlign,
    isBalanced: style.textWrap === 'balance',
  })
  const baseline = style.baseline ?? halfLeading(shaped, style)
  lines.forEach((line, index) => {
    if (line.over > 0) reportOver(column, line)
    const isOrphan = index > 0 && index < style.orphans
    const isWidow = index > 0 && lines.length - index < style.widows
    const penalty =
      (isOrphan ? widowPenalty : 0) +
      (isWidow ? widowPenalty : 0) +
      (lines[index - 1]?.isHyphenated ? hyphenPenalty : 0)
    const marker = index === 0 ? takeMarker(column) : null
    addItem(column, style.lineHeight, penalty, { line, x, baseline, marker })
  })
}

/** From a line's top to its baseline where the theme does not say: the first face centred in the leading (CSS 2.2, 10.8.1). */
function halfLeading(shaped: Shaped, style: ComputedStyle): Pt {
  const face = shaped.runs[0]?.face
  if (!face) return style.lineHeight
  const scale = style.fontSize / face.upem
  return (style.lineHeight - (face.ascent - face.descent) * scale) / 2 + face.ascent * scale
}

function takeMarker(column: Column): LineBox['marker'] {
  const { marker } = column
  column.marker = null
  if (!marker) return null
  const { workshop, lang, measure } = column.settings
  const { paragraph, x } = marker
  const shaped = shape(paragraph.inlines, paragraph.element.lang ?? lang, workshop, column.report)
  const [line] = breakLines(shaped, { measure, indent: 0, align: 'start', isBalanced: false })
  return line ? { line, x, element: paragraph.element } : null
}

function addItem(column: Column, height: Pt, penalty: number, content: LineBox | null): void {
  const isFirst = column.items.length === 0
  if (isFirst) column.spaceBefore = column.space
  const space = isFirst ? 0 : column.space
  column.items.push({
    height,
    space,
    penalty: column.isKept && !isFirst ? Number.POSITIVE_INFINITY : penalty,
    content,
  })
  column.space = 0
  column.isKept = false
}

/** Padding and border: the upper one stays with what follows, the lower one with what it ends. */
function addBlank(column: Column, height: Pt, isLower: boolean): void {
  if (height <= 0) return
  if (isLower) column.isKept = true
  addItem(column, height, 0, null)
  if (!isLower) column.isKept = true
}

/** Adds what is missing to the box's height. */
function fillUp(column: Column, style: ComputedStyle, first: number): void {
  const wanted = Math.max(style.minHeight, style.height?.kind === 'pt' ? style.height.value : 0)
  if (wanted <= 0) return
  let height = 0
  for (let index = first; index < column.items.length; index++) {
    const item = column.items[index]
    if (item) height += item.height + (index > first ? item.space : 0)
  }
  if (height < wanted) {
    column.isKept = column.items.length > first
    column.space = 0
    addItem(column, wanted - height, 0, null)
  }
}

function keepTogether(column: Column, from: number, to: number): void {
  for (let index = from + 1; index < to; index++) {
    const item = column.items[index]
    if (item) column.items[index] = { ...item, penalty: Number.POSITIVE_INFINITY }
  }
}

function reportOver(column: Column, line: Line): void {
  const over = line.over.toFixed(1)
  const hint = 'no break is allowed in it: shorten it, allow hyphens, or widen the column'
  column.report.warning('text/overfull', `a line is ${over} pt wider than its column`, placeOf(line), hint)
}

function placeOf(line: Line): Span {
  const at = line.of.atoms.from[line.from] ?? 0
  const { flat } = line.of
  const stretch = flat.stretches.find(({ from, to }) => at >= from && at < to) ?? flat.stretches[0]
  if (!stretch) throw new Error('a line has text')
  return stretch.leaf ? placeInLeaf(stretch.leaf, flat.origins[at] ?? 0) : stretch.element.span
}
