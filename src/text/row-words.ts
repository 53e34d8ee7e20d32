import { AtomKind } from './cjk.ts'
import type { Pair, Word } from './face.ts'
import { addAtom, growGlyphs, type Row } from './row.ts'
import { isMark } from './shaped.ts'
import type { GlyphPage, KnownWord } from './words.ts'

/** Where a word may be divided: before which of its glyphs, and the chance there. */
export interface Cut {
  readonly glyph: number
  readonly chance: number
}

/** Adds an atom of one glyph, whose advance in font units is `advance` and which no mark shifts. */
export function addSingle(
  row: Row,
  pair: Pair,
  advance: number,
  from: number,
  kind: number,
  chance: number,
  scale: number,
): void {
  addAtom(row, kind, from, chance)
  const index = row.glyphCount++
  if (index >= row.glyphs.pairs.length) growGlyphs(row, index)
  const width = advance === 0 ? 0 : advance * scale + row.letterSpacing
  row.glyphs.pairs[index] = pair
  row.glyphs.advances[index] = width
  if (row.hasOffsets) row.glyphs.xOffsets[index] = row.glyphs.yOffsets[index] = 0
  row.atoms.width[row.count - 1] = width
  if (row.isTrimmed && isMark(kind)) halveMark(row)
}

/** Adds the atoms of one word that begins at an offset; a font unit is `scale` points. */
export function addWord(
  row: Row,
  known: KnownWord,
  from: number,
  kind: number,
  chance: number,
  cuts: readonly Cut[],
  scale: number,
): void {
  const { word, page, from: first, to } = known
  const needed = row.glyphCount + to - first
  if (needed > row.glyphs.pairs.length) growGlyphs(row, needed)
  if (row.hasOffsets || word.xOffsets || word.yOffsets) addOffsets(row, word, scale)
  addAtom(row, kind, from, chance)
  let glyph = first
  for (const cut of cuts) {
    addGlyphs(row, page, glyph, first + cut.glyph, scale)
    glyph = first + cut.glyph
    addAtom(row, kind, from + (word.clusters[cut.glyph] ?? 0), cut.chance)
  }
  addGlyphs(row, page, glyph, to, scale)
}

/** Gives the last atom some glyphs, and counts the letters that tracking may widen: all but the last. */
function addGlyphs(row: Row, { pairs, advances }: GlyphPage, from: number, to: number, scale: number): void {
  const { glyphs, atoms, letterSpacing } = row
  const atom = row.count - 1
  let index = row.glyphCount
  let width = 0
  let letters = 0
  for (let glyph = from; glyph < to; glyph++) {
    const own = advances[glyph] ?? 0
    // A mark that takes no room of its own is not set apart from its letter.
    const advance = own === 0 ? 0 : own * scale + letterSpacing
    if (advance !== 0) letters++
    glyphs.pairs[index] = pairs[glyph] ?? 0
    glyphs.advances[index] = advance
    index++
    width += advance
  }
  row.glyphCount = index
  atoms.width[atom] = width
  const kind = atoms.kind[atom] ?? 0
  if (kind === AtomKind.latin) {
    if (row.mayTrack && letters > 1) atoms.letters[atom] = (letters - 1) * row.size
  } else if (row.isTrimmed && isMark(kind)) halveMark(row)
}

/** Places for the offsets of the next word's glyphs; once one word of a paragraph has some, all have a place for them. */
function addOffsets(row: Row, { pairs, xOffsets, yOffsets }: Word, scale: number): void {
  const { glyphs, glyphCount } = row
  if (!row.hasOffsets) {
    glyphs.xOffsets.fill(0, 0, glyphCount)
    glyphs.yOffsets.fill(0, 0, glyphCount)
    row.hasOffsets = true
  }
  for (let glyph = 0; glyph < pairs.length; glyph++) {
    glyphs.xOffsets[glyphCount + glyph] = (xOffsets?.[glyph] ?? 0) * scale
    glyphs.yOffsets[glyphCount + glyph] = (yOffsets?.[glyph] ?? 0) * scale
  }
}

/** A full-width mark becomes half an em of ink and half an em of blank, which is the gap's. */
function halveMark(row: Row): void {
  const { size } = row
  const atom = row.count - 1
  const width = row.atoms.width[atom] ?? 0
  if (width < 0.9 * size) return
  const blank = size / 2
  row.atoms.width[atom] = width - blank
  row.blank[atom] = blank
  if (row.atoms.kind[atom] === AtomKind.open) row.atoms.shift[atom] = -blank
}
