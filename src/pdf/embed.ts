import { createHash } from 'node:crypto'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Face, FontProgram } from '../text/face.ts'
import type { PdfFile } from './document.ts'
import type { FaceCodes, Font, Fonts } from './font.ts'
import { subset } from './subset.ts'
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
  const kept = keptOf(codes.face)
  const key = font.pairs.length > largestKept ? '' : font.pairs.join()
  const before = kept.get(key)
  const parts = before ?? partsOf(codes, font)
  if (!parts) return false
  // Kept anew, so that the one at the front is the one not met for the longest.
  kept.delete(key)
  if (key !== '') kept.set(key, parts)
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  writeFont(file, font.object, parts, before !== undefined)
  return true
}

/** What a font is written from. */
interface Parts {
  readonly name: string
  /** The subset, where it has the glyph of each CID, and what text that stands for. */
  readonly outlines: Uint8Array
  readonly map: Uint8Array
  readonly texts: Uint8Array
  readonly widths: Syntax
  /** The entries of the descriptor that do not lead to the outlines. */
  readonly description: Syntax
}

/** By face and pairs: fonts of documents before, for those after them that have the same words in it. */
const known = new WeakMap<Face, Map<string, Parts>>()

/** The sheets of a pattern share their texts in most of their faces, but for a figure more or less. */
const mostKept = 24

/** Pairs of the largest font that is kept: one with more is a book's, and no other document's. */
const largestKept = 500

function keptOf(face: Face): Map<string, Parts> {
  const kept = known.get(face) ?? new Map<string, Parts>()
  known.set(face, kept)
  return kept
}

function partsOf(codes: FaceCodes, { pairs }: Font): Parts | null {
  const { face } = codes
  const { program } = face
  if (!program) throw new Error(`face ${face.name} has no font file`)
  const glyphs = pairs.map((pair) => face.glyphOf(pair))
  const cut = subset(program.bytes, glyphs)
  return (
    cut && {
      name: subsetName(face, glyphs),
      outlines: cut.bytes,
      map: glyphMap(glyphs.map(cut.numberOf)),
      texts: unicodeMap(pairs.map((pair) => face.textOf(pair))),
      widths: widths(pairs.map((pair) => codes.widthOf(pair))),
      description: describe(face, program),
    }
  )
}

/**
 * ISO 32000-1, 9.7: a Type 0 font over a CIDFontType2, whose CIDs lead to glyphs by a map. One that is met again will be
 * once more: its streams are deflated once for all.
 */
function writeFont(file: PdfFile, object: ObjectId, parts: Parts, isMetAgain: boolean): void {
  const { name } = parts
  const outlines = file.reserve(5)
  const [map, texts, descriptor, descendant] = [outlines + 1, outlines + 2, outlines + 3, outlines + 4]
  const write = (id: ObjectId, entries: Syntax, bytes: Uint8Array) =>
    isMetAgain ? file.writeFile(id, entries, bytes) : file.writeStream(id, entries, bytes)
  write(outlines, `/Length1 ${parts.outlines.length}`, parts.outlines)
  write(map, '', parts.map)
  write(texts, '', parts.texts)
  file.write(
    descriptor,
    `<</Type/FontDescriptor/FontName/${name}${parts.description}/FontFile2 ${to(outlines)}>>`,
  )
  const system = '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
  file.write(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo${system}/FontDescriptor ${to(descriptor)}/DW ${defaultWidth}/W[${parts.widths}]/CIDToGIDMap ${to(map)}>>`,
  )
  file.write(
    object,
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

function describe(face: Face, program: FontProgram): Syntax {
  const scaled = (value: number) => Math.round((value * 1000) / face.upem)
  return [
    `/FontBBox[${program.bounds.map(scaled).join(' ')}]`,
    `/Flags ${symbolic | (program.isItalic ? italic : 0)}`,
    `/ItalicAngle ${decimal(Math.round(program.italicAngle * 100) / 100)}`,
    `/Ascent ${scaled(face.ascent)}/Descent ${scaled(face.descent)}`,
    `/CapHeight ${scaled(program.capHeight)}/XHeight ${scaled(program.xHeight)}`,
    `/StemV ${stemWidth(program.weight)}`,
  ].join('')
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
  const tag = String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)))
  return `${tag}+${face.name.replace(/[^A-Za-z0-9_-]/g, '')}`
}

function glyphMap(glyphs: readonly number[]): Uint8Array {
  const map = new DataView(new ArrayBuffer(2 * (glyphs.length + 1)))
  glyphs.forEach((glyph, index) => {
    map.setUint16(2 * (index + 1), glyph)
  })
  return new Uint8Array(map.buffer)
}
