import Handlebars from 'handlebars'
import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Publication, Text } from '../content/publication.ts'
import { type Call, call, placeOf } from './call.ts'
import { type Fields, isText } from './context.ts'
import { checkWord, type LayoutWords, layoutWords } from './layout-words.ts'
import { token } from './leaf.ts'
import { deepestBlock, deepestPartial, mostSteps } from './limits.ts'
import {
  type Complaint,
  dataHint,
  dataNames,
  fieldOf,
  inPassage,
  outsideRoot,
  partialHint,
  unknownField,
  unprintable,
} from './names.ts'

/** Thrown when a layout takes too many steps: only this ends a rendering early. */
export class Exhausted extends Error {}

interface Passage {
  /** Texts with nothing to show in the language at hand, and those with a version or the mark of a gap. */
  absent: number
  present: number
  axis: string | null
}

/** A helper: Handlebars' context, then its arguments, its options last. */
type Helper = (self: unknown, args: readonly unknown[]) => unknown

interface Source {
  readonly places: readonly Span[]
  /** The names of all partials. */
  readonly partials: readonly string[]
}

/**
 * The state of one rendering: the passage and language at hand, the leaves that were printed. Its `helpers` are what
 * the prepared layout calls; each is given the number of its place as a literal.
 */
export class Rendering {
  readonly leaves: Leaf[] = []
  /** In a draft, what stands where a language has no text; each is a leaf of its own, not that of the layout's word. */
  readonly gaps: ReadonlyMap<Lang, Leaf>
  readonly #numbers = new Map<Leaf, number>()
  readonly #publication: Publication
  readonly #root: Fields
  readonly #words: LayoutWords
  readonly #source: Source
  readonly #report: Report
  #lang: Lang | null = null
  #current: Passage | null = null
  #depth = 0
  /** Open blocks, in all partials that are open. */
  #blocks = 0
  #steps = 0
  #isTooDeep = false

  constructor(publication: Publication, root: Fields, source: Source, report: Report) {
    this.#publication = publication
    this.#root = root
    this.#words = layoutWords(root)
    this.#source = source
    this.#report = report
    const word = publication.isDraft ? fieldOf(root.words, 'missing') : null
    const versions = isText(word) ? [...word.versions] : []
    this.gaps = new Map(versions.map(([lang, leaf]) => [lang, { ...leaf }]))
  }

  /** Runs a partial, one level deeper. */
  partial(
    template: Handlebars.TemplateDelegate,
    context: unknown,
    options: Handlebars.RuntimeOptions,
  ): string {
    this.#depth++
    const markup = template(context, options)
    this.#depth--
    return markup
  }

  /** All helpers, the layout's and the inner ones, to be registered. Their first argument is Handlebars' context. */
  helpers(): ReadonlyMap<string, Helper> {
    return new Map<string, Helper>([
      ['bi-get', (_, [base, at, ...steps]) => this.#path(base, Number(at), steps.slice(0, -1).map(String))],
      ['bi-data', (_, args) => this.#data(args)],
      ['bi-print', (_, [value, at]) => this.#print(value, Number(at))],
      ['bi-partial', (_, [name, at]) => this.#partialName(name, Number(at))],
      ['is', (_, [value, ...others]) => others.slice(0, -1).includes(value)],
      ['lookup', (_, [value, name, options]) => this.#get(value, placeOf(options), [String(name)])],
      ['if', (self, [value, options]) => this.#branch(this.#isSomething(value), self, call(options))],
      ['unless', (self, [value, options]) => this.#branch(!this.#isSomething(value), self, call(options))],
      ['with', (self, [value, options]) => this.#with(value, self, call(options))],
      ['each', (self, [list, options]) => this.#each(list, self, call(options))],
      ['passage', (self, [options]) => this.#passage(self, call(options))],
      ['axis', (self, [options]) => this.#axis(self, call(options))],
    ])
  }

  /** A look-up as a layout writes it; Handlebars knows no base where `..` leads out of the root. */
  #path(base: unknown, at: number, steps: readonly string[]): unknown {
    if (base === undefined) this.#complain(at, 'unknown-name', outsideRoot)
    return this.#get(base, at, steps)
  }

  /** A value's field by field; what is null has null fields, so that `date.day` may be asked of no date. */
  #get(value: unknown, at: number, steps: readonly string[]): unknown {
    this.#step()
    let found = value ?? null
    for (const step of steps) {
      if (found === null) return null
      const field = fieldOf(found, step)
      if (field === undefined) {
        this.#complain(at, 'unknown-name', unknownField(found, step, found === value ? this.#root : null))
        return null
      }
      found = field
    }
    return found
  }

  /** `@name`: Handlebars' data variables, `@lang` and `@status`. */
  #data(args: readonly unknown[]): unknown {
    const [at, depth, name, ...steps] = args.slice(0, -1)
    let frame: unknown = call(args.at(-1)).data
    for (let level = Number(depth); level > 0; level--) frame = fieldOf(frame, '_parent')
    const value = dataNames.includes(String(name)) ? fieldOf(frame, String(name)) : undefined
    if (value === undefined) {
      this.#error('unknown-name', Number(at), `there is no \`@${name}\` here`, dataHint(String(name)))
      return null
    }
    return this.#get(value, Number(at), steps.map(String))
  }

  #print(value: unknown, at: number): unknown {
    this.#step()
    if (isText(value)) return this.#leaf(value, at)
    if (value === null || value === undefined || value === false) return ''
    if (typeof value === 'object') {
      this.#complain(at, 'not-a-text', unprintable(value))
      return ''
    }
    return String(value)
  }

  #leaf(text: Text, at: number): Handlebars.SafeString | '' {
    if (this.#lang === null) {
      const isOnAxis = this.#current !== null
      const hint = isOnAxis ? 'the axis is for what all languages share' : inPassage
      this.#error('no-language', at, 'a text is printed where no language is given', hint)
      return ''
    }
    checkWord(text, this.#lang, this.#words, this.#report)
    const leaf = text.versions.get(this.#lang) ?? this.#gap(text)
    this.#note(leaf !== undefined)
    if (leaf === undefined) return ''
    const number = this.#numbers.get(leaf) ?? this.leaves.push(leaf) - 1
    this.#numbers.set(leaf, number)
    return new Handlebars.SafeString(token(number))
  }

  /** The partial to call, or the empty one after a finding. */
  #partialName(name: unknown, at: number): string {
    this.#step()
    const wanted = String(name)
    if (!this.#source.partials.includes(wanted)) {
      const hint = partialHint(wanted, this.#source.partials)
      this.#error('missing-partial', at, `there is no partial \`${wanted}\``, hint)
      return emptyPartial
    }
    if (this.#depth >= deepestPartial || this.#blocks >= deepestBlock) {
      // Said once, and no more calls: on the way back, each level would call again what called too deep.
      const message = `partials call each other too deep (${this.#depth} times), here \`${wanted}\``
      const hint = 'a partial that calls itself needs an `{{#if}}` that ends it'
      if (!this.#isTooDeep) this.#error('endless-partial', at, message, hint)
      this.#isTooDeep = true
    }
    return this.#isTooDeep ? emptyPartial : wanted
  }

  #isSomething(value: unknown): boolean {
    if (Array.isArray(value)) return value.length > 0
    if (!isText(value) || this.#lang === null) return Boolean(value)
    const isThere = value.versions.has(this.#lang) || this.#gap(value) !== undefined
    if (!isThere) this.#note(false)
    return isThere
  }

  #branch(isFirst: boolean, self: unknown, { fn, inverse }: Call): string {
    this.#step()
    this.#blocks++
    const markup = isFirst ? fn(self) : inverse(self)
    this.#blocks--
    return markup
  }

  #with(value: unknown, self: unknown, { fn, inverse }: Call): string {
    this.#step()
    this.#blocks++
    const isNothing = value === null || value === undefined
    const markup = isNothing ? inverse(self) : fn(value, { blockParams: [value] })
    this.#blocks--
    return markup
  }

  #each(list: unknown, self: unknown, { fn, inverse, data, hash }: Call): string {
    if (list !== null && !Array.isArray(list)) {
      const hint = 'for one value, write `{{#with …}}`'
      this.#error('not-a-list', Number(hash['bi-at']), '`each` goes through lists only', hint)
      return ''
    }
    const items: readonly unknown[] = list ?? []
    if (items.length === 0) return inverse(self)
    let markup = ''
    this.#blocks++
    for (const [index, item] of items.entries()) {
      this.#step()
      const frame = Object.assign(Handlebars.createFrame(data), {
        index,
        key: index,
        first: index === 0,
        last: index === items.length - 1,
      })
      markup += fn(item, { data: frame, blockParams: [item, index] })
    }
    this.#blocks--
    return markup
  }

  #passage(self: unknown, { fn, data, hash }: Call): string {
    const at = Number(hash['bi-at'])
    if (this.#current !== null) {
      this.#error('nested-passage', at, 'a passage stands inside a passage', 'end the outer one first')
      return ''
    }
    const passage: Passage = { absent: 0, present: 0, axis: null }
    this.#current = passage
    let versions = ''
    for (const language of this.#publication.languages) {
      this.#step()
      this.#lang = language.tag
      passage.absent = passage.present = 0
      const frame = Object.assign(Handlebars.createFrame(data), {
        lang: language.tag,
        status: language.status,
      })
      const body = fn(self, { data: frame })
      const isAbsent = passage.absent > 0 && passage.present === 0
      if (!isAbsent) versions += `<bi-version bi-at="${at}" lang="${language.tag}">${body}</bi-version>`
    }
    this.#current = null
    this.#lang = null
    if (versions === '') return ''
    const attributes = ['id', 'class'].map((name) => this.#attribute(name, hash[name], at)).join('')
    return `<bi-passage bi-at="${at}"${attributes}>${versions}${passage.axis ?? ''}</bi-passage>`
  }

  #attribute(name: string, value: unknown, at: number): string {
    if (value === null || value === undefined) return ''
    if (typeof value === 'object') {
      this.#error('not-a-text', at, `the ${name} of a passage is a plain word`, `write \`${name}="…"\``)
    }
    return ` ${name}="${Handlebars.escapeExpression(String(value))}"`
  }

  /** What stands in the place of a text that is missing in the language at hand, and was meant for it. */
  #gap({ only }: Text): Leaf | undefined {
    if (this.#lang === null || only?.includes(this.#lang) === false) return undefined
    return this.gaps.get(this.#lang)
  }

  #axis(self: unknown, { fn, data, hash }: Call): string {
    const at = Number(hash['bi-at'])
    const passage = this.#current
    if (passage === null || this.#lang === null) {
      this.#error('axis-outside', at, 'an axis stands outside a passage', inPassage)
    } else if (passage.axis === null) {
      const lang = this.#lang
      this.#lang = null
      const frame = Object.assign(Handlebars.createFrame(data), { lang: undefined, status: undefined })
      passage.axis = `<bi-axis bi-at="${at}">${fn(self, { data: frame })}</bi-axis>`
      this.#lang = lang
    }
    return ''
  }

  #note(isPresent: boolean): void {
    if (this.#current === null) return
    if (isPresent) this.#current.present++
    else this.#current.absent++
  }

  #step(): void {
    if (++this.#steps > mostSteps) throw new Exhausted()
  }

  #error(word: string, at: number, message: string, hint: string): void {
    this.#complain(at, word, { message, hints: [hint] })
  }

  #complain(at: number, word: string, { message, hints }: Complaint): void {
    const span = this.#source.places[at]
    if (span === undefined) throw new Error(`a helper was given no place: ${at}`)
    this.#report.error(`document/${word}`, message, span, ...hints)
  }
}

/** The name of a partial that prints nothing; no file can be called so. */
export const emptyPartial = ' '
