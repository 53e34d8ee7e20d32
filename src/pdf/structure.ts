import type { Role, Tag, TagId } from '../document/structure.ts'
import { type Dictionary, type PdfFile, type Reference, textString, type Value } from './document.ts'

/** What a tag has on a page: a sequence of marked content, or an annotation. `order` counts through the document. */
type Content =
  | { readonly kind: 'marks'; readonly order: number; readonly page: Reference; readonly id: number }
  | {
      readonly kind: 'annotation'
      readonly order: number
      readonly page: Reference
      readonly object: Reference
    }

/** Notes where the content of each tag stands while pages are painted, then writes the structure tree (ISO 32000-1, 14.7). */
export class Structure {
  readonly #tags: readonly Tag[]
  readonly #contents: Content[][]
  /** By structure-parent key: the tags of a page's sequences, or the one tag of an annotation. */
  readonly #parents: (TagId[] | TagId)[] = []
  readonly #numbering = new Map<TagId, 'Decimal' | 'Disc'>()
  #order = 0

  constructor(tags: readonly Tag[]) {
    this.#tags = tags
    this.#contents = tags.map(() => [])
  }

  /** Marks a sequence of a page as the tag's; returns its identifier on the page. */
  addMarks(tag: TagId, page: Reference): number {
    const key = page.data.StructParents
    let ids = typeof key === 'number' ? this.#parents[key] : undefined
    if (!Array.isArray(ids)) {
      ids = []
      page.data.StructParents = this.#parents.length
      this.#parents.push(ids)
    }
    const id = ids.length
    ids.push(tag)
    this.#contentsOf(tag).push({ kind: 'marks', order: this.#order++, page, id })
    return id
  }

  /** Makes an annotation the tag's; returns its key, which the annotation states as StructParent. */
  addAnnotation(tag: TagId, page: Reference, object: Reference): number {
    this.#contentsOf(tag).push({ kind: 'annotation', order: this.#order++, page, object })
    return this.#parents.push(tag) - 1
  }

  /** How the items of a list are numbered follows from its first label (ISO 14289-1, 7.6). */
  noteLabel(label: TagId, text: string): void {
    const item = this.#tags[label]?.parent ?? null
    const list = item === null ? null : (this.#tags[item]?.parent ?? null)
    if (list === null || this.#numbering.has(list)) return
    this.#numbering.set(list, /\p{Number}/u.test(text) ? 'Decimal' : 'Disc')
  }

  write(file: PdfFile): void {
    const first = firstOrders(this.#tags, this.#contents)
    const references = first.map((order) => (order < Number.POSITIVE_INFINITY ? file.reserve() : null))
    const children = childrenOf(this.#tags, references)
    const root = file.reserve()
    this.#tags.forEach((tag, id) => {
      const reference = references[id]
      if (!reference) return
      const kids = inOrder(this.#contentsOf(id), children[id] ?? [], first)
      this.#writeTag(id, tag, reference, this.#parentOf(tag, references) ?? root, kids, references)
    })
    root.data = {
      Type: 'StructTreeRoot',
      K: this.#tags.flatMap((tag, id) => (tag.parent === null ? (references[id] ?? []) : [])),
      ParentTree: file.add({ Nums: this.#parentTree(references) }),
      ParentTreeNextKey: this.#parents.length,
    }
    root.end()
    file.setCatalog('StructTreeRoot', root)
    file.setCatalog('MarkInfo', { Marked: true })
  }

  #writeTag(
    id: TagId,
    tag: Tag,
    reference: Reference,
    parent: Reference,
    kids: readonly (Content | TagId)[],
    references: readonly (Reference | null)[],
  ): void {
    const page = this.#contentsOf(id)[0]?.page ?? null
    const numbering = this.#numbering.get(id)
    reference.data = {
      Type: 'StructElem',
      S: tag.role,
      P: parent,
      ...(page ? { Pg: page } : {}),
      K: kids.map((kid) => (typeof kid === 'number' ? written(references[kid]) : contentValue(kid, page))),
      ...(this.#statesLang(tag) ? { Lang: textString(tag.lang) } : {}),
      ...(tag.alt === null ? {} : { Alt: textString(tag.alt) }),
      ...(numbering ? { A: { O: 'List', ListNumbering: numbering } } : {}),
    }
    reference.end()
  }

  /** On every block, so that any piece of the tree says what it is; inline, where it changes. */
  #statesLang(tag: Tag): boolean {
    if (!inline.has(tag.role)) return true
    return tag.parent === null || this.#tags[tag.parent]?.lang !== tag.lang
  }

  #parentOf(tag: Tag, references: readonly (Reference | null)[]): Reference | null {
    return tag.parent === null ? null : (references[tag.parent] ?? null)
  }

  #parentTree(references: readonly (Reference | null)[]): Value {
    return this.#parents.flatMap((tags, key): Value[] => [
      key,
      Array.isArray(tags) ? tags.map((tag) => written(references[tag])) : written(references[tags]),
    ])
  }

  #contentsOf(tag: TagId): Content[] {
    const contents = this.#contents[tag]
    if (!contents) throw new Error(`there is no tag ${tag}`)
    return contents
  }
}

/** Inline-level structure elements (ISO 32000-1, 14.8.4.4). */
const inline: ReadonlySet<Role> = new Set<Role>(['Span', 'Link', 'Code'])

/** When the content of each tag or of one below it first appears; infinity: never, the tag is not written. */
function firstOrders(tags: readonly Tag[], contents: readonly (readonly Content[])[]): number[] {
  const first = contents.map((content) => content[0]?.order ?? Number.POSITIVE_INFINITY)
  // Parents stand before their children: going backwards, each child is finished before its parent.
  for (let id = tags.length - 1; id >= 0; id--) {
    const parent = tags[id]?.parent ?? null
    if (parent === null) continue
    if (parent >= id) throw new Error(`tag ${id} stands before its parent ${parent}`)
    first[parent] = Math.min(first[parent] ?? 0, first[id] ?? 0)
  }
  return first
}

function childrenOf(tags: readonly Tag[], references: readonly (Reference | null)[]): TagId[][] {
  const children: TagId[][] = tags.map(() => [])
  tags.forEach((tag, id) => {
    if (tag.parent !== null && references[id]) children[tag.parent]?.push(id)
  })
  return children
}

/** Children keep their order, the reading order; a tag's own content goes before the first child that appears later. */
function inOrder(
  contents: readonly Content[],
  children: readonly TagId[],
  first: readonly number[],
): readonly (Content | TagId)[] {
  if (contents.length === 0) return children
  const kids: (Content | TagId)[] = []
  let next = 0
  for (const child of children) {
    for (; next < contents.length; next++) {
      const content = contents[next]
      if (!content || content.order > (first[child] ?? 0)) break
      kids.push(content)
    }
    kids.push(child)
  }
  return [...kids, ...contents.slice(next)]
}

function contentValue(content: Content, page: Reference | null): number | Dictionary {
  if (content.kind === 'annotation') return { Type: 'OBJR', Pg: content.page, Obj: content.object }
  if (content.page === page) return content.id
  return { Type: 'MCR', Pg: content.page, MCID: content.id }
}

function written(reference: Reference | null | undefined): Reference {
  if (!reference) throw new Error('a tag with content was not written')
  return reference
}
