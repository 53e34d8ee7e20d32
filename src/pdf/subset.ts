import { type Outline, type OutlineReader, outlineReader } from './glyph-outlines.ts'
import { type Table, tablesOf, type Written, writeTrueType } from './sfnt.ts'

/** A TrueType font with some of the glyphs of another, numbered anew. */
export interface Subset {
  readonly bytes: Uint8Array
  /** The new number of a glyph by its old one; 0 for one that was not asked for. */
  numberOf(glyph: number): number
}

/**
 * Cuts a TrueType face down to some of its glyphs and what those are composed of, in the order in which they are named,
 * after .notdef: the tables that a CIDFontType2 has a use for (ISO 32000-1, table 126), without instructions. Null when
 * the face has other outlines or is broken.
 */
export function subset(font: Uint8Array, glyphs: readonly number[]): Subset | null {
  try {
    return cut(font, glyphs)
  } catch (problem) {
    // A broken font leads beyond its end.
    if (problem instanceof RangeError) return null
    throw problem
  }
}

function cut(bytes: Uint8Array, glyphs: readonly number[]): Subset | null {
  const font = read.get(bytes) ?? readFont(bytes)
  if (!font) return null
  read.set(bytes, font)
  const { head, hhea, hmtx, maxp, outlines } = font
  const numbers = numbered(glyphs, outlines)
  const old = [...numbers.keys()]
  if (old.some((glyph) => glyph >= maxp.getUint16(glyphCount))) return null
  const numberOf = (glyph: number) => numbers.get(glyph) ?? 0
  const written = old.map((glyph) => outlines.write(glyph, numberOf))
  const cut = writeTrueType([
    joined(written),
    { tag: 'head', content: withNumber(head, longOffsets, 1) },
    { tag: 'hhea', content: withNumber(hhea, metricCount, old.length) },
    { tag: 'hmtx', content: metricsOf(old, hmtx, hhea.getUint16(metricCount)) },
    { tag: 'loca', content: offsetsOf(written) },
    { tag: 'maxp', content: profileOf(maxp, old.length) },
  ])
  return { bytes: cut, numberOf }
}

interface Font extends Readonly<Record<'head' | 'hhea' | 'hmtx' | 'maxp', Table>> {
  readonly outlines: OutlineReader
}

/** Fonts that were read, by their bytes: the next document cuts them again. */
const read = new WeakMap<Uint8Array, Font>()

function readFont(bytes: Uint8Array): Font | null {
  const tables = tablesOf(bytes)
  const [head, hhea, hmtx] = [tables.get('head'), tables.get('hhea'), tables.get('hmtx')]
  const [maxp, loca, glyf] = [tables.get('maxp'), tables.get('loca'), tables.get('glyf')]
  if (!head || !hhea || !hmtx || !maxp || !loca || !glyf) return null
  const outlines = outlineReader(glyf, loca, head.getInt16(longOffsets) !== 0)
  return { head, hhea, hmtx, maxp, outlines }
}

/** Where the tables have what is changed (OpenType 1.9): indexToLocFormat, numberOfHMetrics, numGlyphs. */
const [longOffsets, metricCount, glyphCount] = [50, 34, 4]

/** New numbers by old ones, .notdef first; the parts of composed glyphs come as they are met. */
function numbered(glyphs: readonly number[], { partsOf }: OutlineReader): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  const waiting = [...glyphs].reverse()
  for (let glyph: number | undefined = 0; glyph !== undefined; glyph = waiting.pop()) {
    if (numbers.has(glyph)) continue
    numbers.set(glyph, numbers.size)
    for (const part of partsOf(glyph)) waiting.push(part)
  }
  return numbers
}

/** An advance and a left bearing for each glyph; those beyond the metrics have the last advance. */
function metricsOf(glyphs: readonly number[], hmtx: Table, count: number): Uint8Array {
  const metrics = new DataView(new ArrayBuffer(4 * glyphs.length))
  glyphs.forEach((glyph, index) => {
    const full = Math.min(glyph, count - 1)
    metrics.setUint16(4 * index, hmtx.getUint16(4 * full))
    const bearing = glyph < count ? 4 * glyph + 2 : 4 * count + 2 * (glyph - count)
    metrics.setInt16(4 * index + 2, hmtx.getInt16(bearing))
  })
  return new Uint8Array(metrics.buffer)
}

/** Each outline is a whole number of 32 bits: the sum of all is that of their sums. */
function joined(outlines: readonly Outline[]): Written {
  const content = new Uint8Array(outlines.reduce((length, { bytes }) => length + bytes.length, 0))
  let [at, total] = [0, 0]
  for (const { bytes, sum } of outlines) {
    content.set(bytes, at)
    at += bytes.length
    total = (total + sum) | 0
  }
  return { tag: 'glyf', content, sum: total >>> 0 }
}

function offsetsOf(outlines: readonly Outline[]): Uint8Array {
  const offsets = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let at = 0
  outlines.forEach(({ bytes }, index) => {
    offsets.setUint32(4 * index, at)
    at += bytes.length
  })
  offsets.setUint32(4 * outlines.length, at)
  return new Uint8Array(offsets.buffer)
}

/** A copy of a table with one number of 16 bits changed. */
function withNumber(table: Table, at: number, value: number): Uint8Array {
  const copy = copyOf(table)
  new DataView(copy.buffer).setUint16(at, value)
  return copy
}

/** maxp, without what instructions would need: from maxTwilightPoints to maxSizeOfInstructions. */
function profileOf(maxp: Table, count: number): Uint8Array {
  const copy = withNumber(maxp, glyphCount, count)
  copy.fill(0, 16, 28)
  return copy
}

function copyOf(table: Table): Uint8Array<ArrayBuffer> {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength).slice()
}
