import type { Lang } from '../../base/lang.ts'
import type { Box, PassageBox } from '../../style/box.ts'
import { widowPenalty } from '../column.ts'
import { heightOf, openFrame, sectionOf, type Walk } from '../walk.ts'
import { rowsIn } from './table.ts'
import { strandingRows } from './table-breaks.ts'
import type { EdgeLanes, TableLanePlace } from './table-gaps.ts'

export function isCaption(box: Box): boolean {
  return box.kind === 'passage' && [...box.cells.values()].every((cell) => rowsIn(cell).length === 0)
}

/** What closes here is the head of the table: it is repeated unless it fills half a page. */
export function closeHead(walk: Walk, from: number): void {
  const { rows } = sectionOf(walk)
  const to = rows.length
  if (!walk.table || to === from) return
  let height = 0
  for (let index = from; index < to; index++) {
    const row = rows[index]
    if (!row) continue
    if (index > from) rows[index] = { ...row, penalty: Number.POSITIVE_INFINITY }
    height += Math.max(0, ...row.cells.map(heightOf)) + (index > from ? row.space : 0)
  }
  walk.isKept = true
  const { depth } = openFrame(walk).text
  if (height < depth / 2) walk.table.head = { from, to, height }
}

export function isJoined({ table }: Walk, box: PassageBox): boolean {
  if (!table) return false
  return [...box.cells.values()].some((cell) =>
    rowsIn(cell).some((row) => table.rows.get(row)?.isJoined === true),
  )
}

/** Whether a passage is a row of the open table, below its head. */
export function isBodyRow({ table, containers }: Walk, { cells }: PassageBox): boolean {
  if (!table || containers.some(({ box }) => box.style.display === 'table-header-group')) return false
  return [...cells.values()].some((cell) => rowsIn(cell).length > 0)
}

/** Lets no break strand a single row of the open table, where its rows are in one section. */
export function keepFirstAndLastRows(walk: Walk, isCaptioned: boolean): void {
  const { rows } = sectionOf(walk)
  const body = walk.table?.body ?? []
  for (const index of strandingRows(body.length, isCaptioned)) {
    const at = body[index] ?? 0
    const row = rows[at]
    if (row) rows[at] = { ...row, penalty: Math.max(row.penalty, widowPenalty) }
  }
}

/** The lanes of the languages, without the axis, at the upper and at the lower edge of a passage. */
export function edgeLanes(walk: Walk, { cells }: PassageBox): EdgeLanes {
  const { text, lanes, rows } = openFrame(walk)
  const shown = rows.filter((languages) => languages.some((lang) => cells.has(lang)))
  const lanesIn = (languages: readonly Lang[] = []): readonly TableLanePlace[] =>
    languages.map((lang, index) => {
      const { x, width } = lanes[index] ?? { x: text.x, width: 0 }
      return { lang, x: x - text.x, width }
    })
  return { top: lanesIn(shown[0]), bottom: lanesIn(shown.at(-1)) }
}
