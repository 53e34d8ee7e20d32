import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { findBad, mend } from './decode.ts'
import { aliasLimit } from './limits.ts'
import { scalarText } from './scalar-text.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'

/** Turns parsed YAML into our own tree: aliases followed, duplicate keys dropped, texts as their source has them. */
export function compose(file: SourceFile, contents: ParsedNode, report: Report): YamlNode {
  return composeNode(contents, { file, report, anchors: new Map(), added: 0 })
}

interface Work {
  readonly file: SourceFile
  readonly report: Report
  /** What each anchor names at this point of the file; null while its node is still open. */
  readonly anchors: Map<string, Anchored | null>
  /** Nodes that aliases have added by repeating, and all nodes so far. */
  added: number
}

interface Anchored {
  readonly node: YamlNode
  readonly size: number
}

function composeNode(node: ParsedNode, work: Work): YamlNode {
  if (isAlias(node)) return follow(node.source, spanOf(node, work), work)
  const { anchor } = node
  if (anchor === undefined) return composeOwn(node, work)
  work.anchors.set(anchor, null)
  const composed = composeOwn(node, work)
  work.anchors.set(anchor, { node: composed, size: sizeOf(composed) })
  return composed
}

function composeOwn(node: ParsedNode, work: Work): YamlNode {
  if (isMap(node)) return composeMap(node, work)
  if (isSeq(node)) return composeList(node, work)
  if (isScalar(node)) return composeScalar(node, work)
  throw new Error('a YAML node is a map, a list, a scalar or an alias')
}

function composeMap(map: YAMLMap.Parsed, work: Work): YamlNode {
  const entries = new Map<string, YamlEntry>()
  for (const pair of map.items) {
    if (!isScalar(pair.key)) {
      const hint = 'write a word before the colon, as `title:`; texts and lists stand after it'
      work.report.error('content/bad-key', 'a key must be a plain word', spanOf(pair.key, work), hint)
      continue
    }
    const { text: key, span: keySpan } = composeScalar(pair.key, work)
    const value =
      pair.value === null ? nothing({ ...keySpan, start: keySpan.end }) : composeNode(pair.value, work)
    const earlier = entries.get(key)
    if (earlier !== undefined) reportDuplicate(key, keySpan, earlier, work)
    else entries.set(key, { key, keySpan, value })
  }
  return { kind: 'map', entries, span: spanOf(map, work) }
}

function composeList(list: YAMLSeq.Parsed, work: Work): YamlNode {
  return { kind: 'list', items: list.items.map((item) => composeNode(item, work)), span: spanOf(list, work) }
}

function composeScalar(scalar: Scalar.Parsed, work: Work): YamlScalar {
  const token = scalar.srcToken
  if (token === undefined) return nothing({ ...spanOf(scalar, work), end: scalar.range[0] })
  const { text, start, end, places } = scalarText(token)
  const span = { file: work.file, start, end }
  const isPlain = token.type === 'scalar'
  const hasEscapes = token.type === 'double-quoted-scalar' && token.source.includes('\\')
  const sound = hasEscapes ? withoutBadEscapes(text, span, work.report) : text
  return { kind: 'scalar', text: sound, span, places, isPlain, isNull: scalar.value === null }
}

/** Escapes can say what `decode` would not let pass. */
function withoutBadEscapes(text: string, span: Span, report: Report): string {
  for (const { name } of findBad(text)) {
    const message = `an escape gives ${name}, which no text may hold`
    report.error('content/bad-character', message, span, 'delete the escape that begins with `\\`')
  }
  return mend(text)
}

function follow(name: string, span: Span, work: Work): YamlNode {
  const anchored = work.anchors.get(name)
  if (anchored === undefined) {
    const hint = `write \`&${name}\` before what it shall repeat, further up`
    work.report.error('content/unknown-alias', `nothing above is named \`&${name}\``, span, hint)
    return standIn(span)
  }
  if (anchored === null) {
    const hint = 'write the text out here, or name a smaller part with `&`'
    work.report.error('content/cycle', `\`*${name}\` stands inside what it repeats`, span, hint)
    return standIn(span)
  }
  if (work.added + anchored.size > aliasLimit) {
    const message = `aliases repeat more than ${aliasLimit} nodes`
    work.report.error('content/many-aliases', message, span, 'write the texts out')
    return standIn(span)
  }
  work.added += anchored.size
  return anchored.node
}

function reportDuplicate(key: string, span: Span, earlier: YamlEntry, work: Work): void {
  const first = { at: earlier.keySpan, note: 'the first one' }
  const hint = 'delete one of the two, or rename it'
  work.report.error('content/duplicate-key', `the key \`${key}\` stands twice in one map`, span, hint, first)
}

/** The nodes of a tree, those of repeated parts counted as often as they are repeated. */
function sizeOf(node: YamlNode): number {
  switch (node.kind) {
    case 'scalar':
      return 1
    case 'list':
      return node.items.reduce((sum, item) => sum + sizeOf(item), 1)
    case 'map':
      return mapSize(node)
  }
}

function mapSize(map: YamlMap): number {
  let size = 1
  for (const { value } of map.entries.values()) size += sizeOf(value)
  return size
}

/** What stands for a text that could not be repeated: that has been said, and must not be missed as well. */
function standIn(span: Span): YamlScalar {
  return { ...nothing(span), text: '…', isNull: false }
}

function nothing(span: Span): YamlScalar {
  return { kind: 'scalar', text: '', span, places: null, isPlain: true, isNull: true }
}

function spanOf(node: ParsedNode, work: Work): Span {
  return { file: work.file, start: node.range[0], end: node.range[1] }
}
