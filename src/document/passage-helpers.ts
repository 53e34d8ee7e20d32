import Handlebars from 'handlebars'
import type { Publication } from '../content/publication.ts'
import type { Call } from './call.ts'
import { frameOfVersion } from './frame.ts'
import { inPassage } from './names.ts'
import type { OpenPassage, State } from './state.ts'

/** The helpers that say in which language, or across which columns, a layout writes. */
export class PassageHelpers {
  readonly #languages: Publication['languages']
  readonly #state: State
  /** The opening tags of the versions of the passages at a place of the layout, in the order of the languages. */
  readonly #openings = new Map<number, readonly string[]>()

  constructor({ languages }: Publication, state: State) {
    this.#languages = languages
    this.#state = state
  }

  /** The same once in each language; a language in which none of its texts has something to show is left out. */
  passage(self: unknown, block: Call): string {
    const { data, hash } = block
    const at = Number(hash['bi-at'])
    const state = this.#state
    if (state.passage !== null || state.isAcross) {
      const [outer, hint] = state.isAcross
        ? ['what stands across all columns', 'put it behind `{{/across}}`']
        : ['a passage', 'end the outer one first']
      const message = `a passage stands inside ${outer}`
      if (state.passage === null) state.error('nested-passage', at, message, hint)
      else {
        const open = { at: state.place(state.passage.at), note: 'the outer one' }
        state.error('nested-passage', at, message, hint, open)
      }
      return ''
    }
    const passage: OpenPassage = { at, absent: 0, present: 0, axis: null, sharing: null }
    state.passage = passage
    let versions = ''
    const openings = this.#openingsAt(at)
    for (const [index, { tag, status }] of this.#languages.entries()) {
      state.step()
      if (state.only !== null && state.only !== tag) continue
      state.lang = tag
      passage.absent = passage.present = 0
      const body = block.fn(self, frameOfVersion(data, tag, status))
      const isAbsent = passage.absent > 0 && passage.present === 0
      if (!isAbsent) versions += `${openings[index]}${body}</bi-version>`
    }
    state.passage = null
    state.lang = null
    if (versions === '') return ''
    return `<bi-passage${this.#attributes(hash, at)}>${versions}${passage.axis ?? ''}</bi-passage>`
  }

  #openingsAt(at: number): readonly string[] {
    const known = this.#openings.get(at)
    if (known !== undefined) return known
    const made = this.#languages.map(({ tag }) => `<bi-version bi-at="${at}" lang="${tag}">`)
    this.#openings.set(at, made)
    return made
  }

  /** What the languages of a passage share: written once, with its first version. */
  axis(self: unknown, block: Call): string {
    const { data, hash } = block
    const at = Number(hash['bi-at'])
    const state = this.#state
    const { passage, lang } = state
    if (passage === null || lang === null) {
      state.error('axis-outside', at, 'an axis stands outside a passage', inPassage)
    } else if (passage.axis === null) {
      state.lang = null
      const frame = frameOfVersion(data, undefined, undefined)
      passage.axis = `<bi-axis bi-at="${at}">${block.fn(self, frame)}</bi-axis>`
      state.lang = lang
    }
    return ''
  }

  /** What one language prints for all: in each other it is read in its place, and not seen. */
  shared(self: unknown, block: Call): string {
    const at = Number(block.hash['bi-at'])
    const { passage, lang } = this.#state
    if (passage === null || lang === null) {
      this.#state.error('shared-outside', at, 'what is shared stands outside a passage', inPassage)
      return ''
    }
    const body = block.fn(self)
    if (body.trim() === '') return ''
    passage.sharing ??= lang
    return passage.sharing === lang ? body : `<bi-read bi-at="${at}">${body}</bi-read>`
  }

  /** What is written in one language alone. */
  only(tag: unknown, self: unknown, block: Call): string {
    const at = Number(block.hash['bi-at'])
    const state = this.#state
    const tags = this.#languages.map((language) => language.tag)
    if (typeof tag !== 'string' || !tags.includes(tag)) {
      const message = `\`${String(tag)}\` is no language that is printed`
      state.error('other-language', at, message, 'write `{{#each languages}}{{#only tag}}…`')
      return ''
    }
    const around = state.only
    state.only = tag
    const body = block.fn(self)
    state.only = around
    return body
  }

  /** What stands once across all columns. */
  across(self: unknown, block: Call): string {
    const { hash } = block
    const at = Number(hash['bi-at'])
    const state = this.#state
    if (state.passage !== null || state.isAcross) {
      const hint = 'end the passage first: what stands across all columns is of no language'
      state.error('nested-across', at, 'what stands across all columns stands inside a passage', hint)
      return ''
    }
    state.isAcross = true
    const body = block.fn(self)
    state.isAcross = false
    return `<bi-across${this.#attributes(hash, at)}>${body}</bi-across>`
  }

  #attributes(hash: Call['hash'], at: number): string {
    return ` bi-at="${at}"${this.#attribute('id', hash.id, at)}${this.#attribute('class', hash.class, at)}`
  }

  #attribute(name: string, value: unknown, at: number): string {
    if (value === null || value === undefined) return ''
    if (typeof value === 'object') {
      const message = `the ${name} of a passage is a plain word`
      this.#state.error('not-a-text', at, message, `write \`${name}="…"\``)
    }
    return ` ${name}="${Handlebars.escapeExpression(String(value))}"`
  }
}
