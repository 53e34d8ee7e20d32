import type { Lang } from './base/lang.ts'
import type { Imprint, Isbn } from './content/imprint.ts'
import type { Publication, Text } from './content/publication.ts'
import { plain } from './document/markdown.ts'

/** What a publication says of its edition, as plain data; what it does not say is not there. */
export interface EditionFacts {
  /** As people count editions. */
  readonly number?: string
  readonly status: Imprint['status']
  readonly supersedes?: string
  readonly supersededBy?: string
  /** Why it was withdrawn, in each language. */
  readonly withdrawn?: Readonly<Record<Lang, string>>
  readonly isbn?: readonly IsbnFact[]
  readonly issn?: string
  readonly doi?: string
  readonly legalDeposit?: Readonly<Record<Lang, string>>
}

/** An ISBN; of all languages and forms unless one is named. */
export interface IsbnFact {
  readonly number: string
  readonly language?: Lang
  readonly format?: NonNullable<Isbn['format']>
}

/**
 * The data of an edition, for `edition.json`: the same publication, the same facts, in one order. Titles, rights, languages
 * and the prevailing one stand in the publication itself.
 */
export function editionFacts({ imprint, languages }: Publication): EditionFacts {
  const { number, status, supersedes, supersededBy, withdrawn, isbns, issn, doi, legalDeposit } = imprint
  const printed = languages.map(({ tag }) => tag)
  return {
    ...(number === null ? {} : { number }),
    status,
    ...(supersedes === null ? {} : { supersedes }),
    ...(supersededBy === null ? {} : { supersededBy }),
    ...(withdrawn === null ? {} : { withdrawn: wordsOf(withdrawn, printed) }),
    ...(isbns.length === 0 ? {} : { isbn: isbns.map(isbnFact) }),
    ...(issn === null ? {} : { issn }),
    ...(doi === null ? {} : { doi }),
    ...(legalDeposit === null ? {} : { legalDeposit: wordsOf(legalDeposit, printed) }),
  }
}

function isbnFact({ number, language, format }: Isbn): IsbnFact {
  return { number, ...(language === null ? {} : { language }), ...(format === null ? {} : { format }) }
}

/** A text without marks, on one line, in the languages that are printed. */
function wordsOf({ versions }: Text, printed: readonly Lang[]): Readonly<Record<Lang, string>> {
  const words = printed.flatMap((lang) => {
    const leaf = versions.get(lang)
    return leaf ? [[lang, onOneLine(plain(leaf))] as const] : []
  })
  return Object.fromEntries(words)
}

function onOneLine(text: string): string {
  return text
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
