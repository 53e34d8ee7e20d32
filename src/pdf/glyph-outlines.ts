import { sumOf, type Table } from './sfnt.ts'

/** Reads and rewrites the outlines of a TrueType font (OpenType 1.9, `glyf` and `loca`); remembers those it has read. */
export interface OutlineReader {
  /** The glyphs that a glyph is composed of; none for a simple one. */
  partsOf(glyph: number): readonly number[]
  /** The outline of a glyph without instructions, with its parts numbered anew. */
  write(glyph: number, numberOf: (part: number) => number): Outline
}

/** An outline as a font has it, of a length that is a multiple of 4, and the sum of its numbers of 32 bits. */
export interface Outline {
  readonly bytes: Uint8Array
  readonly sum: number
}

/** What is the same in all fonts that a glyph is put into; `written`: null where its parts have other numbers in each. */
interface Glyph {
  readonly parts: readonly number[]
  readonly outline: DataView
  written: Outline | null
}

export function outlineReader(glyf: Table, loca: Table, isLong: boolean): OutlineReader {
  const offset = (index: number) => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index))
  const outlineOf = (glyph: number): DataView => {
    const [from, to] = [offset(glyph), offset(glyph + 1)]
    if (to < from || to > glyf.byteLength) throw new RangeError(`glyph ${glyph} ends beyond the table`)
    return new DataView(glyf.buffer, glyf.byteOffset + from, to - from)
  }
  const known = new Map<number, Glyph>()
  const read = (glyph: number): Glyph => {
    const outline = outlineOf(glyph)
    const isSimple = !isComposed(outline)
    const parts = isSimple ? none : componentsOf(outline).map((at) => outline.getUint16(at + 2))
    const found = { parts, outline, written: null }
    known.set(glyph, found)
    return found
  }
  const glyphOf = (glyph: number): Glyph => known.get(glyph) ?? read(glyph)
  return {
    partsOf: (glyph) => glyphOf(glyph).parts,
    write(glyph, numberOf) {
      const found = glyphOf(glyph)
      if (found.parts.length > 0) return summed(writeComposed(found.outline, numberOf))
      found.written ??= summed(found.outline.byteLength === 0 ? blank : writeSimple(found.outline))
      return found.written
    },
  }
}

const none: readonly number[] = []
const blank = new Uint8Array()

function summed(bytes: Uint8Array): Outline {
  return { bytes, sum: sumOf(bytes) }
}

/** A negative number of contours; an outline without bytes is a blank. */
function isComposed(outline: DataView): boolean {
  return outline.byteLength > 0 && outline.getInt16(0) < 0
}

/** Bytes before the ends of contours, or the first component: number of contours and bounds. */
const headSize = 10

/** Flags of a component. */
const [hasWords, hasScale, hasMore, hasTwoScales, hasMatrix, hasInstructions] = [
  0x1, 0x8, 0x20, 0x40, 0x80, 0x100,
]

/** Where each component begins. */
function componentsOf(outline: DataView): readonly number[] {
  const starts: number[] = []
  for (let at = headSize; ; at += componentSize(outline.getUint16(at))) {
    starts.push(at)
    if ((outline.getUint16(at) & hasMore) === 0) return starts
  }
}

function componentSize(flags: number): number {
  const place = flags & hasWords ? 4 : 2
  const scale = flags & hasScale ? 2 : flags & hasTwoScales ? 4 : flags & hasMatrix ? 8 : 0
  return 4 + place + scale
}

function writeComposed(outline: DataView, numberOf: (part: number) => number): Uint8Array {
  const starts = componentsOf(outline)
  const last = starts.at(-1) ?? headSize
  const written = padded(outline, last + componentSize(outline.getUint16(last)))
  const view = new DataView(written.buffer)
  for (const at of starts) {
    view.setUint16(at, outline.getUint16(at) & ~hasInstructions)
    view.setUint16(at + 2, numberOf(outline.getUint16(at + 2)))
  }
  return written
}

/** Contours' ends, then the length of the instructions, those, and the points. */
function writeSimple(outline: DataView): Uint8Array {
  const at = headSize + 2 * outline.getInt16(0)
  const instructions = outline.getUint16(at)
  const points = at + 2 + instructions
  if (points > outline.byteLength) throw new RangeError('instructions end beyond the glyph')
  const written = padded(outline, outline.byteLength - instructions)
  written.set(bytesOf(outline).subarray(points), at + 2)
  written.fill(0, outline.byteLength - instructions)
  new DataView(written.buffer).setUint16(at, 0)
  return written
}

/** The first bytes of an outline, and zeros up to a multiple of four. */
function padded(outline: DataView, length: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array((length + 3) & ~3)
  copy.set(bytesOf(outline).subarray(0, length))
  return copy
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
