import type { Lang } from './base/lang.ts'
import type { UnitId } from './base/leaf.ts'
import type { LayoutFacts } from './compare/passages.ts'
import type { Laid } from './layout/page.ts'

/** On which page each unit begins in each language: where the first mark stands that is painted for it. Makes each page once. */
export function pagesOfPassages({ pages, tags }: Pick<Laid, 'pages' | 'tags'>): LayoutFacts {
  const places = new Map<Lang, Map<UnitId, number>>()
  let page = 0
  for (const { marks } of pages) {
    page++
    for (const { tag } of marks) {
      const { unit, lang } = (tag === null ? undefined : tags[tag]) ?? { unit: null, lang: '' }
      if (unit === null) continue
      const own = places.get(lang) ?? new Map<UnitId, number>()
      if (own.size === 0) places.set(lang, own)
      if (!own.has(unit)) own.set(unit, page)
    }
  }
  return { pages: pages.length, places }
}
