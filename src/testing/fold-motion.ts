import type { Pt } from '../base/length.ts'

/** Where a point comes to lie: x' = ax + cy + e, y' = bx + dy + f. Y is downwards, so that a quarter turn is (0, 1, -1, 0). */
export interface Motion {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: Pt
  readonly f: Pt
}

export interface Rect {
  readonly left: Pt
  readonly top: Pt
  readonly right: Pt
  readonly bottom: Pt
}

export type Edge = 'left' | 'top' | 'right' | 'bottom'

/** Clockwise, each a quarter turn behind the one before it. */
export const edges: readonly Edge[] = ['left', 'top', 'right', 'bottom']

/** Across `x` stands a vertical line, across `y` a level one. */
export type Axis = 'x' | 'y'

export const still: Motion = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

export function compose(first: Motion, then: Motion): Motion {
  return {
    a: then.a * first.a + then.c * first.b,
    b: then.b * first.a + then.d * first.b,
    c: then.a * first.c + then.c * first.d,
    d: then.b * first.c + then.d * first.d,
    e: then.a * first.e + then.c * first.f + then.e,
    f: then.b * first.e + then.d * first.f + then.f,
  }
}

/** Over a line, to the other side of it: what was seen from above is seen from below. */
export function reflection(axis: Axis, at: Pt): Motion {
  return axis === 'x' ? { ...still, a: -1, e: 2 * at } : { ...still, d: -1, f: 2 * at }
}

/** Clockwise, about the origin. */
export function rotation(quarters: number): Motion {
  const turns: readonly Motion[] = [
    still,
    { a: 0, b: 1, c: -1, d: 0, e: 0, f: 0 },
    { a: -1, b: 0, c: 0, d: -1, e: 0, f: 0 },
    { a: 0, b: -1, c: 1, d: 0, e: 0, f: 0 },
  ]
  return turns[((quarters % 4) + 4) % 4] ?? still
}

export function translation(x: Pt, y: Pt): Motion {
  return { ...still, e: x, f: y }
}

export function isMirrored({ a, b, c, d }: Motion): boolean {
  return a * d - b * c < 0
}

export function moveRect({ left, top, right, bottom }: Rect, { a, b, c, d, e, f }: Motion): Rect {
  const x1 = a * left + c * top + e
  const x2 = a * right + c * bottom + e
  const y1 = b * left + d * top + f
  const y2 = b * right + d * bottom + f
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) }
}

/** Which edge of what is moved an edge becomes. */
export function moveEdge(edge: Edge, { a, b, c, d }: Motion): Edge {
  const [x, y] = { left: [-1, 0], top: [0, -1], right: [1, 0], bottom: [0, 1] }[edge] as [number, number]
  const dx = a * x + c * y
  if (dx !== 0) return dx < 0 ? 'left' : 'right'
  return b * x + d * y < 0 ? 'top' : 'bottom'
}
