import { SaxesParser } from 'saxes'
import type { SourceFile, Span } from '../base/span.ts'
import type { Element, Node } from '../document/element.ts'

/** An element tree from markup, for tests: `lang` and the passage's `id` go down the tree as in a document. */
export function tree(markup: string): Element {
  const file: SourceFile = { path: 'layout.hbs', text: markup }
  const open: Draft[] = [draft('#', new Map(), -1, null, null, { file, start: 0, end: 0 })]
  let count = 0
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const attrs = new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)]))
    const parent = open.at(-1)
    const lang = attrs.get('lang') ?? parent?.lang ?? null
    const unit = name === 'bi-passage' ? (attrs.get('id') ?? null) : (parent?.unit ?? null)
    const span = { file, start: markup.lastIndexOf('<', parser.position - 1), end: parser.position }
    const made = draft(name, attrs, count++, lang, unit, span)
    parent?.children.push(made)
    open.push(made)
  })
  parser.on('text', (text) => {
    const parent = open.at(-1)
    const leaf = { text, lang: parent?.lang ?? 'en', span: { file, start: 0, end: 0 }, places: null }
    if (text !== '') parent?.children.push({ kind: 'text', leaf })
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(markup).close()
  const root = open[0]?.children[0]
  if (root?.kind !== 'element') throw new Error('the markup has no root')
  return root
}

/** All elements of a tree in document order: an element stands at its own index. */
export function elementsOf(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : []))]
}

type Draft = Omit<Element, 'children'> & { readonly children: Node[] }

function draft(
  name: string,
  attrs: ReadonlyMap<string, string>,
  index: number,
  lang: string | null,
  unit: string | null,
  span: Span,
): Draft {
  return { kind: 'element', name, index, lang, unit, attrs, children: [], span }
}
