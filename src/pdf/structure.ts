import type { Tag, TagId } from '../document/structure.ts'
import type { PdfFile } from './document.ts'
import type { Box, Numbering } from './structure-attributes.ts'
import { StructureWriter } from './structure-writer.ts'
import type { ObjectId } from './syntax.ts'

/** What tags have on the pages: sequences of marked content and annotations, all in order of appearance. */
export interface Contents {
  readonly tags: readonly Tag[]
  readonly pages: readonly ObjectId[]
  /** By order: the tag, the index of the page, and the identifier on the page, or less than 0: an annotation's object. */
  readonly tagOf: readonly TagId[]
  readonly pageOf: readonly number[]
  readonly idOf: readonly number[]
  /** By structure-parent key less the number of pages: the tag of an annotation. */
  readonly annotated: readonly TagId[]
  readonly numbering: ReadonlyMap<TagId, Numbering>
  readonly boxes: ReadonlyMap<TagId, Box>
}

/** Notes where the content of each tag stands while pages are painted, then has the structure tree written. */
export class Structure {
  readonly #tags: readonly Tag[]
  readonly #pages: readonly ObjectId[]
  readonly #tagOf: TagId[] = []
  readonly #pageOf: number[] = []
  readonly #idOf: number[] = []
  readonly #annotated: TagId[] = []
  readonly #numbering = new Map<TagId, Numbering>()
  readonly #boxes = new Map<TagId, Box>()
  #page = -1
  #marks = 0

  constructor(tags: readonly Tag[], pages: readonly ObjectId[]) {
    this.#tags = tags
    this.#pages = pages
  }

  /** Pages are painted in their order. */
  beginPage(): void {
    this.#page++
    this.#marks = 0
  }

  /** The page's key in the parent tree: its index; null where nothing on it is tagged. */
  get pageKey(): number | null {
    return this.#marks > 0 ? this.#page : null
  }

  /** Marks a sequence of the page as the tag's; returns its identifier on the page. */
  addMarks(tag: TagId): number {
    const id = this.#marks++
    this.#add(tag, id)
    return id
  }

  /**
   * Makes an annotation of the page the tag's; returns its key, which the annotation states as StructParent. That on
   * the number of a call belongs to the Reference around it.
   */
  addAnnotation(tag: TagId, object: ObjectId): number {
    const { role, parent } = this.#tag(tag)
    const isCall = role === 'Lbl' && parent !== null && this.#tag(parent).role === 'Reference'
    const owner = isCall ? parent : tag
    this.#add(owner, -object)
    return this.#pages.length + this.#annotated.push(owner) - 1
  }

  /** How the items of a list are numbered follows from its first label (ISO 14289-1, 7.6). */
  noteLabel(label: TagId, text: string): void {
    const item = this.#tag(label).parent
    const list = item === null ? null : this.#tag(item).parent
    if (list === null || this.#tag(list).role !== 'L' || this.#numbering.has(list)) return
    this.#numbering.set(list, /\p{Number}/u.test(text) ? 'Decimal' : 'Disc')
  }

  /** Where a figure stands, y upwards; what is on further pages does not count (14.8.5.4.3). */
  noteBox(tag: TagId, left: number, bottom: number, right: number, top: number): void {
    const known = this.#boxes.get(tag)
    if (known && known.page !== this.#page) return
    this.#boxes.set(tag, {
      page: this.#page,
      left: Math.min(left, known?.left ?? left),
      bottom: Math.min(bottom, known?.bottom ?? bottom),
      right: Math.max(right, known?.right ?? right),
      top: Math.max(top, known?.top ?? top),
    })
  }

  write(file: PdfFile): void {
    const contents: Contents = {
      tags: this.#tags,
      pages: this.#pages,
      tagOf: this.#tagOf,
      pageOf: this.#pageOf,
      idOf: this.#idOf,
      annotated: this.#annotated,
      numbering: this.#numbering,
      boxes: this.#boxes,
    }
    new StructureWriter(contents, file).write()
  }

  #add(tag: TagId, id: number): void {
    this.#tag(tag)
    this.#tagOf.push(tag)
    this.#pageOf.push(this.#page)
    this.#idOf.push(id)
  }

  #tag(id: TagId): Tag {
    const tag = this.#tags[id]
    if (!tag) throw new Error(`there is no tag ${id}`)
    return tag
  }
}
