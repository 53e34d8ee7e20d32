import { inflateSync } from 'node:zlib'
import { type SfntTable, sfntEntries, sfntEntry, sfntHeader, tagAt, writeSfnt } from '../base/sfnt.ts'

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
  if (count > maxTables || sfntHeader + sfntEntry * count > view.byteLength)
    return 'its table directory is broken'
  for (const { tag, offset, length } of sfntEntries(view)) {
    if (offset + length > view.byteLength) return `its table \`${tag}\` ends beyond the file`
    tables.set(tag, new DataView(view.buffer, view.byteOffset + offset, length))
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
  return writeSfnt(
    signatures.trueType,
    // HarfBuzz asks for no checksums.
    kept.map(([tag, { buffer, byteOffset, byteLength }]) => ({
      tag,
      checksum: 0,
      content: new Uint8Array(buffer, byteOffset, byteLength),
    })),
  )
}

/** WOFF 1.0 (W3C Recommendation 2012): each table deflated on its own. */
function unpackWoff(woff: DataView): Uint8Array | string {
  if (woff.byteLength < woffHeader) return tooShort
  const count = woff.getUint16(12)
  if (count > maxTables || woffHeader + woffEntry * count > woff.byteLength)
    return 'its table directory is broken'
  const tables: SfntTable[] = []
  let total = 0
  for (let entry = woffHeader; entry < woffHeader + woffEntry * count; entry += woffEntry) {
    total += woff.getUint32(entry + 12)
    if (total > maxUnpacked) return `its table \`${tagAt(woff, entry)}\` states more than a font may have`
    const body = unpackTable(woff, entry)
    if (typeof body === 'string') return `its table \`${tagAt(woff, entry)}\` ${body}`
    tables.push({ tag: tagAt(woff, entry), checksum: woff.getUint32(entry + 16), content: body })
  }
  return writeSfnt(woff.getUint32(4), tables)
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
