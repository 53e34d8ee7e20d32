import type { Segment } from './outline.ts'

/** The smallest box around something, without the width of strokes. */
export interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The box around an outline: of its curves themselves, not of their control points; null where it is empty. */
export function extentOf(outline: readonly Segment[]): Extent | null {
  const [xs, ys]: [number[], number[]] = [[], []]
  let [x, y] = [0, 0]
  for (const segment of outline) {
    if (segment[0] === 'Z') continue
    if (segment[0] === 'C') {
      xs.push(...turningValues(x, segment[1], segment[3], segment[5]))
      ys.push(...turningValues(y, segment[2], segment[4], segment[6]))
      ;[x, y] = [segment[5], segment[6]]
    } else [x, y] = [segment[1], segment[2]]
    xs.push(x)
    ys.push(y)
  }
  if (xs.length === 0) return null
  return { left: least(xs), top: least(ys), right: -least(negative(xs)), bottom: -least(negative(ys)) }
}

/** The box around boxes. */
export function united(extents: readonly (Extent | null)[]): Extent | null {
  let all: Extent | null = null
  for (const one of extents) {
    if (one === null) continue
    all = all
      ? {
          left: Math.min(all.left, one.left),
          top: Math.min(all.top, one.top),
          right: Math.max(all.right, one.right),
          bottom: Math.max(all.bottom, one.bottom),
        }
      : one
  }
  return all
}

// A spread of a hundred thousand arguments is more than a call may have.
function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}

function negative(values: readonly number[]): readonly number[] {
  return values.map((value) => -value)
}

/** What a cubic Bézier curve comes to where it turns: where its derivative, a quadratic, is 0. */
function turningValues(p: number, q: number, r: number, s: number): readonly number[] {
  const [a, b, c] = [s - 3 * r + 3 * q - p, 2 * (r - 2 * q + p), q - p]
  const times = Math.abs(a) < 1e-12 ? [-c / b] : rootsOf(a, b, c)
  return times
    .filter((t) => t > 0 && t < 1)
    .map((t) => (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s)
}

function rootsOf(a: number, b: number, c: number): readonly number[] {
  const square = b * b - 4 * a * c
  if (square < 0) return []
  const root = Math.sqrt(square)
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
}
