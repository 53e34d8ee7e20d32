import { createHash } from 'node:crypto'
import type { PdfFile } from './document.ts'
import { type Description, dateOf } from './metadata.ts'
import { byteString, dateString, type ObjectId, textString, to } from './syntax.ts'

/** Embeds the sources from which the file was made (ISO 19005-3, 6.8), sorted by path, each with the edition's date. */
export function attachSources(file: PdfFile, description: Description): void {
  if (description.sources.length === 0) return
  const date = dateOf(description)
  const sources = description.sources
    .map(({ path, bytes }) => ({ path, specification: attach(file, path, bytes, date) }))
    .sort((a, b) => (sortKey(a.path) < sortKey(b.path) ? -1 : 1))
  const names = sources.map(({ path, specification }) => `${textString(path)} ${to(specification)}`)
  file.write(file.reserveEntry('EmbeddedFiles', 'names'), `<</Names[${names.join(' ')}]>>`)
  const all = sources.map(({ specification }) => to(specification))
  file.write(file.reserveEntry('AF'), `[${all.join(' ')}]`)
}

function attach(file: PdfFile, path: string, bytes: Uint8Array, date: Date): ObjectId {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const type = mediaTypes.get(extension) ?? 'application/octet-stream'
  const [embedded, specification] = [file.reserve(), file.reserve()]
  const [day, sum] = [dateString(date), byteString(createHash('md5').update(bytes).digest())]
  const parameters = `<</Size ${bytes.byteLength}/CreationDate${day}/ModDate${day}/CheckSum${sum}>>`
  // In a name, a solidus is written by its code.
  const subtype = type.replace('/', '#2F')
  file.writeFile(embedded, `/Type/EmbeddedFile/Subtype/${subtype}/Params${parameters}`, bytes)
  const [name, stream] = [textString(path), to(embedded)]
  file.write(
    specification,
    `<</Type/Filespec/AFRelationship/Source/F${name}/UF${name}/EF<</F ${stream}/UF ${stream}>>>>`,
  )
  return specification
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
