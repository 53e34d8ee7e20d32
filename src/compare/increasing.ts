/** The indices of a longest strictly increasing subsequence, ascending (Fredman 1975: by piles, n log n). */
export function longestIncreasing(values: readonly number[]): readonly number[] {
  /** On top of each pile, the index of the least value that ends a run of so many. */
  const tops: number[] = []
  const earlier: number[] = []
  for (const [index, value] of values.entries()) {
    const pile = firstPile(tops, values, value)
    earlier.push(tops[pile - 1] ?? -1)
    tops[pile] = index
  }
  const run: number[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = earlier[index] ?? -1) run.push(index)
  return run.reverse()
}

/** The first pile whose top is not less than a value. */
function firstPile(tops: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[tops[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
