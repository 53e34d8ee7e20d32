import type { Tag, TagId } from '../document/structure.ts'
import type { Glyphs, Page } from '../layout/page.ts'
import type { ContentStream } from './content-stream.ts'
import type { OpenPage } from './document.ts'
import type { Fonts } from './font.ts'
import { Pen } from './glyphs.ts'
import type { Links } from './links.ts'
import type { Structure } from './structure.ts'

/** What is common to all pages of a document. */
export interface Canvas {
  readonly stream: ContentStream
  readonly fonts: Fonts
  readonly structure: Structure
  readonly links: Links
  readonly tags: readonly Tag[]
}

/** Paints the marks of a page in their order; marks of one tag that follow one another are one sequence. */
export function paintPage(page: Page, sheet: OpenPage, canvas: Canvas): void {
  const { stream, structure, tags } = canvas
  const pen = new Pen(stream, sheet, canvas.fonts)
  // Undefined: no sequence is open; null: one of artifacts.
  let open: TagId | null | undefined
  for (const { mark, tag, x, y } of page.marks) {
    if (mark.kind === 'link') {
      canvas.links.add(mark, x, y, tag, sheet)
      continue
    }
    if (tag !== open) {
      pen.endText()
      if (open !== undefined) stream.text('EMC\n')
      stream.text(opening(tag, sheet, structure, tags))
      open = tag
    }
    if (mark.kind === 'rect') {
      pen.rect(mark, x, y)
      continue
    }
    pen.glyphs(mark, x, y)
    if (tag !== null && tags[tag]?.role === 'Lbl') structure.noteLabel(tag, textOf(mark))
  }
  pen.endText()
  if (open !== undefined) stream.text('EMC\n')
  sheet.write(stream.take())
}

function opening(tag: TagId | null, sheet: OpenPage, structure: Structure, tags: readonly Tag[]): string {
  if (tag === null) return '/Artifact BMC\n'
  return `/${tags[tag]?.role} <</MCID ${structure.addMarks(tag, sheet.reference)}>> BDC\n`
}

function textOf(mark: Glyphs): string {
  return Array.from(mark.pairs, (pair) => mark.face.textOf(pair)).join('')
}
