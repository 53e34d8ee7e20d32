/**
 * Reads QR codes of level M back (ISO/IEC 18004), written after the standard and apart from what makes them: versions 1 to
 * 10 and 40. Nothing is mended: a code with one wrong bit is refused.
 */
export function readQrModules(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length
  const version = (size - 17) / 4
  const blocks = blocksOfM.get(version)
  if (!blocks) throw new Error(`no version of ${size} modules`)
  const dark = (row: number, column: number): boolean => modules[row]?.[column] === true
  const mask = readFormat(dark, size)
  const bits = readBits(dark, size, version, mask)
  const codewords = Array.from({ length: bits.length >> 3 }, (_, index) =>
    bits.slice(8 * index, 8 * index + 8).reduce((sum, bit) => 2 * sum + (bit ? 1 : 0), 0),
  )
  return decode(separated(codewords, blocks), version)
}

/** Table 9: codewords of correction a block, then how many blocks have how many of data. */
interface Blocks {
  readonly correction: number
  readonly data: readonly number[]
}

const blocksOfM: ReadonlyMap<number, Blocks> = new Map(
  (
    [
      [1, 10, [[1, 16]]],
      [2, 16, [[1, 28]]],
      [3, 26, [[1, 44]]],
      [4, 18, [[2, 32]]],
      [5, 24, [[2, 43]]],
      [6, 16, [[4, 27]]],
      [7, 18, [[4, 31]]],
      [
        8,
        22,
        [
          [2, 38],
          [2, 39],
        ],
      ],
      [
        9,
        22,
        [
          [3, 36],
          [2, 37],
        ],
      ],
      [
        10,
        26,
        [
          [4, 43],
          [1, 44],
        ],
      ],
      [
        40,
        28,
        [
          [18, 47],
          [31, 48],
        ],
      ],
    ] as const
  ).map(([version, correction, all]) => [
    version,
    { correction, data: all.flatMap(([count, length]) => Array<number>(count).fill(length)) },
  ]),
)

type Dark = (row: number, column: number) => boolean

/** 7.9: both copies of the level and the mask, with their correction; gives the mask. */
function readFormat(dark: Dark, size: number): number {
  const first = [0, 1, 2, 3, 4, 5, 7].map((column) => dark(8, column))
  const second = [8, 7, 5, 4, 3, 2, 1, 0].map((row) => dark(row, 8))
  const lower = Array.from({ length: 7 }, (_, index) => dark(size - 1 - index, 8))
  const right = Array.from({ length: 8 }, (_, index) => dark(8, size - 8 + index))
  const numberOf = (bits: readonly boolean[]) => bits.reduce((sum, bit) => 2 * sum + (bit ? 1 : 0), 0)
  const [one, other] = [numberOf([...first, ...second]), numberOf([...lower, ...right])]
  if (one !== other) throw new Error('its two formats differ')
  const format = one ^ 0b101010000010010
  let rest = format
  for (let bit = 14; bit >= 10; bit--) if ((rest >> bit) & 1) rest ^= 0b10100110111 << (bit - 10)
  if (rest !== 0) throw new Error('its format is damaged')
  if (format >> 13 !== 0) throw new Error('it is not of level M')
  return (format >> 10) & 7
}

/** Table 10, with i the row and j the column. */
const masks: readonly ((i: number, j: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
]

/** 7.7.3: two columns at a time from the right, upwards and downwards in turn, around what is no data. */
function readBits(dark: Dark, size: number, version: number, mask: number): readonly boolean[] {
  const isMasked = masks[mask]
  const bits: boolean[] = []
  let isUpwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = isUpwards ? size - 1 - step : step
      for (const column of [right, right - 1])
        if (!isFunction(row, column, size, version))
          bits.push(dark(row, column) !== (isMasked?.(row, column) ?? false))
    }
    isUpwards = !isUpwards
  }
  return bits
}

function isFunction(row: number, column: number, size: number, version: number): boolean {
  const isCorner = (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9)
  if (isCorner || row === 6 || column === 6) return true
  const far = size - 11
  if (version >= 7 && ((row < 6 && column >= far) || (column < 6 && row >= far))) return true
  const centers = centersOf(version)
  const last = centers.at(-1) ?? 0
  return centers.some((y) =>
    centers.some((x) => {
      const isFinder = (y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6)
      return !isFinder && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2
    }),
  )
}

/** Annex E. */
function centersOf(version: number): readonly number[] {
  if (version === 1) return []
  if (version === 40) return [6, 30, 58, 86, 114, 142, 170]
  const last = 4 * version + 10
  return version < 7 ? [6, last] : [6, (6 + last) / 2, last]
}

/** 7.6: the data of all blocks, each checked by its correction. */
function separated(codewords: readonly number[], { correction, data }: Blocks): readonly number[] {
  const all: number[][] = data.map(() => [])
  let at = 0
  for (let index = 0; index < Math.max(...data); index++)
    for (const [block, length] of data.entries()) if (index < length) all[block]?.push(codewords[at++] ?? 0)
  for (let index = 0; index < correction; index++) for (const block of all) block.push(codewords[at++] ?? 0)
  for (const block of all) checkBlock(block, correction)
  return all.flatMap((block, index) => block.slice(0, data[index]))
}

/** 7.5.2: as a polynomial over GF(256) a block is 0 at the first powers of 2. */
function checkBlock(block: readonly number[], correction: number): void {
  for (let power = 0, x = 1; power < correction; power++, x = times(x, 2)) {
    if (block.reduce((sum, word) => times(sum, x) ^ word, 0) !== 0) throw new Error('a block is damaged')
  }
}

function times(a: number, b: number): number {
  let [product, factor] = [0, a]
  for (let rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= factor
    factor = factor & 0x80 ? (factor << 1) ^ 0x11d : factor << 1
  }
  return product
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** 7.4: segments of digits, of capitals, of bytes. */
function decode(data: readonly number[], version: number): string {
  const bits = data.map((word) => word.toString(2).padStart(8, '0')).join('')
  let at = 0
  const take = (count: number): number => {
    at += count
    return Number.parseInt(bits.slice(at - count, at) || '0', 2)
  }
  const size = version < 10 ? 0 : version < 27 ? 1 : 2
  let text = ''
  while (at + 4 <= bits.length) {
    const mode = take(4)
    if (mode === 0) break
    const count = take(
      ({ 1: [10, 12, 14], 2: [9, 11, 13], 4: [8, 16, 16] } as Record<number, number[]>)[mode]?.[size] ?? 0,
    )
    for (let left = count; left > 0; ) {
      if (mode === 4) {
        text += String.fromCharCode(take(8))
        left--
      } else if (mode === 1) {
        const digits = Math.min(3, left)
        text += String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0')
        left -= digits
      } else if (mode === 2 && left > 1) {
        const pair = take(11)
        text += `${alphanumeric[Math.floor(pair / 45)]}${alphanumeric[pair % 45]}`
        left -= 2
      } else if (mode === 2) {
        text += alphanumeric[take(6)]
        left--
      } else throw new Error(`no mode ${mode}`)
    }
  }
  return text
}
