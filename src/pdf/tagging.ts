import type { Tag, TagId } from '../document/structure.ts'
import { glyphText } from '../layout/glyph-text.ts'
import type { Mark, Page, Placed } from '../layout/page.ts'
import type { ContentStream } from './content-stream.ts'
import type { Pen } from './glyphs.ts'
import type { Links } from './links.ts'
import type { Structure } from './structure.ts'
import { type ObjectId, type Syntax, to } from './syntax.ts'

/** Says of the marks of pages, beside their ink, whose they are and where they lead. */
export interface Tagging {
  beginPage(page: Page): void
  /** A mark whose ink, if it has any, is about to be painted. */
  mark(placed: Placed, pen: Pen): void
  /** All marks of the page are painted. */
  endPage(pen: Pen): void
}

/** Says nothing: what is painted is ink and live text alone, as on sheets, over which no reading order goes. */
export const untagged: Tagging = { beginPage: () => {}, mark: () => {}, endPage: () => {} }

/** Marks of one tag that follow one another are one sequence of marked content; links are annotations. */
export class MarkedContent implements Tagging {
  readonly #stream: ContentStream
  readonly #tags: readonly Tag[]
  readonly #structure: Structure
  readonly #links: Links
  /** Undefined: no sequence is open; null: one of artifacts. */
  #open: TagId | null | undefined
  #pageHeight = 0
  #annotations: ObjectId[] = []

  constructor(stream: ContentStream, tags: readonly Tag[], structure: Structure, links: Links) {
    this.#stream = stream
    this.#tags = tags
    this.#structure = structure
    this.#links = links
  }

  beginPage({ size }: Page): void {
    this.#structure.beginPage()
    this.#open = undefined
    this.#pageHeight = size.height
    this.#annotations = []
  }

  mark({ mark, x, y, tag }: Placed, pen: Pen): void {
    if (mark.kind === 'link') {
      this.#annotations.push(this.#links.add(mark, x, y, tag, this.#pageHeight))
      return
    }
    if (tag !== this.#open) {
      this.#end(pen)
      this.#begin(tag)
    }
    if (tag !== null) this.#note(mark, x, y, tag)
  }

  endPage(pen: Pen): void {
    this.#end(pen)
  }

  /** Entries of the dictionary of the page that was painted last. */
  get entries(): Syntax {
    const { pageKey } = this.#structure
    return (
      '/Tabs/S' +
      (this.#annotations.length === 0 ? '' : `/Annots[${this.#annotations.map(to).join(' ')}]`) +
      (pageKey === null ? '' : `/StructParents ${pageKey}`)
    )
  }

  #begin(tag: TagId | null): void {
    this.#open = tag
    if (tag === null) {
      this.#stream.text('/Artifact BMC\n')
      return
    }
    this.#stream.text(`/${this.#tags[tag]?.role}<</MCID `)
    this.#stream.integer(this.#structure.addMarks(tag))
    this.#stream.text('>>BDC\n')
  }

  #end(pen: Pen): void {
    pen.endText()
    if (this.#open !== undefined) this.#stream.text('EMC\n')
    this.#open = undefined
  }

  #note(mark: Exclude<Mark, { readonly kind: 'link' }>, x: number, y: number, tag: TagId): void {
    const role = this.#tags[tag]?.role
    if (mark.kind === 'glyphs') {
      if (role === 'Lbl') this.#structure.noteLabel(tag, glyphText(mark))
      return
    }
    if (role !== 'Figure') return
    const bottom = this.#pageHeight - y - mark.height
    this.#structure.noteBox(tag, x, bottom, x + mark.width, bottom + mark.height)
  }
}
