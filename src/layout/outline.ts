import { type Element, textOf } from '../document/element.ts'
import type { Box } from '../style/box.ts'
import type { PlaceTable } from './anchors.ts'
import type { Manuscript } from './manuscript.ts'
import type { Entry } from './page.ts'

/** Bookmarks in each language, below its name: the elements that have a `bookmark-level`, in reading order. */
export function outlineOf(manuscript: Manuscript, places: PlaceTable): readonly Entry[] {
  const marked: { element: Element; level: number }[] = []
  collect(manuscript.boxes, marked)
  const isNested = manuscript.languages.length > 1
  return manuscript.languages.flatMap(({ tag, name }): Entry[] => {
    const entries = marked
      .filter(({ element }) => element.lang === tag)
      .flatMap(({ element, level }): Entry[] => {
        const place = places.get(element.index)
        const title = titleOf(element)
        return place && title !== '' ? [{ title, level: isNested ? level + 1 : level, lang: tag, place }] : []
      })
    const [first] = entries
    return isNested && first
      ? [{ title: name, level: 1, lang: tag, place: first.place }, ...entries]
      : entries
  })
}

/** The text of an element on one line: white space folded, break marks dropped. */
export function titleOf(element: Element): string {
  return textOf(element)
    .replace(/\u200b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function collect(box: Box, marked: { element: Element; level: number }[]): void {
  if (box.kind !== 'passage' && box.style.bookmarkLevel !== null && box.element.lang !== null) {
    // A block's anonymous paragraph has its element: once is enough.
    if (marked.at(-1)?.element !== box.element)
      marked.push({ element: box.element, level: box.style.bookmarkLevel })
  }
  if (box.kind === 'block') for (const child of box.children) collect(child, marked)
  if (box.kind === 'passage') for (const cell of box.cells.values()) collect(cell, marked)
}
