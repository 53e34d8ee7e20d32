import { unreachable } from '../base/unreachable.ts'
import type { Page, Picture, Placed } from '../layout/page.ts'
import type { Conformity } from './conform.ts'
import type { ContentStream } from './content-stream.ts'
import type { PdfFile, Resources } from './document.ts'
import type { Fonts } from './font.ts'
import { Pen } from './glyphs.ts'
import type { LetterSpacing } from './letter-spacing.ts'
import { matrixOf, type Pictures } from './pictures.ts'
import type { ObjectId } from './syntax.ts'
import type { Tagging } from './tagging.ts'

/** What is common to all pages of a document. Names of fonts and pictures are the same on all of them. */
export interface Canvas {
  readonly file: PdfFile
  readonly stream: ContentStream
  readonly fonts: Fonts
  readonly letterSpacing: LetterSpacing
  readonly pictures: Pictures
  readonly tagging: Tagging
  readonly conformity: Conformity
}

/** The content of a page, in a stream of its own, and what it uses. */
export interface PaintedPage extends Resources {
  readonly content: ObjectId
}

/** Paints the marks of a page in their order. The stream takes the graphics state that a page begins with for granted. */
export function paintPage(page: Page, canvas: Canvas): PaintedPage {
  const { file, stream, tagging, conformity } = canvas
  const pen = new Pen(stream, page.size.height, canvas.fonts, canvas.letterSpacing)
  const pictures = new Map<string, ObjectId>()
  conformity.page(page)
  tagging.beginPage(page)
  for (const placed of page.marks) {
    conformity.mark(placed)
    tagging.mark(placed, pen)
    paintMark(placed, page.size.height, pen, canvas, pictures)
  }
  tagging.endPage(pen)
  pen.endText()
  const content = file.reserve()
  file.writeStream(content, '', stream.take())
  return { content, fonts: pen.fonts, pictures }
}

function paintMark(
  { mark, x, y }: Placed,
  pageHeight: number,
  pen: Pen,
  canvas: Canvas,
  pictures: Map<string, ObjectId>,
): void {
  switch (mark.kind) {
    case 'glyphs':
      pen.glyphs(mark, x, y)
      break
    case 'rect':
      pen.rect(mark, x, y)
      break
    case 'path':
      pen.path(mark, x, y)
      break
    case 'area':
      pen.area(mark, x, y)
      break
    case 'unseen':
      pen.unseen(mark, x, y)
      break
    case 'picture':
      pen.endText()
      paintPicture(mark, x, pageHeight - y - mark.height, canvas, pictures)
      break
    case 'link':
      break
    default:
      unreachable(mark)
  }
}

function paintPicture(
  mark: Picture,
  x: number,
  bottom: number,
  canvas: Canvas,
  used: Map<string, ObjectId>,
): void {
  const { id, object } = canvas.pictures.of(mark.picture)
  used.set(id, object)
  canvas.stream.text('q ')
  const { crop } = mark
  if (crop) {
    canvas.stream.operator('re', x, bottom, mark.width, mark.height)
    canvas.stream.text('W n ')
  }
  const [left, foot] = crop ? [x + crop.x, bottom + mark.height - crop.y - crop.height] : [x, bottom]
  canvas.stream.operator('cm', ...matrixOf({ ...mark, ...crop }, left, foot))
  canvas.stream.text(`/${id} Do Q\n`)
}
