import type { Lang } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Note, Target } from '../content/publication.ts'
import type { Attrs, Element, Node } from './element.ts'
import { type Inline, markdown } from './markdown.ts'
import type { Markup } from './template.ts'

/** Where inline elements go. */
export interface Place {
  readonly lang: Lang | null
  readonly unit: UnitId | null
  /** The tag that the text stands in. */
  readonly span: Span
  readonly children: Node[]
  /** Whether they stand in a link: a link in a link leads where the outer one does. */
  readonly isLink: boolean
}

type Source = Pick<Markup, 'gaps' | 'references'>

/** Makes elements of what inline Markdown says; guards which notes have been set already. */
export class InlineElements {
  readonly #notes: ReadonlyMap<string, Note>
  readonly #targets: ReadonlyMap<string, Target>
  readonly #gaps: ReadonlyMap<Lang, Leaf>
  readonly #report: Report
  /** The number of the next element, in document order. */
  readonly #next: () => number
  readonly #set = new Set<string>()

  constructor({ gaps, references }: Source, next: () => number, report: Report) {
    this.#notes = new Map(references.notes.map((note) => [note.id, note]))
    this.#targets = references.targets
    this.#gaps = new Map([...gaps].map((leaf) => [leaf.lang, leaf]))
    this.#next = next
    this.#report = report
  }

  /** Adds a text of an author to a place. */
  add(leaf: Leaf, place: Place): void {
    for (const inline of markdown(leaf, this.#report)) this.#addInline(inline, leaf.lang, place)
  }

  /** Marks what stands for a missing text, so that a theme can show it; gives where its text goes. */
  gap(place: Place): Place {
    return this.#element('span', new Map([['class', 'gap']]), place.span, place)
  }

  #addInline(inline: Inline, lang: Lang, place: Place): void {
    if (inline.kind === 'text') place.children.push(inline)
    else if (inline.kind === 'note') this.#addNote(inline.id, lang, inline.span, place)
    else if (inline.kind === 'reference') this.#addReference(inline, lang, place)
    else if (inline.name === 'a' && place.isLink) this.#addAll(inline.children, lang, place)
    else {
      const inside = this.#element(inline.name, inline.attrs, inline.span, place)
      this.#addAll(inline.children, lang, inside)
    }
  }

  #addAll(inlines: readonly Inline[], lang: Lang, place: Place): void {
    for (const inline of inlines) this.#addInline(inline, lang, place)
  }

  /** The first call in a language carries the note, the others lead to it. */
  #addNote(id: string, lang: Lang, span: Span, place: Place): void {
    const note = this.#notes.get(id)
    // That there is none has been said.
    if (note === undefined) return
    const anchor = anchorOf(id, lang)
    if (this.#set.has(anchor)) {
      const attrs = new Map([['class', 'call'], ...(place.isLink ? [] : [['href', `#${anchor}`] as const])])
      this.#addWords(String(note.number), lang, span, this.#element('bi-reference', attrs, span, place))
      return
    }
    this.#set.add(anchor)
    const attrs = new Map([
      ['id', anchor],
      ['number', String(note.number)],
    ])
    const inside = { ...this.#element('bi-note', attrs, span, place), isLink: false }
    const leaf = note.text.versions.get(lang)
    if (leaf !== undefined) this.add(leaf, inside)
    else this.#addGap(lang, inside)
  }

  /** In a draft, what stands for a note or title that is missing. */
  #addGap(lang: Lang, place: Place): void {
    const leaf = this.#gaps.get(lang)
    if (leaf !== undefined) this.gap(place).children.push({ kind: 'text', leaf })
  }

  #addReference({ id, form, span }: Inline & { kind: 'reference' }, lang: Lang, place: Place): void {
    const target = this.#targets.get(id)
    if (target === undefined) return
    const anchor = target.isNote ? anchorOf(id, lang) : id
    const attrs = new Map([['href', `#${anchor}`]])
    if (form === 'page') {
      this.#element('bi-reference', attrs, span, place)
      return
    }
    const inside = place.isLink ? place : this.#element('a', attrs, span, place)
    const title = target.title?.versions.get(lang)
    if (form === 'number') this.#addWords(String(target.number ?? ''), lang, span, inside)
    else if (title !== undefined) this.add(title, inside)
    else this.#addGap(lang, inside)
  }

  /** Words that no author wrote, at the place of what stands for them. */
  #addWords(text: string, lang: Lang, span: Span, { children }: Place): void {
    if (text !== '') children.push({ kind: 'text', leaf: { text, lang, span, places: null } })
  }

  #element(name: string, attrs: Attrs, span: Span, place: Place): Place {
    const children: Node[] = []
    const { lang, unit } = place
    const element: Element = { kind: 'element', name, index: this.#next(), lang, unit, attrs, children, span }
    place.children.push(element)
    return { lang, unit, span, children, isLink: place.isLink || name === 'a' }
  }
}

/** The id of a note in a language. */
function anchorOf(id: string, lang: Lang): string {
  return `note-${lang}-${id}`
}
