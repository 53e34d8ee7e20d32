/**
 * Rows with the filter before each that leaves the smallest differences (PNG 12.7): none, the pixel to the left, or the
 * row above. `size` is that of a row, `pixelSize` that of a pixel, in bytes.
 */
export function filterRows(samples: Uint8Array, size: number, pixelSize: number): Uint8Array {
  const count = samples.length / size
  const filtered = new Uint8Array(count * (1 + size))
  for (let row = 0; row < count; row++) {
    const from = row * size
    const filter = smallest(samples, from, size, pixelSize)
    filtered[from + row] = filter
    const back = distance(filter, size, pixelSize)
    for (let index = 0; index < size; index++) {
      filtered[from + row + 1 + index] =
        (samples[from + index] ?? 0) - before(samples, from, index, filter, back)
    }
  }
  return filtered
}

/** How far back the byte stands that is taken away. */
function distance(filter: number, size: number, pixelSize: number): number {
  return filter === 1 ? pixelSize : size
}

function before(samples: Uint8Array, from: number, index: number, filter: number, back: number): number {
  if (filter === 0 || (filter === 1 && index < back)) return 0
  return samples[from + index - back] ?? 0
}

/** The least sum of differences, taken as signed bytes. */
function smallest(samples: Uint8Array, from: number, size: number, pixelSize: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let filter = 0; filter <= 2; filter++) {
    const back = distance(filter, size, pixelSize)
    let sum = 0
    for (let index = 0; index < size; index++) {
      const difference = ((samples[from + index] ?? 0) - before(samples, from, index, filter, back)) & 0xff
      sum += difference < 128 ? difference : 256 - difference
    }
    if (sum < least) [best, least] = [filter, sum]
  }
  return best
}
