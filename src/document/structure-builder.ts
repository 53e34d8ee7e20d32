import type { Lang } from '../base/lang.ts'
import { isOfLayout, type Span } from '../base/span.ts'
import type { Element, Node } from './element.ts'
import { sortOf } from './elements.ts'
import { altOf, containerOf, isPicture, roles } from './roles.ts'
import type { Role, Structure, Tag, TagId } from './structure.ts'

/** Guards the tables of a structure while they grow together. */
export class StructureBuilder {
  readonly #tags: Tag[] = []
  readonly #of = new Map<number, TagId>()
  readonly #markers = new Map<number, TagId>()
  readonly #calls = new Map<number, TagId>()
  readonly #figures = new Map<number, TagId[]>()
  readonly #languages: readonly Lang[]
  readonly #first: Lang
  /** Which Parts an element has something for, by `Element.index`. */
  readonly #held = new Map<number, ReadonlySet<Lang>>()
  /** One language by itself. */
  readonly #single = new Map<Lang, ReadonlySet<Lang>>()

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
    return {
      tags: this.#tags,
      of: this.#of,
      markers: this.#markers,
      calls: this.#calls,
      figures: this.#figures,
    }
  }

  /** Notes for what no language owns which Parts it must be repeated in. */
  #hold(element: Element, isAxis: boolean): ReadonlySet<Lang> {
    if (element.lang !== null) return this.#alone(this.#home(element))
    if (isPicture(element)) {
      const described = new Set(this.#languages.filter((lang) => altOf(element, lang) !== null))
      this.#held.set(element.index, described)
      return described
    }
    const isInAxis = isAxis || element.name === 'bi-axis'
    const held = new Set<Lang>()
    if (isInAxis || bearsText(element) || isInline(element)) held.add(this.#first)
    for (const child of element.children) {
      if (child.kind === 'element') for (const lang of this.#hold(child, isInAxis)) held.add(lang)
    }
    this.#held.set(element.index, held)
    return held
  }

  #alone(lang: Lang): ReadonlySet<Lang> {
    const known = this.#single.get(lang)
    if (known) return known
    const made = new Set([lang])
    this.#single.set(lang, made)
    return made
  }

  /** What no language owns: repeated in each Part that it has something for; its own text is read in the first. */
  #shared(element: Element, at: Where): void {
    if (element.lang !== null) {
      if (this.#home(element) === at.part) this.#owned(element, at.parent, at.part)
      return
    }
    if (!this.#held.get(element.index)?.has(at.part)) return
    if (isPicture(element)) {
      this.#figure(element, at.parent, at.part)
      return
    }
    const isOwn = element.name === 'bi-axis' || bearsText(element) || isInline(element)
    if (isOwn && at.part === this.#first) {
      this.#owned(element, at.parent, at.part)
      return
    }
    const isContents = at.isContents || element.name === 'nav'
    const isEntry = at.isContents && element.name === 'bi-passage'
    const role = isEntry ? 'TOCI' : containerOf(element)
    const parent = role === null ? at.parent : this.#tag(role, element, at.parent, at.part)
    for (const child of readingOrder(element)) {
      this.#shared(child, { part: at.part, parent, isContents: isContents && !isEntry })
    }
  }

  /** What belongs to one Part, whatever language a word inside it is in. */
  #owned(element: Element, parent: TagId, part: Lang): void {
    const { blocks, text } = this.#enter(element, parent)
    // All of it is read as one text.
    if (element.name === 'bi-read') return
    if (isPicture(element)) return
    for (const child of readingOrder(element)) {
      // Text of no language may stand around passages: their other versions are read in the other Parts.
      const isElsewhere = element.lang === null && child.lang !== null && this.#home(child) !== part
      if (!isElsewhere) this.#owned(child, isInline(child) ? text : blocks, part)
    }
  }

  /** Makes the tags of an element; gives those that its blocks and its text go to. */
  #enter(element: Element, parent: TagId): Entered {
    const lang = element.lang ?? this.#first
    const role = roles.get(element.name)
    if (role !== undefined) return this.#own(element, this.#tag(role, element, parent, lang))
    if (isInline(element)) return this.#own(element, this.#inline(element, parent, lang))
    switch (element.name) {
      case 'img':
      case 'bi-chart':
        this.#figure(element, parent, lang)
        return { blocks: parent, text: parent }
      case 'bi-read':
        return this.#own(element, this.#tag('P', element, parent, lang))
      case 'th':
      case 'td':
        return this.#own(element, this.#cell(element, parent, lang))
      case 'pre':
        return this.#own(element, this.#tag('Code', element, this.#tag('P', element, parent, lang), lang))
      case 'li': {
        const item = this.#tag('LI', element, parent, lang)
        this.#markers.set(element.index, this.#tag('Lbl', element, item, lang))
        return this.#own(element, this.#tag('LBody', element, item, lang))
      }
    }
    const hasText = bearsText(element)
    if (element.name === 'div' && hasText && element.children.every(isInlineNode))
      return this.#own(element, this.#tag('P', element, parent, lang))
    const container = containerOf(element)
    const blocks = container === null ? parent : this.#tag(container, element, parent, lang)
    if (!hasText) return { blocks, text: blocks }
    return { blocks, text: this.#own(element, this.#tag('P', element, blocks, lang)).text }
  }

  #own({ index }: Element, tag: TagId): Entered {
    this.#of.set(index, tag)
    return { blocks: tag, text: tag }
  }

  /** The tag of what stands in a line: that of its text, unless it says more. */
  #inline(element: Element, parent: TagId, lang: Lang): TagId {
    if (element.name === 'bi-note') return this.#note(element, parent, lang)
    const around = this.#tags[parent]
    if (element.name === 'code' && around?.role !== 'Code') return this.#tag('Code', element, parent, lang)
    // A link in a link leads where the outer one does.
    if (element.attrs.has('href') && around?.role !== 'Link') {
      if (element.name === 'a') return this.#tag('Link', element, parent, lang)
      if (element.name === 'bi-reference')
        return this.#tag('Link', element, this.#tag('Reference', element, parent, lang), lang)
    }
    return lang === (around?.lang ?? lang) ? parent : this.#tag('Span', element, parent, lang)
  }

  /** The Part that an element of a language is read in; one that is not printed is read in the first. */
  #home({ lang }: Element): Lang {
    return lang !== null && this.#languages.includes(lang) ? lang : this.#first
  }

  /** A picture is a Figure for each language that says what it shows; decoration is none. */
  #figure(element: Element, parent: TagId, lang: Lang): void {
    const alt = altOf(element, lang)
    if (alt === null) return
    const tag = this.#tag('Figure', element, parent, lang, { alt })
    this.#figures.set(element.index, [...(this.#figures.get(element.index) ?? []), tag])
  }

  /** The call of a note and, behind it, the note: both in the paragraph that calls it. */
  #note(element: Element, parent: TagId, lang: Lang): TagId {
    const reference = this.#tag('Reference', element, parent, lang)
    this.#calls.set(element.index, this.#tag('Lbl', element, reference, lang))
    const note = this.#tag('Note', element, parent, lang, { id: element.attrs.get('id') ?? null })
    this.#markers.set(element.index, this.#tag('Lbl', element, note, lang))
    return note
  }

  #cell(element: Element, parent: TagId, lang: Lang): TagId {
    const { name, attrs } = element
    const scope = attrs.get('scope') === 'row' ? 'Row' : 'Column'
    return this.#tag(name === 'th' ? 'TH' : 'TD', element, parent, lang, {
      scope: name === 'th' ? scope : null,
      columns: Number(attrs.get('colspan') ?? 1),
      rows: Number(attrs.get('rowspan') ?? 1),
    })
  }

  #tag(
    role: Role,
    element: Element,
    parent: TagId | null,
    lang: Lang,
    special: Partial<Pick<Tag, 'alt' | 'scope' | 'columns' | 'rows' | 'id'>> | null = null,
  ): TagId {
    const { unit } = element
    const span = placeOf(element, false) ?? placeOf(element, true) ?? element.span
    const plain: Tag = {
      role,
      lang,
      parent,
      unit,
      alt: null,
      scope: null,
      columns: 1,
      rows: 1,
      id: null,
      span,
    }
    return this.#tags.push(special === null ? plain : { ...plain, ...special }) - 1
  }
}

/** The Part that is being written, the tag to write into, and whether a passage is a line of the contents. */
interface Where {
  readonly part: Lang
  readonly parent: TagId
  readonly isContents: boolean
}

/** The tags that the blocks and the text of an element go to. */
interface Entered {
  readonly blocks: TagId
  readonly text: TagId
}

/** The elements in an element; what the versions of a passage share is read after the version before it. */
function readingOrder({ name, children }: Element): readonly Element[] {
  // Most hold elements only, or text only: then nothing is copied.
  const inside = children.every(isElement) ? children : children.filter(isElement)
  if (name !== 'bi-passage' || !inside.some(isAxis)) return inside
  return [...inside.filter((child) => !isAxis(child)), ...inside.filter(isAxis)]
}

function isElement(node: Node): node is Element {
  return node.kind === 'element'
}

function isAxis({ name }: Element): boolean {
  return name === 'bi-axis'
}

/**
 * Where the text that stands in an element begins: what is wrong with it is for its author, not for the layout's, whose
 * own texts count with `isAny` only.
 */
function placeOf(element: Element, isAny: boolean): Span | null {
  for (const child of element.children) {
    if (child.kind === 'text' && child.leaf.text.trim() !== '' && (isAny || !isOfLayout(child.leaf.span)))
      return child.leaf.span
    const inside = child.kind === 'element' && isInline(child) ? placeOf(child, isAny) : null
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
