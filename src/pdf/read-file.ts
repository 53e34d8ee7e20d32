import { inflateSync } from 'node:zlib'
import { isKind, Lexer, type ReadDictionary, type Token } from './lexer.ts'

/** The objects of a PDF with a plain cross-reference table, as PDFKit writes it. */
export interface ReadFile {
  readonly catalog: ReadDictionary
  /** The information dictionary; null where there is none. */
  readonly information: Token
  /** The object itself where the token points to one. */
  resolve(token: Token | undefined): Token
  /** The bytes of the stream that the token points to, inflated, one character for each byte. */
  stream(token: Token | undefined): string
}

export function readFile(bytes: Uint8Array): ReadFile {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-64))?.[1] ?? Number.NaN)
  if (!source.startsWith('xref', start)) throw new Error('the file has no plain cross-reference table')
  const offsets = readOffsets(source, start)
  const objects = new Map<number, { readonly value: Token; readonly end: number }>()

  function object(id: number): { readonly value: Token; readonly end: number } {
    let known = objects.get(id)
    if (!known) {
      known = readObject(source, offsets[id])
      objects.set(id, known)
    }
    return known
  }
  function resolve(token: Token | undefined): Token {
    if (!isKind(token, 'pointer')) return token ?? null
    return object(token.id).value
  }
  function stream(token: Token | undefined): string {
    if (!isKind(token, 'pointer')) throw new Error('a stream is always an object of its own')
    const { value, end } = object(token.id)
    const length = resolve(entry(value, 'Length'))
    const from = source.indexOf('\n', source.indexOf('stream', end)) + 1
    const content = source.slice(from, from + (typeof length === 'number' ? length : 0))
    const filter = entry(value, 'Filter')
    if (!isKind(filter, 'name')) return content
    return inflateSync(Buffer.from(content, 'latin1'), { maxOutputLength: mostInflated }).toString('latin1')
  }

  const trailer = new Lexer(source, source.indexOf('trailer', start) + 'trailer'.length).next()
  const catalog = resolve(entry(trailer, 'Root'))
  if (!isKind(catalog, 'dictionary')) throw new Error('the file has no catalog')
  return { catalog, information: resolve(entry(trailer, 'Info')), resolve, stream }
}

/** No stream of ours is longer: pictures and fonts have at most 64 MB, and what a few bytes inflate to may have no end. */
const mostInflated = 256 * 1024 * 1024

/** An entry of a dictionary; undefined where there is none. */
export function entry(dictionary: Token | undefined, key: string): Token | undefined {
  return isKind(dictionary, 'dictionary') ? dictionary.entries.get(key) : undefined
}

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 after a byte order mark, or else here ASCII. */
export function textOf(token: Token | undefined): string | null {
  if (!isKind(token, 'string')) return null
  return token.bytes.startsWith('\u00fe\u00ff') ? utf16(token.bytes.slice(2)) : token.bytes
}

/** UTF-16BE from its bytes. */
export function utf16(bytes: string): string {
  return Buffer.from(bytes, 'latin1').swap16().toString('utf16le')
}

/** ISO 32000-1, 7.5.4: entries of 20 bytes, here in one section. */
function readOffsets(source: string, start: number): readonly number[] {
  const head = /^xref\s+0 (\d+)\s+/.exec(source.slice(start, start + 64))
  if (!head) throw new Error('the cross-reference table does not begin with object 0')
  const from = start + head[0].length
  // A count is only believed where there is room for the entries.
  if (20 * Number(head[1]) > source.length - from) throw new Error('the cross-reference table is cut off')
  return Array.from({ length: Number(head[1]) }, (_, id) =>
    Number(source.slice(from + 20 * id, from + 20 * id + 10)),
  )
}

function readObject(
  source: string,
  offset: number | undefined,
): { readonly value: Token; readonly end: number } {
  if (offset === undefined) throw new Error('a reference leads to no object')
  const lexer = new Lexer(source, source.indexOf('obj', offset) + 'obj'.length)
  return { value: lexer.next() ?? null, end: lexer.at }
}
