import type { Pt } from '../../base/length.ts'
import type { Segment } from '../../picture/outline.ts'

export interface Point {
  readonly x: Pt
  readonly y: Pt
}

/** A rectangle, y downwards. */
export interface Box {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

export function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** Straight lines from point to point. */
export function polyline(points: readonly Point[]): Segment[] {
  return points.map(({ x, y }, index) => [index === 0 ? 'M' : 'L', x, y])
}

/** What is between a line and a level: closed along it. */
export function closedOn(points: readonly Point[], level: Pt): Segment[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  return [...polyline(points), ['L', last.x, level], ['L', first.x, level], ['Z']]
}

/** Of the length of a quarter's control arms, by which four curves come nearest to a circle. */
const kappa = 0.5522847498307936

export function circle({ x, y }: Point, radius: Pt): Segment[] {
  const arm = radius * kappa
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius]
  return [
    ['M', left, y],
    ['C', left, y - arm, x - arm, top, x, top],
    ['C', x + arm, top, right, y - arm, right, y],
    ['C', right, y + arm, x + arm, bottom, x, bottom],
    ['C', x - arm, bottom, left, y + arm, left, y],
    ['Z'],
  ]
}

/** Shapes of one area that are told apart without colour: a disc, a square, a triangle, a lozenge, and again. */
export function symbol(index: number, at: Point, radius: Pt): Segment[] {
  const { x, y } = at
  const corners = (...places: readonly (readonly [number, number])[]): Segment[] => [
    ...polyline(places.map(([dx, dy]) => ({ x: x + dx * radius, y: y + dy * radius }))),
    ['Z'],
  ]
  switch (index % 4) {
    case 0:
      return circle(at, radius)
    case 1:
      return corners([-0.886, -0.886], [0.886, -0.886], [0.886, 0.886], [-0.886, 0.886])
    case 2:
      return corners([0, -1.347], [1.347, 0.986], [-1.347, 0.986])
    default:
      return corners([0, -1.253], [1.253, 0], [0, 1.253], [-1.253, 0])
  }
}

/**
 * Lines at 45°, rising to the right, in a rectangle, `step` apart along either axis. They stand where they would in any
 * other rectangle: hatches side by side are one.
 */
export function hatch({ left, top, right, bottom }: Box, step: Pt): Segment[] {
  const outline: Segment[] = []
  for (let n = Math.ceil((left + top) / step); n * step < right + bottom; n++) {
    const sum = n * step
    const [lower, upper] = [Math.min(bottom, sum - left), Math.max(top, sum - right)]
    if (lower - upper < 1e-6) continue
    outline.push(['M', sum - lower, lower], ['L', sum - upper, upper])
  }
  return outline
}

/** A line cut into dashes: lengths of dashes and gaps in turn; none, and it is solid. */
export function dashed(points: readonly Point[], pattern: readonly Pt[]): Segment[] {
  const [first] = points
  if (!first || pattern.length === 0) return polyline(points)
  const outline: Segment[] = [['M', first.x, first.y]]
  let index = 0
  let left = pattern[0] ?? 0
  for (const [at, to] of points.entries()) {
    const from = points[at - 1]
    if (!from) continue
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    let done = 0
    while (length - done > left) {
      done += left
      const share = done / length
      const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
      outline.push([index % 2 === 0 ? 'L' : 'M', x, y])
      index++
      left = Math.max(0.1, pattern[index % pattern.length] ?? 0)
    }
    left -= length - done
    if (index % 2 === 0) outline.push(['L', to.x, to.y])
  }
  return outline
}

/** The stretches of a line that have points, without those between. */
export function runsOf(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = []
  let open: Point[] | null = null
  for (const point of points) {
    if (point === null) {
      open = null
      continue
    }
    if (open === null) {
      open = []
      runs.push(open)
    }
    open.push(point)
  }
  return runs
}
