import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Related, Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Publication } from '../content/publication.ts'
import { type Call, call, placeOf } from './call.ts'
import type { Fields } from './context.ts'
import { type Frame, frameOfItem } from './frame.ts'
import type { Helper, Template } from './layout-program.ts'
import { deepestBlock, deepestPartial } from './limits.ts'
import { LookUp } from './look-up.ts'
import { fieldOf, partialHint } from './names.ts'
import { PassageHelpers } from './passage-helpers.ts'
import { Printing } from './printing.ts'
import { State } from './state.ts'

interface Source {
  readonly places: readonly Span[]
  /** The names of all partials. */
  readonly partials: readonly string[]
}

/**
 * The state of one rendering. Its `helpers` are what the prepared layout calls; each is given the number of its place
 * as a literal.
 */
export class Rendering {
  readonly #state: State
  readonly #lookUp: LookUp
  readonly #printing: Printing
  readonly #passages: PassageHelpers
  readonly #partials: ReadonlySet<string>
  /** Numbers of the places where the partials that are open were called, and of the last call. */
  readonly #callers: number[] = []
  #calling = 0
  #isTooDeep = false

  constructor(publication: Publication, root: Fields, source: Source, report: Report) {
    this.#state = new State(source.places, report)
    this.#lookUp = new LookUp(root, this.#state)
    this.#printing = new Printing(publication, root, this.#state, report)
    this.#passages = new PassageHelpers(publication, this.#state)
    this.#partials = new Set(source.partials)
  }

  /** The leaves that were printed, by the number of their token. */
  get leaves(): readonly Leaf[] {
    return this.#printing.leaves
  }

  /** What stands in a draft where a language has no text. */
  get gaps(): ReadonlyMap<Lang, Leaf> {
    return this.#printing.gaps
  }

  /** Runs a partial, one level deeper. */
  partial(template: Template, self: unknown, data: Frame): string {
    this.#state.partials++
    this.#callers.push(this.#calling)
    const markup = template(self, data)
    this.#callers.pop()
    this.#state.partials--
    return markup
  }

  /** All helpers, the layout's and the inner ones, to be registered. Their first argument is Handlebars' context. */
  helpers(): ReadonlyMap<string, Helper> {
    const [lookUp, printing, passages] = [this.#lookUp, this.#printing, this.#passages]
    return new Map<string, Helper>([
      ['bi-get', (_, args) => lookUp.path(args[0], Number(args[1]), args, 2)],
      [
        'bi-show',
        (_, args) =>
          printing.print(lookUp.path(args[2], Number(args[3]), args, 4), Number(args[0]), args[1] === true),
      ],
      ['bi-data', (_, args) => lookUp.data(args)],
      ['bi-print', (_, [value, at, isAlt]) => printing.print(value, Number(at), isAlt === true)],
      ['bi-partial', (_, [name, at]) => this.#partial(String(name), Number(at))],
      ['bi-block', (_, [name, at]) => this.#block(String(name), Number(at))],
      ['bi-default', (_, [at, options]) => this.#default(Number(at), call(options))],
      ['is', (_, [value, ...others]) => others.slice(0, -1).includes(value)],
      ['lookup', (_, [value, name, options]) => lookUp.get(value, placeOf(options), [name])],
      ['if', (self, [value, options]) => this.#branch(printing.isSomething(value), self, call(options))],
      ['unless', (self, [value, options]) => this.#branch(!printing.isSomething(value), self, call(options))],
      ['with', (self, [value, options]) => this.#with(value, self, call(options))],
      ['each', (self, [list, options]) => this.#each(list, self, call(options))],
      ['passage', (self, [options]) => passages.passage(self, call(options))],
      ['axis', (self, [options]) => passages.axis(self, call(options))],
      ['shared', (self, [options]) => passages.shared(self, call(options))],
      ['only', (self, [tag, options]) => passages.only(tag, self, call(options))],
      ['across', (self, [options]) => passages.across(self, call(options))],
    ])
  }

  /** The partial to call, or the empty one after a finding. */
  #partial(wanted: string, at: number): string {
    this.#state.step()
    if (!this.#partials.has(wanted)) {
      const hint = partialHint(wanted, [...this.#partials])
      this.#state.error('missing-partial', at, `there is no partial \`${wanted}\``, hint, ...this.#caller())
      return emptyPartial
    }
    const { partials, blocks } = this.#state
    if (partials >= deepestPartial || blocks >= deepestBlock) {
      // Said once, and no more calls: on the way back, each level would call again what called too deep.
      const message = `partials call each other too deep (${partials} times), here \`${wanted}\``
      const hint = 'a partial that calls itself needs an `{{#if}}` that ends it'
      if (!this.#isTooDeep) this.#state.error('endless-partial', at, message, hint)
      this.#isTooDeep = true
    }
    this.#calling = at
    return this.#isTooDeep ? emptyPartial : wanted
  }

  /** Where the partial at hand was called. */
  #caller(): readonly Related[] {
    const at = this.#callers.at(-1)
    return at === undefined ? [] : [{ at: this.#state.place(at), note: 'this file is called here' }]
  }

  /** The partial that replaces a block, or none: then Handlebars prints what the block holds. */
  #block(name: string, at: number): string {
    return this.#partials.has(name) ? this.#partial(name, at) : noPartial
  }

  /** `@partial-block`: what the block holds that a partial replaces. */
  #default(at: number, { data }: Call): unknown {
    this.#state.step()
    const held = fieldOf(data, 'partial-block')
    if (held !== undefined) return held
    const hint = 'it is there in a partial that is called by `{{#> name}}…{{/name}}`'
    this.#state.error('no-block', at, 'there is no `@partial-block` here', hint)
    return emptyPartial
  }

  #branch(isFirst: boolean, self: unknown, block: Call): string {
    this.#state.step()
    this.#state.blocks++
    const markup = isFirst ? block.fn(self) : block.inverse(self)
    this.#state.blocks--
    return markup
  }

  #with(value: unknown, self: unknown, block: Call): string {
    this.#state.step()
    this.#state.blocks++
    const isNothing = value === null || value === undefined
    const markup = isNothing ? block.inverse(self) : block.fn(value, block.data, [value])
    this.#state.blocks--
    return markup
  }

  #each(list: unknown, self: unknown, block: Call): string {
    const { data, hash } = block
    if (list !== null && !Array.isArray(list)) {
      const hint = 'for one value, write `{{#with …}}`'
      this.#state.error('not-a-list', Number(hash['bi-at']), '`each` goes through lists only', hint)
      return ''
    }
    const items: readonly unknown[] = list ?? []
    if (items.length === 0) return block.inverse(self)
    let markup = ''
    this.#state.blocks++
    for (const [index, item] of items.entries()) {
      this.#state.step()
      markup += block.fn(item, frameOfItem(data, index, items.length), [item, index])
    }
    this.#state.blocks--
    return markup
  }
}

/** The name of a partial that prints nothing; no file can be called so. */
export const emptyPartial = ' '

/** A name that no partial has. */
const noPartial = ' none'
