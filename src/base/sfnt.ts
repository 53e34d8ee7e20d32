/** The table directory of a TrueType or OpenType font (OpenType 1.9, "Table directory"). */

export const sfntHeader = 12
export const sfntEntry = 16

/** What a directory says of a table; none of it is checked. */
export interface SfntEntry {
  readonly tag: string
  readonly offset: number
  readonly length: number
}

/** The entries of a directory, in its order; one that goes on beyond the file throws a RangeError. */
export function sfntEntries(font: DataView): readonly SfntEntry[] {
  return Array.from({ length: font.getUint16(4) }, (_, index) => {
    const at = sfntHeader + sfntEntry * index
    return { tag: tagAt(font, at), offset: font.getUint32(at + 8), length: font.getUint32(at + 12) }
  })
}

export function tagAt(font: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((letter) => font.getUint8(at + letter)))
}

export interface SfntTable {
  readonly tag: string
  readonly content: Uint8Array
  readonly checksum: number
}

/** A font of these tables, in this order; `flavour` is its signature. */
export function writeSfnt(flavour: number, tables: readonly SfntTable[]): Uint8Array {
  const directory = sfntHeader + sfntEntry * tables.length
  const bytes = new Uint8Array(tables.reduce((sum, { content }) => sum + padded(content.length), directory))
  const font = new DataView(bytes.buffer)
  // The largest power of two not over the count, times 16, its logarithm, and the rest.
  const power = tables.length === 0 ? 0 : 31 - Math.clz32(tables.length)
  font.setUint32(0, flavour)
  font.setUint16(4, tables.length)
  font.setUint16(6, sfntEntry << power)
  font.setUint16(8, power)
  font.setUint16(10, sfntEntry * tables.length - (sfntEntry << power))
  let offset = directory
  tables.forEach(({ tag, content, checksum }, index) => {
    const at = sfntHeader + sfntEntry * index
    for (let letter = 0; letter < 4; letter++) bytes[at + letter] = tag.charCodeAt(letter)
    font.setUint32(at + 4, checksum)
    font.setUint32(at + 8, offset)
    font.setUint32(at + 12, content.length)
    bytes.set(content, offset)
    offset += padded(content.length)
  })
  return bytes
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3
}
