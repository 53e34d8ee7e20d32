import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import { textOf } from '../document/element.ts'
import type { BlockBox, Box, ParagraphBox, UnseenBox } from '../style/box.ts'
import { setParagraph } from '../text/paragraph.ts'
import { baselineOf } from './baseline.ts'
import { addChart } from './chart/chart.ts'
import {
  addBlank,
  addItem,
  type Column,
  edge,
  fillUp,
  isDecorated,
  keepTogether,
  widowPenalty,
} from './column.ts'
import type { Galley, LineBox } from './flow.ts'
import { fittingIn } from './font-sizes.ts'
import { addGrid } from './grid/grid.ts'
import { addImage } from './image.ts'
import { setNotes } from './notes.ts'
import { withLabels } from './references.ts'
import type { GalleySettings } from './setting.ts'
import { addTable } from './table/table.ts'
import { checkMargins } from './vertical-margins.ts'

/** Against a page that ends in a broken word. */
const hyphenPenalty = 50

/** Sets a box in one column: its lines and blanks from top to bottom, before pages. */
export function galley(box: BlockBox, settings: GalleySettings, report: Report): Galley {
  const column: Column = {
    settings,
    report,
    items: [],
    decorations: [],
    heads: [],
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
    heads: column.heads,
    starts: column.starts,
    spaceBefore: column.spaceBefore ?? column.space,
    spaceAfter: column.spaceBefore === null ? 0 : column.space,
    isKeptWithNext: column.isKept,
  }
}

function addBlock(column: Column, box: BlockBox, x: Pt, width: Pt): void {
  const { style } = box
  const first = column.items.length
  checkMargins(box.element, style, column.report)
  column.space = Math.max(column.space, style.margin.top)
  if (style.breakBefore === 'avoid') column.isKept = true
  column.starts.set(box.element.index, first)
  const left = x + style.margin.left
  const outer = Math.max(0, width - style.margin.left - style.margin.right)
  const inset = edge(style.border.left, style.padding.left)
  const inner = Math.max(0, outer - inset - edge(style.border.right, style.padding.right))
  addBlank(column, edge(style.border.top, style.padding.top), false)
  if (box.marker) column.marker = { paragraph: box.marker, x: left }
  if (style.display === 'table') addTable(column, box, left + inset, inner)
  else if (style.display === 'grid') addGrid(column, box, left + inset, inner)
  else {
    const fitted = style.fontSizes.length > 0 ? fittingIn(style.fontSizes, inner, column) : null
    for (const child of box.children)
      addBox(column, fitted && child.kind === 'paragraph' ? fitted(child) : child, left + inset, inner)
  }
  fillUp(column, style, first, style.display === 'grid' ? edge(style.border.bottom, style.padding.bottom) : 0)
  addBlank(column, edge(style.border.bottom, style.padding.bottom), true)
  const end = column.items.length
  if (style.breakInside === 'avoid') keepTogether(column, box, first, end)
  if (isDecorated(style) && end > first)
    column.decorations.push({ from: first, to: end, x: left, width: outer, style, gaps: null })
  column.space = Math.max(column.space, style.margin.bottom)
  if (style.breakAfter === 'avoid' && end > first) column.isKept = true
}

/** Adds a box at a place in the column. */
export function addBox(column: Column, box: Box, x: Pt, width: Pt): void {
  switch (box.kind) {
    case 'block':
      addBlock(column, box, x, width)
      return
    case 'paragraph':
      addParagraph(column, box, x, width)
      return
    case 'image':
      addImage(column, box, x, width)
      return
    case 'chart':
      addChart(column, box, x, width)
      return
    case 'unseen':
      addUnseen(column, box, x)
      return
    case 'across':
    case 'passage': {
      const hint = 'close the passage before the next one begins'
      column.report.error(
        'layout/nested-passage',
        box.kind === 'passage'
          ? 'a passage stands inside another one'
          : 'what stands across the columns is inside a passage',
        box.element.span,
        hint,
      )
    }
  }
}

/** What is only read takes no room, and leaves the margins around it as they are. */
function addUnseen(column: Column, { element }: UnseenBox, x: Pt): void {
  const mark = { kind: 'unseen', width: 0, height: 0, text: textOf(element) } as const
  const marks = [{ x: 0, y: 0, mark, tag: null }]
  const { space } = column
  column.space = 0
  addItem(column, 0, 0, { kind: 'drawing', marks, element, x, y: 0, width: 0, height: 0 })
  column.space = space
}

function addParagraph(column: Column, box: ParagraphBox, x: Pt, width: Pt): void {
  const { style } = box
  const { workshop, lang } = column.settings
  if (!column.starts.has(box.element.index)) column.starts.set(box.element.index, column.items.length)
  const inlines = withLabels(box.inlines, column.settings.labels)
  const setting = {
    measure: width,
    indent: style.textIndent,
    align: style.textAlign,
    isBalanced: style.textWrap === 'balance',
  }
  const language = box.element.lang ?? lang
  const { lines, face } = setParagraph(inlines, language, setting, workshop, column.report)
  if (lines.length === 0) return
  const baseline = baselineOf(style, face)
  lines.forEach((line, index) => {
    const isOrphan = index > 0 && index < style.orphans
    const isWidow = index > 0 && lines.length - index < style.widows
    const penalty =
      (isOrphan ? widowPenalty : 0) +
      (isWidow ? widowPenalty : 0) +
      (lines[index - 1]?.isHyphenated ? hyphenPenalty : 0)
    const marker = index === 0 ? takeMarker(column) : null
    const notes = setNotes(line.notes, box.inlines, column.settings, column.report)
    addItem(column, style.lineHeight, penalty, { kind: 'line', line, x, baseline, marker }, notes)
  })
}

function takeMarker(column: Column): LineBox['marker'] {
  const { marker } = column
  column.marker = null
  if (!marker) return null
  const { workshop, lang, measure } = column.settings
  const { paragraph, x } = marker
  const setting = { measure, indent: 0, align: 'start', isBalanced: false } as const
  const language = paragraph.element.lang ?? lang
  const [line] = setParagraph(paragraph.inlines, language, setting, workshop, column.report).lines
  return line ? { line, x, element: paragraph.element } : null
}
