import { didYouMean, type Report } from '../base/report.ts'
import { type Element, textOf } from '../document/element.ts'
import type { AnchorTable } from './anchors.ts'
import type { Link } from './page.ts'

export type LinkTable = ReadonlyMap<number, Pick<Link, 'target' | 'description'>>

/** Where the text of each element inside an `<a href>` leads to, by `Element.index`. */
export function linksOf(root: Element, anchors: AnchorTable, report: Report): LinkTable {
  const links = new Map<number, Pick<Link, 'target' | 'description'>>()
  const visit = (element: Element, outer: Pick<Link, 'target' | 'description'> | null): void => {
    const link = element.name === 'a' ? linkOf(element, anchors, report) : outer
    if (link) links.set(element.index, link)
    for (const child of element.children) if (child.kind === 'element') visit(child, link)
  }
  visit(root, null)
  return links
}

function linkOf(element: Element, anchors: AnchorTable, report: Report): Pick<Link, 'target' | 'description'> | null {
  const href = element.attrs.get('href')
  if (href === undefined) return null
  const text = textOf(element).replace(/\u200b/g, '').trim()
  if (!href.startsWith('#')) return { target: { kind: 'uri', uri: href }, description: text || href }
  const anchor = href.slice(1)
  if (!anchors.has(anchor)) {
    report.error('layout/unknown-anchor', `nothing has the id \`${anchor}\``, element.span, didYouMean(anchor, [...anchors.keys()]))
    return null
  }
  return { target: { kind: 'anchor', anchor }, description: text || anchor }
}
