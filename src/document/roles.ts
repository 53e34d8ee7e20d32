import type { Lang } from '../base/lang.ts'
import type { Element } from './element.ts'
import type { Role } from './structure.ts'

/** Elements whose text is their own. */
export const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['p', 'P'],
  ['h1', 'H1'],
  ['h2', 'H2'],
  ['h3', 'H3'],
  ['h4', 'H4'],
  ['h5', 'H5'],
  ['h6', 'H6'],
  ['caption', 'Caption'],
  ['figcaption', 'Caption'],
])

/** Elements that hold blocks; text that stands in one directly gets a paragraph. */
const containers: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['section', 'Sect'],
  ['article', 'Sect'],
  ['div', 'Div'],
  ['nav', 'TOC'],
  ['blockquote', 'BlockQuote'],
  ['ul', 'L'],
  ['ol', 'L'],
  ['aside', 'Div'],
  ['table', 'Table'],
  ['thead', 'THead'],
  ['tbody', 'TBody'],
  ['tr', 'TR'],
])

/** The role of an element that holds blocks; a figure has one only where it holds more than its picture. */
export function containerOf({ name, children }: Element): Role | null {
  if (name !== 'figure') return containers.get(name) ?? null
  return children.every((child) => child.kind === 'element' && isPicture(child)) ? null : 'Div'
}

/** Whether an element is seen as a whole, and described by its `alt`: what is in it says nothing by itself. */
export function isPicture({ name }: Element): boolean {
  return name === 'img' || name === 'bi-chart'
}

/** What a picture shows, in a language: null for decoration, and where that language does not say. */
export function altOf({ attrs }: Element, lang: Lang): string | null {
  const alt = attrs.get(`alt:${lang}`) ?? attrs.get('alt')
  return alt === undefined || alt.trim() === '' ? null : alt
}
