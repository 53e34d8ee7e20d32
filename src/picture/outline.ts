/**
 * A step of an outline (ISO 32000-1, 8.5.2): begin, line to, cubic curve over two control points, close. Coordinates are
 * absolute, in order x before y.
 */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']
