import { longestIncreasing } from './increasing.ts'
import { commonPairs } from './myers.ts'

/** A place in one sequence and one in another at which they have the same. */
export type Match = readonly [before: number, after: number]

/**
 * What two sequences have in common, in order: as much as there can be where they differ little. Where they differ by
 * more than `mostDifferences`, what stands once in both is held fast (patience diff), and what lies between compared.
 */
export function align(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  most = mostDifferences,
): readonly Match[] {
  const whole = { before, after, from: [0, 0], to: [before.length, after.length] } as const
  const direct = commonPairs(whole, most)
  if (direct !== null) return direct
  const matches: Match[] = []
  let from: Match = [0, 0]
  for (const anchor of [...anchors(before, after), [before.length, after.length] as const]) {
    for (const match of commonPairs({ before, after, from, to: anchor }, most) ?? []) matches.push(match)
    if (anchor[0] < before.length) matches.push(anchor)
    from = [anchor[0] + 1, anchor[1] + 1]
  }
  return matches
}

/** The search takes memory by the square of it: a thousand is 4 MB, and more differences than a reader goes through. */
const mostDifferences = 1000

/** The longest run in order of what stands just once in each sequence. */
function anchors(before: ArrayLike<number>, after: ArrayLike<number>): readonly Match[] {
  const places = placesOfUnique(after)
  const pairs: Match[] = []
  for (const [value, at] of placesOfUnique(before)) {
    const there = places.get(value)
    if (there !== undefined) pairs.push([at, there])
  }
  return longestIncreasing(pairs.map(([, at]) => at)).flatMap((index) => pairs.slice(index, index + 1))
}

function placesOfUnique(values: ArrayLike<number>): ReadonlyMap<number, number> {
  const places = new Map<number, number>()
  const repeated = new Set<number>()
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0
    if (places.has(value)) repeated.add(value)
    else places.set(value, at)
  }
  for (const value of repeated) places.delete(value)
  return places
}
