import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import { originOf } from '../document/element.ts'
import type { PageQuery, PageStyle } from '../style/computed.ts'
import { counterText } from '../style/counter-style.ts'
import { mostPages } from './check-pages.ts'
import type { Fill, Group, Section } from './flow.ts'
import { bodyFoot, headOf, levelFeet, placeFeet } from './foot.ts'
import { type Frame, frameOf } from './geometry.ts'
import type { Sheet } from './manuscript.ts'
import { type LaneNotes, laneNotes } from './pages/lane-notes.ts'
import { breadthFor, paginate } from './pages/paginate.ts'
import { placeRows } from './place.ts'

/** What the theme says of pages, for the printed languages. */
export interface Paper {
  readonly languages: readonly Lang[]
  readonly styleOf: (query: Omit<PageQuery, 'languages'>) => PageStyle
  /** A measure depends on the page's name alone: that of a right page holds for both. */
  readonly styleFor: (name: string) => PageStyle
  readonly frameFor: (name: string) => Frame
  /** Of one page of a name, whose style is its own: its lanes have the measures and the order of all. */
  readonly frameOn: (name: string, style: PageStyle) => Frame
}

export function paperOf(pageStyle: (query: PageQuery) => PageStyle, languages: readonly Lang[]): Paper {
  const frames = new Map<string, Frame>()
  const styleOf: Paper['styleOf'] = (query) => pageStyle({ ...query, languages })
  const styleFor = (name: string) => styleOf({ name, side: 'right', isFirst: false, isBlank: false })
  const frameFor = (name: string): Frame => {
    const frame = frames.get(name) ?? frameOf(styleFor(name), languages)
    frames.set(name, frame)
    return frame
  }
  const frameOn = (name: string, style: PageStyle): Frame =>
    frameOf({ ...style, arrangement: styleFor(name).arrangement }, languages)
  return { languages, styleOf, styleFor, frameFor, frameOn }
}

/** Breaks each section into pages, and gives every page its label. */
export function makeSheets(sections: readonly Section[], paper: Paper, report: Report): readonly Sheet[] {
  const sheets: Sheet[] = []
  let number = 0
  for (const section of sections) {
    const isRecto = sheets.length % 2 === 0
    if ((section.start === 'recto' && !isRecto) || (section.start === 'verso' && isRecto))
      sheets.push(blankSheet(sheets, section, ++number, paper))
    if (section.pageReset !== null) number = Math.max(1, section.pageReset) - 1
    const fills = fillsOf(section, paper)
    const notes = laneNotes(section.rows)
    const groups = groupsByPage(section, fills)
    fills.slice(0, mostPages + 1).forEach((fill, index) => {
      if (fill?.isOverfull) reportOverfull(section, fill, report)
      const place = { index: sheets.length, number: ++number, isFirst: index === 0 }
      sheets.push(sheetOf(section, fill, notes, groups[index] ?? [], place, paper))
    })
    if (sheets.length > mostPages) {
      reportTooMany(section, report)
      break
    }
  }
  return sheets
}

/** The pages of a section; one that has only absolute boxes is a page without rows. */
function fillsOf({ rows, page }: Section, paper: Paper): readonly (Fill | null)[] {
  if (rows.length === 0) return [null]
  const { text, lanes } = paper.frameFor(page)
  const noteHead = headOf(paper.styleFor(page).footnotes)
  return paginate(rows, { depth: text.depth, lanes: lanes.length - 1, noteHead, breadth: breadthFor(rows) })
}

interface PagePlace {
  readonly index: number
  readonly number: number
  readonly isFirst: boolean
}

function sheetOf(
  section: Section,
  fill: Fill | null,
  notes: readonly LaneNotes[] | null,
  groups: readonly Group[],
  { index, number, isFirst }: PagePlace,
  paper: Paper,
): Sheet {
  const name = section.page
  const style = paper.styleOf({ name, side: sideOf(index), isFirst, isBlank: false })
  const frame = paper.frameOn(name, style)
  const area = paper.styleFor(name).footnotes
  const resting = fill ? placeFeet(section, notes, fill, frame, area) : []
  const rows = fill ? placeRows(section, fill, frame, bodyFoot(resting, frame)) : []
  const feet = levelFeet(resting, section, rows)
  const content = fill && { section, fill, groups, frame, rows, feet, area }
  const label = labelOf(number, style)
  return { name, label, number, style, frame, section, content, isSectionStart: isFirst, isBlank: false }
}

/** Left blank before a recto or verso: it belongs to what ends before it. */
function blankSheet(before: readonly Sheet[], next: Section, number: number, paper: Paper): Sheet {
  const name = before.at(-1)?.name ?? next.page
  const style = paper.styleOf({ name, side: sideOf(before.length), isFirst: false, isBlank: true })
  const frame = paper.frameOn(name, style)
  const label = labelOf(number, style)
  return {
    name,
    label,
    number,
    style,
    frame,
    section: null,
    content: null,
    isSectionStart: false,
    isBlank: true,
  }
}

/** The side of a spread on which the page of an index lies: its fore-edge is there as well. */
export function sideOf(index: number): 'left' | 'right' {
  return index % 2 === 0 ? 'right' : 'left'
}

function labelOf(number: number, { labels }: PageStyle): string {
  return counterText(number, labels)
}

/** The groups that each page has a part of, outer ones first; those of a repeated head on each page that repeats it. */
function groupsByPage(
  { groups, rows }: Section,
  fills: readonly (Fill | null)[],
): readonly (readonly Group[])[] {
  let open: readonly Group[] = []
  let next = 0
  return fills.map((fill) => {
    if (!fill) return []
    const end = fill.to.at.some((at) => at > 0) ? fill.to.row : fill.to.row - 1
    const begun: Group[] = []
    for (let group = groups[next]; group && group.from <= end; group = groups[++next]) begun.push(group)
    const head = fill.from.row > 0 ? (rows[fill.from.row]?.head ?? null) : null
    const isShown = ({ from, to }: Group) =>
      to > fill.from.row || (head !== null && from >= head.from && to <= head.to)
    open = [...open, ...begun].filter(isShown)
    return open
  })
}

function reportTooMany(section: Section, report: Report): void {
  const span = section.rows[0]?.element.span ?? section.absolutes[0]?.element.span
  if (!span) return
  const hint = 'look at the size and margins of the page, and at forced breaks'
  report.error('layout/too-many-pages', `there are more than ${mostPages} pages`, span, hint)
}

function reportOverfull(section: Section, fill: Fill, report: Report): void {
  const row = section.rows[fill.from.row] ?? section.rows.at(-1)
  if (!row) return
  const isTableRow = row.cells.some(
    (cell, lane) => cell?.items[fill.from.at[lane] ?? 0]?.content?.kind === 'table-row',
  )
  const { at, layout } = originOf(row.element, null)
  const what = isTableRow ? 'a row of a table' : 'something'
  const hint = isTableRow
    ? 'a row cannot break: write it as several rows, make its cells shorter, or its columns wider'
    : 'make it shorter, or allow page breaks inside it'
  const message = `${what} is taller than the page and runs over its foot`
  report.warning('layout/overfull', message, at, hint, ...layout)
}
