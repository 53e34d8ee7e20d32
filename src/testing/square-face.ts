import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { Border, ComputedStyle, Sides } from '../style/computed.ts'
import { AtomKind, classOf } from '../text/cjk.ts'
import type { Face, ShapeSettings, Word } from '../text/face.ts'
import type { FaceDeclaration } from '../text/fonts.ts'
import { pairTable } from '../text/open-face.ts'
import { shape } from '../text/shape.ts'
import { pools, type Shaped } from '../text/shaped.ts'
import { isWide, lineBreakClass } from '../text/unicode.ts'
import { LineBreakClass } from '../text/unicode-data.ts'
import { type Workshop, workshop } from '../text/workshop.ts'
import { sampleLeaf } from './sample-publication.ts'

export interface Squares {
  readonly name: string
  /** Which characters the face has. */
  readonly covers: (codePoint: number) => boolean
  /** Letters that are painted as one glyph, of the width of one. */
  readonly ligatures: readonly string[]
}

/**
 * A face without a font file, so that results can be counted by hand: a Chinese character, a full-width mark or a kana
 * is 1 em wide, a combining mark 0, all else .5 em; `——` is one glyph of 2 em. A glyph's number is its first character.
 */
export function squareFace(options: Partial<Squares> = {}): Face {
  const { name = 'Square', covers = () => true, ligatures = [] } = options
  const pairs = pairTable()
  const joined = [dashes, ...ligatures]
  return {
    name,
    upem: 1000,
    ascent: 800,
    descent: -200,
    covers,
    shape: (text, settings) => shapeSquares(text, settings, joined, covers, pairs.pair),
    ...pairs,
    advanceOf: (glyph) => advanceOf(glyph, 'zh'),
    program: null,
  }
}

/** A workshop of square faces, each a family of one face; without any, of the one named `Square`. */
export function squareWorkshop(...faces: readonly Face[]): Workshop {
  const all = faces.length > 0 ? faces : [squareFace()]
  const declarations = all.map((face) => declarationOf(face.name))
  return workshop(
    declarations,
    ({ family }) => all.find((face) => face.name === family) ?? null,
    wholeFile('fonts.yaml'),
  )
}

/** A style with nothing special: the square face at 10 pt on 15 pt, justified, unhyphenated, no autospace. */
export function plainStyle(overrides: Partial<ComputedStyle> = {}): ComputedStyle {
  return { ...plain, ...overrides }
}

/** The inlines of a paragraph with one text in one style. */
export function inlinesOf(text: string, lang: Lang, style: ComputedStyle = plain): readonly Inline[] {
  return [textInline(sampleLeaf(text, lang), style)]
}

/** A leaf as an inline. */
export function textInline(
  leaf: Leaf,
  style: ComputedStyle = plain,
  element: Element = paragraph,
): Inline & { kind: 'text' } {
  return { kind: 'text', leaf, from: 0, to: leaf.text.length, style, element }
}

/** A text in the square face, shaped; a finding that is not asked for throws. */
export function shapeText(text: string, lang: Lang, overrides: Partial<ComputedStyle> = {}): Shaped {
  return shapeInlines(inlinesOf(text, lang, plainStyle(overrides)), lang)
}

/** Inlines in square faces, shaped; a finding throws. */
export function shapeInlines(
  inlines: readonly Inline[],
  lang: Lang,
  shop: Workshop = squareWorkshop(),
): Shaped {
  const report = new Report()
  const shaped = shape(inlines, lang, shop, report)
  for (const { message } of report.diagnostics) throw new Error(message)
  return kept(shaped)
}

/** A copy that outlasts the next paragraph, of just the room that it needs. */
function kept(shaped: Shaped): Shaped {
  const { count, atoms, gaps, glyphs, paths, sums } = shaped
  const glyphCount = atoms.glyph[count] ?? 0
  const { from, glyph, ...others } = atoms
  return {
    ...shaped,
    runs: [...shaped.runs],
    owners: [...shaped.owners],
    atoms: {
      ...sliced(others, count),
      ...sliced({ from, glyph }, count + 1),
    },
    gaps: sliced(gaps, count + 1),
    glyphs: sliced(glyphs, glyphCount),
    ...sliced({ ends: shaped.ends, starts: shaped.starts }, count + 1),
    sums: sums.slice(0, pools * (count + 2)),
    paths: sliced(paths, count + 2),
  }
}

type Column = Uint8Array | Uint32Array | Int32Array | Float64Array

/** The first places of each column; each keeps its name and its type. */
function sliced<Columns extends object>(columns: Columns, length: number): Columns {
  const named: [name: string, column: Column][] = Object.entries(columns)
  // The same names and types as before.
  return Object.fromEntries(named.map(([name, column]) => [name, column.slice(0, length)])) as Columns
}

/** The element of inlines that say of none. */
export const paragraph: Element = {
  kind: 'element',
  name: 'p',
  index: 0,
  lang: null,
  unit: null,
  attrs: new Map(),
  children: [],
  span: { file: { path: 'layout.hbs', text: '<p>' }, start: 0, end: 3 },
}

const dashes = '——'

function advanceOf(codePoint: number, lang: Lang): number {
  if (codePoint === 0x2e3a) return 2000
  const lineClass = lineBreakClass(codePoint)
  if (lineClass === LineBreakClass.CM || lineClass === LineBreakClass.ZWJ) return 0
  if (isWide(codePoint)) return 1000
  const kind = classOf(codePoint, lang)
  const isFull = kind !== AtomKind.latin && kind !== AtomKind.space && codePoint >= 0x2000
  return isFull && kind !== AtomKind.connector && kind !== AtomKind.interpunct ? 1000 : 500
}

function shapeSquares(
  text: string,
  { lang }: ShapeSettings,
  joined: readonly string[],
  covers: Squares['covers'],
  pair: Face['pair'],
): Word {
  const glyphs: { readonly pair: number; readonly advance: number; readonly cluster: number }[] = []
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0
    const start = at
    const whole = joined.find((letters) => text.startsWith(letters, start)) ?? String.fromCodePoint(codePoint)
    const advance = whole === dashes ? 2000 : advanceOf(codePoint, lang)
    const before = glyphs.at(-1)
    const cluster = advance === 0 && before ? before.cluster : at
    glyphs.push({ pair: pair(covers(codePoint) ? codePoint : 0, whole), advance, cluster })
    at += whole.length
  }
  return {
    pairs: Uint32Array.from(glyphs, (glyph) => glyph.pair),
    advances: Int32Array.from(glyphs, (glyph) => glyph.advance),
    xOffsets: null,
    yOffsets: null,
    clusters: Uint32Array.from(glyphs, (glyph) => glyph.cluster),
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
  }
}

function declarationOf(family: string): FaceDeclaration {
  const span = { file: { path: 'fonts/fonts.yaml', text: '' }, start: 0, end: 0 }
  return { family, weight: 400, style: 'normal', file: '', licence: 'CC0-1.0', span }
}

const noBorder: Border = { width: 0, color: [0, 0, 0] }

function allSides<T>(value: T): Sides<T> {
  return { top: value, right: value, bottom: value, left: value }
}

const plain: ComputedStyle = {
  fontFamily: ['Square'],
  fontFamilySpan: null,
  fontSize: 10,
  fontSizes: [],
  fontWeight: 400,
  fontStyle: 'normal',
  tabularNumbers: false,
  color: [0, 0, 0],
  lineHeight: 15,
  baseline: null,
  textAlign: 'justify',
  textIndent: 0,
  textWrap: 'wrap',
  hyphens: 'none',
  wordBreak: 'normal',
  lineBreak: 'normal',
  whiteSpace: 'normal',
  autospace: 0,
  textSpacingTrim: 'normal',
  letterSpacing: 0,
  raise: 0,
  display: 'block',
  position: 'static',
  inset: allSides(null),
  width: null,
  height: null,
  minHeight: 0,
  maxWidth: null,
  maxHeight: null,
  objectFit: 'contain',
  margin: allSides(0),
  padding: allSides(0),
  border: allSides(noBorder),
  background: null,
  columnRule: noBorder,
  verticalAlign: 'baseline',
  grid: null,
  gridPlace: null,
  listStyle: null,
  page: 'auto',
  pageReset: null,
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  stand: 'flow',
  widows: 2,
  orphans: 2,
  bookmarkLevel: null,
  stringSet: [],
  content: null,
}
