import type { Element } from '../document/element.ts'
import type { Styled } from './cascade.ts'

/** An element that has a `bookmark-level`. */
export interface Bookmark {
  readonly element: Element
  /** From 1. */
  readonly level: number
  /** Whether it begins the line of the paragraph that follows it. */
  readonly isRunIn: boolean
}

/** What the theme gives a bookmark, in the order of the document; what is not displayed has none. */
export function bookmarks(root: Styled): readonly Bookmark[] {
  const found: Bookmark[] = []
  const visit = ({ element, style, children }: Styled): void => {
    if (style.display === 'none') return
    const isRunIn = style.display === 'run-in'
    if (style.bookmarkLevel !== null) found.push({ element, level: style.bookmarkLevel, isRunIn })
    for (const child of children) if (child.kind === 'styled') visit(child)
  }
  visit(root)
  return found
}
