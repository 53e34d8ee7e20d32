import { type Pt, pointsPer } from '../base/length.ts'
import type { PressWish } from '../content/press-wish.ts'

const mm: Pt = pointsPer('mm') ?? 0
const a5 = { width: 148 * mm, height: 210 * mm }

/** As far as half a letter is from A5, and a little more. */
const farthest = 0.08

/** Whether pages are bound at about the size of A5: half an A4 or a letter sheet. */
export function isForA5({ scheme, paper, scale }: PressWish): boolean {
  if (paper === null || (scheme.kind !== 'saddle' && scheme.kind !== 'perfect')) return false
  if (typeof scale === 'number') return false
  const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)]
  const [width, height] = folded(short, long, scheme.up)
  return isNear(width, a5.width) && isNear(height, a5.height)
}

/** A sheet after as many folds as make so many pages of its sides, each across its longer side. */
function folded(short: Pt, long: Pt, up: number): readonly [short: Pt, long: Pt] {
  if (up === 1) return [short, long]
  const half = long / 2
  return folded(Math.min(short, half), Math.max(short, half), up / 2)
}

function isNear(length: Pt, other: Pt): boolean {
  return Math.abs(length / other - 1) <= farthest
}
