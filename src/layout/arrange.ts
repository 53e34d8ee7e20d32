import type { Report } from '../base/report.ts'
import type { AcrossBox, BlockBox, Box, PassageBox } from '../style/box.ts'
import { acrossPlace, acrossRows, gridAcross, movedRight } from './across.ts'
import { edge, isDecorated } from './column.ts'
import type { Galley, Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import { settingsFor, tableLanes } from './lane-settings.ts'
import { applyBreak, begin, changePage } from './pages/breaks.ts'
import { passageRows } from './passage-rows.ts'
import type { GalleySettings, Setting } from './setting.ts'
import type { VersionRow } from './stack.ts'
import { setTable } from './table/table.ts'
import { gapsAcross } from './table/table-gaps.ts'
import {
  closeHead,
  edgeLanes,
  isBodyRow,
  isCaption,
  isJoined,
  keepFirstAndLastRows,
} from './table/table-walk.ts'
import {
  addEdge,
  addRow,
  closeGroup,
  closeSection,
  type Entry,
  keepRows,
  openFrame,
  sectionOf,
  type Walk,
} from './walk.ts'

export interface Arrangement extends Setting {
  /** The frame of the pages of a name: the lanes of the languages, then the axis. */
  readonly frameFor: (page: string) => Frame
  /** Sets one language's part of a passage. */
  readonly setCell: (box: BlockBox, settings: GalleySettings, report: Report) => Galley
}

/**
 * Arranges the languages in the lanes of the pages: each passage is a row of parallel flows, a lane for each language
 * and one on the axis for what they share; or, where they are stacked in one lane, a row for each language. A new
 * section begins where the page's name changes or a break is forced.
 */
export function arrange(root: BlockBox, arrangement: Arrangement, report: Report): readonly Section[] {
  const walk: Walk = {
    arrangement,
    report,
    sections: [],
    settings: new Map(),
    open: null,
    containers: [],
    table: null,
    space: 0,
    isKept: false,
    isOnFoot: false,
    start: 'page',
    page: 'auto',
    pageReset: null,
  }
  addContainer(walk, root)
  closeSection(walk)
  return walk.sections
}

function addContainer(walk: Walk, box: BlockBox): void {
  const { style } = box
  if (style.position === 'absolute') {
    sectionOf(walk).absolutes.push(box)
    return
  }
  const outer = { page: walk.page, table: walk.table }
  begin(walk, box)
  walk.space = Math.max(walk.space, style.margin.top)
  if (style.stand === 'foot') walk.isOnFoot = true
  const entry: Entry = { box, from: walk.open?.rows.length ?? 0 }
  walk.containers.push(entry)
  addEdge(walk, box, edge(style.border.top, style.padding.top), false)
  if (style.display === 'table') addTable(walk, box)
  else for (const child of box.children) addChild(walk, child)
  addEdge(walk, box, edge(style.border.bottom, style.padding.bottom), true)
  if (style.display === 'table-header-group') closeHead(walk, entry.from)
  if (style.breakInside === 'avoid') keepRows(walk, box.element, entry.from)
  closeGroup(walk, entry)
  walk.containers.pop()
  walk.table = outer.table
  // Where it has no row, there is nothing to stand on the foot.
  if (style.stand === 'foot') walk.isOnFoot = false
  walk.space = Math.max(walk.space, style.margin.bottom)
  if (style.breakAfter === 'avoid') walk.isKept = true
  applyBreak(walk, style.breakAfter)
  if (walk.page !== outer.page) changePage(walk, outer.page)
}

function addChild(walk: Walk, box: Box): void {
  switch (box.kind) {
    case 'passage':
      addPassage(walk, box)
      return
    case 'across':
      addAcross(walk, box)
      return
    case 'block':
      if (box.style.display === 'grid' && box.style.position === 'static')
        addAcross(walk, gridAcross(box, openFrame(walk).text.depth))
      else addContainer(walk, box)
      return
    case 'image':
    case 'chart':
    case 'paragraph': {
      const hint =
        'put it in `{{#passage}}…{{/passage}}`, or in `{{#axis}}` or `{{#across}}` when all languages share it'
      const what = box.kind === 'image' ? 'a picture' : box.kind === 'chart' ? 'a chart' : 'text'
      walk.report.error(
        'layout/no-column',
        `${what} outside a passage has no column to stand in`,
        box.element.span,
        hint,
      )
    }
  }
}

/** What is in a table: its rows are set together, since all of them say how wide the columns are. */
function addTable(walk: Walk, box: BlockBox): void {
  const from = sectionOf(walk).rows.length
  walk.table = { rows: setTable(box, tableLanes(walk), walk.report), head: null, body: [] }
  const lastRows = box.children.findLastIndex((child) => !isCaption(child))
  box.children.forEach((child, index) => {
    // A caption stays with its table.
    if (isCaption(child) && (walk.open?.rows.length ?? 0) > from) walk.isKept = true
    addChild(walk, child)
    if (isCaption(child) && index < lastRows) walk.isKept = true
  })
  keepFirstAndLastRows(walk, box.children.findIndex(isCaption) === 0)
}

/** A passage is one box around its rows: what stands above and below it, and is drawn around it, does so once. */
function addPassage(walk: Walk, box: PassageBox): void {
  const { style } = box
  begin(walk, box)
  const section = sectionOf(walk)
  const rows = passageRows(walk, box)
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) return
  const cellsIn = (row: VersionRow) => row.cells.filter((cell) => cell !== null)
  walk.space = Math.max(walk.space, style.margin.top, ...cellsIn(first).map((cell) => cell.spaceBefore))
  if (style.breakBefore === 'avoid' || isJoined(walk, box)) walk.isKept = true
  if (style.stand === 'foot') walk.isOnFoot = true
  const entry: Entry = { box, from: section.rows.length }
  if (isBodyRow(walk, box)) walk.table?.body.push(entry.from)
  addEdge(walk, box, edge(style.border.top, style.padding.top), false)
  for (const { cells, space } of rows) {
    walk.space = Math.max(walk.space, space)
    addRow(walk, { unit: box.element.unit, cells, element: box.element, penalty: 0, stopsRule: false })
    walk.isKept = true
  }
  walk.isKept = false
  addEdge(walk, box, edge(style.border.bottom, style.padding.bottom), true)
  closeGroup(walk, entry, walk.table && gapsAcross(box, walk.table.rows, edgeLanes(walk, box)))
  walk.space = Math.max(0, style.margin.bottom, ...cellsIn(last).map((cell) => cell.spaceAfter))
  walk.isKept = style.breakAfter === 'avoid' || rows.flatMap(cellsIn).some((cell) => cell.isKeptWithNext)
  applyBreak(walk, style.breakAfter)
}

/** What stands once across all columns: its items are rows of their own, as high in every lane. */
function addAcross(walk: Walk, box: AcrossBox): void {
  const { style, content } = box
  begin(walk, box)
  const section = sectionOf(walk)
  const frame = openFrame(walk)
  const { left, measure } = acrossPlace(style, frame.text.width)
  const settings = settingsFor(walk, walk.arrangement.languages[0] ?? null)
  const inner = walk.arrangement.setCell(content, { ...settings, measure }, walk.report)
  if (inner.items.length === 0) return
  const set = movedRight(inner, left)
  walk.space = Math.max(walk.space, style.margin.top)
  if (style.breakBefore === 'avoid') walk.isKept = true
  const outer = section.rows.length
  addEdge(walk, box, edge(style.border.top, style.padding.top), false)
  walk.space = Math.max(walk.space, set.spaceBefore)
  const from = section.rows.length
  for (const { cells, space, penalty } of acrossRows(set, frame)) {
    walk.space = Math.max(walk.space, space)
    if (penalty === Number.POSITIVE_INFINITY) walk.isKept = true
    addRow(walk, { unit: box.element.unit, cells, element: box.element, penalty, stopsRule: true })
  }
  for (const decoration of set.decorations) {
    const { x, width, style } = decoration
    const place = { from: from + decoration.from, to: from + decoration.to, x, width }
    section.groups.push({ ...place, element: box.element, style, gaps: null })
  }
  addEdge(walk, box, edge(style.border.bottom, style.padding.bottom), true)
  if (isDecorated(style)) closeGroup(walk, { box, from: outer })
  walk.space = Math.max(0, style.margin.bottom, set.spaceAfter)
  walk.isKept = style.breakAfter === 'avoid' || set.isKeptWithNext
  applyBreak(walk, style.breakAfter)
}
