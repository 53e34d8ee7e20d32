import type { Lang } from '../base/lang.ts'
import type { Running } from '../style/running.ts'
import type { PlaceTable } from './anchors.ts'

/**
 * The named strings on each page: the first one set on the page, else the last one set before it (CSS GCPM 3, 1.1.2,
 * `first`). The same name in two languages is two strings;
 * one set outside any language holds for all.
 */
export function runningTexts(running: readonly Running[], places: PlaceTable, pages: number): (page: number) => (name: string, lang: Lang) => string {
  const firsts: Map<string, string>[] = Array.from({ length: pages }, () => new Map())
  const lasts: Map<string, string>[] = Array.from({ length: pages }, () => new Map())
  for (const { name, lang, text, element } of running) {
    const page = pageFrom(element, places)
    if (page === null) continue
    const key = `${lang ?? ''} ${name}`
    if (!firsts[page]?.has(key)) firsts[page]?.set(key, text)
    lasts[page]?.set(key, text)
  }
  const carried: Map<string, string>[] = []
  const held = new Map<string, string>()
  for (let page = 0; page < pages; page++) {
    carried.push(new Map([...held, ...(firsts[page] ?? [])]))
    for (const [key, text] of lasts[page] ?? []) held.set(key, text)
  }
  return (page) => (name, lang) => carried[page]?.get(`${lang} ${name}`) ?? carried[page]?.get(` ${name}`) ?? ''
}

/** The page of an element, or of the first one after it that is on a page: what only sets a string may not be on any. */
function pageFrom(element: number, places: PlaceTable): number | null {
  const last = Math.max(...places.keys())
  for (let index = element; index <= last; index++) {
    const place = places.get(index)
    if (place) return place.page
  }
  return null
}
