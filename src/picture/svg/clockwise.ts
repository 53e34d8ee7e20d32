import type { Segment } from '../outline.ts'

/** An outline that runs clockwise on the whole (y downwards): itself, or all its parts turned around. */
export function clockwise(outline: readonly Segment[]): readonly Segment[] {
  const parts = partsOf(outline)
  const area = parts.reduce((sum, part) => sum + areaOf(part), 0)
  return area >= 0 ? outline : parts.flatMap(turnedAround)
}

type Point = readonly [x: number, y: number]
type Step = Extract<Segment, readonly ['M' | 'L', number, number] | readonly ['C', ...number[]]>

/** From where a part begins, over what follows. */
interface Part {
  readonly start: Point
  readonly steps: readonly Step[]
  readonly isClosed: boolean
}

function partsOf(outline: readonly Segment[]): readonly Part[] {
  const parts: { start: Point; steps: Step[]; isClosed: boolean }[] = []
  for (const segment of outline) {
    const part = parts.at(-1)
    if (segment[0] === 'M') parts.push({ start: [segment[1], segment[2]], steps: [], isClosed: false })
    else if (segment[0] !== 'Z') part?.steps.push(segment)
    else if (part) part.isClosed = true
  }
  return parts
}

/** Twice the area inside, by the points and control points; negative where it runs the other way. */
function areaOf({ start, steps }: Part): number {
  const points: Point[] = [start]
  for (const step of steps)
    for (let at = 1; at < step.length; at += 2) points.push([Number(step[at]), Number(step[at + 1])])
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? start
    return sum + x * nextY - nextX * y
  }, 0)
}

function turnedAround({ start, steps, isClosed }: Part): readonly Segment[] {
  const ends: readonly Point[] = [start, ...steps.map(endOf)]
  const last = ends.at(-1) ?? start
  const turned: Segment[] = [['M', ...last]]
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]
    const to = ends[index] ?? start
    if (step?.[0] === 'C') turned.push(['C', step[3], step[4], step[1], step[2], ...to])
    else turned.push(['L', ...to])
  }
  return isClosed ? [...turned, ['Z']] : turned
}

function endOf(step: Step): Point {
  return step[0] === 'C' ? [step[5], step[6]] : [step[1], step[2]]
}
