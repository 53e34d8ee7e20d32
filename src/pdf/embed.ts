import { createHash } from 'node:crypto'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Face, FontProgram } from '../text/face.ts'
import type { PdfFile } from './document.ts'
import type { FaceCodes, Font, Fonts } from './font.ts'
import { type Subset, subset } from './subset.ts'
import { decimal, type ObjectId, type Syntax, to } from './syntax.ts'
import { unicodeMap } from './unicode-map.ts'

/** Writes all fonts of a document, cut to what its pages use. */
export function embedFonts(file: PdfFile, fonts: Fonts, report: Report): void {
  for (const codes of fonts.all) {
    if (embed(file, codes)) continue
    const message = `the font \`${codes.face.name}\` cannot be embedded`
    const hint = 'declare another file of it in `fonts/fonts.yaml`: this one may be damaged'
    report.error('pdf/font', message, wholeFile(codes.face.name), hint)
  }
}

/** Writes the font objects of a face, each with a subset of its own; false when the face cannot be cut. */
function embed(file: PdfFile, codes: FaceCodes): boolean {
  return codes.fonts.map((font) => embedFont(file, codes, font)).every((done) => done)
}

function embedFont(file: PdfFile, codes: FaceCodes, font: Font): boolean {
  const { face } = codes
  const { program } = face
  if (!program) throw new Error(`face ${face.name} has no font file`)
  const glyphs = font.pairs.map((pair) => face.glyphOf(pair))
  const cut = subset(program.bytes, glyphs)
  if (cut) writeFont(file, codes, font, program, glyphs, cut)
  return cut !== null
}

/** ISO 32000-1, 9.7: a Type 0 font over a CIDFontType2, whose CIDs lead to glyphs by a map. */
function writeFont(
  file: PdfFile,
  codes: FaceCodes,
  font: Font,
  program: FontProgram,
  glyphs: readonly number[],
  cut: Subset,
): void {
  const { face } = codes
  const name = subsetName(face, glyphs)
  const outlines = file.reserve(5)
  const [map, texts, descriptor, descendant] = [outlines + 1, outlines + 2, outlines + 3, outlines + 4]
  file.writeStream(outlines, `/Length1 ${cut.bytes.length}`, cut.bytes)
  file.writeStream(map, '', glyphMap(glyphs.map(cut.numberOf)))
  file.writeStream(texts, '', unicodeMap(font.pairs.map((pair) => face.textOf(pair))))
  file.write(descriptor, describe(face, program, name, outlines))
  const system = '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
  const stretches = widths(font.pairs.map((pair) => codes.widthOf(pair)))
  file.write(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo${system}/FontDescriptor ${to(descriptor)}/DW ${defaultWidth}/W[${stretches}]/CIDToGIDMap ${to(map)}>>`,
  )
  file.write(
    font.object,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${to(descendant)}]/ToUnicode ${to(texts)}>>`,
  )
}

/** A full-width glyph's, in thousandths of an em: a Han font then need not list them. */
const defaultWidth = 1000

/** ISO 32000-1, 9.7.4.3: a first CID and the widths from there on, for each stretch of other than default widths. */
function widths(all: readonly number[]): Syntax {
  const stretches: string[] = []
  all.forEach((width, index) => {
    if (width === defaultWidth) return
    const isFirst = index === 0 || all[index - 1] === defaultWidth
    const isLast = index + 1 === all.length || all[index + 1] === defaultWidth
    stretches.push(`${isFirst ? `${index + 1}[` : ' '}${decimal(width)}${isLast ? ']' : ''}`)
  })
  return stretches.join('')
}

function describe(face: Face, program: FontProgram, name: string, outlines: ObjectId): Syntax {
  const scaled = (value: number) => Math.round((value * 1000) / face.upem)
  const entries = [
    `/FontBBox[${program.bounds.map(scaled).join(' ')}]`,
    `/Flags ${symbolic | (program.isItalic ? italic : 0)}`,
    `/ItalicAngle ${decimal(Math.round(program.italicAngle * 100) / 100)}`,
    `/Ascent ${scaled(face.ascent)}/Descent ${scaled(face.descent)}`,
    `/CapHeight ${scaled(program.capHeight)}/XHeight ${scaled(program.xHeight)}`,
    `/StemV ${stemWidth(program.weight)}`,
  ]
  return `<</Type/FontDescriptor/FontName/${name}${entries.join('')}/FontFile2 ${to(outlines)}>>`
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
