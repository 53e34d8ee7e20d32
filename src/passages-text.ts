import type { Lang } from './base/lang.ts'
import type { Leaf } from './base/leaf.ts'
import { Report } from './base/report.ts'
import type { Text } from './content/publication.ts'
import { isWide } from './content/wide.ts'
import { type Inline, markdown } from './document/markdown.ts'

/**
 * The words of a text in the languages that are printed: without marks of emphasis, on one line. Calls of notes and
 * references stand as they are written, what a link leads to behind it: they are part of what is said.
 */
export function wordsOf(text: Text, languages: readonly Lang[]): ReadonlyMap<Lang, string> {
  return inEach(text, languages, (leaf) => onOneLine(flat(markdown(leaf, new Report()))))
}

/** The same of a text in which marks are text, as code: character for character. */
export function asWritten(text: Text, languages: readonly Lang[]): ReadonlyMap<Lang, string> {
  return inEach(text, languages, (leaf) => leaf.text)
}

function inEach(
  { versions }: Text,
  languages: readonly Lang[],
  say: (leaf: Leaf) => string,
): ReadonlyMap<Lang, string> {
  return new Map(
    languages.flatMap((lang) => {
      const leaf = versions.get(lang)
      return leaf ? [[lang, say(leaf)] as const] : []
    }),
  )
}

function flat(inlines: readonly Inline[]): string {
  return inlines.map(saidBy).join('')
}

function saidBy(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.leaf.text
    case 'note':
      return `[^${inline.id}]`
    case 'reference':
      return `{ref: ${inline.id}${inline.form === 'page' ? '' : ` ${inline.form}`}}`
    case 'mark':
      if (inline.name === 'br') return '\n'
      if (inline.name === 'a') return `${flat(inline.children)} <${inline.attrs.get('href') ?? ''}>`
      return flat(inline.children)
  }
}

/** A line end between wide characters is nothing, else a space (CSS Text 3, 4.1.3); what nobody sees falls away. */
function onOneLine(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .replace(/(.?)\n(?=(.?))/gsu, (_, before: string, after: string) =>
      isWideText(before) && isWideText(after) ? before : `${before} `,
    )
    .replace(/[ \t]+/g, ' ')
    .trim()
}

function isWideText(character: string): boolean {
  return isWide(character.codePointAt(0) ?? 0)
}
