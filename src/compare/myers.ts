import type { Match } from './align.ts'

/** A stretch of each of two sequences, ends excluded. */
export interface Stretches {
  readonly before: ArrayLike<number>
  readonly after: ArrayLike<number>
  readonly from: Match
  readonly to: Match
}

/**
 * The longest common subsequence of two stretches, as pairs of places (Myers 1986, An O(ND) Difference Algorithm, the
 * greedy one); null where more than `most` must be taken away and added.
 */
export function commonPairs(stretches: Stretches, most: number): readonly Match[] | null {
  const { from, to, head, tail } = trimmed(stretches)
  const { before, after } = stretches
  const [n, m] = [to[0] - from[0], to[1] - from[1]]
  const pairs = n === 0 || m === 0 ? [] : search(before, after, from, [n, m], most)
  return pairs && [...head, ...pairs, ...tail]
}

/** What both begin and end with needs no search. */
function trimmed({ before, after, from: [a, b], to: [c, d] }: Stretches) {
  const [head, tail]: [Match[], Match[]] = [[], []]
  while (a < c && b < d && before[a] === after[b]) head.push([a++, b++])
  while (a < c && b < d && before[c - 1] === after[d - 1]) tail.push([--c, --d])
  return { from: [a, b] as const, to: [c, d] as const, head, tail: tail.reverse() }
}

function search(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  [fromBefore, fromAfter]: Match,
  [n, m]: readonly [number, number],
  most: number,
): readonly Match[] | null {
  const limit = Math.min(most, n + m)
  // The farthest x on each diagonal k = x - y, which lies from -d - 1 to d + 1.
  const farthest = new Int32Array(2 * limit + 3)
  const middle = limit + 1
  const trace: Int32Array[] = []
  for (let d = 0; d <= limit; d++) {
    trace.push(farthest.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      let x = firstStep(farthest, middle, k, d)
      while (x < n && x - k < m && before[fromBefore + x] === after[fromAfter + x - k]) x++
      farthest[middle + k] = x
      if (x >= n && x - k >= m) return retraced(trace, [n, m], [fromBefore, fromAfter])
    }
  }
  return null
}

/** Down from the diagonal above (something is added), or to the right from the one below (something is taken away). */
function firstStep(farthest: Int32Array, middle: number, k: number, d: number): number {
  const [below, above] = [farthest[middle + k - 1] ?? 0, farthest[middle + k + 1] ?? 0]
  return k === -d || (k !== d && below < above) ? above : below + 1
}

function retraced(trace: readonly Int32Array[], [n, m]: Match, [fromBefore, fromAfter]: Match): Match[] {
  const pairs: Match[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d >= 0; d--) {
    const farthest = trace[d] ?? new Int32Array(0)
    const middle = d + 1
    const k = x - y
    const start = d === 0 ? 0 : firstStep(farthest, middle, k, d)
    while (x > start && y > start - k) pairs.push([fromBefore + --x, fromAfter + --y])
    if (d === 0) break
    const isDown = k === -d || (k !== d && start === farthest[middle + k + 1])
    if (isDown) y = x - (k + 1)
    else [x, y] = [x - 1, x - 1 - (k - 1)]
  }
  return pairs.reverse()
}
