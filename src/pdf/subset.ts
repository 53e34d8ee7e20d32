import { outlineReader } from './glyph-outlines.ts'
import { type Table, tablesOf, writeTrueType } from './sfnt.ts'

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
export function subset(font: Uint8Array, glyphs: Iterable<number>): Subset | null {
  try {
    return cut(font, glyphs)
  } catch (problem) {
    // A broken font leads beyond its end.
    if (problem instanceof RangeError) return null
    throw problem
  }
}

function cut(font: Uint8Array, glyphs: Iterable<number>): Subset | null {
  const tables = tablesOf(font)
  const [head, hhea, hmtx] = [tables.get('head'), tables.get('hhea'), tables.get('hmtx')]
  const [maxp, loca, glyf] = [tables.get('maxp'), tables.get('loca'), tables.get('glyf')]
  if (!head || !hhea || !hmtx || !maxp || !loca || !glyf) return null
  const reader = outlineReader(glyf, loca, head.getInt16(longOffsets) !== 0)
  const numbers = numbered(glyphs, reader.partsOf)
  const old = [...numbers.keys()]
  if (old.some((glyph) => glyph >= maxp.getUint16(glyphCount))) return null
  const outlines = old.map((glyph) => reader.write(glyph, (part) => numbers.get(part) ?? 0))
  const metrics = metricsOf(old, hmtx, hhea.getUint16(metricCount))
  const bytes = writeTrueType([
    ['glyf', joined(outlines)],
    ['head', withNumber(head, longOffsets, 1)],
    ['hhea', withNumber(hhea, metricCount, old.length)],
    ['hmtx', metrics],
    ['loca', offsetsOf(outlines)],
    ['maxp', profileOf(maxp, old.length)],
  ])
  return { bytes, numberOf: (glyph) => numbers.get(glyph) ?? 0 }
}

/** Where the tables have what is changed (OpenType 1.9): indexToLocFormat, numberOfHMetrics, numGlyphs. */
const [longOffsets, metricCount, glyphCount] = [50, 34, 4]

/** New numbers by old ones, .notdef first; the parts of composed glyphs come as they are met. */
function numbered(
  glyphs: Iterable<number>,
  partsOf: (glyph: number) => readonly number[],
): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>()
  const waiting = [0, ...glyphs].reverse()
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (numbers.has(glyph)) continue
    numbers.set(glyph, numbers.size)
    waiting.push(...partsOf(glyph))
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

function joined(outlines: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(outlines.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const outline of outlines) {
    all.set(outline, at)
    at += outline.length
  }
  return all
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const offsets = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let at = 0
  outlines.forEach(({ length }, index) => {
    offsets.setUint32(4 * index, at)
    at += length
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
