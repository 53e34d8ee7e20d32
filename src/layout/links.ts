import { didYouMean, type Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { AnchorTable } from './anchors.ts'
import { titleOf } from './outline.ts'
import type { Link } from './page.ts'

/** Where a stretch of text leads to. */
export interface LinkSource extends Pick<Link, 'target' | 'description'> {
  /** `Element.index` of the `<a>`: the area belongs to its tag, whatever tags stand inside it. */
  readonly element: number
}

export type LinkTable = ReadonlyMap<number, LinkSource>

/** Where the text of each element inside an `<a href>` leads to, by `Element.index`. */
export function linksOf(root: Element, anchors: AnchorTable, report: Report): LinkTable {
  const links = new Map<number, LinkSource>()
  let known: ReadonlyMap<string, string> | null = null
  const titles = (): ReadonlyMap<string, string> => {
    known ??= titlesIn(root)
    return known
  }
  const visit = (element: Element, outer: LinkSource | null): void => {
    const isLink = element.name === 'a' || element.name === 'bi-reference'
    const link = isLink ? linkOf(element, anchors, titles, report) : outer
    if (link) links.set(element.index, link)
    // A note stands elsewhere than the text that calls it.
    const inside = element.name === 'bi-note' ? null : link
    for (const child of element.children) if (child.kind === 'element') visit(child, inside)
  }
  visit(root, null)
  return links
}

function linkOf(
  element: Element,
  anchors: AnchorTable,
  titles: () => ReadonlyMap<string, string>,
  report: Report,
): LinkSource | null {
  const href = element.attrs.get('href')
  if (href === undefined) return null
  const text = titleOf(element)
  const { index } = element
  if (!href.startsWith('#'))
    return { element: index, target: { kind: 'uri', uri: href }, description: text || href }
  const anchor = href.slice(1)
  if (!anchors.has(anchor)) {
    report.error(
      'layout/unknown-anchor',
      `nothing has the id \`${anchor}\``,
      element.span,
      didYouMean(anchor, [...anchors.keys()]),
    )
    return null
  }
  const description = text || titles().get(anchor) || anchor
  return { element: index, target: { kind: 'anchor', anchor }, description }
}

/** What stands at each id, in the first language that it has: for links without a text, such as page numbers. */
function titlesIn(root: Element): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  const visit = (element: Element): void => {
    const id = element.attrs.get('id')
    const version = element.children.find((child) => child.kind === 'element' && child.name === 'bi-version')
    if (id !== undefined) titles.set(id, shortened(titleOf(version?.kind === 'element' ? version : element)))
    for (const child of element.children) if (child.kind === 'element') visit(child)
  }
  visit(root)
  return titles
}

export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
