/** The modules of a square symbol, row by row: 1 where one is dark. */
export type Modules = Uint8Array

/** A symbol of level M as its maker gives it: which modules are dark, and a number above 0 for those that hold no data. */
export interface Unmasked {
  readonly size: number
  readonly data: readonly (readonly boolean[])[]
  readonly types: readonly (readonly number[])[]
}

/**
 * The symbol under the mask that readers see best through (ISO/IEC 18004, 7.8): that of the least penalty. It comes with
 * mask 0 on it.
 */
export function bestMasked(symbol: Unmasked): Modules {
  const { size } = symbol
  const { plain, inverted } = readSymbol(symbol)
  let best: Modules = plain
  let least = Number.POSITIVE_INFINITY
  for (const [mask, format] of formats.entries()) {
    const modules = plain.slice()
    for (let at = 0; at < modules.length; at++)
      modules[at] = (plain[at] ?? 0) ^ (((inverted[at] ?? 0) >> mask) & 1)
    drawFormat(modules, size, format)
    const penalty = penaltyOf(modules, size)
    if (penalty < least) [best, least] = [modules, penalty]
  }
  return best
}

/** Modules without a mask, and of each a bit for each mask that inverts it. */
function readSymbol({ size, data, types }: Unmasked): {
  readonly plain: Modules
  readonly inverted: Uint8Array
} {
  const [plain, inverted] = [new Uint8Array(size * size), new Uint8Array(size * size)]
  for (let row = 0, at = 0; row < size; row++) {
    const [modules, kinds] = [data[row] ?? [], types[row] ?? []]
    for (let column = 0; column < size; column++, at++) {
      const bits = kinds[column] === 0 ? (patterns[period * (row % period) + (column % period)] ?? 0) : 0
      inverted[at] = bits
      plain[at] = (modules[column] ? 1 : 0) ^ (bits & 1)
    }
  }
  return { plain, inverted }
}

/** After so many rows and columns all masks begin anew. */
const period = 12

/** Of each place in a period a bit for each mask that inverts it: table 10, with i the row and j the column. */
const patterns: Uint8Array = Uint8Array.from({ length: period * period }, (_, place) => {
  const [i, j] = [Math.floor(place / period), place % period]
  const remainders = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ]
  return remainders.reduce((bits, remainder, mask) => bits | (remainder === 0 ? 1 << mask : 0), 0)
})

/** By mask: what says level M and the mask, with its correction (table C.1). */
const formats = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0]

/** Figure 25: once around the upper left finder pattern, once beside the two others; bit 0 is the last. */
function drawFormat(modules: Modules, size: number, format: number): void {
  for (let bit = 0; bit < 15; bit++) {
    const value = (format >> bit) & 1
    const near = bit < 6 ? bit : bit < 8 ? bit + 1 : 0
    if (bit < 8) {
      modules[near * size + 8] = value
      modules[8 * size + size - 1 - bit] = value
    } else {
      modules[8 * size + (bit === 8 ? 7 : 14 - bit)] = value
      modules[(size - 15 + bit) * size + 8] = value
    }
  }
}

/** Table 11. */
const [longRun, block, finder, imbalance] = [3, 3, 40, 10]

function penaltyOf(modules: Modules, size: number): number {
  const runs = new Uint16Array(size + 2)
  let penalty = 0
  for (let line = 0; line < size; line++)
    penalty += linePenalty(modules, size * line, 1, runs) + linePenalty(modules, line, size, runs)
  let dark = 0
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column < size; column++, at++) {
      const module = modules[at] ?? 0
      dark += module
      const isCorner = row + 1 < size && column + 1 < size
      if (
        isCorner &&
        module === modules[at + 1] &&
        module === modules[at + size] &&
        module === modules[at + size + 1]
      )
        penalty += block
    }
  const total = size * size
  return penalty + imbalance * (Math.ceil(Math.abs(20 * dark - 10 * total) / total) - 1)
}

/** Of a row or column: runs of five and more, and what could be taken for a finder pattern. `runs` is room for them. */
function linePenalty(modules: Modules, start: number, step: number, runs: Uint16Array): number {
  const size = runs.length - 2
  // Light runs at even places, dark ones at odd ones; the quiet zone is part of the first and the last, which are light.
  let [count, length, color, penalty] = [0, 0, 0, 0]
  for (let index = 0, at = start; index < size; index++, at += step) {
    if (modules[at] === color) length++
    else {
      if (length >= 5) penalty += length - 5 + longRun
      runs[count++] = length
      color = 1 - color
      length = 1
    }
  }
  if (length >= 5) penalty += length - 5 + longRun
  runs[count++] = length
  if (color === 1) runs[count++] = 0
  runs[0] = (runs[0] ?? 0) + size
  runs[count - 1] = (runs[count - 1] ?? 0) + size
  for (let at = 1; at + 5 < count; at += 2) penalty += finder * findersAt(runs, at)
  return penalty
}

/** Dark and light as 1 : 1 : 3 : 1 : 1 from a dark run on, beside light of four, on either side. */
function findersAt(runs: Uint16Array, at: number): number {
  const unit = runs[at] ?? 0
  if (runs[at + 1] !== unit || runs[at + 2] !== 3 * unit || runs[at + 3] !== unit || runs[at + 4] !== unit)
    return 0
  const [before, after] = [runs[at - 1] ?? 0, runs[at + 5] ?? 0]
  const isLight = before >= unit && after >= unit
  return isLight ? (before >= 4 * unit ? 1 : 0) + (after >= 4 * unit ? 1 : 0) : 0
}
