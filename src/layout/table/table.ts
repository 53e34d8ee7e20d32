import type { Lang } from '../../base/lang.ts'
import type { Pt } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import { originOf } from '../../document/element.ts'
import type { BlockBox, Box } from '../../style/box.ts'
import { addBlank, addItem, type Column, edge, isDecorated, widowPenalty } from '../column.ts'
import type { Galley } from '../flow.ts'
import { addBox } from '../galley.ts'
import type { GalleySettings } from '../setting.ts'
import { columnWidths } from './column-widths.ts'
import { strandingRows } from './table-breaks.ts'
import { classesOf, type Grid, gridOf } from './table-grid.ts'
import { type OpenRow, openRows, type SetRow, setRows } from './table-rows.ts'

/** The rows of a table, by the box of each. */
export type TableRows = ReadonlyMap<BlockBox, SetRow>

/** A lane of a table whose rows are passages, with the languages that stand in it, in their order. */
export interface TableLane {
  readonly languages: readonly Lang[]
  readonly settings: GalleySettings
}

/**
 * Sets a table whose rows are passages: in each lane the columns have the widths that all its rows ask for, in all its
 * languages; a row is as high as the highest of the versions beside it, so that rules and tints are level.
 */
export function setTable(box: BlockBox, lanes: readonly TableLane[], report: Report): TableRows {
  const isMirrored = classesOf(box).includes('mirrored')
  const open = lanes.map(({ languages, settings }, lane) =>
    openLane(box, gridOf(box, languages), { settings, isMirrored: isMirrored && lane % 2 === 1 }, report),
  )
  levelPassages(
    box,
    lanes,
    open.map(({ rows }) => rows),
  )
  const set = new Map<BlockBox, SetRow>()
  for (const { rows, width } of open) {
    const placed = setRows(rows, 0, width)
    rows.forEach(({ row }, index) => {
      const one = placed[index]
      if (one) set.set(row.box, one)
    })
  }
  return set
}

function openLane(
  box: BlockBox,
  grid: Grid,
  { settings, isMirrored }: { readonly settings: GalleySettings; readonly isMirrored: boolean },
  report: Report,
): { readonly rows: readonly OpenRow[]; readonly width: Pt } {
  const widths = columnWidths(grid, box.style.width, settings, report)
  const width = widths.reduce((sum, one) => sum + one, 0)
  if (width > settings.measure + 0.01) reportWide(box, settings.lang, width - settings.measure, report)
  return { rows: openRows(grid, { widths, isMirrored, settings }, report), width }
}

/** The versions of a row that stand beside each other are as high as the highest of them. */
function levelPassages(
  box: BlockBox,
  lanes: readonly TableLane[],
  open: readonly (readonly OpenRow[])[],
): void {
  const rows = new Map(open.flat().map((row) => [row.row.box, row]))
  const visit = (child: Box): void => {
    if (child.kind === 'block') child.children.forEach(visit)
    if (child.kind !== 'passage') return
    for (let place = 0; place < Math.max(0, ...lanes.map(({ languages }) => languages.length)); place++) {
      const beside = lanes.flatMap(({ languages }) => languages[place] ?? [])
      levelVersions(
        beside.map((lang) => rowsIn(child.cells.get(lang) ?? null)),
        rows,
      )
    }
  }
  box.children.forEach(visit)
}

function levelVersions(
  versions: readonly (readonly BlockBox[])[],
  rows: ReadonlyMap<BlockBox, OpenRow>,
): void {
  for (let index = 0; index < Math.max(0, ...versions.map(({ length }) => length)); index++) {
    const level = versions.flatMap((boxes) => {
      const row = boxes[index]
      const found = row && rows.get(row)
      return found ? [found] : []
    })
    const height = Math.max(0, ...level.map((row) => row.height))
    for (const row of level) row.height = height
  }
}

/** The rows that a version holds. */
export function rowsIn(version: BlockBox | null): readonly BlockBox[] {
  return (version?.children ?? []).flatMap((child): readonly BlockBox[] => {
    if (child.kind !== 'block') return []
    return child.style.display === 'table-row' ? [child] : rowsIn(child)
  })
}

/** The rows of one version of a passage as a column. */
export function galleyOfRows(version: BlockBox, rows: TableRows, measure: Pt): Galley {
  const set = rowsIn(version).flatMap((box) => rows.get(box) ?? [])
  const starts = new Map<number, number>([[version.element.index, 0]])
  set.forEach((row, index) => {
    for (const element of row.starts) starts.set(element, index)
  })
  return {
    measure,
    items: set.map(({ item }, index) => (index > 0 ? { ...item, penalty: Number.POSITIVE_INFINITY } : item)),
    decorations: set.flatMap(({ decoration }, index) =>
      decoration ? { ...decoration, from: index, to: index + 1 } : [],
    ),
    heads: [],
    starts,
    spaceBefore: Math.max(0, version.style.margin.top),
    spaceAfter: Math.max(0, version.style.margin.bottom),
    isKeptWithNext: false,
  }
}

/** Adds a table that stands in one column: captions and rows below each other, its head for the pages it goes on to. */
export function addTable(column: Column, box: BlockBox, x: Pt, width: Pt): void {
  const settings = { ...column.settings, measure: width }
  const { rows: open, width: own } = openLane(
    box,
    gridOf(box, null),
    { settings, isMirrored: false },
    column.report,
  )
  const rows = new Map(setRows(open, x, own).map((row, index) => [open[index]?.row.box, row]))
  let head: { readonly from: number; readonly to: number } | null = null
  /** The items of its rows below the head. */
  const body: number[] = []
  const visit = (child: Box, isCaptioned: boolean, isHead: boolean): void => {
    const row = child.kind === 'block' ? rows.get(child) : undefined
    if (row) {
      if (!isHead) body.push(column.items.length)
      addRow(column, row)
      return
    }
    if (child.kind !== 'block' || !isGroup(child)) {
      // A caption stays with its table.
      if (column.items.length > first) column.isKept = true
      addBox(column, child, x, width)
      if (isCaptioned) column.isKept = true
      return
    }
    const from = column.items.length
    const { style } = child
    column.starts.set(child.element.index, from)
    addBlank(column, edge(style.border.top, style.padding.top), false)
    for (const inner of child.children) {
      visit(inner, false, style.display === 'table-header-group')
      if (style.display === 'table-header-group') column.isKept = true
    }
    addBlank(column, edge(style.border.bottom, style.padding.bottom), true)
    const to = column.items.length
    if (isDecorated(style) && to > from)
      column.decorations.push({ from, to, x, width: own, style, gaps: null })
    if (style.display === 'table-header-group' && to > from) {
      column.isKept = true
      head = { from, to }
    }
  }
  const first = column.items.length
  const isRows = (child: BlockBox): boolean => rows.has(child) || isGroup(child)
  const lastRow = box.children.findLastIndex((child) => child.kind === 'block' && isRows(child))
  box.children.forEach((child, index) => {
    visit(child, index < lastRow, false)
  })
  addHead(column, head)
  keepFirstAndLastRows(column, body, box.children[0]?.kind === 'block' && !isRows(box.children[0]))
}

function keepFirstAndLastRows({ items }: Column, body: readonly number[], isCaptioned: boolean): void {
  for (const index of strandingRows(body.length, isCaptioned)) {
    const at = body[index] ?? 0
    const item = items[at]
    if (item) items[at] = { ...item, penalty: Math.max(item.penalty, widowPenalty) }
  }
}

function addRow(column: Column, { item, decoration, starts, isJoined }: SetRow): void {
  const at = column.items.length
  if (isJoined) column.isKept = true
  addItem(column, item.height, 0, item.content, item.notes)
  if (decoration) column.decorations.push({ ...decoration, from: at, to: at + 1 })
  for (const element of starts) column.starts.set(element, at)
}

/** A head that fills half a page or more is not repeated. */
function addHead(column: Column, head: { readonly from: number; readonly to: number } | null): void {
  if (!head) return
  let height = 0
  for (const item of column.items.slice(head.from, head.to)) height += item.height
  if (height < column.settings.depth / 2) column.heads.push({ ...head, end: column.items.length })
}

function isGroup({ style }: BlockBox): boolean {
  return style.display === 'table-header-group' || style.display === 'table-row-group'
}

function reportWide({ element }: BlockBox, lang: Lang, over: Pt, report: Report): void {
  const hint =
    'let words be hyphenated (`hyphens: auto`), take a smaller `font-size` or less padding in the theme, or fewer columns'
  const { at, layout } = originOf(element, lang)
  report.warning(
    'layout/wide-table',
    `a table is ${over.toFixed(1)} pt wider than its column`,
    at,
    hint,
    ...layout,
  )
}
