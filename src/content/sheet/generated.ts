import type { Lang, PerLanguage } from '../../base/lang.ts'
import type { Leaf } from '../../base/leaf.ts'
import type { Span } from '../../base/span.ts'
import type { Text } from '../publication.ts'

/** For whom words are made: the languages that are printed, and those that the block is limited to. */
export interface Audience {
  readonly needed: readonly Lang[]
  readonly only: readonly Lang[] | null
}

/** Words made for each printed language; all of them stand for what is at `span`. A language may have none. */
export function textFor({ needed, only }: Audience, span: Span, words: (lang: Lang) => string): Text {
  const versions = leavesFor(needed, span, words)
  // What a language does not say is no gap in a draft.
  return { kind: 'text', versions, only: versions.size < needed.length ? [...versions.keys()] : only }
}

/** The same where a text of which no language has words is none. */
export function optionalTextFor(audience: Audience, span: Span, words: (lang: Lang) => string): Text | null {
  const text = textFor(audience, span, words)
  return text.versions.size === 0 ? null : text
}

/** Words as leaves, for what is drawn. */
export function leavesFor(
  languages: readonly Lang[],
  span: Span,
  words: (lang: Lang) => string,
): PerLanguage<Leaf> {
  const leaves = new Map<Lang, Leaf>()
  for (const lang of languages) {
    const text = words(lang)
    if (text !== '') leaves.set(lang, { text, lang, span, places: null })
  }
  return leaves
}

/** A text in a language; empty where it has none. */
export function wordsIn(text: Text | null, lang: Lang): string {
  return text?.versions.get(lang)?.text ?? ''
}
