import type { Lang } from '../base/lang.ts'
import type { Leaf, UnitId } from '../base/leaf.ts'
import type { Related } from '../base/report.ts'
import { isOfLayout, type Span } from '../base/span.ts'

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

/** Where an author wrote what an element shows; and the line of the layout that writes it, as a related place. */
interface Origin {
  readonly at: Span
  readonly layout: readonly Related[]
}

/**
 * The place of the first text of an author's in an element, of those in `lang` unless it is null; the element's own
 * where the layout alone says what is in it.
 */
export function originOf(element: Element, lang: Lang | null): Origin {
  const at = authorsPlace(element, lang)
  if (at === null || at === element.span) return { at: element.span, layout: [] }
  return { at, layout: [{ at: element.span, note: 'the layout writes it here' }] }
}

function authorsPlace(node: Node, lang: Lang | null): Span | null {
  if (node.kind === 'text')
    return node.leaf.text.trim() === '' || isOfLayout(node.leaf.span) ? null : node.leaf.span
  if (lang !== null && node.lang !== null && node.lang !== lang) return null
  // A picture, and what inline Markdown makes, stand where the author wrote them.
  if (!isOfLayout(node.span)) return node.span
  for (const child of node.children) {
    const place = authorsPlace(child, lang)
    if (place !== null) return place
  }
  return null
}

function isNote(node: Node): boolean {
  return node.kind === 'element' && node.name === 'bi-note'
}
