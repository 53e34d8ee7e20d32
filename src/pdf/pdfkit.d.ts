/** The members of PDFKit 0.20.2 that `document.ts` uses, internal ones included: the version is pinned exactly. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  type Dictionary = Record<string, unknown>

  interface PDFReference {
    readonly id: number
    data: Dictionary
  }

  interface PDFDocumentOptions {
    readonly pdfVersion: '1.7'
    readonly font: null
    readonly autoFirstPage: false
    readonly compress: boolean
    readonly displayTitle: true
    readonly lang: string
    readonly info: Readonly<Record<string, string | Date>>
    readonly subset?: 'PDF/A-3a'
  }

  export default class PDFDocument extends Readable {
    constructor(options: PDFDocumentOptions)
    readonly _root: {
      readonly data: Dictionary & {
        readonly Names: PDFReference
        readonly Pages: PDFReference
        readonly ViewerPreferences: PDFReference
      }
    }
    _id: Uint8Array
    /** By object number less 1: where the object stands; null until it is written. */
    readonly _offsets: (number | null)[]
    /** Where the next object will stand. */
    _offset: number
    /** References that were made and not ended: the file is not closed while there are any. */
    _waiting: number
    ref(data?: Dictionary): PDFReference
    /** A line, or bytes as they are. */
    _write(data: string | Uint8Array): void
    endMarkings(): void
    endMetadata(): void
    end(): this
  }
}
