import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { BlockBox, Box, PassageBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Workshop } from '../text/workshop.ts'
import type { Galley, Group, Item, Row, Section } from './flow.ts'
import { edge, galley, isDecorated } from './galley.ts'

export interface Arrangement {
  readonly languages: readonly Lang[]
  /** Widths of the lanes on pages of a name: one for each language, then the axis. */
  readonly measures: (page: string) => readonly Pt[]
  readonly workshop: Workshop
}

/**
 * Arranges the languages side by side: each passage is a row of parallel flows, a lane for each language and one on
 * the axis for what they share. A new section begins where the page's name changes or a break is forced.
 */
export function arrange(root: BlockBox, arrangement: Arrangement, report: Report): readonly Section[] {
  const walk: Walk = {
    arrangement,
    report,
    sections: [],
    open: null,
    containers: [],
    space: 0,
    isKept: false,
    isOnFoot: false,
    start: 'page',
    page: 'auto',
  }
  addContainer(walk, root)
  closeSection(walk)
  return walk.sections
}

interface Walk {
  readonly arrangement: Arrangement
  readonly report: Report
  readonly sections: Section[]
  open: {
    readonly rows: Row[]
    readonly groups: Group[]
    readonly absolutes: BlockBox[]
    readonly page: string
    readonly start: Section['start']
  } | null
  /** Containers that are open, with the row at which each began in the open section. */
  readonly containers: { readonly box: BlockBox; from: number }[]
  space: Pt
  isKept: boolean
  isOnFoot: boolean
  /** How the next section begins, and its page's name. */
  start: Section['start']
  page: string
}

function addContainer(walk: Walk, box: BlockBox): void {
  const { style } = box
  if (style.position === 'absolute') {
    sectionOf(walk).absolutes.push(box)
    return
  }
  const outerPage = walk.page
  applyBreak(walk, style.breakBefore)
  if (style.page !== 'auto' && style.page !== walk.page) changePage(walk, style.page)
  walk.space = Math.max(walk.space, style.margin.top)
  if (style.stand === 'foot') walk.isOnFoot = true
  const entry = { box, from: walk.open?.rows.length ?? 0 }
  walk.containers.push(entry)
  addEdge(walk, box, edge(style.border.top, style.padding.top), false)
  for (const child of box.children) addChild(walk, child)
  addEdge(walk, box, edge(style.border.bottom, style.padding.bottom), true)
  closeGroup(walk, entry)
  walk.containers.pop()
  // Where it has no row, there is nothing to stand on the foot.
  if (style.stand === 'foot') walk.isOnFoot = false
  walk.space = Math.max(walk.space, style.margin.bottom)
  if (style.breakAfter === 'avoid') walk.isKept = true
  applyBreak(walk, style.breakAfter)
  if (walk.page !== outerPage) changePage(walk, outerPage)
}

function addChild(walk: Walk, box: Box): void {
  switch (box.kind) {
    case 'passage':
      addPassage(walk, box)
      return
    case 'block':
      addContainer(walk, box)
      return
    case 'paragraph': {
      const hint = 'put it in `{{#passage}}…{{/passage}}`, or in `{{#axis}}` when all languages share it'
      const message = 'text outside a passage has no column to stand in'
      walk.report.error('layout/no-column', message, box.element.span, hint)
    }
  }
}

function addPassage(walk: Walk, box: PassageBox): void {
  const { languages, measures, workshop } = walk.arrangement
  const { style } = box
  applyBreak(walk, style.breakBefore)
  if (style.page !== 'auto' && style.page !== walk.page) changePage(walk, style.page)
  const section = sectionOf(walk)
  const widths = measures(section.page)
  const cells = [...languages, null].map((lang, lane): Galley | null => {
    const cell = lang === null ? box.axis : (box.cells.get(lang) ?? null)
    if (!cell) return null
    return galley(
      cell,
      { measure: widths[lane] ?? 0, lang: lang ?? languages[0] ?? 'en', workshop },
      walk.report,
    )
  })
  if (cells.every((cell) => cell === null || cell.items.length === 0)) return
  const set = cells.filter((cell) => cell !== null)
  walk.space = Math.max(walk.space, style.margin.top, ...set.map((cell) => cell.spaceBefore))
  if (style.breakBefore === 'avoid') walk.isKept = true
  if (style.stand === 'foot') walk.isOnFoot = true
  const entry = { from: section.rows.length }
  addEdge(walk, box, edge(style.border.top, style.padding.top), false)
  const height = style.minHeight
  const tall = style.breakInside === 'avoid' ? cells.map((cell) => cell && whole(cell)) : cells
  addRow(walk, {
    unit: box.element.unit,
    cells: height > 0 ? tall.map((cell) => cell && atLeast(cell, height)) : tall,
    element: box.element,
  })
  addEdge(walk, box, edge(style.border.bottom, style.padding.bottom), true)
  if (isDecorated(style))
    section.groups.push({ from: entry.from, to: section.rows.length, element: box.element, style })
  walk.space = Math.max(0, style.margin.bottom, ...set.map((cell) => cell.spaceAfter))
  walk.isKept = style.breakAfter === 'avoid' || set.some((cell) => cell.isKeptWithNext)
  applyBreak(walk, style.breakAfter)
}

function addRow(walk: Walk, row: Pick<Row, 'unit' | 'cells' | 'element'>): void {
  const { rows } = sectionOf(walk)
  rows.push({
    ...row,
    space: walk.space,
    penalty: walk.isKept && rows.length > 0 ? Number.POSITIVE_INFINITY : 0,
    isOnFoot: walk.isOnFoot,
  })
  walk.space = 0
  walk.isKept = false
  walk.isOnFoot = false
}

/** A container's padding and border take up the same height in every lane. */
function addEdge(walk: Walk, box: BlockBox | PassageBox, height: Pt, isLower: boolean): void {
  if (height <= 0) return
  const measures = walk.arrangement.measures(sectionOf(walk).page)
  if (isLower) walk.isKept = true
  const axis = measures.length - 1
  const cells = measures.map((measure, lane) => (lane === axis ? null : blank(measure, height)))
  addRow(walk, { unit: null, cells, element: box.element })
  if (!isLower) walk.isKept = true
}

function blank(measure: Pt, height: Pt): Galley {
  const item: Item = { height, space: 0, penalty: 0, content: null }
  return {
    measure,
    items: [item],
    decorations: [],
    starts: new Map(),
    spaceBefore: 0,
    spaceAfter: 0,
    isKeptWithNext: false,
  }
}

function atLeast(cell: Galley, height: Pt): Galley {
  const has = cell.items.reduce((total, item) => total + item.space + item.height, 0)
  if (has >= height) return cell
  return {
    ...cell,
    items: [
      ...cell.items,
      { height: height - has, space: 0, penalty: Number.POSITIVE_INFINITY, content: null },
    ],
  }
}

function whole(cell: Galley): Galley {
  return { ...cell, items: cell.items.map((item) => ({ ...item, penalty: Number.POSITIVE_INFINITY })) }
}

function sectionOf(walk: Walk): NonNullable<Walk['open']> {
  walk.open ??= { rows: [], groups: [], absolutes: [], page: walk.page, start: walk.start }
  return walk.open
}

function applyBreak(walk: Walk, value: ComputedStyle['breakBefore']): void {
  if (value !== 'page' && value !== 'recto' && value !== 'verso') return
  closeSection(walk)
  if (value !== 'page' || walk.start === 'page') walk.start = value
}

function changePage(walk: Walk, page: string): void {
  closeSection(walk)
  walk.page = page
}

/** Ends the open section, and with it the part of each open container that stands in it. */
function closeSection(walk: Walk): void {
  if (!walk.open) return
  for (let index = walk.containers.length - 1; index >= 0; index--) {
    const entry = walk.containers[index]
    if (entry) closeGroup(walk, entry)
  }
  const { rows, groups, absolutes, page, start } = walk.open
  if (rows.length > 0 || absolutes.length > 0) {
    walk.sections.push({ rows, groups: inPaintingOrder(groups), absolutes, page, start })
    walk.start = 'page'
  }
  walk.open = null
  walk.space = 0
  walk.isKept = false
  walk.isOnFoot = false
  for (const entry of walk.containers) entry.from = 0
}

function closeGroup(walk: Walk, entry: { readonly box: BlockBox; readonly from: number }): void {
  const { style, element } = entry.box
  if (!walk.open || (!isDecorated(style) && style.columnRule.width === 0)) return
  const to = walk.open.rows.length
  if (to > entry.from) walk.open.groups.push({ from: entry.from, to, element, style })
}

/** Outer groups first, so that inner ones are painted above them. */
function inPaintingOrder(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => a.from - b.from || b.to - a.to)
}
