import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { Size } from '../base/length.ts'
import { Sink } from './sink.ts'
import { decimal, type ObjectId, type Syntax, to } from './syntax.ts'

export interface FileSettings {
  readonly isArchive: boolean
  readonly compress: boolean
  readonly lang: string
  readonly information: Readonly<Record<string, string | Date>>
  /** Files as streams hold them, of earlier documents too; filled by `writeFile`. */
  readonly deflated: DeflatedFiles
}

/** By the bytes of a file: the same, deflated. */
export type DeflatedFiles = WeakMap<Uint8Array, Uint8Array>

/** The objects that the operators of a page use, by their names. */
export interface Resources {
  readonly fonts: ReadonlyMap<string, ObjectId>
  readonly pictures: ReadonlyMap<string, ObjectId>
}

/** A page whose content is painted. */
export interface PageContent extends Resources {
  readonly size: Size
  /** Streams of operators, read one after another as if they were one; a stream may stand in several pages. */
  readonly contents: readonly ObjectId[]
  /** Further entries of its dictionary. */
  readonly entries: Syntax
}

export interface PdfFile {
  /** Numbers of objects to be written, one after another; gives the first. */
  reserve(count?: number): ObjectId
  /** The number of an object to be written, which an entry of the catalog or of its name dictionary leads to. */
  reserveEntry(key: string, where?: 'catalog' | 'names'): ObjectId
  setPageMode(name: string): void
  /** How a viewer is to show or print the file (ISO 32000-1, 12.2). */
  setViewerPreference(key: string, name: string): void
  /** Numbers of the pages, which are written in any order. */
  reservePages(count: number): readonly ObjectId[]
  write(id: ObjectId, value: Syntax): void
  /** A stream with these entries beside its length; deflated, unless it `isPlain` or has a filter. */
  writeStream(id: ObjectId, entries: Syntax, bytes: Uint8Array, isPlain?: boolean): void
  /** A stream of a file that other documents may hold as well: it is deflated once for all. */
  writeFile(id: ObjectId, entries: Syntax, bytes: Uint8Array): void
  writePage(id: ObjectId, page: PageContent): void
  /** Writes what is left; all reserved objects must have been written. */
  close(): Uint8Array
}

/**
 * Opens a file for writing: PDFKit writes its head, catalog, information and output intent and the cross-reference
 * table; objects go past it, as it would copy each several times. Its own metadata, structure tree and file identifier
 * are put out of use: they lose the escaping, the page of an annotation and repeatability.
 */
export function openFile(settings: FileSettings): PdfFile {
  const document = new Document({
    pdfVersion: '1.7',
    font: null,
    autoFirstPage: false,
    compress: settings.compress,
    displayTitle: true,
    lang: settings.lang,
    info: settings.information,
    ...(settings.isArchive ? { subset: 'PDF/A-3a' as const } : {}),
  })
  return new File(document, settings)
}

/**
 * PDFKit writes its own objects into a stream: a stream that holds something waits to say so until the program is idle,
 * and is not let go before. This one holds nothing, as all goes into a sink.
 */
class Document extends PDFDocument {
  // Only declared: PDFKit begins to write in its constructor, and an initial value would come after that.
  declare sink: Sink

  override _write(data: string | Uint8Array): void {
    this.sink ??= new Sink()
    if (typeof data === 'string') this.sink.text(`${data}\n`)
    else this.sink.bytes(data)
    this._offset = this.sink.length
  }

  override push(): boolean {
    return true
  }
}

class File implements PdfFile {
  readonly #document: Document
  readonly #compress: boolean
  readonly #deflated: DeflatedFiles
  readonly #sink: Sink
  readonly #pages: Reference[] = []

  constructor(document: Document, { compress, deflated }: FileSettings) {
    this.#document = document
    this.#compress = compress
    this.#deflated = deflated
    document._id = new Uint8Array(idLength)
    document.endMarkings = () => {}
    document.endMetadata = () => {}
    document._root.data.Names.data = {}
    if (!document.sink) throw new Error('PDFKit did not begin the file')
    this.#sink = document.sink
  }

  reserve(count = 1): ObjectId {
    const offsets = this.#document._offsets
    for (let index = 0; index < count; index++) offsets.push(null)
    return offsets.length - count + 1
  }

  reserveEntry(key: string, where: 'catalog' | 'names' = 'catalog'): ObjectId {
    const { data } = this.#document._root
    const reference = this.#reference()
    if (where === 'catalog') data[key] = reference
    else data.Names.data[key] = reference
    return reference.id
  }

  setPageMode(name: string): void {
    this.#document._root.data.PageMode = name
  }

  setViewerPreference(key: string, name: string): void {
    this.#document._root.data.ViewerPreferences.data[key] = name
  }

  reservePages(count: number): readonly ObjectId[] {
    for (let index = 0; index < count; index++) this.#pages.push(this.#reference())
    return this.#pages.map(({ id }) => id)
  }

  write(id: ObjectId, value: Syntax): void {
    this.#begin(id)
    this.#sink.text(`${id} 0 obj\n${value}\nendobj\n`)
    this.#document._offset = this.#sink.length
  }

  writeStream(id: ObjectId, entries: Syntax, bytes: Uint8Array, isPlain = false): void {
    const isDeflated = this.#compress && !isPlain && !entries.includes('/Filter')
    const body = isDeflated ? deflated(bytes) : bytes
    const filter = isDeflated ? flate : ''
    this.#begin(id)
    this.#sink.text(`${id} 0 obj\n<<${entries}${filter}/Length ${body.length}>>\nstream\n`)
    this.#sink.bytes(body)
    this.#sink.text('\nendstream\nendobj\n')
    this.#document._offset = this.#sink.length
  }

  writeFile(id: ObjectId, entries: Syntax, bytes: Uint8Array): void {
    if (!this.#compress) {
      this.writeStream(id, entries, bytes)
      return
    }
    const body = this.#deflated.get(bytes) ?? deflated(bytes)
    this.#deflated.set(bytes, body)
    this.writeStream(id, `${entries}${flate}`, body)
  }

  writePage(id: ObjectId, page: PageContent): void {
    const { size, entries } = page
    const resources = resourceList('Font', page.fonts) + resourceList('XObject', page.pictures)
    const streams = page.contents.map(to).join(' ')
    const contents = page.contents.length === 1 ? ` ${streams}` : `[${streams}]`
    const box = `[0 0 ${decimal(size.width)} ${decimal(size.height)}]`
    const parent = to(this.#document._root.data.Pages.id)
    this.write(
      id,
      `<</Type/Page/Parent ${parent}/MediaBox${box}/Contents${contents}/Resources<<${resources}>>${entries}>>`,
    )
  }

  close(): Uint8Array {
    const document = this.#document
    const { Pages } = document._root.data
    Pages.data.Kids = this.#pages
    Pages.data.Count = this.#pages.length
    document.end()
    if (document._offsets.includes(null)) throw new Error('an object was reserved but not written')
    const file = this.#sink.take()
    if (file.subarray(-6).toString('latin1') !== '%%EOF\n') throw new Error('PDFKit did not end the file')
    identify(file)
    return file
  }

  /** A reference for PDFKit's own objects to an object that it does not write. */
  #reference(): Reference {
    const reference = this.#document.ref()
    this.#document._waiting--
    return reference
  }

  #begin(id: ObjectId): void {
    const offsets = this.#document._offsets
    if (offsets[id - 1] !== null) throw new Error(`object ${id} is written twice or was not reserved`)
    offsets[id - 1] = this.#sink.length
  }
}

type Reference = ReturnType<PDFDocument['ref']>

/** On pages of two languages: as small as 6 on the same text in hexadecimal digits, in a third of its time. */
const deflateLevel = 4

const flate: Syntax = '/Filter/FlateDecode'

function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: deflateLevel })
}

const idLength = 16

function resourceList(category: string, resources: ReadonlyMap<string, ObjectId>): Syntax {
  if (resources.size === 0) return ''
  return `/${category}<<${Array.from(resources, ([name, id]) => `/${name} ${to(id)}`).join('')}>>`
}

/** ISO 32000-1, 14.4: the identifier follows from the contents. It is the digest of the file in which it is all zeros. */
function identify(file: Buffer): void {
  const digest = createHash('sha256')
    .update(file)
    .digest('hex')
    .slice(0, 2 * idLength)
  const zeros = '0'.repeat(2 * idLength)
  const at = file.lastIndexOf(`/ID [<${zeros}> <${zeros}>]`)
  if (at < 0) throw new Error('the trailer has no identifier where PDFKit writes it')
  file.write(`/ID [<${digest}> <${digest}>]`, at, 'latin1')
}
