import type { Pt } from '../base/length.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { AtomKind } from './cjk.ts'
import type { Face, Pair } from './face.ts'
import type { Flat } from './flat.ts'

/**
 * A paragraph ready for line breaking. It knows no measure: `breakLines` is asked for as many measures as needed. It
 * stands in a workshop's room, and holds until the next paragraph is shaped there; its arrays may have more places than it needs.
 *
 * It is a row of atoms, what no line break divides (a Han character, a mark, a word or a fragment of one), with a gap
 * before each. A full-width mark is a box of half an em; its blank half is the gap beside it (clreq: C11, C14, C15),
 * so that trimming and squeezing are nothing but gaps that shrink or are dropped. Lengths are in points.
 */
export interface Shaped {
  readonly flat: Flat
  /** Whether lines are set by clreq's order of reduction and expansion, or by word spaces alone. */
  readonly isChinese: boolean
  readonly count: number
  readonly runs: readonly Run[]
  /** Whose text each run is: an index into `flat.elements`. */
  readonly owners: readonly number[]
  readonly atoms: Atoms
  /** Gap k stands before atom k; gap `count` is the end of the paragraph. */
  readonly gaps: Gaps
  readonly glyphs: GlyphTable
  /** Whether a glyph is shifted from its origin: few faces do so. */
  readonly hasOffsets: boolean
  /** Width of the unbroken line up to a line's end at k, hyphen included, gap k not: `ends[b] - starts[a]` is a line's natural width. */
  readonly ends: Float64Array
  readonly starts: Float64Array
  /** `pools` sums up to gap k, interleaved: near shrink, far shrink, free stretch, unit of stretch beyond, letters. */
  readonly sums: Float64Array
  /** Breaks at or after it leave a last line of one Han character or one word (C38). */
  readonly tail: number
  /** Breaks at or after it leave a last line of less than a short word. */
  readonly stub: number
  /** Something in it was reported: what comes of it is set again in the next build. */
  readonly isFaulty: boolean
  /** Where `chooseBreaks` works. */
  readonly paths: Paths
}

/** A face at the size and in the colour of a style, and what is painted beside its words. */
export interface Run {
  readonly face: Face
  /** The first of those that set text as this one does, and the number that they share. */
  readonly style: ComputedStyle
  readonly styleNumber: number
  /** What is painted in a gap of this run, and at a broken word's end. */
  readonly space: Pair
  readonly gap: Pair
  readonly noBreakSpace: Pair
  readonly hyphen: Pair
  readonly hyphenWidth: Pt
  readonly spaceWidth: Pt
  /** Whether its letters may be set a little wider or closer to fill a line. */
  readonly mayTrack: boolean
}

/** How many sums stand side by side in `Shaped.sums`. */
export const pools = 5

interface Atoms {
  readonly kind: Uint8Array
  readonly run: Uint32Array
  /** Offset in the text where it begins; one more at the end. */
  readonly from: Uint32Array
  /** Its first glyph; one more at the end. */
  readonly glyph: Uint32Array
  readonly width: Float64Array
  /** From its left edge to its first glyph's origin: an opening mark's glyph begins half an em before its box. */
  readonly shift: Float64Array
  /** Sizes of the letters behind which tracking may widen it, added up: its last one stays as it is. */
  readonly letters: Float64Array
}

interface Gaps {
  /** One of `GapClass`. */
  readonly kind: Uint8Array
  /** One of `Chance`. */
  readonly chance: Uint8Array
  /** 1 where the text has a space here that is painted as one, 2 where it is a no-break space. */
  readonly spaced: Uint8Array
  readonly natural: Float64Array
  readonly shrink: Float64Array
  readonly stretch: Float64Array
  /** How much of what is left after the ordered stretch it takes, relative to the others: the size for a Han gap, else 0. */
  readonly grow: Float64Array
  /** Size of the letter before a gap inside a word, which tracking may widen; else 0. */
  readonly letters: Float64Array
}

interface GlyphTable {
  readonly pairs: Uint32Array
  /** In points. */
  readonly advances: Float64Array
  readonly xOffsets: Float64Array
  readonly yOffsets: Float64Array
}

/** The least cost up to each chance, the chance before it on that path, and the cheapest starts. */
interface Paths {
  readonly best: Float64Array
  readonly previous: Int32Array
  readonly queue: Int32Array
}

/** The classes of gaps, numbered in the order in which clreq reduces them (C25). */
export const GapClass = { none: 0, word: 1, bracket: 2, comma: 3, autospace: 4, stop: 5 } as const

/**
 * May a line end before an atom: never, freely, with a hyphen, after a typed hyphen, only if it must, always; `bound`:
 * at a small cost, since it parts a figure from what it counts.
 */
export const Chance = {
  never: 0,
  free: 1,
  hyphen: 2,
  afterHyphen: 3,
  unwanted: 4,
  forced: 5,
  bound: 6,
} as const

/** Where a line begins and ends, and how it fills its measure: atoms `from` up to `to`, with a size for each gap between them. */
export interface BrokenLine {
  readonly of: Shaped
  readonly from: number
  readonly to: number
  /** From the left edge of the measure to the line's start: indent and alignment. */
  readonly x: Pt
  /** What it takes up, without `x`. */
  readonly width: Pt
  /** Sizes of gaps `from + 1` up to `to - 1`, by the gap's number; the other places are other lines'. */
  readonly sizes: Float32Array
  /** By how much of its size each letter is set wider, of the lines of Latin text; those of a gap are in `sizes`. */
  readonly tracking: number
  readonly isHyphenated: boolean
  /** Width of each leader on it. */
  readonly leader: Pt
  /** By how much it is wider than its measure: 0 unless one unbreakable item is. */
  readonly over: Pt
}

/** A mark whose blank half may go. */
export function isMark(kind: number): boolean {
  return kind >= AtomKind.open && kind <= AtomKind.stop
}
