import type { Pt } from '../../base/length.ts'

/** What makes a page worse, in squares of lines left blank; tuned on pages of 45 lines. */
export const costs = {
  /** A row that goes over a page. */
  split: 10,
  /** One that goes over a page though all that is left of it would fit: moved as a whole it leaves less of a hole. */
  needless: 500,
  /** A note that goes over to the next page. */
  note: 80,
  /** A last page of a section that holds next to nothing (see `scrap`): less than a widow, more than any blank before it. */
  short: 3000,
  /** Nothing legal fits. */
  overfull: 1e5,
} as const

export interface PageRoom {
  /** Height of the text area. */
  readonly depth: Pt
  /** How many of the cells count in the cost: the languages; an axis after them does not. */
  readonly lanes: number
  /** Height of the rule above the notes of a lane, with the spaces around it. */
  readonly noteHead: Pt
  /** Cuts looked at beyond the fullest, for each page; Infinity: all, the exact optimum. */
  readonly breadth: number
}

/** A last page that is filled to less than this share is a scrap: five Chinese lines of 36. */
export const scrap = 0.15

/** A line, where it is a measure of blank: a page has 45. */
export function lineOf({ depth }: PageRoom): Pt {
  return Math.max(depth, 1) / 45
}

/** The mean over the lanes of the blank below them, squared. */
export function fillCost(depths: Float64Array, room: PageRoom): number {
  const line = lineOf(room)
  let total = 0
  for (let lane = 0; lane < room.lanes; lane++) {
    const blank = (room.depth - (depths[lane] ?? 0)) / line
    total += blank * blank
  }
  return total / Math.max(1, room.lanes)
}

/** The last page of a section may be short, but not a scrap, unless it is the only one. */
export function lastPageCost(depths: Float64Array, room: PageRoom, isOnly: boolean): number {
  let deepest = 0
  for (let lane = 0; lane < room.lanes; lane++) deepest = Math.max(deepest, depths[lane] ?? 0)
  const filled = deepest / Math.max(room.depth, 1)
  return isOnly || filled >= scrap ? 0 : costs.short * (1.5 - 2 * filled)
}
