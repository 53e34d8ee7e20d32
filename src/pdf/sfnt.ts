/** A table of a font. */
export type Table = DataView<ArrayBufferLike>

/** The tables of a font file by their tags (OpenType 1.9, "Table directory"); one beyond the end throws a RangeError. */
export function tablesOf(font: Uint8Array): ReadonlyMap<string, Table> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, Table>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = header + entrySize * index
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4))
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
    if (offset + length > font.length) throw new RangeError(`table ${tag} ends beyond the font`)
    tables.set(tag, new DataView(font.buffer, font.byteOffset + offset, length))
  }
  return tables
}

const [header, entrySize] = [12, 16]

/** A TrueType font of these tables, sorted by tag, with their sums. */
export function writeSfnt(tables: readonly (readonly [tag: string, content: Uint8Array])[]): Uint8Array {
  const start = header + entrySize * tables.length
  const font = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + padded(length), start))
  const view = new DataView(font.buffer)
  const power = 31 - Math.clz32(tables.length)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, entrySize << power)
  view.setUint16(8, power)
  view.setUint16(10, entrySize * tables.length - (entrySize << power))
  let at = start
  let headAt = 0
  tables.forEach(([tag, content], index) => {
    const entry = header + entrySize * index
    font.set(content, at)
    if (tag === 'head') {
      headAt = at
      view.setUint32(at + adjustment, 0)
    }
    for (let letter = 0; letter < 4; letter++) font[entry + letter] = tag.charCodeAt(letter)
    view.setUint32(entry + 4, sumOf(view, at, at + padded(content.length)))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, content.length)
    at += padded(content.length)
  })
  if (headAt > 0) view.setUint32(headAt + adjustment, magic - sumOf(view, 0, font.length))
  return font
}

/** checkSumAdjustment in head, and what it makes up for. */
const [adjustment, magic] = [8, 0xb1b0afba]

function sumOf(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) | 0
  return sum >>> 0
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3
}
