import { createHash } from 'node:crypto'
import type { PdfFile } from './document.ts'
import { type Description, dateOf } from './metadata.ts'
import { byteString, dateString, type ObjectId, type Syntax, textString, to } from './syntax.ts'

/** Embeds the sources from which the file was made (ISO 19005-3, 6.8), sorted by path, each with the edition's date. */
export function attachSources(file: PdfFile, description: Description): void {
  if (description.sources.length === 0) return
  const day = dateString(dateOf(description))
  const sources = description.sources
    .map((source) => {
      const attachment = attachmentOf(source)
      return { attachment, specification: attach(file, attachment, source.bytes, day) }
    })
    .sort((a, b) => (a.attachment.sortKey < b.attachment.sortKey ? -1 : 1))
  const names = sources.map(({ attachment, specification }) => `${attachment.name} ${to(specification)}`)
  file.write(file.reserveEntry('EmbeddedFiles', 'names'), `<</Names[${names.join(' ')}]>>`)
  const all = sources.map(({ specification }) => to(specification))
  file.write(file.reserveEntry('AF'), `[${all.join(' ')}]`)
}

/** What a file says of a source, whatever its date. */
interface Attachment {
  readonly path: string
  readonly name: Syntax
  readonly sortKey: string
  readonly type: Syntax
  readonly sum: Syntax
}

/** By the bytes of a source, which other documents embed as well. */
const known = new WeakMap<Uint8Array, Attachment>()

function attachmentOf({ path, bytes }: Description['sources'][number]): Attachment {
  const before = known.get(bytes)
  if (before?.path === path) return before
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const type = mediaTypes.get(extension) ?? 'application/octet-stream'
  const attachment = {
    path,
    name: textString(path),
    sortKey: sortKey(path),
    // In a name, a solidus is written by its code.
    type: type.replace('/', '#2F'),
    sum: byteString(createHash('md5').update(bytes).digest()),
  }
  known.set(bytes, attachment)
  return attachment
}

function attach(file: PdfFile, { name, type, sum }: Attachment, bytes: Uint8Array, day: Syntax): ObjectId {
  const [embedded, specification] = [file.reserve(), file.reserve()]
  const parameters = `<</Size ${bytes.byteLength}/CreationDate${day}/ModDate${day}/CheckSum${sum}>>`
  file.writeFile(embedded, `/Type/EmbeddedFile/Subtype/${type}/Params${parameters}`, bytes)
  const stream = to(embedded)
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
