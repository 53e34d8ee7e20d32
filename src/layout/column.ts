import { type Pt, tolerance } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import { type Element, originOf } from '../document/element.ts'
import type { BlockBox, ParagraphBox } from '../style/box.ts'
import type { Border, ComputedStyle } from '../style/computed.ts'
import type { Content, Decoration, GalleyHead, Item, Note } from './flow.ts'
import type { GalleySettings } from './setting.ts'
import { canShrink, shrunk } from './shrink.ts'

/** Against breaking off a first or last line or row: dearer than any blank page, so only where nothing else is possible. */
export const widowPenalty = 5000

/** A galley while it grows. */
export interface Column {
  readonly settings: GalleySettings
  readonly report: Report
  readonly items: Item[]
  readonly decorations: Decoration[]
  readonly heads: GalleyHead[]
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

/** Adds what no page break divides. */
export function addItem(
  column: Column,
  height: Pt,
  penalty: number,
  content: Content | null,
  notes: readonly Note[] = [],
): void {
  const isFirst = column.items.length === 0
  if (isFirst) column.spaceBefore = column.space
  const space = isFirst ? 0 : column.space
  column.items.push({
    height,
    space,
    penalty: column.isKept && !isFirst ? Number.POSITIVE_INFINITY : penalty,
    content,
    notes,
  })
  column.space = 0
  column.isKept = false
}

/** Padding and border: the upper one stays with what follows, the lower one with what it ends. */
export function addBlank(column: Column, height: Pt, isLower: boolean): void {
  if (height <= 0) return
  const { isKept } = column
  if (isLower) column.isKept = true
  addItem(column, height, 0, null)
  // What is kept with what follows is so across the end of its container.
  column.isKept = !isLower || isKept
}

/** Adds what is missing to the box's height, `below` of which is left for what ends it. */
export function fillUp(column: Column, style: ComputedStyle, first: number, below: Pt): void {
  const given = Math.max(style.minHeight, style.height?.kind === 'pt' ? style.height.value : 0)
  const wanted = given - below
  if (wanted <= 0) return
  let height = 0
  for (let index = first; index < column.items.length; index++) {
    const item = column.items[index]
    if (item) height += item.height + (index > first ? item.space : 0)
  }
  if (height < wanted - tolerance) {
    column.isKept = column.items.length > first
    column.space = 0
    addItem(column, wanted - height, 0, null)
  }
}

/** Allows no break inside a box, unless no page could hold it; a picture in it gives way to its caption. */
export function keepTogether(column: Column, { element }: BlockBox, from: number, to: number): void {
  let height = 0
  for (let index = from; index < to; index++) {
    const item = column.items[index]
    if (item) height += item.height + (index > from ? item.space : 0)
  }
  const over = height - column.settings.depth
  const picture = column.items.findIndex((item, index) => index >= from && canShrink(item, over))
  const found = column.items[picture]
  if (over > 0 && to - from > 1) {
    if (!found) {
      reportTooTall(element, column.report)
      return
    }
    column.items[picture] = shrunk(found, over)
  }
  for (let index = from + 1; index < to; index++) {
    const item = column.items[index]
    if (item) column.items[index] = { ...item, penalty: Number.POSITIVE_INFINITY }
  }
}

/** Warns of a box that is to be kept whole and is taller than a page. */
export function reportTooTall(element: Element, report: Report): void {
  const message = `\`<${element.name}>\` is to be kept on one page, but is taller than a page`
  const hint = 'make it shorter, or allow page breaks inside it with `break-inside: auto`'
  const { at, layout } = originOf(element, null)
  report.warning('layout/broken-box', message, at, hint, ...layout)
}

/** Height of a border and the padding beside it. */
export function edge(border: Border, padding: Pt): Pt {
  return border.width + padding
}

export function isDecorated(style: ComputedStyle): boolean {
  const { top, right, bottom, left } = style.border
  return style.background !== null || top.width > 0 || right.width > 0 || bottom.width > 0 || left.width > 0
}
