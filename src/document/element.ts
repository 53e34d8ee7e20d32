import type { Lang } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import type { Span } from '../base/span.ts'

/** What the layout wrote, as a tree; nothing is decided yet. */
export interface Element {
  readonly kind: 'element'
  readonly name: string
  /** Position in document order over the whole tree, from 0: tables beside the tree are arrays by it. */
  readonly index: number
  /** The language that it is in; null for what all languages share. */
  readonly lang: Lang | null
  /** The passage that it belongs to. */
  readonly unit: UnitId | null
  readonly attrs: Attrs
  readonly children: readonly Node[]
  /** The opening tag in the layout; for what inline Markdown made, the place in the content. */
  readonly span: Span
}

export interface TextNode {
  readonly kind: 'text'
  readonly leaf: Leaf
}

export type Node = Element | TextNode
export type Attrs = ReadonlyMap<string, string>

/** All the text below a node, as written; notes are no part of the text that calls them. */
export function textOf(node: Node): string {
  if (node.kind === 'text') return node.leaf.text
  return node.children.map((child) => (isNote(child) ? '' : textOf(child))).join('')
}

function isNote(node: Node): boolean {
  return node.kind === 'element' && node.name === 'bi-note'
}
