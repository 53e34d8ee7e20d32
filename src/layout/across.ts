import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Galley, Item } from './flow.ts'
import type { Lane } from './geometry.ts'
import { galleyOf } from './walk.ts'

/** One item of what stands across the lanes: in the first lane itself, in each other one its height. */
export interface AcrossRow {
  readonly cells: readonly (Galley | null)[]
  /** Blank before it inside what it is part of. */
  readonly space: Pt
  readonly penalty: number
}

export function acrossRows(
  content: Galley,
  lanes: readonly Lane[],
  languages: readonly Lang[],
): readonly AcrossRow[] {
  const x = lanes[0]?.x ?? 0
  const starts = content.items.map(() => new Map<number, number>())
  for (const [element, index] of content.starts) starts[Math.min(index, starts.length - 1)]?.set(element, 0)
  return content.items.map((item, index): AcrossRow => {
    const cells = lanes.map((lane, place): Galley | null => {
      if (place === 0) return galleyOf(content.measure, { ...item, space: 0, penalty: 0 }, starts[index])
      return place === lanes.length - 1
        ? null
        : galleyOf(lane.width, placeholder(item, lane.x - x, languages[place] ?? null))
    })
    return { cells, space: index > 0 ? item.space : 0, penalty: item.penalty }
  })
}

/** The height of an item in another lane; of a picture also its area, for the tag of the lane's language. */
function placeholder({ height, content }: Item, distance: Pt, lang: Lang | null): Item {
  const area =
    content?.kind === 'picture' ? { ...content, picture: null, x: content.x - distance, lang } : null
  return { height, space: 0, penalty: 0, content: area, notes: [] }
}
