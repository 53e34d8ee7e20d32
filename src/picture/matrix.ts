import type { Segment } from './outline.ts'

/** `a b c d e f`: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3; SVG 2, 8.5). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** What `inner` does first and `outer` then: what is inside a group is moved by its own transform, then by the group's. */
export function composed(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** How much it stretches areas; negative where it mirrors. */
export function determinant([a, b, c, d]: Matrix): number {
  return a * d - b * c
}

/** By how much it stretches every length, where it stretches all alike; else null. */
export function commonScale(matrix: Matrix): number | null {
  const [a, b, c, d] = matrix
  const scale = Math.sqrt(Math.abs(determinant(matrix)))
  const isAlike = Math.abs(a * c + b * d) <= 1e-6 * scale * scale
  return isAlike && Math.abs(Math.hypot(a, b) - scale) <= 1e-6 * scale ? scale : null
}

/** An outline through a transform: the curve of the moved points is the moved curve. */
export function movedOutline(outline: readonly Segment[], matrix: Matrix): readonly Segment[] {
  return matrix === identity ? outline : outline.map((segment) => movedSegment(segment, matrix))
}

function movedSegment(segment: Segment, matrix: Matrix): Segment {
  if (segment[0] === 'Z') return segment
  const [name, x, y] = segment
  if (name !== 'C') return [name, ...moved(matrix, x, y)]
  return [
    'C',
    ...moved(matrix, x, y),
    ...moved(matrix, segment[3], segment[4]),
    ...moved(matrix, segment[5], segment[6]),
  ]
}
