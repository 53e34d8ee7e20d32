import { createHash } from 'node:crypto'
import type { Face, FontProgram } from '../text/face.ts'
import { type PdfFile, type Reference, textString, type Value } from './document.ts'
import type { FaceCodes, Font } from './font.ts'
import type { Subsetter } from './subset.ts'
import { unicodeMap } from './unicode-map.ts'

/** Writes the font objects of a face, each with a subset of its own; false when the face cannot be cut. */
export function embed(file: PdfFile, codes: FaceCodes, subset: Subsetter): boolean {
  return codes.fonts.map((font) => embedFont(file, codes, font, subset)).every((done) => done)
}

function embedFont(file: PdfFile, codes: FaceCodes, font: Font, subset: Subsetter): boolean {
  const { face } = codes
  const { program } = face
  if (!program) throw new Error(`face ${face.name} has no font file`)
  const glyphs = font.pairs.map((pair) => face.glyphOf(pair))
  const cut = subset(program.bytes, glyphs)
  if (cut) writeFont(file, codes, font, program, glyphs, cut)
  else font.reference.end()
  return cut !== null
}

/** ISO 32000-1, 9.7: a Type 0 font over a CIDFontType2, whose CIDs lead to glyphs by a map. */
function writeFont(
  file: PdfFile,
  codes: FaceCodes,
  font: Font,
  program: FontProgram,
  glyphs: readonly number[],
  cut: Uint8Array,
): void {
  const { face } = codes
  const name = subsetName(face, glyphs)
  const descriptor = describe(file, face, program, name, file.addStream({ Length1: cut.length }, cut))
  const descendant = file.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: defaultWidth,
    W: widths(font.pairs.map((pair) => codes.widthOf(pair))),
    CIDToGIDMap: file.addStream({}, glyphMap(glyphs)),
  })
  const texts = font.pairs.map((pair) => face.textOf(pair))
  font.reference.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.addStream({}, unicodeMap(texts)),
  }
  font.reference.end()
}

/** A full-width glyph's, in thousandths of an em: a Han font then need not list them. */
const defaultWidth = 1000

/** ISO 32000-1, 9.7.4.3: a first CID and the widths from there on, for each stretch of other than default widths. */
function widths(all: readonly number[]): Value {
  const stretches: (number | number[])[] = []
  let stretch: number[] = []
  all.forEach((width, index) => {
    if (width === defaultWidth) return
    if (index === 0 || all[index - 1] === defaultWidth) {
      stretch = []
      stretches.push(index + 1, stretch)
    }
    stretch.push(width)
  })
  return stretches
}

function describe(file: PdfFile, face: Face, program: FontProgram, name: string, cut: Reference): Value {
  const scaled = (value: number) => Math.round((value * 1000) / face.upem)
  return file.add({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: symbolic | (program.isItalic ? italic : 0),
    FontBBox: program.bounds.map(scaled),
    ItalicAngle: Math.round(program.italicAngle * 100) / 100,
    Ascent: scaled(face.ascent),
    Descent: scaled(face.descent),
    CapHeight: scaled(program.capHeight),
    XHeight: scaled(program.xHeight),
    StemV: stemWidth(program.weight),
    FontFile2: cut,
  })
}

/** ISO 32000-1, table 123. */
const symbolic = 1 << 2
const italic = 1 << 6

/** No table of a font has the stem's width. A common estimate from the weight: 88 for 400, 166 for 700. */
function stemWidth(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2)
}

/** ISO 32000-1, 9.6.4: six capitals that stand for the set of glyphs, then the name, here of regular characters only. */
function subsetName(face: Face, glyphs: readonly number[]): string {
  const digest = createHash('sha256').update(`${face.name}\n${glyphs.join()}`).digest()
  const tag = Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('')
  return `${tag}+${face.name.replace(/[^A-Za-z0-9_-]/g, '')}`
}

function glyphMap(glyphs: readonly number[]): Uint8Array {
  const map = new Uint8Array(2 * (glyphs.length + 1))
  const view = new DataView(map.buffer)
  glyphs.forEach((glyph, index) => {
    view.setUint16(2 * (index + 1), glyph)
  })
  return map
}
