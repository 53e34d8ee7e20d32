import type { Size } from '../base/length.ts'
import type { Box } from './sheet.ts'

/** Where a box comes to lie when its side is turned by 180 degrees. */
export function turnedBox({ x, y, width, height }: Box, size: Size): Box {
  return { x: size.width - x - width, y: size.height - y - height, width, height }
}

/** The least box around all of them; `none` without any. */
export function around(boxes: readonly Box[], none: Box): Box {
  if (boxes.length === 0) return none
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return boxBetween(left, top, right, bottom)
}

/** A box enlarged by the same length on all sides, as far as it lies within another. */
export function enlarged({ x, y, width, height }: Box, by: number, within: Box): Box {
  const [left, top] = [Math.max(x - by, within.x), Math.max(y - by, within.y)]
  const right = Math.min(x + width + by, within.x + within.width)
  const bottom = Math.min(y + height + by, within.y + within.height)
  return boxBetween(left, top, Math.max(left, right), Math.max(top, bottom))
}

export function boxBetween(left: number, top: number, right: number, bottom: number): Box {
  return { x: left, y: top, width: right - left, height: bottom - top }
}
