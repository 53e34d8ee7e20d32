import type { Pt } from '../../base/length.ts'
import type { Block } from './columns.ts'
import type { Course } from './lines.ts'
import { type Box, type Point, runsOf } from './shapes.ts'

/** What labels must not cover: marks, and the words that stand already. */
export interface Obstacles {
  readonly blocks: readonly Block[]
  readonly courses: readonly Course[]
  /** The points of lines, with their rings. */
  readonly points: readonly Box[]
  /** Boxes of words; those of labels are added. */
  readonly taken: Box[]
}

/** From the highest to the lowest place of something, y downwards. */
export interface Reach {
  readonly top: Pt
  readonly bottom: Pt
}

/** How high and low a line runs between two places; null where it does not come there. */
export function extentIn(course: Course, from: Pt, to: Pt): Reach | null {
  const met: Pt[] = []
  for (const run of runsOf(course)) {
    for (const [index, point] of run.entries()) {
      if (point.x >= from && point.x <= to) met.push(point.y)
      const next = run[index + 1]
      if (!next) continue
      for (const edge of [from, to])
        if (edge > point.x && edge < next.x)
          met.push(point.y + ((next.y - point.y) * (edge - point.x)) / (next.x - point.x))
    }
  }
  if (met.length === 0) return null
  return { top: least(met), bottom: -least(met.map((y) => -y)) }
}

/** Up and down to where marks reach within a distance of a place on both sides. */
export function reachOf(
  { x, y }: Point,
  near: Pt,
  { blocks, courses }: Pick<Obstacles, 'blocks' | 'courses'>,
): Reach {
  const [from, to] = [x - near, x + near]
  let [top, bottom] = [y, y]
  const meet = (one: Reach | null): void => {
    if (!one) return
    top = Math.min(top, one.top)
    bottom = Math.max(bottom, one.bottom)
  }
  for (const { box } of blocks) if (box.right > from && box.left < to) meet(box)
  for (const course of courses) meet(extentIn(course, from, to))
  return { top, bottom }
}

// A spread of very many arguments is more than a call may have.
function least(values: readonly Pt[]): Pt {
  return values.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY)
}
