import type { CST } from 'yaml'
import type { Leaf } from '../base/leaf.ts'

export interface ScalarText {
  readonly text: string
  /** Offsets in the file of the text's first character and of the end of its last. */
  readonly start: number
  readonly end: number
  readonly places: Leaf['places']
}

/**
 * The text of a scalar as its source has it, with the place of each character. YAML would fold a line break into a
 * space; between two Chinese characters there is none, so line breaks stay for a later stage to judge.
 */
export function scalarText(token: CST.FlowScalar | CST.BlockScalar): ScalarText {
  if (token.type === 'block-scalar') return join(blockPieces(token), token.offset)
  return flowText(token.type, token.source, token.offset)
}

/** The text of a scalar that is no block, quotes included in its source; `offset` is where that begins in the file. */
export function flowText(type: CST.FlowScalar['type'], source: string, offset: number): ScalarText {
  const quote = type === 'scalar' || type === 'alias' ? 0 : 1
  const text = source.slice(quote, source.length - quote)
  const start = offset + quote
  // Most texts are as they stand.
  const isSimple =
    !text.includes('\n') && (quote === 0 || !text.includes(type === 'single-quoted-scalar' ? "'" : '\\'))
  if (isSimple) return { text, start, end: start + text.length, places: null }
  switch (type) {
    case 'single-quoted-scalar':
      return join(singleQuotedPieces(text, start), start)
    case 'double-quoted-scalar':
      return join(doubleQuotedPieces(text, start), start)
    case 'scalar':
    case 'alias':
      return join(flowLines(text, start), start)
  }
}

/** A stretch of text and where it stands in the file; `length` is that of its source. */
interface Piece {
  readonly text: string
  readonly at: number
  readonly length: number
}

/** Places are needed only where text and file stop running along together. */
function join(pieces: readonly Piece[], emptyAt: number): ScalarText {
  const places: [number, number][] = []
  const first = pieces[0]?.at ?? emptyAt
  let length = 0
  let expected = Number.NaN
  let end = first
  for (const piece of pieces) {
    if (piece.at !== expected) places.push([length, piece.at])
    length += piece.text.length
    end = piece.at + piece.length
    expected = piece.text.length === piece.length ? end : Number.NaN
  }
  const text = pieces.map((piece) => piece.text).join('')
  return { text, start: first, end, places: places.length > 1 ? places : null }
}

/** The lines of a plain or quoted scalar: the white space around their breaks is no part of the text (YAML 6.5). */
function flowLines(source: string, offset: number): readonly Piece[] {
  if (!source.includes('\n')) return source === '' ? [] : [literal(source, offset)]
  const pieces: Piece[] = []
  let lineStart = 0
  while (true) {
    const lineEnd = source.indexOf('\n', lineStart)
    const isLast = lineEnd < 0
    const line = source.slice(lineStart, isLast ? source.length : lineEnd)
    const leading = lineStart === 0 ? 0 : (/^[ \t]*/.exec(line)?.[0].length ?? 0)
    const content = isLast ? line.slice(leading) : trimmedEnd(line.slice(leading))
    if (content !== '') pieces.push(literal(content, offset + lineStart + leading))
    if (isLast) return pieces
    pieces.push(literal('\n', offset + lineEnd))
    lineStart = lineEnd + 1
  }
}

function singleQuotedPieces(source: string, offset: number): readonly Piece[] {
  return flowLines(source, offset).flatMap((line) => {
    if (!line.text.includes("''")) return [line]
    const pieces: Piece[] = []
    for (const match of line.text.matchAll(/[^']+|''/g)) {
      const at = line.at + match.index
      pieces.push(match[0] === "''" ? { text: "'", at, length: 2 } : literal(match[0], at))
    }
    return pieces
  })
}

/** Escaped break; escape; break with the white space around it; other white space; text. */
const doubleQuotedTokens =
  /(\\\r?\n[ \t]*)|\\(x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[\s\S])|([ \t]*)\r?\n[ \t]*|[ \t]+|[^\\ \t\r\n]+|\r/g

function doubleQuotedPieces(source: string, offset: number): readonly Piece[] {
  if (!/[\\\n]/.test(source)) return flowLines(source, offset)
  const pieces: Piece[] = []
  for (const match of source.matchAll(doubleQuotedTokens)) {
    const [whole, escapedBreak, escaped, spaceBeforeBreak] = match
    const at = offset + match.index
    if (escapedBreak !== undefined) continue
    if (escaped !== undefined) pieces.push({ text: characterOf(escaped), at, length: whole.length })
    else if (spaceBeforeBreak !== undefined) pieces.push(literal('\n', at + whole.indexOf('\n')))
    else pieces.push(literal(whole, at))
  }
  return pieces
}

/** YAML 5.7. */
const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

function characterOf(escaped: string): string {
  if (escaped.length === 1) return escapes[escaped] ?? escaped
  const code = Number.parseInt(escaped.slice(1), 16)
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
}

function blockPieces(token: CST.BlockScalar): readonly Piece[] {
  const lines = withoutBlankEnd(token.source.split('\n'))
  const indent = indentOf(token, lines)
  let at = token.offset + token.props.reduce((sum, prop) => sum + sourceLength(prop), 0)
  const pieces: Piece[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0) pieces.push(literal('\n', at - 1))
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    if (content.length > indent) pieces.push(literal(content.slice(indent), at + indent))
    at += line.length + 1
  }
  return pieces
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  let length = lines.length
  while (length > 0 && isBlank(lines[length - 1] ?? '')) length--
  return lines.slice(0, length)
}

/** What the header asks for, or else what the first line that is not blank has (YAML 8.1.1.1). */
function indentOf(token: CST.BlockScalar, lines: readonly string[]): number {
  const header = token.props.find((prop) => prop.type === 'block-scalar-header')
  const asked = header !== undefined && 'source' in header ? /\d/.exec(header.source)?.[0] : undefined
  if (asked !== undefined) return Math.max(0, token.indent) + Number(asked)
  const first = lines.find((line) => !isBlank(line)) ?? ''
  return /^ */.exec(first)?.[0].length ?? 0
}

/** An ideographic space is text: only YAML's own white space makes a line blank. */
function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line)
}

function sourceLength(token: CST.Token): number {
  return 'source' in token ? token.source.length : 0
}

function literal(text: string, at: number): Piece {
  return { text, at, length: text.length }
}

function trimmedEnd(line: string): string {
  let end = line.length
  while (end > 0 && ' \t\r'.includes(line[end - 1] ?? '')) end--
  return line.slice(0, end)
}
