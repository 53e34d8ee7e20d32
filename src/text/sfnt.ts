import { inflateSync } from 'node:zlib'

/** The tables of a TrueType or OpenType font, each a view of its bytes. */
export interface FontFile {
  /** The font as plain sfnt: a WOFF is unpacked. */
  readonly bytes: Uint8Array
  /** The same without outlines, nearly all of a CJK face: what shaping needs. */
  shaping(): Uint8Array
  table(tag: string): DataView | null
}

/**
 * Reads the table directory of a TTF, OTF or WOFF 1.0 and checks that every table lies inside the file: HarfBuzz
 * answers broken tables with empty results, not with errors. Returns what is wrong as a text.
 */
export function readFont(bytes: Uint8Array): FontFile | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < sfntHeader) return tooShort
  if (view.getUint32(0) !== signatures.woff) return readSfnt(bytes)
  const unpacked = unpackWoff(view)
  return typeof unpacked === 'string' ? unpacked : readSfnt(unpacked)
}

const tooShort = 'it is shorter than a font header'
const signatures = {
  trueType: 0x00010000,
  apple: 0x74727565,
  cff: 0x4f54544f,
  woff: 0x774f4646,
  woff2: 0x774f4632,
  collection: 0x74746366,
} as const
const sfntHeader = 12
const sfntEntry = 16
const woffHeader = 44
const woffEntry = 20

/** Tables without which HarfBuzz or a PDF cannot use a face, and the bytes that each has at least (OpenType 1.9). */
const required: readonly (readonly [tag: string, length: number])[] = [
  ['cmap', 4],
  ['head', 54],
  ['hhea', 36],
  ['hmtx', 4],
  ['maxp', 6],
  ['OS/2', 68],
  ['post', 32],
]
/** More tables than any real font has. */
const maxTables = 256
/** More bytes than any real font has when unpacked; a WOFF may claim 4 GB in 100 bytes. */
const maxUnpacked = 128 * 1024 * 1024

function readSfnt(bytes: Uint8Array): FontFile | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = view.getUint32(0)
  if (signature === signatures.woff2)
    return 'it is WOFF 2, which is not read; take the TTF, OTF or WOFF 1.0 of it'
  if (signature === signatures.collection) return 'it is a collection of fonts; take one of them out of it'
  if (signature !== signatures.trueType && signature !== signatures.cff && signature !== signatures.apple) {
    return 'it is no TrueType, OpenType or WOFF 1.0 font'
  }
  const tables = new Map<string, DataView>()
  const count = view.getUint16(4)
  const end = sfntHeader + sfntEntry * count
  if (count > maxTables || end > view.byteLength) return 'its table directory is broken'
  for (let entry = sfntHeader; entry < end; entry += sfntEntry) {
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    if (offset + length > view.byteLength) return `its table \`${tagAt(view, entry)}\` ends beyond the file`
    tables.set(tagAt(view, entry), new DataView(view.buffer, view.byteOffset + offset, length))
  }
  for (const [tag, least] of required) {
    const table = tables.get(tag)
    if (!table) return `it has no table \`${tag}\``
    if (table.byteLength < least) return `its table \`${tag}\` is too short`
  }
  const upem = tables.get('head')?.getUint16(18) ?? 0
  if (upem < 16 || upem > 16384) return `it has ${upem} units in the em; 16 to 16384 are allowed`
  return {
    bytes,
    shaping: () => withoutOutlines(bytes, tables),
    table: (tag) => tables.get(tag) ?? null,
  }
}

/** Without GPOS, HarfBuzz places marks by the extents of outlines; those of CFF are few bytes. */
function withoutOutlines(bytes: Uint8Array, tables: ReadonlyMap<string, DataView>): Uint8Array {
  if (!tables.has('GPOS') || !tables.has('glyf')) return bytes
  const kept = [...tables].filter(([tag]) => tag !== 'glyf' && tag !== 'loca')
  return asSfnt(
    signatures.trueType,
    kept.map(([tag, { buffer, byteOffset, byteLength }]) => ({
      tag: tag.split('').reduce((number, letter) => number * 256 + letter.charCodeAt(0), 0),
      checksum: 0,
      body: new Uint8Array(buffer, byteOffset, byteLength),
    })),
  )
}

interface Table {
  readonly tag: number
  readonly checksum: number
  readonly body: Uint8Array
}

/** WOFF 1.0 (W3C Recommendation 2012): each table deflated on its own. */
function unpackWoff(woff: DataView): Uint8Array | string {
  if (woff.byteLength < woffHeader) return tooShort
  const count = woff.getUint16(12)
  if (count > maxTables || woffHeader + woffEntry * count > woff.byteLength)
    return 'its table directory is broken'
  const tables: Table[] = []
  let total = 0
  for (let entry = woffHeader; entry < woffHeader + woffEntry * count; entry += woffEntry) {
    total += woff.getUint32(entry + 12)
    if (total > maxUnpacked) return `its table \`${tagAt(woff, entry)}\` states more than a font may have`
    const body = unpackTable(woff, entry)
    if (typeof body === 'string') return `its table \`${tagAt(woff, entry)}\` ${body}`
    tables.push({ tag: woff.getUint32(entry), checksum: woff.getUint32(entry + 16), body })
  }
  return asSfnt(woff.getUint32(4), tables)
}

function unpackTable(woff: DataView, entry: number): Uint8Array | string {
  const offset = woff.getUint32(entry + 4)
  const packed = woff.getUint32(entry + 8)
  const length = woff.getUint32(entry + 12)
  if (offset + packed > woff.byteLength) return 'ends beyond the file'
  const stored = new Uint8Array(woff.buffer, woff.byteOffset + offset, packed)
  const body = packed < length ? inflate(stored, length) : stored
  if (!body) return 'cannot be unpacked'
  return body.length === length ? body : 'has not the length that it states'
}

function inflate(stored: Uint8Array, length: number): Uint8Array | null {
  try {
    // In one piece: pieces would be copied once more.
    return inflateSync(stored, { maxOutputLength: length, chunkSize: Math.max(64, length) })
  } catch {
    return null
  }
}

function asSfnt(flavour: number, tables: readonly Table[]): Uint8Array {
  const directory = sfntHeader + sfntEntry * tables.length
  const bytes = new Uint8Array(tables.reduce((sum, { body }) => sum + padded(body.length), directory))
  const sfnt = new DataView(bytes.buffer)
  // OpenType, "Table directory": the largest power of two not over the count, times 16, its logarithm, and the rest.
  const power = tables.length === 0 ? 0 : 31 - Math.clz32(tables.length)
  sfnt.setUint32(0, flavour)
  sfnt.setUint16(4, tables.length)
  sfnt.setUint16(6, sfntEntry << power)
  sfnt.setUint16(8, power)
  sfnt.setUint16(10, sfntEntry * tables.length - (sfntEntry << power))
  let at = directory
  tables.forEach(({ tag, checksum, body }, index) => {
    const entry = sfntHeader + sfntEntry * index
    sfnt.setUint32(entry, tag)
    sfnt.setUint32(entry + 4, checksum)
    sfnt.setUint32(entry + 8, at)
    sfnt.setUint32(entry + 12, body.length)
    bytes.set(body, at)
    at += padded(body.length)
  })
  return bytes
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))
}
