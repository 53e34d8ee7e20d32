import { sfntEntries, sfntEntry, sfntHeader, writeSfnt } from '../base/sfnt.ts'

/** A table of a font. */
export type Table = DataView<ArrayBufferLike>

/** The tables of a font file by their tags; one beyond the end throws a RangeError. */
export function tablesOf(font: Uint8Array): ReadonlyMap<string, Table> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return new Map(
    sfntEntries(view).map(({ tag, offset, length }) => {
      if (offset + length > font.length) throw new RangeError(`table ${tag} ends beyond the font`)
      return [tag, new DataView(font.buffer, font.byteOffset + offset, length)]
    }),
  )
}

/** A table to be written; `sum`: where it is known before. */
export interface Written {
  readonly tag: string
  readonly content: Uint8Array
  readonly sum?: number
}

/** A TrueType font of these tables, sorted by tag, with their sums (OpenType 1.9, "Calculating checksums", "head"). */
export function writeTrueType(tables: readonly Written[]): Uint8Array {
  const summed = tables.map(({ tag, content: written, sum }) => {
    const content = tag === 'head' ? withoutAdjustment(written) : written
    return { tag, content, checksum: sum ?? sumOf(content) }
  })
  const font = writeSfnt(trueType, summed)
  // The sum of the whole is that of its parts: the directory and the tables.
  const directory = sumOf(font.subarray(0, sfntHeader + sfntEntry * tables.length))
  const whole = summed.reduce((sum, { checksum }) => sum + checksum, directory)
  tablesOf(font)
    .get('head')
    ?.setUint32(adjustment, magic - (whole % 2 ** 32))
  return font
}

const trueType = 0x00010000

/** checkSumAdjustment in head, and what it makes up for. */
const [adjustment, magic] = [8, 0xb1b0afba]

function withoutAdjustment(head: Uint8Array): Uint8Array {
  const copy = head.slice()
  copy.fill(0, adjustment, adjustment + 4)
  return copy
}

/** The sum of numbers of four bytes; what the last one lacks counts as 0. */
export function sumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length & ~3
  let sum = 0
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getInt32(at)) | 0
  for (let at = whole; at < bytes.length; at++)
    sum = (sum + ((bytes[at] ?? 0) << (24 - 8 * (at - whole)))) | 0
  return sum >>> 0
}
