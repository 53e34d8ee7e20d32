import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { run } from './command.ts'

/** How a program that reads PDFs gives back a text, and what of it may be ignored. */
export interface Reader {
  readonly name: string
  /** What it writes at the end of a line where a word was divided; null: it joins the word. */
  readonly softHyphen: '-' | '\u00ad' | null
  /** Whether the space that ends a line is kept: then a line end stands for nothing, else for a space or nothing. */
  readonly keepsSpaces: boolean
  /** Whether lines follow each other as they were painted; else those of a page come in an order of the reader's own. */
  readonly keepsOrder: boolean
}

export const pdfjs: Reader = { name: 'pdf.js', softHyphen: '-', keepsSpaces: false, keepsOrder: true }
export const pdfium: Reader = { name: 'pdfium', softHyphen: null, keepsSpaces: true, keepsOrder: true }
/** It looks for columns by itself, and may take the indented first line of a passage for a block of its own. */
export const pdftotext: Reader = {
  name: 'pdftotext',
  softHyphen: '\u00ad',
  keepsSpaces: false,
  keepsOrder: false,
}
/** Shown one column alone, it has nothing to look for. */
export const pdftotextColumn: Reader = {
  ...pdftotext,
  name: 'pdftotext, a column at a time,',
  keepsOrder: true,
}

/** The lines of each page as a reader gives them, after what a comparison may ignore is taken away. */
export type Pages = readonly (readonly string[])[]

/** Text as Firefox copies it. */
export async function readByPdfjs(bytes: Uint8Array): Promise<Pages> {
  const fonts = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/standard_fonts/`
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, standardFontDataUrl: fonts })
  const document = await task.promise
  const pages: string[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    pages.push(linesOf(text, pdfjs))
  }
  await task.destroy()
  return pages
}

/** Text as Chrome copies it. It must be taken before a page is rendered. */
export async function readByPdfium(bytes: Uint8Array): Promise<Pages> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pages = [...document.pages()].map((page) => linesOf(page.getText(), pdfium))
  document.destroy()
  library.destroy()
  return pages
}

/** Text as poppler writes it; a page ends in a form feed. */
export function readByPdftotext(path: string, ...options: readonly string[]): Pages {
  const { code, out, errors } = run('pdftotext', ['-enc', 'UTF-8', ...options, path, '-'])
  if (code !== 0) throw new Error(`pdftotext ended with ${code}: ${errors}`)
  return out
    .split('\f')
    .slice(0, -1)
    .map((page) => linesOf(page, pdftotext))
}

/** U+200B fills gaps and stands for nothing; the others are marks of a reader's own, or of direction. */
const ignored = /[\u200b\ufffe\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function linesOf(text: string, { keepsSpaces }: Reader): string[] {
  const clean = text.replace(/\r\n?/g, '\n').replace(ignored, '').replace(/ +/g, ' ')
  return (keepsSpaces ? clean : clean.replace(/ ?\n+/g, '\n')).split('\n').filter((line) => line !== '')
}
