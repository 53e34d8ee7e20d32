import type { Segment } from '../outline.ts'

/** An elliptical arc as a path has it (SVG 2, 9.3.8). */
export interface Arc {
  readonly rx: number
  readonly ry: number
  /** Degrees from the x axis to that of the ellipse. */
  readonly turn: number
  readonly isLarge: boolean
  /** Whether it runs the way of growing angles. */
  readonly isPositive: boolean
}

type Point = readonly [x: number, y: number]

/** An arc as cubic curves of at most a quarter each: off by less than 0.03 % of the radius. */
export function arcTo(from: Point, arc: Arc, to: Point): readonly Segment[] {
  const [[x1, y1], [x2, y2]] = [from, to]
  if (x1 === x2 && y1 === y2) return []
  if (arc.rx === 0 || arc.ry === 0) return [['L', x2, y2]]
  const { center, rx, ry, start, sweep } = centerOf(from, arc, to)
  const turn = (arc.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const place = (x: number, y: number): Point => [
    center[0] + rx * cos * x - ry * sin * y,
    center[1] + rx * sin * x + ry * cos * y,
  ]
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  // The control points of an arc of a unit circle stand so far along its tangents.
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, index): Segment => {
    const [a, b] = [start + index * step, start + (index + 1) * step]
    const end = index === count - 1 ? to : place(Math.cos(b), Math.sin(b))
    return [
      'C',
      ...place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      ...place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      ...end,
    ]
  })
}

/** From end points to center and angles (SVG 2, B.2.4), radii that are too small made larger (B.2.5). */
function centerOf([x1, y1]: Point, arc: Arc, [x2, y2]: Point) {
  const turn = (arc.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [halfX, halfY] = [(x1 - x2) / 2, (y1 - y2) / 2]
  const [x, y] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX]
  const [wantedX, wantedY] = [Math.abs(arc.rx), Math.abs(arc.ry)]
  const growth = Math.max(1, Math.hypot(x / wantedX, y / wantedY))
  const [rx, ry] = [wantedX * growth, wantedY * growth]
  const distance = (x / rx) ** 2 + (y / ry) ** 2
  const side = arc.isLarge === arc.isPositive ? -1 : 1
  const shift = distance === 0 ? 0 : side * Math.sqrt(Math.max(0, 1 / distance - 1))
  const [cx, cy] = [(shift * rx * y) / ry, (-shift * ry * x) / rx]
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx)
  const end = Math.atan2((-y - cy) / ry, (-x - cx) / rx)
  const whole = 2 * Math.PI
  const sweep = arc.isPositive ? (end - start + whole) % whole : -((start - end + whole) % whole)
  const center: Point = [cos * cx - sin * cy + (x1 + x2) / 2, sin * cx + cos * cy + (y1 + y2) / 2]
  return { center, rx, ry, start, sweep }
}
