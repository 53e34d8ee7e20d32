import { createHash } from 'node:crypto'
import { type PdfFile, type Reference, textString, type Value } from './document.ts'
import { type Description, dateOf } from './metadata.ts'

/** Embeds the sources from which the file was made (ISO 19005-3, 6.8), sorted by path, each with the edition's date. */
export function attachSources(file: PdfFile, description: Description): void {
  if (description.sources.length === 0) return
  const date = dateOf(description)
  const sources = description.sources
    .map(({ path, bytes }) => ({ path, specification: attach(file, path, bytes, date) }))
    .sort((a, b) => (sortKey(a.path) < sortKey(b.path) ? -1 : 1))
  file.setNames('EmbeddedFiles', {
    Names: sources.flatMap(({ path, specification }): Value[] => [textString(path), specification]),
  })
  file.setCatalog(
    'AF',
    sources.map(({ specification }) => specification),
  )
}

function attach(file: PdfFile, path: string, bytes: Uint8Array, date: Date): Reference {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const type = mediaTypes.get(extension) ?? 'application/octet-stream'
  const embedded = file.addStream(
    {
      Type: 'EmbeddedFile',
      // In a name, a solidus is written by its code.
      Subtype: type.replace('/', '#2F'),
      Params: {
        Size: bytes.byteLength,
        CreationDate: date,
        ModDate: date,
        CheckSum: new Uint8Array(createHash('md5').update(bytes).digest()),
      },
    },
    bytes,
  )
  return file.add({
    Type: 'Filespec',
    AFRelationship: 'Source',
    F: textString(path),
    UF: textString(path),
    EF: { F: embedded, UF: embedded },
  })
}

/** Names are sorted by their bytes: those beyond ASCII are written in UTF-16 after a byte order mark, so they go last. */
function sortKey(path: string): string {
  return /^[\0-\x7f]*$/.test(path) ? path : `\u{ff}${path}`
}

/** IANA media types. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['md', 'text/markdown'],
  ['txt', 'text/plain'],
  ['css', 'text/css'],
  ['hbs', 'text/plain'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['ttf', 'font/ttf'],
  ['woff', 'font/woff'],
])
