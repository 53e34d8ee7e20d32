import type { Tag, TagId } from '../document/structure.ts'
import { glyphText } from '../layout/glyph-text.ts'
import type { Page, Picture } from '../layout/page.ts'
import type { Conformity } from './conform.ts'
import type { ContentStream } from './content-stream.ts'
import type { PdfFile } from './document.ts'
import type { Fonts } from './font.ts'
import { Pen } from './glyphs.ts'
import type { LetterSpacing } from './letter-spacing.ts'
import type { Links } from './links.ts'
import { matrixOf, type Pictures } from './pictures.ts'
import type { Structure } from './structure.ts'
import type { ObjectId } from './syntax.ts'

/** What is common to all pages of a document. */
export interface Canvas {
  readonly file: PdfFile
  readonly stream: ContentStream
  readonly fonts: Fonts
  readonly letterSpacing: LetterSpacing
  readonly pictures: Pictures
  readonly structure: Structure
  readonly links: Links
  readonly tags: readonly Tag[]
  readonly conformity: Conformity
}

/** Paints the marks of a page in their order; marks of one tag that follow one another are one sequence. */
export function paintPage(page: Page, object: ObjectId, canvas: Canvas): void {
  const { stream, structure, tags } = canvas
  const pen = new Pen(stream, page.size.height, canvas.fonts, canvas.letterSpacing)
  const pictures = new Map<string, ObjectId>()
  const annotations: ObjectId[] = []
  canvas.conformity.page(page)
  structure.beginPage()
  // Undefined: no sequence is open; null: one of artifacts.
  let open: TagId | null | undefined
  for (const placed of page.marks) {
    const { mark, tag, x, y } = placed
    canvas.conformity.mark(placed)
    if (mark.kind === 'link') {
      annotations.push(canvas.links.add(mark, x, y, tag, page.size.height))
      continue
    }
    if (tag !== open) {
      pen.endText()
      if (open !== undefined) stream.text('EMC\n')
      begin(tag, canvas)
      open = tag
    }
    if (mark.kind === 'glyphs') {
      pen.glyphs(mark, x, y)
      if (tag !== null && tags[tag]?.role === 'Lbl') structure.noteLabel(tag, glyphText(mark))
      continue
    }
    const bottom = page.size.height - y - mark.height
    if (mark.kind === 'rect') pen.rect(mark, x, y)
    else if (mark.kind === 'path') pen.path(mark, x, y)
    else if (mark.kind === 'area') pen.area(mark, x, y)
    else if (mark.kind === 'unseen') pen.unseen(mark, x, y)
    else {
      pen.endText()
      paintPicture(mark, x, bottom, canvas, pictures)
    }
    if (tag !== null && tags[tag]?.role === 'Figure')
      structure.noteBox(tag, x, bottom, x + mark.width, bottom + mark.height)
  }
  pen.endText()
  if (open !== undefined) stream.text('EMC\n')
  canvas.file.writePage(object, {
    size: page.size,
    content: stream.take(),
    fonts: pen.fonts,
    pictures,
    annotations,
    structParents: structure.pageKey,
  })
}

function begin(tag: TagId | null, { stream, structure, tags }: Canvas): void {
  if (tag === null) {
    stream.text('/Artifact BMC\n')
    return
  }
  stream.text(`/${tags[tag]?.role}<</MCID `)
  stream.integer(structure.addMarks(tag))
  stream.text('>>BDC\n')
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
