import type { Pt } from '../base/length.ts'
import type { Pair } from './face.ts'

/** The glyphs of a paragraph while its lines are set, one after the other. A workshop has one; each paragraph empties it. */
export interface Tray {
  pairs: Uint32Array
  /** From the left edge of the measure. */
  origins: Float64Array
  advances: Float64Array
  /** Filled only where a glyph of the paragraph is shifted. */
  xOffsets: Float64Array
  yOffsets: Float64Array
  count: number
}

/** Set glyphs as they stay, those of several paragraphs in one: `from` is where a paragraph's begin. */
export interface SetGlyphs {
  readonly pairs: Uint32Array
  readonly advances: Float32Array
  readonly xOffsets: Float32Array | null
  readonly yOffsets: Float32Array | null
  readonly from: number
}

export function openTray(): Tray {
  return { ...columnsFor(1024), count: 0 }
}

function columnsFor(room: number) {
  return {
    pairs: new Uint32Array(room),
    origins: new Float64Array(room),
    advances: new Float64Array(room),
    xOffsets: new Float64Array(room),
    yOffsets: new Float64Array(room),
  }
}

/** Adds a glyph at its origin; returns its index. */
export function addGlyph(tray: Tray, pair: Pair, origin: Pt): number {
  const index = tray.count++
  if (index >= tray.pairs.length) growTray(tray)
  tray.pairs[index] = pair
  tray.origins[index] = origin
  return index
}

function growTray(tray: Tray): void {
  const larger = columnsFor(2 * tray.pairs.length)
  larger.pairs.set(tray.pairs)
  larger.origins.set(tray.origins)
  larger.advances.set(tray.advances)
  larger.xOffsets.set(tray.xOffsets)
  larger.yOffsets.set(tray.yOffsets)
  Object.assign(tray, larger)
}

/** Keeps the glyphs of paragraphs, many in one array: an array of its own for each would be dear to make and to collect. */
export interface Cases {
  keep(tray: Tray, hasOffsets: boolean): SetGlyphs
}

/** Glyphs in a case: about a page. What one paragraph holds on to when all others of its case are gone is 32 kB. */
const caseRoom = 4096

export function openCases(): Cases {
  let pairs = new Uint32Array(0)
  let advances = new Float32Array(0)
  let used = 0
  return {
    keep(tray, hasOffsets) {
      const { count } = tray
      if (hasOffsets || count > caseRoom / 4) return alone(tray, hasOffsets)
      if (used + count > pairs.length) {
        pairs = new Uint32Array(caseRoom)
        advances = new Float32Array(caseRoom)
        used = 0
      }
      const from = used
      used += count
      for (let glyph = 0; glyph < count; glyph++) {
        pairs[from + glyph] = tray.pairs[glyph] ?? 0
        advances[from + glyph] = tray.advances[glyph] ?? 0
      }
      return { pairs, advances, xOffsets: null, yOffsets: null, from }
    },
  }
}

function alone({ pairs, advances, xOffsets, yOffsets, count }: Tray, hasOffsets: boolean): SetGlyphs {
  return {
    pairs: pairs.slice(0, count),
    advances: Float32Array.from(advances.subarray(0, count)),
    xOffsets: hasOffsets ? Float32Array.from(xOffsets.subarray(0, count)) : null,
    yOffsets: hasOffsets ? Float32Array.from(yOffsets.subarray(0, count)) : null,
    from: 0,
  }
}
