/** The members of PDFKit 0.20.2 that `document.ts` uses, internal ones included: the version is pinned exactly. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  type Dictionary = Record<string, unknown>

  interface PDFReference {
    readonly id: number
    data: Dictionary
    compress: boolean
    write(chunk: Uint8Array): void
    end(chunk?: Uint8Array): void
  }

  interface PDFPage {
    readonly dictionary: PDFReference
    readonly fonts: Dictionary
    readonly annotations: unknown[]
    write(chunk: Uint8Array): void
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
    readonly page: PDFPage
    readonly outline: { readonly dictionary: PDFReference }
    readonly _root: { readonly data: Dictionary & { readonly Names: PDFReference } }
    _id: Uint8Array
    ref(data?: Dictionary): PDFReference
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this
    endMarkings(): void
    endMetadata(): void
    end(): this
  }
}
