import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Passage } from './text.ts'

/** What of PDFKit's own text drawing the plain program uses. */
interface TextDocument {
  font(path: string, size: number): TextDocument
  text(
    text: string,
    x: number,
    y: number,
    settings: { readonly width: number; readonly align: 'justify' },
  ): TextDocument
  addPage(): TextDocument
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  end(): void
  read(): Uint8Array | null
  readonly y: number
}

// The declaration of PDFKit in src/pdf names only what the product uses.
const Document = PDFDocument as unknown as new (settings: object) => TextDocument

const faces = {
  en: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  zh: '@expo-google-fonts/noto-serif-sc/500Medium/NotoSerifSC_500Medium.ttf',
}

/**
 * The plain program: two columns of justified `doc.text()` on A4 at the sizes of the booklet, untagged, without
 * contents, running heads or folios. It guesses the depth of a passage from its length rather than measure it, which
 * spares it a second layout. Returns the pages and the size of the file.
 */
export function rival(passages: readonly Passage[]): { readonly pages: number; readonly bytes: number } {
  const require = createRequire(import.meta.url)
  const [latin, han] = [require.resolve(faces.en), require.resolve(faces.zh)]
  // No bottom margin: a page ends where this program says so.
  const document = new Document({ size: 'A4', margin: 0, font: latin })
  let pages = 1
  let y = top
  for (const { en, zh } of passages) {
    if (y + Math.max(en.length / 58, zh.length / 18 + 1) * 16 > bottom) {
      document.addPage()
      pages++
      y = top
    }
    document.font(latin, 10).text(en, 62, y, { width: 256, align: 'justify' })
    const end = document.y
    document.font(han, 10.5).text(zh, 342, y, { width: 189, align: 'justify' })
    y = Math.max(end, document.y) + 6
  }
  let bytes = 0
  document.on('data', (chunk) => {
    bytes += chunk.length
  })
  document.end()
  for (let chunk = document.read(); chunk; chunk = document.read()) bytes += 0
  return { pages, bytes }
}

const top = 85
const bottom = 733
