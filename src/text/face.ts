import type { Lang } from '../base/lang.ts'

/** A glyph together with the text that it stands for: what is painted, and what a reader gets back. Index into its face's table. */
export type Pair = number

/** A shaped stretch of text, in font units, in visual order: it knows no size and no measure. */
export interface Word {
  readonly pairs: Uint32Array
  readonly advances: Int32Array
  /** Shifts of the glyphs from their origins; null when all are 0. */
  readonly xOffsets: Int32Array | null
  readonly yOffsets: Int32Array | null
  /** For each glyph, the UTF-16 offset in the text where its cluster begins. */
  readonly clusters: Uint32Array
  readonly width: number
}

export interface ShapeSettings {
  readonly lang: Lang
  /** ISO 15924, as HarfBuzz takes it. */
  readonly script: string
  /** OpenType features beyond the default ones, such as `tnum`. */
  readonly features: readonly string[]
  readonly isRtl: boolean
}

/** A font face, opened once and shared by all documents. All figures are in font units, y upwards. */
export interface Face {
  /** PostScript name, unique among the faces of a program. */
  readonly name: string
  readonly upem: number
  readonly ascent: number
  /** Below the baseline: negative. */
  readonly descent: number
  covers(codePoint: number): boolean
  /** Shapes one word; a caller keeps what it gets, a face remembers nothing but its pairs. */
  shape(text: string, settings: ShapeSettings): Word
  /** The pair of a glyph and a text, made on first use. */
  pair(glyph: number, text: string): Pair
  glyphOf(pair: Pair): number
  textOf(pair: Pair): string
  advanceOf(glyph: number): number
  /** What an embedded font needs; null for a face that has no font file, as in tests. */
  readonly program: FontProgram | null
}

/** What a PDF says of a font, read from its tables (OpenType: head, hhea, OS/2, post). */
export interface FontProgram {
  readonly bytes: Uint8Array
  readonly family: string
  readonly weight: number
  readonly isItalic: boolean
  /** Degrees, counter-clockwise from vertical: an italic's is negative. */
  readonly italicAngle: number
  readonly bounds: readonly [xMin: number, yMin: number, xMax: number, yMax: number]
  readonly capHeight: number
  readonly xHeight: number
  /** Why its maker does not allow what a PDF does with it; null: it is allowed. */
  readonly restriction: string | null
}
