import { Report } from '../../src/base/report.ts'
import { paint } from '../../src/pdf/paint.ts'
import type { Sample } from './samples.ts'

/** A file that was spoilt on purpose: what a validator must not let pass. */
export interface Broken {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A claim of another standard: 3a and ua1 must both refuse it. */
export function withWrongClaims({ built }: Sample): Broken {
  const changed = replace(built.bytes, '<pdfaid:part>3<', '<pdfaid:part>2<')
  return { name: 'wrong-claims', bytes: replace(changed, '<pdfuaid:part>1<', '<pdfuaid:part>2<') }
}

/** The catalog no longer leads to the structure tree: 3a and ua1 must both refuse it. */
export function withoutStructure({ built }: Sample): Broken {
  return { name: 'no-structure', bytes: replace(built.bytes, '/StructTreeRoot ', '/StructTreeRuin ') }
}

/**
 * The content of the last page is no PDF. veraPDF lets it pass, since it finds nothing there to object to: only the
 * count of what it looked at tells.
 */
export function withUnreadablePage({ built }: Sample): Broken {
  const description = {
    title: built.publication.name,
    titles: new Map(),
    author: null,
    subject: null,
    subjects: new Map(),
    rights: new Map(),
    identifiers: { isbns: [], issn: null, doi: null, edition: null },
    languages: built.publication.languages.map(({ tag }) => tag),
    date: '2000',
    sources: [],
    producer: 'Bifolio',
  }
  const plain = paint(built.laid, description, { profile: 'archive', compress: false }, new Report())
  if (!plain) throw new Error('a sample that was painted cannot be painted again')
  const bytes = Buffer.from(plain)
  const start = bytes.lastIndexOf('>>BDC\n')
  const end = bytes.indexOf('endstream', start)
  if (start < 0 || end < 0) throw new Error('the last page of the sample has no marked content')
  const from = bytes.lastIndexOf('stream\n', start) + 'stream\n'.length
  bytes.fill('(', from, end - 1)
  return { name: 'unreadable-page', bytes }
}

/** The same length, so that no offset moves. */
function replace(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(from)
  if (at < 0 || from.length !== to.length) throw new Error(`\`${from}\` is not in the file`)
  copy.write(to, at, 'latin1')
  return copy
}
