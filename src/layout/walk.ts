import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { AcrossBox, BlockBox, PassageBox } from '../style/box.ts'
import type { Arrangement } from './arrange.ts'
import { isDecorated, reportTooTall } from './column.ts'
import type { Galley, Gaps, Group, Item, Row, RowHead, Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import type { GalleySettings } from './setting.ts'
import { canShrink, shrunk } from './shrink.ts'
import type { TableRows } from './table/table.ts'

/** Where the arrangement has got to in the document. */
export interface Walk {
  readonly arrangement: Arrangement
  readonly report: Report
  readonly sections: Section[]
  /** What each language is set with, and what all share, by the name of the page. */
  readonly settings: Map<string, ReadonlyMap<Lang | null, GalleySettings>>
  open: OpenSection | null
  /** Containers that are open. */
  readonly containers: Entry[]
  /** The table that is open. */
  table: OpenTable | null
  /** The largest of the margins met since the last row. */
  space: Pt
  isKept: boolean
  isOnFoot: boolean
  /** How the next section begins, its page's name, and the number of its first page. */
  start: Section['start']
  page: string
  pageReset: number | null
}

interface OpenTable {
  readonly rows: TableRows
  head: RowHead | null
  /** Where the rows of its body begin in the open section. */
  body: number[]
}

interface OpenSection {
  readonly rows: Row[]
  readonly groups: Group[]
  readonly absolutes: BlockBox[]
  readonly page: string
  readonly start: Section['start']
  pageReset: number | null
}

/** A box around rows, with the row at which it began in the open section. */
export interface Entry {
  readonly box: BlockBox | PassageBox | AcrossBox
  from: number
}

export function sectionOf(walk: Walk): OpenSection {
  if (!walk.open) {
    const { page, start, pageReset } = walk
    walk.open = { rows: [], groups: [], absolutes: [], page, start, pageReset }
    walk.pageReset = null
  }
  return walk.open
}

/** The frame of the open section's pages. */
export function openFrame(walk: Walk): Frame {
  return walk.arrangement.frameFor(sectionOf(walk).page)
}

export interface NewRow extends Pick<Row, 'unit' | 'cells' | 'element'> {
  /** Of a page break before it, where it is not kept with the row above. */
  readonly penalty: number
  readonly stopsRule: boolean
}

export function addRow(walk: Walk, { unit, cells, element, penalty, stopsRule }: NewRow): void {
  const { rows } = sectionOf(walk)
  const isKept = walk.isKept && rows.length > 0
  rows.push({
    unit,
    cells,
    element,
    space: walk.space,
    penalty: isKept ? Number.POSITIVE_INFINITY : penalty,
    isOnFoot: walk.isOnFoot,
    head: walk.table?.head ?? null,
    stopsRule: stopsRule || walk.table !== null || walk.containers.some(isFigure),
  })
  walk.space = 0
  walk.isKept = false
  walk.isOnFoot = false
}

/** A picture across the columns and its caption are one: no rule stands between them, as in a table. */
function isFigure({ box }: Entry): boolean {
  return (
    box.kind === 'block' &&
    box.element.name === 'figure' &&
    box.children.some(({ kind }) => kind === 'across')
  )
}

/** A container's padding and border take up the same height in every lane. */
export function addEdge(walk: Walk, box: Entry['box'], height: Pt, isLower: boolean): void {
  if (height <= 0) return
  const { lanes } = openFrame(walk)
  const { isKept } = walk
  if (isLower) walk.isKept = true
  const axis = lanes.length - 1
  const cells = lanes.map(({ width }, lane) => (lane === axis ? null : blank(width, height)))
  const stopsRule = box.kind === 'across'
  addRow(walk, { unit: null, cells, element: box.element, penalty: 0, stopsRule })
  // What is kept with what follows is so across the end of its container.
  walk.isKept = !isLower || isKept
}

function blank(measure: Pt, height: Pt): Galley {
  return galleyOf(measure, { height, space: 0, penalty: 0, content: null, notes: [] })
}

/** A column of one item. */
export function galleyOf(measure: Pt, item: Item, starts: Galley['starts'] = new Map()): Galley {
  return {
    measure,
    items: [item],
    decorations: [],
    heads: [],
    starts,
    spaceBefore: 0,
    spaceAfter: 0,
    isKeptWithNext: false,
  }
}

/** Allows no break inside the rows of a container, unless no page could hold it; a picture gives way to its caption. */
export function keepRows(walk: Walk, element: Element, from: number): void {
  const { rows } = sectionOf(walk)
  let height = 0
  rows.slice(from).forEach(({ cells, space }, index) => {
    height += Math.max(0, ...cells.map(heightOf)) + (index > 0 ? space : 0)
  })
  const over = height - openFrame(walk).text.depth
  if (over > 0 && !shrinkRow(rows, from, over)) {
    if (rows.length - from > 1) reportTooTall(element, walk.report)
    return
  }
  for (let index = from; index < rows.length; index++) {
    const row = rows[index]
    if (!row) continue
    const cells = row.cells.map((cell) => cell && { ...cell, items: cell.items.map(kept) })
    rows[index] = { ...row, cells, penalty: index > from ? Number.POSITIVE_INFINITY : row.penalty }
  }
}

/** Makes the first picture smaller that can be, in all lanes; false: there is none. */
function shrinkRow(rows: Row[], from: number, by: Pt): boolean {
  const index = rows.findIndex(({ cells }, row) => {
    const [item, ...others] = cells[0]?.items ?? []
    return row >= from && item !== undefined && others.length === 0 && canShrink(item, by)
  })
  const row = rows[index]
  if (!row || rows.length - from < 2) return false
  const cells = row.cells.map(
    (cell) => cell && { ...cell, items: cell.items.map((item) => shrunk(item, by)) },
  )
  rows[index] = { ...row, cells }
  return true
}

/** Of all items with the spaces between them. */
export function heightOf(cell: Galley | null): Pt {
  let height = 0
  for (const item of cell?.items ?? []) height += item.space + item.height
  return height
}

function kept(item: Item): Item {
  return { ...item, penalty: Number.POSITIVE_INFINITY }
}

/** Ends the open section, and with it the part of each open container that stands in it. */
export function closeSection(walk: Walk): void {
  if (!walk.open) return
  for (let index = walk.containers.length - 1; index >= 0; index--) {
    const entry = walk.containers[index]
    if (entry) closeGroup(walk, entry)
  }
  const { rows, groups, absolutes, page, start, pageReset } = walk.open
  if (rows.length > 0 || absolutes.length > 0) {
    walk.sections.push({ rows, groups: inPaintingOrder(groups), absolutes, page, start, pageReset })
    walk.start = 'page'
  } else walk.pageReset ??= pageReset
  walk.open = null
  walk.space = 0
  walk.isKept = false
  walk.isOnFoot = false
  if (walk.table) walk.table.head = null
  if (walk.table) walk.table.body = []
  for (const entry of walk.containers) entry.from = 0
}

export function closeGroup(walk: Walk, { box, from }: Entry, gaps: Gaps | null = null): void {
  const { style, element } = box
  if (!walk.open || (!isDecorated(style) && style.columnRule.width === 0)) return
  const to = walk.open.rows.length
  const { left, right } = style.margin
  const width = walk.arrangement.frameFor(walk.open.page).text.width - left - right
  if (to > from) walk.open.groups.push({ from, to, x: left, width, element, style, gaps })
}

/** Outer groups first, so that inner ones are painted above them. */
function inPaintingOrder(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => a.from - b.from || b.to - a.to)
}
