import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { TagId } from '../document/structure.ts'
import type { Picture } from '../picture/picture.ts'
import type { VectorRun, VectorText } from '../picture/vector.ts'
import type { ImageBox, Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { setParagraph } from '../text/paragraph.ts'
import { type Inking, placeLine } from './marks.ts'
import type { Glyphs, Placed } from './page.ts'
import type { GalleySettings } from './setting.ts'

/** The texts of a drawing in the faces of the document, from its top left corner, without tags. */
export interface PictureTexts {
  /** The width of the drawing that they were set for: it may become smaller, and they with it. */
  readonly width: Pt
  readonly marks: readonly Placed[]
}

/** Wider than any drawing: no line is broken. */
const unbroken: Pt = 14400

/** Sets the texts of a drawing that is to be so wide; null where it has none. */
export function setPictureTexts(
  picture: Picture,
  box: ImageBox,
  width: Pt,
  settings: GalleySettings,
  report: Report,
): PictureTexts | null {
  if (picture.kind !== 'vector' || picture.texts.length === 0 || width <= 0) return null
  const scale = width / picture.width
  const marks: Placed[] = []
  for (const text of picture.texts) setText(marks, text, scale, box, settings, report)
  return { width, marks }
}

function setText(
  marks: Placed[],
  { x, y, anchor, runs }: VectorText,
  scale: number,
  { element, style }: ImageBox,
  { workshop, lang: around }: GalleySettings,
  report: Report,
): void {
  const inlines = runs.map((run): Inline => {
    const leaf = { text: run.text, lang: run.lang ?? around, span: element.span, places: null }
    return { kind: 'text', leaf, from: 0, to: run.text.length, style: styleOf(run, scale, style), element }
  })
  const lang = runs[0]?.lang ?? around
  const setting = { measure: unbroken, indent: 0, align: 'start', isBalanced: false } as const
  const [line] = setParagraph(inlines, lang, setting, workshop, report).lines
  if (!line) return
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * line.width
  placeLine(marks, line, x * scale - shift, y * scale, untagged)
}

/** Nothing in a line outside the text is a link or counted; the tag of a drawing is known when it is placed. */
export const untagged: Inking = {
  tagOf: () => null,
  markerOf: () => null,
  linkOf: () => null,
  numberOf: () => null,
  textOf: () => {
    throw new Error('a line outside the text has no leaders')
  },
}

/** How a run is set: in its families as far as they are declared, then in those of the text around the drawing. */
function styleOf(run: VectorRun, scale: number, around: ComputedStyle): ComputedStyle {
  return {
    ...around,
    fontFamily: [...run.families, ...around.fontFamily],
    fontSize: run.size * scale,
    fontWeight: run.weight,
    fontStyle: run.isItalic ? 'italic' : 'normal',
    color: run.color,
    whiteSpace: 'nowrap',
    letterSpacing: 0,
    raise: 0,
  }
}

/** Adds the texts of a drawing at its place, as large as it has become. */
export function placePictureTexts(
  marks: Placed[],
  texts: PictureTexts,
  place: { readonly x: Pt; readonly y: Pt; readonly width: Pt },
  tag: TagId | null,
): void {
  const scale = place.width / texts.width
  for (const { x, y, mark } of texts.marks) {
    if (mark.kind !== 'glyphs') continue
    marks.push({ x: place.x + x * scale, y: place.y + y * scale, mark: scaled(mark, scale), tag })
  }
}

function scaled(mark: Glyphs, scale: number): Glyphs {
  if (scale === 1) return mark
  const times = (values: Float32Array): Float32Array => values.map((value) => value * scale)
  return {
    ...mark,
    size: mark.size * scale,
    advances: times(mark.advances),
    xOffsets: mark.xOffsets && times(mark.xOffsets),
    yOffsets: mark.yOffsets && times(mark.yOffsets),
  }
}
