import { sfntEntries, writeSfnt } from '../base/sfnt.ts'

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

/** A TrueType font of these tables, sorted by tag, with their sums (OpenType 1.9, "Calculating checksums", "head"). */
export function writeTrueType(tables: readonly (readonly [tag: string, content: Uint8Array])[]): Uint8Array {
  const summed = tables.map(([tag, written]) => {
    const content = tag === 'head' ? withoutAdjustment(written) : written
    return { tag, content, checksum: sumOf(content) }
  })
  const font = writeSfnt(trueType, summed)
  tablesOf(font)
    .get('head')
    ?.setUint32(adjustment, magic - sumOf(font))
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
function sumOf(bytes: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) {
    const number =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
    sum = (sum + number) | 0
  }
  return sum >>> 0
}
