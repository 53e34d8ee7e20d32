import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Text } from '../content/publication.ts'
import type { Fields } from './context.ts'
import { isFields, isText } from './context.ts'

/** The layout's own texts with their names. */
export type LayoutWords = ReadonlyMap<Text, string>

/** The words that a root context holds. */
export function layoutWords({ words }: Fields): LayoutWords {
  const named = new Map<Text, string>()
  if (!isFields(words)) return named
  for (const [name, word] of Object.entries(words)) if (isText(word)) named.set(word, name)
  return named
}

/** Reports a word that is printed at a place in a language that it lacks: it would leave a blank that nobody sees. */
export function checkWord(text: Text, lang: Lang, words: LayoutWords, printed: Span, report: Report): void {
  const name = words.get(text)
  const [leaf] = text.versions.values()
  // A word without any version was found wrong when it was read.
  if (name === undefined || leaf === undefined) return
  const message = `the layout prints its word \`${name}\` in \`${lang}\`, but has none`
  const there = { at: printed, note: 'it is printed here' }
  report.warning('document/missing-word', message, leaf.span, `add \`${lang}:\` here`, there)
}
