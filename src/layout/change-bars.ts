import type { Lang, PerLanguage } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { type Pt, tolerance } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Element } from '../document/element.ts'
import type { Border } from '../style/computed.ts'
import type { Galley } from './flow.ts'
import { type Frame, laneOf } from './geometry.ts'
import type { Placed } from './page.ts'
import { type PlacedCell, placeItems } from './place.ts'
import type { PageContent } from './place-page.ts'

/** Units that are not as they were, in each language. */
export type Changed = PerLanguage<ReadonlySet<UnitId>>

/** How bars are drawn on a page. */
export interface BarSettings {
  readonly changed: Changed
  readonly bar: Border
  /** The side of the page that is turned away from the spine. */
  readonly foreEdge: 'left' | 'right'
}

/** Blank between a bar and its column: half of what is left to it by a gutter of 24 pt, as much as a bar needs to stand free. */
const blank: Pt = 6

/**
 * Adds a bar beside each line, picture and chart of a page whose unit is not as it was, outside of the column of the
 * language in which it is not: on the side that is turned away from the other columns, of a single column on the fore-edge.
 * Bars are artifacts; what repeats, as the head of a table, has none.
 */
export function placeChangeBars(
  marks: Placed[],
  content: PageContent,
  { changed, bar, foreEdge }: BarSettings,
): void {
  if (bar.width <= 0) return
  const { frame } = content
  const columns = frame.lanes.length - 1
  const beside = extentsIn(content, changed)
  for (let lane = 0; lane < columns; lane++) {
    const { x, width } = frame.lanes[lane] ?? { x: 0, width: 0 }
    const side = columns === 1 ? foreEdge : lane === 0 ? 'left' : 'right'
    const left = side === 'left' ? x - blank - bar.width : x + width + blank
    for (const { top, bottom } of joined(beside[lane] ?? [])) {
      const mark = { kind: 'rect', width: bar.width, height: bottom - top, color: bar.color } as const
      marks.push({ x: left, y: top, mark, tag: null })
    }
  }
}

/** From one depth of the page to another. */
interface Extent {
  readonly top: Pt
  readonly bottom: Pt
}

/** What stands beside each lane, in no order. */
function extentsIn(
  { section, frame, rows, feet }: PageContent,
  changed: Changed,
): readonly (readonly Extent[])[] {
  const beside: readonly Extent[][] = frame.lanes.map(() => [])
  const inText: Search = { changed, frame, beside, isIn: (lang, unit) => isIn(changed, lang, unit) }
  for (const { row, cells, isRepeated } of rows) {
    if (isRepeated) continue
    section.rows[row]?.cells.forEach((cell, lane) => {
      const where = cells[lane]
      if (cell && where) search(cell, where, inText)
    })
  }
  for (const foot of feet) {
    for (const { note, where } of foot?.notes ?? []) {
      const isNote = isIn(changed, note.element.lang, unitOfNote(note.element))
      search(note.content, where, { ...inText, isIn: () => isNote })
    }
  }
  return beside
}

function isIn(changed: Changed, lang: Lang | null, unit: UnitId | null): boolean {
  return lang !== null && unit !== null && changed.get(lang)?.has(unit) === true
}

/** A note is a unit of its own, wherever it is called: its id is that of the note behind `@note-`. */
function unitOfNote({ attrs, lang }: Element): UnitId {
  return `@note-${(attrs.get('id') ?? '').slice(`note-${lang}-`.length)}`
}

interface Search {
  readonly changed: Changed
  readonly frame: Frame
  /** Filled by lane. */
  readonly beside: readonly Extent[][]
  readonly isIn: (lang: Lang | null, unit: UnitId | null) => boolean
}

function search(cell: Galley, where: PlacedCell, of: Search): void {
  for (let index = where.from; index < where.to; index++) {
    const top = where.tops[index - where.from]
    const item = cell.items[index]
    if (top === undefined || !item?.content) continue
    const { content } = item
    const add = (languages: Iterable<Lang>, bottom: Pt): void => {
      for (const lang of languages) of.beside[laneOf(of.frame, lang)]?.push({ top, bottom })
    }
    switch (content.kind) {
      case 'line':
        add(languagesOf(content.line.elements, of), top + item.height)
        break
      case 'picture':
        if (content.picture) add(languagesOfDrawn(content.element, of), top + content.height)
        break
      case 'drawing':
        add(languagesOfDrawn(content.element, of), top + content.height)
        break
      case 'table-row':
        for (const { content: inner, inner: place } of content.cells)
          search(inner, placeItems(inner, 0, inner.items.length, top + place.y), of)
        break
      default:
        unreachable(content)
    }
  }
}

function languagesOf(elements: readonly Element[], { isIn }: Search): ReadonlySet<Lang> {
  return new Set(elements.flatMap(({ lang, unit }) => (lang !== null && isIn(lang, unit) ? [lang] : [])))
}

/** What all languages share is not as it was where one of them says so. */
function languagesOfDrawn({ lang, unit }: Element, { changed, isIn }: Search): readonly Lang[] {
  return [...changed.keys()].filter((one) => (lang === null || lang === one) && isIn(one, unit))
}

/** Extents that touch or overlap are one. */
function joined(extents: readonly Extent[]): readonly Extent[] {
  const made: Extent[] = []
  for (const { top, bottom } of [...extents].sort((a, b) => a.top - b.top)) {
    const last = made.at(-1)
    if (last && top <= last.bottom + tolerance)
      made[made.length - 1] = { top: last.top, bottom: Math.max(last.bottom, bottom) }
    else made.push({ top, bottom })
  }
  return made
}
