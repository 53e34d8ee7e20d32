import * as hb from 'harfbuzzjs'
import type { Face, FontProgram, Pair, ShapeSettings, Word } from './face.ts'
import { type FontFile, readFont } from './sfnt.ts'

/** Opens a font with HarfBuzz, or says what is wrong with it. Costs up to 20 ms for a CJK face: open once, keep. */
export function openFace(bytes: Uint8Array, family: string): Face | string {
  const file = readFont(bytes)
  if (typeof file === 'string') return file
  const face = new hb.Face(new hb.Blob(file.shaping()), 0)
  const font = new hb.Font(face)
  const name = face.getName(6, 'en')
  if (!name) return 'it has no PostScript name'
  const pairs = pairTable()
  const buffer = new hb.Buffer()
  const hhea = tableOf(file, 'hhea')
  return {
    name,
    upem: face.upem,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    covers: remembered((codePoint) => (font.nominalGlyph(codePoint) ?? 0) !== 0),
    shape: (text, settings) => shape(font, buffer, pairs, text, settings),
    ...pairs,
    advanceOf: remembered((glyph) => font.glyphHAdvance(glyph)),
    program: programOf(file, family),
  }
}

/** A question to HarfBuzz costs more than a look into a map, and the same ones are asked again and again. */
function remembered<Answer>(ask: (value: number) => Answer): (value: number) => Answer {
  const answers = new Map<number, Answer>()
  return (value) => {
    let answer = answers.get(value)
    if (answer === undefined) {
      answer = ask(value)
      answers.set(value, answer)
    }
    return answer
  }
}

/** The table of pairs of one face: numbers for (glyph, text), given in order of first use. */
export function pairTable(): Pick<Face, 'pair' | 'glyphOf' | 'textOf'> {
  const known = new Map<string, Map<number, Pair>>()
  const glyphs: number[] = []
  const texts: string[] = []
  return {
    pair(glyph, text) {
      let byGlyph = known.get(text)
      if (!byGlyph) {
        byGlyph = new Map()
        known.set(text, byGlyph)
      }
      let pair = byGlyph.get(glyph)
      if (pair === undefined) {
        pair = glyphs.length
        byGlyph.set(glyph, pair)
        glyphs.push(glyph)
        texts.push(text)
      }
      return pair
    },
    glyphOf: (pair) => glyphs[pair] ?? 0,
    textOf: (pair) => texts[pair] ?? '',
  }
}

function shape(
  font: hb.Font,
  buffer: hb.Buffer,
  pairs: Pick<Face, 'pair'>,
  text: string,
  settings: ShapeSettings,
): Word {
  buffer.clearContents()
  buffer.addText(text)
  buffer.setScript(settings.script)
  buffer.setLanguage(settings.lang)
  buffer.setDirection(settings.isRtl ? hb.Direction.RTL : hb.Direction.LTR)
  hb.shape(
    font,
    buffer,
    settings.features
      .map((feature) => hb.Feature.fromString(feature))
      .filter((feature) => feature !== undefined),
  )
  const glyphs = buffer.getGlyphInfos()
  const positions = buffer.getGlyphPositions()
  const count = glyphs.length
  const word = {
    pairs: new Uint32Array(count),
    advances: new Int32Array(count),
    xOffsets: positions.some((position) => position.xOffset !== 0) ? new Int32Array(count) : null,
    yOffsets: positions.some((position) => position.yOffset !== 0) ? new Int32Array(count) : null,
    clusters: new Uint32Array(count),
  }
  const isPlain = count === text.length && glyphs.every((glyph, index) => glyph.cluster === index)
  const texts = isPlain
    ? text
    : glyphTexts(
        glyphs.map((glyph) => glyph.cluster),
        text,
      )
  let width = 0
  for (let index = 0; index < count; index++) {
    const position = positions[index]
    const glyph = glyphs[index]
    if (!position || !glyph) continue
    word.pairs[index] = pairs.pair(glyph.codepoint, texts[index] ?? '\u200b')
    word.advances[index] = position.xAdvance
    word.clusters[index] = glyph.cluster
    if (word.xOffsets) word.xOffsets[index] = position.xOffset
    if (word.yOffsets) word.yOffsets[index] = position.yOffset
    width += position.xAdvance
  }
  return { ...word, width }
}

/**
 * The text that each glyph stands for. A cluster of one glyph has all its characters; of as many glyphs as
 * characters, one each; otherwise its first glyph has the text and the others U+200B, which readers drop: never an
 * empty text, which reads as a control character.
 */
export function glyphTexts(clusters: readonly number[], text: string): readonly string[] {
  const starts = [...new Set(clusters)].sort((a, b) => a - b)
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]))
  const texts: string[] = []
  for (let from = 0; from < clusters.length; ) {
    const start = clusters[from] ?? 0
    let to = from
    while (to < clusters.length && clusters[to] === start) to++
    const characters = Array.from(text.slice(start, endOf.get(start)))
    for (let index = from; index < to; index++) {
      if (characters.length === to - from) texts.push(characters[index - from] ?? '\u200b')
      else texts.push(index === from ? characters.join('') : '\u200b')
    }
    from = to
  }
  return texts
}

function programOf(file: FontFile, family: string): FontProgram {
  const [head, os2, post] = [tableOf(file, 'head'), tableOf(file, 'OS/2'), tableOf(file, 'post')]
  const hasHeights = os2.getUint16(0) >= 2 && os2.byteLength >= 90
  const upem = head.getUint16(18)
  return {
    bytes: file.bytes,
    family,
    weight: os2.getUint16(4),
    isItalic: (os2.getUint16(62) & 1) === 1,
    italicAngle: post.getInt32(4) / 65536,
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    capHeight: hasHeights ? os2.getInt16(88) : Math.round(upem * 0.7),
    xHeight: hasHeights ? os2.getInt16(86) : Math.round(upem * 0.5),
    restriction: restrictionOf(os2.getUint16(8)),
  }
}

/**
 * What `fsType` forbids of a font in a PDF, which holds a subset of it (OpenType 1.9, OS/2). Of several permissions the
 * least restrictive holds; to preview and print, or to edit, includes to embed.
 */
function restrictionOf(fsType: number): string | null {
  if ((fsType & 0x000e) === 0x0002) return 'it must not be embedded without leave of its maker'
  if ((fsType & 0x0100) !== 0) return 'it must only be embedded as a whole'
  return (fsType & 0x0200) === 0 ? null : 'only its bitmaps may be embedded'
}

function tableOf(file: FontFile, tag: string): DataView {
  const table = file.table(tag)
  if (!table) throw new Error(`table ${tag} was checked to be there`)
  return table
}
