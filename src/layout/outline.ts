import { type Element, textOf } from '../document/element.ts'
import type { PlaceTable } from './anchors.ts'
import type { Manuscript } from './manuscript.ts'
import type { Entry } from './page.ts'

/** Bookmarks in each language, below its name: the elements that have a `bookmark-level`, in reading order. */
export function outlineOf(manuscript: Manuscript, places: PlaceTable): readonly Entry[] {
  const isNested = manuscript.languages.length > 1
  return manuscript.languages.flatMap(({ tag, name }): Entry[] => {
    const entries = manuscript.bookmarks
      .filter(({ element }) => element.lang === tag)
      .flatMap(({ element, level, isRunIn }): Entry[] => {
        const place = places.get(element.index)
        const title = isRunIn ? withoutStop(titleOf(element)) : titleOf(element)
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

/** A run-in heading ends in a full stop only because a sentence follows it on its line; `...` is no full stop. */
function withoutStop(title: string): string {
  return title.replace(/(?<!\.)[.。]$/u, '')
}
