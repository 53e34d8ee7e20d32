import type { Lang } from '../base/lang.ts'
import type { Running } from '../style/running.ts'
import type { PlaceTable } from './anchors.ts'

/**
 * The named strings on each page: the first one set on the page, else the last one set before it (CSS GCPM 3, 1.1.2,
 * `first`). The same name in two languages is two strings; one set outside any language holds for all.
 */
export function runningTexts(
  running: readonly Running[],
  places: PlaceTable,
  pages: number,
): (page: number) => (name: string, lang: Lang) => string {
  const set = running.flatMap(({ element, name, lang, text }) => {
    const page = places.get(element)?.page
    return page === undefined ? [] : [{ page, key: keyOf(name, lang), text }]
  })
  // Absolute and facing boxes may stand on pages in another order than in the document.
  set.sort((a, b) => a.page - b.page)
  const shown: ReadonlyMap<string, string>[] = []
  const held = new Map<string, string>()
  let next = 0
  for (let page = 0; page < pages; page++) {
    const here = new Map(held)
    const isSet = new Set<string>()
    for (let one = set[next]; one?.page === page; one = set[++next]) {
      if (!isSet.has(one.key)) here.set(one.key, one.text)
      isSet.add(one.key)
      held.set(one.key, one.text)
    }
    shown.push(here)
  }
  return (page) => (name, lang) => {
    const texts = shown[page]
    return texts?.get(keyOf(name, lang)) ?? texts?.get(keyOf(name, null)) ?? ''
  }
}

function keyOf(name: string, lang: Lang | null): string {
  return `${lang ?? ''} ${name}`
}
