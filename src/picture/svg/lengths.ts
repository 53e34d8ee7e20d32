import { largestNumber } from './limits.ts'

/** Pixels of the units that a drawing may have (CSS Values 4, 6.2); without one a number is pixels. */
const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
}

/** What lengths are relative to. */
export interface Measures {
  /** Of the coordinate system that percentages are of. */
  readonly width: number
  readonly height: number
  readonly fontSize: number
}

/** What a percentage is of: the width, the height, or their common measure (SVG 2, 8.9). */
export type Direction = 'x' | 'y' | 'other'

/** A length in pixels; null where it is none. */
export function readLength(text: string, direction: Direction, measures: Measures): number | null {
  const [, number, unit = ''] =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*|%)$/.exec(text.trim()) ?? []
  if (number === undefined) return null
  const scale = unit === '%' ? wholeOf(direction, measures) / 100 : scaleOf(unit.toLowerCase(), measures)
  const value = scale === null ? Number.NaN : Number(number) * scale
  return Math.abs(value) <= largestNumber ? value : null
}

function scaleOf(unit: string, { fontSize }: Measures): number | null {
  if (unit === 'em' || unit === 'rem') return fontSize
  // The faces of a drawing are not known here: half an em is what CSS falls back on (Values 4, 6.1.1).
  if (unit === 'ex' || unit === 'ch') return fontSize / 2
  return Object.hasOwn(pixels, unit) ? (pixels[unit] ?? null) : null
}

function wholeOf(direction: Direction, { width, height }: Measures): number {
  if (direction === 'x') return width
  return direction === 'y' ? height : Math.hypot(width, height) / Math.SQRT2
}
