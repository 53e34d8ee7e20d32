import type { CST } from 'yaml'
import type { SourceFile, Span } from '../base/span.ts'
import { findBad } from './decode.ts'
import { scalarText } from './scalar-text.ts'
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts'

/**
 * Turns the tokens of plain YAML into our own tree, without the parser's nodes between: block maps and lists, flow
 * collections on one line, and scalars in which nothing can be wrong. Null for all else: for anchors, tags and aliases,
 * for what is empty, and for whatever the parser might complain of. Where it gives a tree, it is the one that `compose` gives.
 */
export function quickCompose(file: SourceFile, tokens: readonly CST.Token[]): YamlNode | null {
  const [document, ...others] = tokens.filter(({ type }) => type === 'document')
  if (document?.type !== 'document' || others.length > 0) return null
  const { value } = document
  if (value?.type !== 'block-map' && value?.type !== 'block-seq') return null
  const around = tokens.filter((token) => token !== document)
  if (!areBlank(around, true) || !areBlank(document.start, true) || !areBlank(document.end, true)) return null
  return new QuickComposer(file).node(value)
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection
type Scalar = CST.FlowScalar | CST.BlockScalar

/** Guards the offset behind the node that was read last; each method gives null where it finds what it does not know. */
class QuickComposer {
  readonly #file: SourceFile
  #after = 0

  constructor(file: SourceFile) {
    this.#file = file
  }

  node(token: CST.Token | null | undefined): YamlNode | null {
    switch (token?.type) {
      case 'block-map':
        return this.#map(token)
      case 'block-seq':
        return this.#list(token)
      case 'flow-collection':
        return this.#flow(token)
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.#scalar(token)
      default:
        return null
    }
  }

  #map(token: CST.BlockMap): YamlNode | null {
    const entries = new Map<string, YamlEntry>()
    for (const [index, item] of token.items.entries()) {
      if (!areBlank(item.start, true)) return null
      if (isComment(item)) {
        if (index < token.items.length - 1) return null
        return this.#spanned({ kind: 'map', entries }, token)
      }
      const { key, sep } = item
      if (key == null || !('indent' in key) || key.indent !== token.indent) return null
      if (item.value?.type === 'block-map' && !sep?.some(({ type }) => type === 'newline')) return null
      if (!this.#entry(item, entries)) return null
    }
    return this.#spanned({ kind: 'map', entries }, token)
  }

  /** Adds a pair of key and value; false for what is not known, or is there already. */
  #entry({ key, sep, value }: CST.CollectionItem, entries: Map<string, YamlEntry>): boolean {
    if (!isKey(key) || !isColon(sep, key)) return false
    const read = this.#scalar(key)
    const inner = read && this.node(value)
    if (read === null || inner === null || entries.has(read.text)) return false
    entries.set(read.text, { key: read.text, keySpan: read.span, value: inner })
    return true
  }

  #list(token: CST.BlockSequence): YamlNode | null {
    const items: YamlNode[] = []
    for (const [index, item] of token.items.entries()) {
      const isLast = index === token.items.length - 1
      if (isLast && isComment(item) && areBlank(item.start, true)) break
      if (item.key != null || item.sep !== undefined || !isItem(item.start, 'seq-item-ind', true)) return null
      const node = this.node(item.value)
      if (node === null) return null
      items.push(node)
    }
    return this.#spanned({ kind: 'list', items }, token)
  }

  #flow(token: CST.FlowCollection): YamlNode | null {
    const isMap = token.start.source === '{'
    const [close, ...end] = token.end
    if (close?.source !== (isMap ? '}' : ']') || !areBlank(end, false)) return null
    const entries = new Map<string, YamlEntry>()
    const items: YamlNode[] = []
    for (const [index, item] of token.items.entries()) {
      const { start, key, sep, value } = item
      const isLast = index === token.items.length - 1
      if (isLast && isComment(item) && start.every(isSpace)) break
      if (!(index === 0 ? start.every(isSpace) : isComma(start))) return null
      if (isMap) {
        if (
          !this.#entry(item, entries) ||
          !sep?.every((one) => one.type !== 'newline' && one.type !== 'comment')
        )
          return null
      } else {
        const node = key == null && sep === undefined ? this.node(value) : null
        if (node === null) return null
        items.push(node)
      }
      if (!isOnOneLine(value)) return null
    }
    const span = { file: this.#file, start: token.offset, end: close.offset + 1 }
    this.#after = endOf(end, close.offset + 1)
    return isMap ? { kind: 'map', entries, span } : { kind: 'list', items, span }
  }

  #scalar(token: Scalar): YamlScalar | null {
    const isSound = token.type === 'block-scalar' ? isSoundBlock(token) : isSoundFlow(token)
    if (!isSound) return null
    const { text, start, end, places } = scalarText(token)
    const isPlain = token.type === 'scalar'
    if (token.type === 'double-quoted-scalar' && token.source.includes('\\') && findBad(text).length > 0)
      return null
    this.#after =
      token.type === 'block-scalar'
        ? token.offset +
          token.props.reduce((sum, prop) => sum + sourceOf(prop).length, 0) +
          token.source.length
        : endOf(token.end ?? [], token.offset + token.source.length)
    const span = { file: this.#file, start, end }
    return { kind: 'scalar', text, span, places, isPlain, isNull: isPlain && nothing.test(text) }
  }

  #spanned(
    made:
      | { readonly kind: 'map'; readonly entries: Map<string, YamlEntry> }
      | { readonly kind: 'list'; readonly items: YamlNode[] },
    { offset }: Collection,
  ): YamlNode {
    const span: Span = { file: this.#file, start: offset, end: this.#after }
    return { ...made, span }
  }
}

/** The core schema's null. */
const nothing = /^(?:~|[Nn]ull|NULL)$/

/** Whether tokens are spaces, line ends and comments; `isApart`: what stands before them is a line end or a space. */
function areBlank(tokens: readonly CST.Token[] | undefined, isApart: boolean): boolean {
  let mayComment = isApart
  for (const token of tokens ?? []) {
    if (token.type === 'newline' || isSpace(token)) mayComment = true
    else if (token.type !== 'comment' || !mayComment) return false
  }
  return true
}

function isSpace(token: CST.Token): boolean {
  return token.type === 'space' && !token.source.includes('\t')
}

/** Whether the tokens hold one indicator and blanks before and after it. */
function isItem(tokens: readonly CST.SourceToken[], indicator: string, isApart: boolean): boolean {
  const at = tokens.findIndex(({ type }) => type === indicator)
  return at >= 0 && areBlank(tokens.slice(0, at), isApart) && areBlank(tokens.slice(at + 1), false)
}

function isComma(tokens: readonly CST.SourceToken[]): boolean {
  return (
    tokens.filter(({ type }) => type === 'comma').length === 1 &&
    tokens.every((one) => one.type === 'comma' || isSpace(one))
  )
}

/** An item that holds only what stands before it. */
function isComment({ key, sep, value }: CST.CollectionItem): boolean {
  return key == null && sep === undefined && value === undefined
}

function isKey(token: CST.Token | null | undefined): token is CST.FlowScalar {
  return (
    (token?.type === 'scalar' ||
      token?.type === 'single-quoted-scalar' ||
      token?.type === 'double-quoted-scalar') &&
    !token.source.includes('\n') &&
    (token.end ?? []).every(isSpace)
  )
}

/** Whether a colon follows a key on its line, near enough for a key (YAML 1.2, 7.4.2). */
function isColon(tokens: readonly CST.SourceToken[] | undefined, key: CST.FlowScalar): boolean {
  const at = tokens?.findIndex(({ type }) => type === 'map-value-ind') ?? -1
  const colon = tokens?.[at]
  if (tokens === undefined || colon === undefined || colon.offset - key.offset > 1000) return false
  return tokens.slice(0, at).every(isSpace) && areBlank(tokens.slice(at + 1), false)
}

/** Whether a value inside a flow collection begins and ends on one line. */
function isOnOneLine(token: CST.Token | undefined): boolean {
  if (token === undefined || token.type === 'flow-collection') return true
  return (
    'source' in token &&
    !token.source.includes('\n') &&
    (!('end' in token) || (token.end ?? []).every(isSpace))
  )
}

function isSoundFlow({ type, source, end }: CST.FlowScalar): boolean {
  if (!areBlank(end, false)) return false
  if (type === 'scalar') return source !== '' && !/^[\t,%|>@`]/.test(source)
  if (source.length < 2) return false
  if (type === 'single-quoted-scalar') return source.endsWith("'")
  return (
    type === 'double-quoted-scalar' &&
    source.endsWith('"') &&
    (!source.includes('\\') || soundEscapes.test(source))
  )
}

/** A text in double quotes whose escapes are all known (YAML 1.2, 5.7). */
const soundEscapes = /^"(?:[^\\]|\\(?:[0abt\tnvfre "/\\N_LP\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}))*"$/

/** A block scalar whose indentation is that of its first line, and no line of which stands further left. */
function isSoundBlock({ source, indent: around, props }: CST.BlockScalar): boolean {
  const [header, ...rest] = props
  if (header === undefined || !/^[|>][-+]?$/.test(sourceOf(header)) || !areBlank(rest, false)) return false
  const indent = /^ */.exec(source)?.[0].length ?? 0
  if (indent <= Math.max(0, around) || !/^ *[^\s]/.test(source)) return false
  for (let line = source.indexOf('\n') + 1; line > 0; line = source.indexOf('\n', line) + 1) {
    let at = line
    while (at < line + indent && source[at] === ' ') at++
    if (at < line + indent && at < source.length && source[at] !== '\n' && source[at] !== '\r') return false
  }
  return true
}

function endOf(tokens: readonly CST.SourceToken[], offset: number): number {
  return tokens.reduce((sum, { source }) => sum + source.length, offset)
}

function sourceOf(token: CST.Token): string {
  return 'source' in token ? token.source : ''
}
