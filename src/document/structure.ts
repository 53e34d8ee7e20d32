import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import type { Span } from '../base/span.ts'
import type { Element, Node } from './element.ts'
import { sortOf } from './elements.ts'

/** Standard structure types of ISO 32000-1, 14.8.4. */
export type Role =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'TOC'
  | 'TOCI'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Code'
  | 'Span'
  | 'Link'

/** Index into `Structure.tags`. */
export type TagId = number

/** An element of the structure tree. The order of the array is the reading order: a parent before its children. */
export interface Tag {
  readonly role: Role
  readonly lang: Lang
  readonly parent: TagId | null
  readonly unit: UnitId | null
  /** Alternative text of a figure. */
  readonly alt: string | null
  readonly span: Span
}

/** The structure tree of a document: one Part for each language, so that each can be read, and read aloud, alone. */
export interface Structure {
  readonly tags: readonly Tag[]
  /** The tag that an element's text belongs to, by `Element.index`; none for what repeats in each Part. */
  readonly of: ReadonlyMap<number, TagId>
  /** The tag of a list item's marker, by `Element.index`. */
  readonly markers: ReadonlyMap<number, TagId>
}

/** Decides the structure tree: Document, a Part for each language, and in each what is said in it, in document order. */
export function structure(root: Element, languages: readonly Lang[]): Structure {
  return new StructureBuilder(languages).build(root)
}

/** Guards the three tables while they grow together. */
class StructureBuilder {
  readonly #tags: Tag[] = []
  readonly #of = new Map<number, TagId>()
  readonly #markers = new Map<number, TagId>()
  readonly #languages: readonly Lang[]
  readonly #first: Lang
  /** Which Parts an element has something for, by `Element.index`. */
  readonly #held = new Map<number, ReadonlySet<Lang>>()

  constructor(languages: readonly Lang[]) {
    const [first] = languages
    if (first === undefined) throw new Error('a document has at least one language')
    this.#languages = languages
    this.#first = first
  }

  build(root: Element): Structure {
    this.#hold(root, false)
    const document = this.#tag('Document', root, null, this.#first)
    for (const lang of this.#languages) {
      const part = this.#tag('Part', root, document, lang)
      this.#shared(root, { part: lang, parent: part, isContents: false })
    }
    return { tags: this.#tags, of: this.#of, markers: this.#markers }
  }

  /** Notes for what no language owns which Parts it must be repeated in. */
  #hold(element: Element, isAxis: boolean): ReadonlySet<Lang> {
    if (element.lang !== null) return new Set([this.#home(element)])
    const isInAxis = isAxis || element.name === 'bi-axis'
    const held = new Set<Lang>()
    if (isInAxis || bearsText(element) || isInline(element)) held.add(this.#first)
    for (const child of element.children) {
      if (child.kind === 'element') for (const lang of this.#hold(child, isInAxis)) held.add(lang)
    }
    this.#held.set(element.index, held)
    return held
  }

  /** What no language owns: repeated in each Part that it has something for; its own text is read in the first. */
  #shared(element: Element, at: Where): void {
    if (element.lang !== null) {
      if (this.#home(element) === at.part) this.#owned(element, at.parent, at.part)
      return
    }
    if (!this.#held.get(element.index)?.has(at.part)) return
    const isOwn = element.name === 'bi-axis' || bearsText(element) || isInline(element)
    if (isOwn && at.part === this.#first) {
      this.#owned(element, at.parent, at.part)
      return
    }
    const isContents = at.isContents || element.name === 'nav'
    const isEntry = at.isContents && element.name === 'bi-passage'
    const role = isEntry ? 'TOCI' : (containers.get(element.name) ?? null)
    const parent = role === null ? at.parent : this.#tag(role, element, at.parent, at.part)
    for (const child of readingOrder(element)) {
      this.#shared(child, { part: at.part, parent, isContents: isContents && !isEntry })
    }
  }

  /** What belongs to one Part, whatever language a word inside it is in. */
  #owned(element: Element, parent: TagId, part: Lang): void {
    const { blocks, text } = this.#enter(element, parent)
    for (const child of readingOrder(element)) {
      // Text of no language may stand around passages: their other versions are read in the other Parts.
      const isElsewhere = element.lang === null && child.lang !== null && this.#home(child) !== part
      if (!isElsewhere) this.#owned(child, isInline(child) ? text : blocks, part)
    }
  }

  /** Makes the tags of an element; gives those that its blocks and its text go to. */
  #enter(element: Element, parent: TagId): { readonly blocks: TagId; readonly text: TagId } {
    const lang = element.lang ?? this.#first
    const add = (role: Role, to = parent) => this.#tag(role, element, to, lang)
    const own = (tag: TagId) => {
      this.#of.set(element.index, tag)
      return { blocks: tag, text: tag }
    }
    const role = roles.get(element.name)
    if (role !== undefined) return own(add(role))
    if (element.name === 'pre') return own(add('Code', add('P')))
    if (element.name === 'li') {
      const item = add('LI')
      this.#markers.set(element.index, add('Lbl', item))
      return own(add('LBody', item))
    }
    if (isInline(element)) {
      const { role: around, lang: spoken } = this.#tags[parent] ?? { role: null, lang }
      if (element.name === 'code' && around !== 'Code') return own(add('Code'))
      if (element.name === 'a' && element.attrs.has('href')) return own(add('Link'))
      return own(lang === spoken ? parent : add('Span'))
    }
    if (element.name === 'div' && bearsText(element) && element.children.every(isInlineNode))
      return own(add('P'))
    const container = containers.get(element.name)
    const blocks = container === undefined ? parent : add(container)
    return bearsText(element) ? { ...own(add('P', blocks)), blocks } : { blocks, text: blocks }
  }

  /** The Part that an element of a language is read in; one that is not printed is read in the first. */
  #home({ lang }: Element): Lang {
    return lang !== null && this.#languages.includes(lang) ? lang : this.#first
  }

  #tag(role: Role, element: Element, parent: TagId | null, lang: Lang): TagId {
    const span = placeOf(element) ?? element.span
    return this.#tags.push({ role, lang, parent, unit: element.unit, alt: null, span }) - 1
  }
}

/** The Part that is being written, the tag to write into, and whether a passage is a line of the contents. */
interface Where {
  readonly part: Lang
  readonly parent: TagId
  readonly isContents: boolean
}

/** Elements whose text is their own. */
const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['p', 'P'],
  ['h1', 'H1'],
  ['h2', 'H2'],
  ['h3', 'H3'],
  ['h4', 'H4'],
  ['h5', 'H5'],
  ['h6', 'H6'],
])

/** Elements that hold blocks; text that stands in one directly gets a paragraph. */
const containers: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['section', 'Sect'],
  ['article', 'Sect'],
  ['div', 'Div'],
  ['nav', 'TOC'],
  ['blockquote', 'BlockQuote'],
  ['ul', 'L'],
  ['ol', 'L'],
])

/** The elements in an element; what the versions of a passage share is read after the version before it. */
function readingOrder({ name, children }: Element): readonly Element[] {
  const inside = children.filter((child) => child.kind === 'element')
  if (name !== 'bi-passage') return inside
  const isAxis = (child: Element) => child.name === 'bi-axis'
  return [...inside.filter((child) => !isAxis(child)), ...inside.filter(isAxis)]
}

/** Where the text that stands in an element begins: what is wrong with it is for its author, not for the layout's. */
function placeOf(element: Element): Span | null {
  for (const child of element.children) {
    if (child.kind === 'text' && child.leaf.text.trim() !== '') return child.leaf.span
    const inside = child.kind === 'element' && isInline(child) ? placeOf(child) : null
    if (inside !== null) return inside
  }
  return null
}

/** Whether text stands in an element directly, outside its blocks. */
function bearsText({ children }: Element): boolean {
  return children.some(
    (child) => isInlineNode(child) && (child.kind === 'element' || child.leaf.text.trim() !== ''),
  )
}

function isInline(element: Element): boolean {
  return sortOf(element.name) === 'inline'
}

function isInlineNode(node: Node): boolean {
  return node.kind === 'text' || isInline(node)
}
