import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Publication, Text } from '../content/publication.ts'
import { type Fields, isText } from './context.ts'
import { checkWord, type LayoutWords, layoutWords } from './layout-words.ts'
import { token } from './leaf.ts'
import { fieldOf, inPassage, unprintable } from './names.ts'
import type { State } from './state.ts'

/** Prints values into markup; texts as tokens, whose leaves it gathers. */
export class Printing {
  readonly leaves: Leaf[] = []
  /** In a draft, what stands where a language has no text; each is a leaf of its own, not that of the layout's word. */
  readonly gaps: ReadonlyMap<Lang, Leaf>
  readonly #publication: Publication
  readonly #words: LayoutWords
  readonly #state: State
  readonly #report: Report

  constructor(publication: Publication, root: Fields, state: State, report: Report) {
    this.#publication = publication
    this.#words = layoutWords(root)
    this.#state = state
    this.#report = report
    const word = publication.isDraft ? fieldOf(root.words, 'missing') : null
    const versions = isText(word) ? [...word.versions] : []
    this.gaps = new Map(versions.map(([lang, leaf]) => [lang, { ...leaf }]))
  }

  /** A value in markup; `isAlt`: in an `alt`, which outside of passages holds a text in all languages. */
  print(value: unknown, at: number, isAlt: boolean): string {
    this.#state.step()
    if (isText(value)) return this.#text(value, at, isAlt)
    if (value === null || value === undefined || value === false) return ''
    if (typeof value === 'object') {
      this.#state.complain(at, 'not-a-text', unprintable(value))
      return ''
    }
    return String(value)
  }

  /** Whether there is something: of a text, in the language at hand. */
  isSomething(value: unknown): boolean {
    if (Array.isArray(value)) return value.length > 0
    const { lang } = this.#state
    if (!isText(value) || lang === null) return Boolean(value)
    const isThere = value.versions.has(lang) || this.#gap(value, lang) !== undefined
    if (!isThere) this.#state.count(false)
    return isThere
  }

  #text(text: Text, at: number, isAlt: boolean): string {
    const { lang } = this.#state
    if (lang !== null) return this.#version(text, lang, at)
    if (isAlt) return this.#versions(text)
    const isOnAxis = this.#state.passage !== null
    const hint = isOnAxis ? 'the axis is for what all languages share' : inPassage
    const message = 'a text is printed where no language is given'
    const [leaf] = text.versions.values()
    if (leaf) this.#state.error('no-language', at, message, hint, { at: leaf.span, note: 'the text' })
    else this.#state.error('no-language', at, message, hint)
    return ''
  }

  #version(text: Text, lang: Lang, at: number): string {
    if (!text.versions.has(lang)) checkWord(text, lang, this.#words, this.#state.place(at), this.#report)
    const leaf = text.versions.get(lang) ?? this.#gap(text, lang)
    this.#state.count(leaf !== undefined)
    return leaf === undefined ? '' : this.#token(leaf)
  }

  #versions(text: Text): string {
    const { only } = this.#state
    const leaves = this.#publication.languages.flatMap(({ tag }) =>
      only === null || only === tag ? (text.versions.get(tag) ?? this.#gap(text, tag) ?? []) : [],
    )
    return leaves.map((leaf) => this.#token(leaf)).join('')
  }

  #token(leaf: Leaf): string {
    return token(this.leaves.push(leaf) - 1)
  }

  /** What stands in the place of a text that is missing in a language, and was meant for it. */
  #gap({ only }: Text, lang: Lang): Leaf | undefined {
    return only?.includes(lang) === false ? undefined : this.gaps.get(lang)
  }
}
