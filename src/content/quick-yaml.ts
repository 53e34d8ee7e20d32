import type { SourceFile, Span } from '../base/span.ts'
import { depthLimit } from './limits.ts'
import { QuickLines } from './quick-lines.ts'
import {
  blockEnd,
  blockTextOf,
  contentAt,
  flowEnd,
  flowTextOf,
  isEmptyAt,
  type ScalarPlace,
} from './quick-scalars.ts'
import type { ScalarText } from './scalar-text.ts'
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts'

/** What was read of a file. */
export interface QuickYaml {
  readonly root: YamlNode
  /** How many tokens a lexer would make of the file at most. */
  readonly mostTokens: number
}

/**
 * Reads plain YAML without a parser: block maps and lists, flow collections on one line, and scalars in which nothing
 * can be wrong. Null for all else: for tabs, anchors, tags and aliases, for what is empty, and for whatever a parser
 * might complain of. Where it gives a tree, it is the one that `compose` gives.
 */
export function quickYaml(file: SourceFile): QuickYaml | null {
  return unusual.test(file.text) ? null : new QuickReader(file).read()
}

/** Tabs, controls, byte order marks, line ends of a carriage return alone; document marks; directives. */
const unusual = /[^\n\r -\ufefe\uff00-\uffff]|\r(?!\n)|^(?:---|\.\.\.|%)/m

const [space, colon] = [0x20, 0x3a]
const [leftBracket, leftBrace, bar, greater] = [0x5b, 0x7b, 0x7c, 0x3e]

/** Makes nodes of lines; each method gives null where it finds what it does not know. */
class QuickReader {
  readonly #file: SourceFile
  readonly #text: string
  readonly #lines: QuickLines

  constructor(file: SourceFile) {
    this.#file = file
    this.#text = file.text
    this.#lines = new QuickLines(file.text)
  }

  read(): QuickYaml | null {
    const root = this.#lines.nextLine() && this.#lines.column >= 0 ? this.#block(0) : null
    return root === null || this.#lines.column >= 0 ? null : { root, mostTokens: this.#lines.tokens }
  }

  /** The map or list that begins here, at the beginning of a line. */
  #block(depth: number): YamlNode | null {
    return this.#lines.isItem() ? this.#list(depth) : this.#map(this.#key('key'), this.#lines.column, depth)
  }

  #map(first: YamlScalar | null, column: number, depth: number): YamlNode | null {
    if (depth > depthLimit || first === null) return null
    const entries = new Map<string, YamlEntry>()
    for (let key: YamlScalar | null = first; ; key = this.#key('key')) {
      if (key === null || entries.has(key.text)) return null
      const value = this.#value(column, depth)
      if (value === null) return null
      entries.set(key.text, { key: key.text, keySpan: key.span, value })
      if (this.#lines.column !== column) break
    }
    return this.#lines.column > column
      ? null
      : { kind: 'map', entries, span: this.#span(startOf(first), this.#lines.after) }
  }

  /** What a key stands for: behind the colon, or in the lines below, further in; a list may begin below its key. */
  #value(column: number, depth: number): YamlNode | null {
    this.#lines.at = contentAt(this.#text, this.#lines.at)
    if (!this.#lines.isAtEnd()) return this.#inLine(column + 1, column + 1, depth)
    if (!this.#lines.endLine()) return null
    if (this.#lines.column > column) return this.#block(depth + 1)
    return this.#lines.column === column && this.#lines.isItem() ? this.#list(depth + 1) : null
  }

  #list(depth: number): YamlNode | null {
    if (depth > depthLimit) return null
    const [start, column] = [this.#lines.at, this.#lines.column]
    const items: YamlNode[] = []
    do {
      const item = this.#item(column, depth)
      if (item === null) return null
      items.push(item)
    } while (this.#lines.column === column && this.#lines.isItem())
    if (this.#lines.column > column) return null
    return { kind: 'list', items, span: this.#span(start, this.#lines.after) }
  }

  #item(column: number, depth: number): YamlNode | null {
    this.#lines.tokens += tokensOfNode
    const hyphenAt = this.#lines.at
    this.#lines.at = contentAt(this.#text, hyphenAt + 1)
    if (this.#lines.isAtEnd()) {
      if (!this.#lines.endLine() || this.#lines.column <= column) return null
      return this.#block(depth + 1)
    }
    const from = this.#lines.at
    const inner = column + from - hyphenAt
    if (this.#lines.isItem()) {
      this.#lines.column = inner
      return this.#list(depth + 1)
    }
    const key = this.#key('key')
    if (key !== null) return this.#map(key, inner, depth + 1)
    this.#lines.at = from
    return this.#inLine(column + 1, inner, depth)
  }

  /** A value that begins in the line of its key or hyphen; `indent` is how far in its further lines stand at least. */
  #inLine(indent: number, indentOfBlock: number, depth: number): YamlNode | null {
    const unit = this.#text.charCodeAt(this.#lines.at)
    if (unit === bar || unit === greater) return this.#blockScalar(indentOfBlock)
    const node =
      unit === leftBrace || unit === leftBracket ? this.#flow(depth + 1) : this.#scalar('value', indent)
    return node !== null && this.#lines.endLine(indent) ? node : null
  }

  #blockScalar(indent: number): YamlScalar | null {
    const header = this.#lines.at
    this.#lines.at =
      this.#text.charCodeAt(header + 1) === space ? header + 1 : Math.max(header + 1, this.#wordEnd())
    if (!this.#lines.skipLine()) return null
    const start = this.#lines.at
    const end = blockEnd(this.#text, header, start, indent)
    if (end < 0) return null
    const scalar = this.#made(blockTextOf(this.#text, header, start, end), false)
    this.#lines.at = this.#lines.after = end
    return this.#lines.nextLine() ? scalar : null
  }

  /** The end of the word that stands here. */
  #wordEnd(): number {
    let at = this.#lines.at
    while (!isEmptyAt(this.#text, at)) at++
    return at
  }

  #flow(depth: number): YamlNode | null {
    if (depth > depthLimit) return null
    this.#lines.tokens += tokensOfNode
    const start = this.#lines.at
    const isMap = this.#text.charCodeAt(start) === leftBrace
    const close = isMap ? '}' : ']'
    const entries = new Map<string, YamlEntry>()
    const items: YamlNode[] = []
    this.#lines.at = contentAt(this.#text, start + 1)
    const isEmpty = this.#text[this.#lines.at] === close
    while (!isEmpty) {
      const key = isMap ? this.#key('flow') : undefined
      if (key === null || (key !== undefined && entries.has(key.text))) return null
      const value = this.#inFlow(depth)
      if (value === null) return null
      if (key === undefined) items.push(value)
      else entries.set(key.text, { key: key.text, keySpan: key.span, value })
      this.#lines.at = contentAt(this.#text, this.#lines.at)
      if (this.#text[this.#lines.at] === close) break
      if (this.#text[this.#lines.at] !== ',') return null
      this.#lines.at = contentAt(this.#text, this.#lines.at + 1)
    }
    this.#lines.at++
    const span = this.#span(start, this.#lines.at)
    return isMap ? { kind: 'map', entries, span } : { kind: 'list', items, span }
  }

  #inFlow(depth: number): YamlNode | null {
    this.#lines.at = contentAt(this.#text, this.#lines.at)
    const unit = this.#text.charCodeAt(this.#lines.at)
    if (unit === leftBrace || unit === leftBracket) return this.#flow(depth + 1)
    return this.#scalar('flow', 0)
  }

  /** A key and its colon, near enough for one (YAML 1.2, 7.4.2). */
  #key(place: 'key' | 'flow'): YamlScalar | null {
    const from = this.#lines.at
    const key = this.#scalar(place, 0)
    if (key === null) return null
    const colonAt = contentAt(this.#text, this.#lines.at)
    if (this.#text.charCodeAt(colonAt) !== colon || !isEmptyAt(this.#text, colonAt + 1)) return null
    if (colonAt - from > farthestColon) return null
    this.#lines.at = colonAt + 1
    return key
  }

  #scalar(place: ScalarPlace, indent: number): YamlScalar | null {
    const from = this.#lines.at
    const end = flowEnd(this.#text, from, place, indent)
    const found = end < 0 ? null : flowTextOf(this.#text, from, end)
    if (found === null) return null
    this.#lines.at = end
    return this.#made(found, found.start === from)
  }

  #made({ text, start, end, places }: ScalarText, isPlain: boolean): YamlScalar {
    this.#lines.tokens += tokensOfNode
    const isNull = isPlain && text.length <= 4 && nothing.test(text)
    return { kind: 'scalar', text, span: this.#span(start, end), places, isPlain, isNull }
  }

  #span(start: number, end: number): Span {
    return { file: this.#file, start, end }
  }
}

/** Where a key begins, its quote included. */
function startOf({ isPlain, span }: YamlScalar): number {
  return isPlain ? span.start : span.start - 1
}

/** Characters from the beginning of a key to its colon. */
const farthestColon = 1000

/** A scalar with its mark, what follows it up to its line end, and what indents it; a collection has fewer. */
const tokensOfNode = 8

/** The core schema's null. */
const nothing = /^(?:~|[Nn]ull|NULL)$/
