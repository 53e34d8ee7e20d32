import { inflateSync } from 'node:zlib'

/** The tables of a TrueType or OpenType font, each a view of its bytes. */
export interface FontFile {
  /** The font as plain sfnt: a WOFF is unpacked. */
  readonly bytes: Uint8Array
  table(tag: string): DataView | null
}

/** Tables without which HarfBuzz or a PDF cannot use a face (OpenType, "Required tables"). */
const required = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'OS/2', 'post']
/** More tables than any real font has. */
const maxTables = 256

/**
 * Reads the table directory of a TTF, OTF or WOFF 1.0 and checks that every table lies inside the file: HarfBuzz
 * answers broken tables with empty results, not with errors. Returns what is wrong as a text.
 */
export function readFont(bytes: Uint8Array): FontFile | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12) return 'it is shorter than a font header'
  const signature = view.getUint32(0)
  if (signature === 0x774f4646) return unpackWoff(view)
  if (signature !== 0x00010000 && signature !== 0x4f54544f && signature !== 0x74727565) {
    return 'it is no TrueType, OpenType or WOFF 1.0 font'
  }
  const tables = new Map<string, DataView>()
  const count = view.getUint16(4)
  if (count > maxTables || 12 + 16 * count > view.byteLength) return 'its table directory is broken'
  for (let entry = 12; entry < 12 + 16 * count; entry += 16) {
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    if (offset + length > view.byteLength) return `its table \`${tagAt(view, entry)}\` ends beyond the file`
    tables.set(tagAt(view, entry), new DataView(view.buffer, view.byteOffset + offset, length))
  }
  const missing = required.find((tag) => !tables.has(tag))
  if (missing !== undefined) return `it has no table \`${missing}\``
  return { bytes, table: (tag) => tables.get(tag) ?? null }
}

/** WOFF 1.0 (W3C Recommendation 2012): each table deflated on its own. */
function unpackWoff(woff: DataView): FontFile | string {
  const count = woff.getUint16(12)
  if (count > maxTables || 44 + 20 * count > woff.byteLength) return 'its table directory is broken'
  const bodies: { tag: number; checksum: number; body: Uint8Array }[] = []
  for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.getUint32(entry + at)) as [number, number, number]
    if (offset + packed > woff.byteLength) return `its table \`${tagAt(woff, entry)}\` ends beyond the file`
    const stored = new Uint8Array(woff.buffer, woff.byteOffset + offset, packed)
    let body = stored
    try {
      if (packed < length) body = inflateSync(stored, { maxOutputLength: length })
    } catch {
      return `its table \`${tagAt(woff, entry)}\` cannot be unpacked`
    }
    if (body.length !== length) return `its table \`${tagAt(woff, entry)}\` has not the length that it states`
    bodies.push({ tag: woff.getUint32(entry), checksum: woff.getUint32(entry + 16), body })
  }
  const size = bodies.reduce((sum, { body }) => sum + ((body.length + 3) & ~3), 12 + 16 * count)
  const bytes = new Uint8Array(size)
  const sfnt = new DataView(bytes.buffer)
  sfnt.setUint32(0, woff.getUint32(4))
  sfnt.setUint16(4, count)
  let at = 12 + 16 * count
  bodies.forEach(({ tag, checksum, body }, index) => {
    const entry = 12 + 16 * index
    sfnt.setUint32(entry, tag)
    sfnt.setUint32(entry + 4, checksum)
    sfnt.setUint32(entry + 8, at)
    sfnt.setUint32(entry + 12, body.length)
    bytes.set(body, at)
    at += (body.length + 3) & ~3
  })
  return readFont(bytes)
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))
}
