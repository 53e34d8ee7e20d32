import type { PerLanguage } from '../base/lang.ts'
import type { Publication, Text } from '../content/publication.ts'
import { plain } from '../document/markdown.ts'
import { editionFacts } from '../edition-facts.ts'
import type { Copy } from '../outputs/build-outputs.ts'
import type { Profile } from '../pdf/paint.ts'

/** How an edition is told from the others of its publication. */
export interface EditionName {
  /** Of the publication: `tag:authority,year:document` (RFC 4151). */
  readonly id: string
  /** As people count editions: `2`, `2.1`. */
  readonly number: string
  /** Why there is this edition; null: nothing is said. */
  readonly note: string | null
  /** The number of the edition whose place it takes; what becomes of an edition later is for the archive to say. */
  readonly supersedes: string | null
}

/** A file of an edition for those who read or print it. */
export interface PdfFact {
  /** In the edition. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha512: string
  readonly copy: Copy
}

/** Where it stands in an edition. */
export const recordPath = 'edition.json'

export const recordFormat = 'bifolio-edition-1'

/** `edition.json`: what a catalogue asks of an edition. What its publication does not say is not there. */
export function recordOf(
  { id, number, note, supersedes }: EditionName,
  publication: Publication,
  pdfs: readonly PdfFact[],
  profile: Profile,
): object {
  const { languages, prevailing, date, issuer, subtitle, series, edition, rights, isbn, link } = publication
  const texts = { subtitle, series, edition, issuer, rights, isbn }
  const { number: _, supersedes: before, isbn: isbns, ...facts } = editionFacts(publication)
  const earlier = supersedes ?? before
  const said = Object.entries(texts).flatMap(([key, text]) =>
    text === null ? [] : [[key, versionsOf(text)]],
  )
  return {
    format: recordFormat,
    id,
    publication: publication.name,
    number,
    ...(note === null ? {} : { note }),
    ...(earlier === undefined ? {} : { supersedes: earlier }),
    ...facts,
    ...(isbns === undefined ? {} : { isbns }),
    title: versionsOf(publication.title),
    ...Object.fromEntries(said),
    ...(date === null ? {} : { date: date.iso }),
    languages: languages.map(({ tag, name, status: of }) => ({
      tag,
      name,
      ...(of === null ? {} : { status: of }),
    })),
    ...(prevailing === null ? {} : { prevailing }),
    ...(link === null ? {} : { link }),
    outputs: pdfs.map((pdf) => outputOf(pdf, profile)),
  }
}

function outputOf({ path, bytes, sha512, copy }: PdfFact, profile: Profile): object {
  const { print, publication, laid } = copy
  const isReading = print === null
  return {
    file: path,
    kind: isReading ? 'reading' : 'print',
    languages: publication.languages.map(({ tag }) => tag),
    pages: laid.pages.length,
    ...(isReading
      ? { standards: profile === 'archive' ? ['PDF/A-3a', 'PDF/UA-1'] : [] }
      : { sheets: print.imposed.sheets, of: `pdf/${print.of.file}` }),
    ...(copy.verification === null ? {} : { verification: copy.verification }),
    bytes: bytes.length,
    sha512,
  }
}

/** A text in each language that it has, without marks. */
function versionsOf({ versions }: Text): Readonly<Record<string, string>> {
  return Object.fromEntries(wordsOf(versions))
}

function wordsOf(versions: Text['versions']): PerLanguage<string> {
  return new Map(
    [...versions].map(([lang, leaf]) => [
      lang,
      plain(leaf)
        .replace(/\u200b/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  )
}
