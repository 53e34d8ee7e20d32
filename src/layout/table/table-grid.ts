import type { Lang } from '../../base/lang.ts'
import type { BlockBox, Box } from '../../style/box.ts'

/** The rows of a table in one lane, with their cells in columns. */
export interface Grid {
  readonly columns: number
  readonly rows: readonly GridRow[]
  /** Whether rows of several languages take turns: then those that one cell covers do not stand below each other. */
  readonly isStacked: boolean
}

export interface GridRow {
  readonly box: BlockBox
  readonly cells: readonly GridCell[]
  /** Whether a cell goes over from the row before it. */
  readonly isJoined: boolean
}

export interface GridCell {
  readonly box: BlockBox
  /** Its first column, and how many columns and rows it covers. */
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** More columns or rows than a cell can cover are a slip of the pen (HTML, 4.9.11). */
const mostColumns = 1000

/**
 * The grid of a table. `languages` are those of the lane where each row is a passage, whose rows come one language after
 * the other; null where the table stands in one version. A cell ends with its group of rows (HTML, 4.9.12).
 */
export function gridOf(table: BlockBox, languages: readonly Lang[] | null): Grid {
  const rows = (languages ?? [null]).flatMap((lang) => groupsIn(table, lang)).flatMap(rowsOf)
  const ends = rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns))
  return { columns: Math.max(0, ...ends), rows, isStacked: languages !== null && languages.length > 1 }
}

/** The rows of each group; rows outside of groups are one together. */
function groupsIn(table: BlockBox, lang: Lang | null): readonly (readonly BlockBox[])[] {
  const groups: BlockBox[][] = [[]]
  const visit = (box: Box): void => {
    if (box.kind === 'passage') {
      const cell = lang === null ? null : (box.cells.get(lang) ?? null)
      if (cell) visit(cell)
      return
    }
    if (box.kind !== 'block') return
    if (box.style.display === 'table-row') {
      groups.at(-1)?.push(box)
      return
    }
    const isGroup = box.style.display === 'table-header-group' || box.style.display === 'table-row-group'
    if (isGroup) groups.push([])
    for (const child of box.children) visit(child)
    if (isGroup) groups.push([])
  }
  for (const child of table.children) visit(child)
  return groups.filter((rows) => rows.length > 0)
}

function rowsOf(boxes: readonly BlockBox[]): readonly GridRow[] {
  /** For each column, how many rows from here on a cell above still covers. */
  const covered: number[] = []
  return boxes.map((box, index) => {
    const isJoined = covered.some((rows) => rows > 0)
    const cells: GridCell[] = []
    let column = 0
    for (const cell of cellsIn(box)) {
      while ((covered[column] ?? 0) > 0) column++
      const columns = spanOf(cell, 'colspan')
      const rows = Math.min(spanOf(cell, 'rowspan'), boxes.length - index)
      cells.push({ box: cell, column, columns, rows })
      for (let at = column; at < column + columns; at++) covered[at] = Math.max(covered[at] ?? 0, rows)
      column += columns
    }
    for (let at = 0; at < covered.length; at++) covered[at] = Math.max(0, (covered[at] ?? 0) - 1)
    return { box, cells, isJoined }
  })
}

/** What stands in a row outside of a cell gets one of its own (CSS 2.2, 17.2.1). */
function cellsIn(row: BlockBox): readonly BlockBox[] {
  return row.children.flatMap((child): readonly BlockBox[] => {
    if (child.kind === 'block') return [child]
    if (child.kind !== 'paragraph') return []
    return [{ kind: 'block', element: child.element, style: child.style, marker: null, children: [child] }]
  })
}

function spanOf({ element }: BlockBox, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(element.attrs.get(name) ?? '1', 10)
  return span >= 1 ? Math.min(span, mostColumns) : 1
}

export function classesOf({ element }: BlockBox): readonly string[] {
  return (element.attrs.get('class') ?? '').split(/\s+/)
}
