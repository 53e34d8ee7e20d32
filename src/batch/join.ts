import type { Lang } from '../base/lang.ts'
import type { Span } from '../base/span.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Entry, Laid, Page, Place, Placed } from '../layout/page.ts'

/** A document among those that are joined. */
export interface Part {
  readonly laid: Laid
  /** Tells its anchors and notes from those of the others. */
  readonly key: string
  /** Of its bookmark. */
  readonly title: string
  readonly lang: Lang
}

/** The document that holds the others. */
export interface Whole {
  readonly lang: Lang
  readonly span: Span
  /** How many pages all of them have. */
  readonly pages: number
}

/**
 * Documents one after another as one, each under a bookmark and a Part of the structure tree. A document is taken when
 * its first page is asked for and let go after its last: tags, bookmarks and anchors are there as far as pages have been
 * gone through, which is what painting needs.
 */
export function joined(parts: Iterable<Part>, whole: Whole): Laid {
  const tags: Tag[] = [documentOf(whole)]
  const outline: Entry[] = []
  const anchors = new Map<string, Place>()
  const add = (part: Part, firstPage: number): number => {
    const firstTag = tags.length
    for (const tag of part.laid.tags) tags.push(tagIn(tag, firstTag, part.key))
    for (const entry of outlineOf(part)) outline.push({ ...entry, place: placeIn(entry.place, firstPage) })
    for (const [anchor, place] of part.laid.anchors) anchors.set(part.key + anchor, placeIn(place, firstPage))
    return firstTag
  }
  const pages = {
    length: whole.pages,
    *[Symbol.iterator](): Iterator<Page> {
      let count = 0
      for (const part of parts) {
        const firstTag = add(part, count)
        for (const page of part.laid.pages) {
          count++
          yield { ...page, marks: page.marks.map((mark) => markIn(mark, firstTag, part.key)) }
        }
      }
    },
  }
  return { pages, tags, outline, anchors }
}

function documentOf({ lang, span }: Whole): Tag {
  return {
    role: 'Document',
    lang,
    parent: null,
    unit: null,
    alt: null,
    scope: null,
    columns: 1,
    rows: 1,
    id: null,
    span,
  }
}

/** A file has one Document (ISO 32000-1, 14.8.4.2): what was one by itself is a Part of it. */
function tagIn(tag: Tag, first: TagId, key: string): Tag {
  return {
    ...tag,
    role: tag.role === 'Document' ? 'Part' : tag.role,
    parent: tag.parent === null ? 0 : tag.parent + first,
    id: tag.id === null ? null : key + tag.id,
  }
}

function markIn(placed: Placed, firstTag: TagId, key: string): Placed {
  const { tag, mark, x, y } = placed
  const own = tag === null ? null : tag + firstTag
  if (mark.kind !== 'link' || mark.target.kind !== 'anchor') return { x, y, mark, tag: own }
  const target = { kind: 'anchor', anchor: key + mark.target.anchor } as const
  return { x, y, mark: { ...mark, target }, tag: own }
}

function outlineOf({ laid, title, lang }: Part): readonly Entry[] {
  const top = { title, level: 1, lang, place: { page: 0, x: 0, y: 0 } }
  return [top, ...laid.outline.map((entry) => ({ ...entry, level: entry.level + 1 }))]
}

function placeIn(place: Place, firstPage: number): Place {
  return { ...place, page: place.page + firstPage }
}
