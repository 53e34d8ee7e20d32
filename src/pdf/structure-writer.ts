import type { Lang } from '../base/lang.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { PdfFile } from './document.ts'
import { firstAppearances, livingChildren, livingTags } from './living-tags.ts'
import type { Contents } from './structure.ts'
import { attributes } from './structure-attributes.ts'
import { byteString, type ObjectId, type Syntax, textString, to } from './syntax.ts'

/** Writes the structure tree (ISO 32000-1, 14.7): an object for each tag with content, and the parent tree. */
export class StructureWriter {
  readonly #contents: Contents
  readonly #file: PdfFile
  /** Where each tag's own orders begin, and the orders, ascending. */
  readonly #starts: Int32Array
  readonly #orders: Int32Array
  readonly #first: readonly number[]
  readonly #living: readonly boolean[]
  /** By tag: its object; 0 for one that is not written. */
  readonly #objects: Int32Array
  /** The objects of the Links that are put into References and into the labels of notes. */
  readonly #links: ReadonlyMap<TagId, ObjectId>
  readonly #langs = new Map<Lang, Syntax>()

  constructor(contents: Contents, file: PdfFile) {
    const { tags } = contents
    this.#contents = contents
    this.#file = file
    const [starts, orders] = ordersByTag(contents)
    this.#starts = starts
    this.#orders = orders
    const firstOf = (id: TagId) =>
      starts[id] === starts[id + 1] ? Number.POSITIVE_INFINITY : (orders[starts[id] ?? 0] ?? 0)
    this.#first = firstAppearances(
      tags,
      tags.map((_, id) => firstOf(id)),
    )
    this.#living = livingTags(tags, this.#first)
    this.#objects = numbered(this.#living, file)
    this.#links = linksIn(contents, file)
  }

  write(): void {
    const { tags, pages, annotated } = this.#contents
    const children = livingChildren(tags, this.#living)
    const root = this.#file.reserveEntry('StructTreeRoot')
    const top: Syntax[] = []
    tags.forEach((tag, id) => {
      if (!this.#living[id]) return
      if (tag.parent === null) top.push(to(this.#objects[id] ?? 0))
      this.#writeTag(id, tag, tag.parent === null ? root : this.#ownerOf(tag.parent), children[id] ?? [])
    })
    const parents = this.#file.reserve()
    this.#file.write(parents, `<</Nums[${this.#parentTree()}]>>`)
    const next = pages.length + annotated.length
    this.#file.write(
      root,
      `<</Type/StructTreeRoot/K[${top.join(' ')}]/ParentTree ${to(parents)}/ParentTreeNextKey ${next}${this.#idTree()}>>`,
    )
    this.#file.write(this.#file.reserveEntry('MarkInfo'), '<</Marked true>>')
  }

  #writeTag(id: TagId, tag: Tag, parent: ObjectId, children: readonly TagId[]): void {
    const { pages, pageOf, numbering, boxes } = this.#contents
    const object = this.#objects[id] ?? 0
    const own = this.#orders.subarray(this.#starts[id], this.#starts[id + 1])
    const page = own.length === 0 ? -1 : (pageOf[own[0] ?? 0] ?? -1)
    const at = page < 0 ? '' : `/Pg ${to(pages[page] ?? 0)}`
    const kids = this.#kids(own, page, children)
    const more =
      (this.#statesLang(tag) ? this.#langOf(tag.lang) : '') +
      (tag.id === null ? '' : `/ID${idString(tag.id)}`) +
      (tag.alt === null ? '' : `/Alt${textString(tag.alt)}`) +
      attributes(tag, numbering.get(id) ?? null, boxes.get(id) ?? null)
    const link = this.#links.get(id)
    if (link === undefined) {
      this.#file.write(object, `<</S/${tag.role}/P ${to(parent)}${at}${kids}${more}>>`)
      return
    }
    this.#file.write(object, `<</S/${tag.role}/P ${to(parent)}/K ${to(link)}${more}>>`)
    this.#file.write(link, `<</S/Link/P ${to(object)}${at}${kids}>>`)
  }

  /**
   * Children keep their order, the reading order; a tag's own content goes before the first child that appears later.
   * A note is read where it is called, though it appears at the foot of the page.
   */
  #kids(own: Int32Array, page: number, children: readonly TagId[]): Syntax {
    const kids: Syntax[] = []
    let next = 0
    for (const child of children) {
      const isNote = this.#contents.tags[child]?.role === 'Note'
      const until = isNote ? -1 : (this.#first[child] ?? 0)
      for (; next < own.length && (own[next] ?? 0) <= until; next++)
        kids.push(this.#content(own[next] ?? 0, page))
      kids.push(to(this.#objects[child] ?? 0))
    }
    for (; next < own.length; next++) kids.push(this.#content(own[next] ?? 0, page))
    if (kids.length === 0) return ''
    return kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`
  }

  #content(order: number, page: number): Syntax {
    const { idOf, pageOf, pages } = this.#contents
    const [id, at] = [idOf[order] ?? 0, pageOf[order] ?? 0]
    if (id < 0) return `<</Type/OBJR/Pg ${to(pages[at] ?? 0)}/Obj ${to(-id)}>>`
    return at === page ? String(id) : `<</Type/MCR/Pg ${to(pages[at] ?? 0)}/MCID ${id}>>`
  }

  /** Of each page the tags of its sequences, then of each annotation the one tag (14.7.4.4). */
  #parentTree(): Syntax {
    const { tagOf, idOf, pageOf, pages, annotated } = this.#contents
    const entries: Syntax[] = []
    let page = -1
    tagOf.forEach((tag, order) => {
      if ((idOf[order] ?? 0) < 0) return
      if (pageOf[order] !== page) {
        if (page >= 0) entries.push(']')
        page = pageOf[order] ?? 0
        entries.push(`${page}[`)
      }
      entries.push(to(this.#ownerOf(tag)))
    })
    if (page >= 0) entries.push(']')
    annotated.forEach((tag, index) => {
      entries.push(`${pages.length + index} ${to(this.#ownerOf(tag))}`)
    })
    return entries.join(' ')
  }

  /** Elements by their identifiers, sorted by bytes (14.7.2, table 322). */
  #idTree(): Syntax {
    const named = this.#contents.tags.flatMap((tag, id) =>
      this.#living[id] && tag.id !== null ? [{ name: idString(tag.id), object: this.#objects[id] ?? 0 }] : [],
    )
    if (named.length === 0) return ''
    named.sort((a, b) => (a.name < b.name ? -1 : 1))
    return `/IDTree<</Names[${named.map(({ name, object }) => `${name} ${to(object)}`).join(' ')}]>>`
  }

  /** On every block, so that any piece of the tree says what it is; inline, where it changes. */
  #statesLang({ role, parent, lang }: Tag): boolean {
    return !inline.has(role) || parent === null || this.#contents.tags[parent]?.lang !== lang
  }

  /** A document has a few languages, each of them on a hundred tags. */
  #langOf(lang: Lang): Syntax {
    const known = this.#langs.get(lang)
    if (known !== undefined) return known
    const entry = `/Lang${textString(lang)}`
    this.#langs.set(lang, entry)
    return entry
  }

  /** The element that has the content of a tag and its children. */
  #ownerOf(tag: TagId): ObjectId {
    return this.#links.get(tag) ?? this.#objects[tag] ?? 0
  }
}

/** Inline-level structure elements (ISO 32000-1, 14.8.4.4). */
const inline: ReadonlySet<string> = new Set(['Span', 'Link', 'Code', 'Reference'])

/** Any bytes will do: of UTF-8, in hexadecimal digits, so that their order is that of the texts. */
function idString(id: string): Syntax {
  return byteString(new TextEncoder().encode(id))
}

/** Where each tag's own orders begin, and the orders, ascending. */
function ordersByTag({ tags, tagOf }: Contents): readonly [Int32Array, Int32Array] {
  const starts = new Int32Array(tags.length + 1)
  for (const tag of tagOf) starts[tag + 1] = (starts[tag + 1] ?? 0) + 1
  for (let tag = 0; tag < tags.length; tag++) starts[tag + 1] = (starts[tag + 1] ?? 0) + (starts[tag] ?? 0)
  const [next, orders] = [starts.slice(), new Int32Array(tagOf.length)]
  tagOf.forEach((tag, order) => {
    const at = next[tag] ?? 0
    orders[at] = order
    next[tag] = at + 1
  })
  return [starts, orders]
}

function numbered(living: readonly boolean[], file: PdfFile): Int32Array {
  const objects = new Int32Array(living.length)
  const count = living.reduce((sum, isLiving) => sum + (isLiving ? 1 : 0), 0)
  let next = file.reserve(count)
  living.forEach((isLiving, id) => {
    if (isLiving) objects[id] = next++
  })
  return objects
}

/** A link annotation stands in a Link (ISO 14289-1, 7.18.5): one is put into what leads somewhere and is none. */
function linksIn({ tags, annotated }: Contents, file: PdfFile): ReadonlyMap<TagId, ObjectId> {
  const owners = new Set(annotated.filter((tag) => tags[tag]?.role !== 'Link'))
  return new Map(Array.from(owners, (tag) => [tag, file.reserve()]))
}
