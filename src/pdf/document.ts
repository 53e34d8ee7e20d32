import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { Size } from '../base/length.ts'

/** A value of PDF syntax: a string is a name, `textString` makes a text string, bytes are a hexadecimal string. */
export type Value =
  | string
  | number
  | boolean
  | null
  | TextString
  | Uint8Array
  | Date
  | Reference
  | readonly Value[]
  | Dictionary

export interface Dictionary {
  readonly [key: string]: Value
}

/** A text string of PDF; only `textString` makes one. */
export interface TextString {
  readonly length: number
  valueOf(): string
}

/** An indirect object; its data may be given until it is ended, which writes it. */
export interface Reference {
  readonly id: number
  data: Record<string, unknown>
  write(chunk: Uint8Array): void
  end(): void
}

/** A page that is being painted; PDFKit writes it when the next one is added. */
export interface OpenPage {
  readonly reference: Reference
  readonly height: number
  useFont(id: string, font: Reference): void
  addAnnotation(annotation: Reference): void
  write(content: Uint8Array): void
}

export interface PdfFile {
  setCatalog(key: string, value: Value): void
  setNames(key: string, value: Value): void
  /** An object that is written when it is ended. */
  reserve(): Reference
  /** A finished object. */
  add(data: Dictionary): Reference
  /** A finished stream, deflated unless `isPlain`. */
  addStream(data: Dictionary, bytes: Uint8Array, isPlain?: boolean): Reference
  addPage(size: Size): OpenPage
  /** The outline dictionary, which PDFKit reserves and ends itself. */
  readonly outlines: Reference
  /** Writes what is left; all reserved objects must have been ended. */
  close(): Uint8Array
}

export interface FileSettings {
  readonly isArchive: boolean
  readonly compress: boolean
  readonly lang: string
  readonly information: Readonly<Record<string, string | Date>>
}

/**
 * Opens a file for writing: PDFKit writes objects, pages and the cross-reference table. Its own metadata, structure
 * tree and file identifier are put out of use: they lose the escaping, the page of an annotation and repeatability.
 */
export function openFile(settings: FileSettings): PdfFile {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    font: null,
    autoFirstPage: false,
    compress: settings.compress,
    displayTitle: true,
    lang: settings.lang,
    info: settings.information,
    ...(settings.isArchive ? { subset: 'PDF/A-3a' as const } : {}),
  })
  document._id = new Uint8Array(idLength)
  document.endMarkings = () => {}
  document.endMetadata = () => {}
  const names = document._root.data.Names
  names.data = {}
  return {
    setCatalog: (key, value) => {
      document._root.data[key] = value
    },
    setNames: (key, value) => {
      names.data[key] = value
    },
    reserve: () => document.ref(),
    add: (data) => {
      const reference = document.ref({ ...data })
      reference.end()
      return reference
    },
    addStream: (data, bytes, isPlain = false) => {
      const reference = document.ref({ ...data })
      if (isPlain) reference.compress = false
      reference.end(bytes)
      return reference
    },
    addPage: (size) => openPage(document, size),
    outlines: document.outline.dictionary,
    close: () => close(document),
  }
}

/** PDFKit tells text strings from names by the wrapper object. */
export function textString(text: string): TextString {
  return Object(text)
}

const idLength = 16

function openPage(document: PDFDocument, size: Size): OpenPage {
  document.addPage({ size: [size.width, size.height], margin: 0 })
  const page = document.page
  page.dictionary.data.Tabs = 'S'
  return {
    reference: page.dictionary,
    height: size.height,
    useFont: (id, font) => {
      page.fonts[id] = font
    },
    addAnnotation: (annotation) => {
      page.annotations.push(annotation)
    },
    write: (content) => page.write(content),
  }
}

/** The stream is synchronous: all that was pushed stands in its buffer when `end` returns. */
function close(document: PDFDocument): Uint8Array {
  document.end()
  const bytes: unknown = document.read()
  if (!(bytes instanceof Uint8Array)) throw new Error('PDFKit did not end the file: an object was left open')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.subarray(-6).toString('latin1') !== '%%EOF\n')
    throw new Error('an object was reserved but not ended')
  identify(file)
  return bytes
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
