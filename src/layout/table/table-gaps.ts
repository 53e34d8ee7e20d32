import type { Lang } from '../../base/lang.ts'
import { type Pt, tolerance } from '../../base/length.ts'
import type { PassageBox } from '../../style/box.ts'
import type { Extent, Gaps } from '../flow.ts'
import { rowsIn, type TableRows } from './table.ts'

/** The lane of a language, from the left edge of the text. */
export interface TableLanePlace {
  readonly lang: Lang
  readonly x: Pt
  readonly width: Pt
}

/** Those that meet the edges of a passage: side by side the same, of stacked ones the first and the last. */
export interface EdgeLanes {
  readonly top: readonly TableLanePlace[]
  readonly bottom: readonly TableLanePlace[]
}

/**
 * Where the rules of a passage of rows, which run through all lanes, are left out. A gap at a lane's inner edge takes the
 * gutter in, so that no rule ends in the white between two columns.
 */
export function gapsAcross({ cells, style }: PassageBox, rows: TableRows, lanes: EdgeLanes): Gaps | null {
  const left = style.margin.left
  const gapsOf = (lane: number, edge: keyof Gaps): readonly Extent[] => {
    const place = lanes[edge][lane]
    const boxes = rowsIn((place && cells.get(place.lang)) ?? null)
    const box = edge === 'top' ? boxes[0] : boxes.at(-1)
    const gaps = (box && rows.get(box)?.gaps[edge]) ?? []
    return gaps.map((gap) => inText(gap, lane, lanes[edge], left))
  }
  const all = (edge: keyof Gaps) => lanes[edge].flatMap((_, lane) => gapsOf(lane, edge))
  const gaps = { top: all('top'), bottom: all('bottom') }
  return gaps.top.length + gaps.bottom.length > 0 ? gaps : null
}

/** A gap of a lane as one of the whole text, from `left` on. */
function inText({ x, width }: Extent, lane: number, lanes: readonly TableLanePlace[], left: Pt): Extent {
  const [before, own, after] = [lanes[lane - 1], lanes[lane], lanes[lane + 1]]
  if (!own) return { x, width }
  const start = before && x <= tolerance ? before.x + before.width : own.x + x
  const end = after && x + width >= own.width - tolerance ? after.x : own.x + x + width
  return { x: start - left, width: end - start }
}
