import type { Color } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import { commonScale, composed, type Matrix } from '../picture/matrix.ts'
import type { Fill, Group, Outlined, Paint, Stroke, VectorPicture } from '../picture/vector.ts'
import type { PdfFile } from './document.ts'
import { FormContent, reals } from './form.ts'
import { gradientMask, gradientPattern, isTranslucent } from './gradients.ts'
import { type ObjectId, type Syntax, to } from './syntax.ts'

/** Writes a drawing as a form XObject that fills the unit square, as an image does (ISO 32000-1, 8.10). */
export function writeDrawing(file: PdfFile, object: ObjectId, picture: VectorPicture): void {
  const scale = fineness(Math.max(picture.width, picture.height))
  const [width, height] = [picture.width * scale, picture.height * scale]
  const drawing: Drawing = { file, box: `/BBox[0 0 ${reals([width, height])}]` }
  const content = new FormContent()
  paintShapes(picture.shapes, [scale, 0, 0, scale, 0, 0], 0, content, drawing)
  const matrix = reals([1 / width, 0, 0, -1 / height, 0, 1])
  writeForm(drawing, object, content, `/Matrix[${matrix}]`)
}

/** The power of ten that makes a picture at least 1,000 units large: thousandths of one are then nothing on paper. */
function fineness(side: number): number {
  return 10 ** Math.ceil(Math.log10(1000 / side))
}

/** What all forms of a drawing share. */
interface Drawing {
  readonly file: PdfFile
  /** The entry of their dictionaries: all have the coordinates and the size of the whole. */
  readonly box: Syntax
}

function writeForm(drawing: Drawing, object: ObjectId, content: FormContent, more: Syntax): void {
  const entries = `/Type/XObject/Subtype/Form${drawing.box}${more}${content.resources}`
  drawing.file.writeStream(object, entries, content.take())
}

/** `matrix` leads to the coordinates of the form; `depth` counts the graphics states that are saved. */
function paintShapes(
  shapes: VectorPicture['shapes'],
  matrix: Matrix,
  depth: number,
  content: FormContent,
  drawing: Drawing,
): void {
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'outlined':
        paintOutlined(shape, matrix, content, drawing)
        break
      case 'rectangles':
        paintFilled(shape.fill, () => content.rectangles(shape.edges, matrix), matrix, content, drawing)
        break
      case 'group':
        paintGroup(shape, matrix, depth, content, drawing)
        break
      default:
        unreachable(shape)
    }
  }
}

/** Graphics states that are saved inside one another in one form: a conforming reader need keep but 28 (ISO 19005-3, 6.1.13). */
const mostSaved = 20

function paintGroup(
  group: Group,
  around: Matrix,
  depth: number,
  content: FormContent,
  drawing: Drawing,
): void {
  const matrix = composed(around, group.transform)
  const isApart = group.opacity < 1 || depth >= mostSaved
  const isSaved = isApart || group.clips.length > 0
  if (isSaved) content.text('q\n')
  for (const { outline, rule } of group.clips) {
    content.path(outline, matrix)
    // Nothing is inside an empty outline, and a clip without a path would do nothing.
    if (outline.length === 0) content.text('0 0 m ')
    content.text(rule === 'evenodd' ? 'W* n\n' : 'W n\n')
  }
  if (isApart) {
    if (group.opacity < 1) content.text(`/${opacityState(group.opacity, content)} gs\n`)
    const inner = new FormContent()
    paintShapes(group.shapes, matrix, 0, inner, drawing)
    const object = drawing.file.reserve()
    writeForm(drawing, object, inner, '/Group<</S/Transparency/CS/DeviceRGB>>')
    content.text(`/${content.nameOf('XObject', object)} Do\n`)
  } else paintShapes(group.shapes, matrix, depth + (isSaved ? 1 : 0), content, drawing)
  if (isSaved) content.text('Q\n')
}

function paintOutlined(shape: Outlined, matrix: Matrix, content: FormContent, drawing: Drawing): void {
  const { outline, fill, stroke } = shape
  if (outline.length === 0) return
  const scale = commonScale(matrix)
  if (fill && stroke && scale !== null && isPlain(fill) && isPlain(stroke)) {
    begin(fill, 'fill', matrix, content, drawing)
    begin(stroke, 'stroke', matrix, content, drawing)
    content.text(pen(stroke, scale))
    content.path(outline, matrix)
    content.text(fill.rule === 'evenodd' ? 'B*\n' : 'B\n')
    return
  }
  // One after the other, so that a stroke that lets light through shows the fill below it.
  if (fill) paintFilled(fill, () => content.path(outline, matrix), matrix, content, drawing)
  if (!stroke) return
  const isSaved = begin(stroke, 'stroke', matrix, content, drawing)
  if (scale !== null) {
    content.text(pen(stroke, scale))
    content.path(outline, matrix)
    content.text('S\n')
  } else {
    // What is stretched more one way than the other stretches its strokes likewise.
    content.text(`q ${reals(matrix)} cm\n${pen(stroke, 1)}`)
    content.plainPath(outline)
    content.text('S Q\n')
  }
  if (isSaved) content.text('Q\n')
}

function paintFilled(
  fill: Fill,
  path: () => void,
  matrix: Matrix,
  content: FormContent,
  drawing: Drawing,
): void {
  const isSaved = begin(fill, 'fill', matrix, content, drawing)
  path()
  content.text(`f${fill.rule === 'evenodd' ? '*' : ''}\n${isSaved ? 'Q\n' : ''}`)
}

function isPlain({ opacity, paint }: Fill | Stroke): boolean {
  return opacity === 1 && (paint.kind === 'color' || !isTranslucent(paint))
}

/** Sets the colour, and what lets light through; whether that has saved the state before. */
function begin(
  painted: Fill | Stroke,
  what: 'fill' | 'stroke',
  matrix: Matrix,
  content: FormContent,
  drawing: Drawing,
): boolean {
  const isSaved = !isPlain(painted)
  if (isSaved) content.text(`q /${stateOf(painted, matrix, content, drawing)} gs\n`)
  content.text(paintOperators(painted.paint, what, matrix, content))
  return isSaved
}

function paintOperators(paint: Paint, what: 'fill' | 'stroke', matrix: Matrix, content: FormContent): string {
  if (paint.kind === 'color') return `${levels(paint.color)} ${what === 'fill' ? 'rg' : 'RG'}\n`
  const name = content.name('Pattern', gradientPattern(paint, matrix))
  return what === 'fill' ? `/Pattern cs /${name} scn\n` : `/Pattern CS /${name} SCN\n`
}

/** A graphics state with an opacity, and the soft mask of a gradient that has opacities of its own. */
function stateOf(
  { opacity, paint }: Fill | Stroke,
  matrix: Matrix,
  content: FormContent,
  drawing: Drawing,
): string {
  if (paint.kind === 'color' || !isTranslucent(paint)) return opacityState(opacity, content)
  const mask = to(gradientMask(paint, matrix, drawing.box, drawing.file))
  return content.name('ExtGState', `<</ca ${reals([opacity])}/CA ${reals([opacity])}/SMask ${mask}>>`)
}

function opacityState(opacity: number, content: FormContent): string {
  return content.name('ExtGState', `<</ca ${reals([opacity])}/CA ${reals([opacity])}>>`)
}

const caps = { butt: 0, round: 1, square: 2 } as const
const joins = { miter: 0, round: 1, bevel: 2 } as const

/** The width, ends, corners and dashes of lines (8.4.3). */
function pen(stroke: Stroke, scale: number): string {
  const dashes = reals(stroke.dashes.map((length) => length * scale))
  return [
    `${reals([stroke.width * scale])} w ${caps[stroke.cap]} J ${joins[stroke.join]} j`,
    `${reals([stroke.miterLimit])} M [${dashes}] ${reals([stroke.dashOffset * scale])} d\n`,
  ].join(' ')
}

function levels(color: Color): Syntax {
  return color.map((value) => String(Math.round((value / 255) * 1000) / 1000)).join(' ')
}
