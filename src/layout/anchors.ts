import type { Element } from '../document/element.ts'
import type { Galley } from './flow.ts'
import type { Sheet } from './manuscript.ts'
import type { Place } from './page.ts'
import type { PlacedCell } from './place.ts'

/**
 * Where each element begins, by `Element.index`. One that has no place of its own begins with the first inside it; what
 * is not on any page stands where the next one does, or the last. Empty only where nothing is on any page.
 */
export type PlaceTable = ReadonlyMap<number, Place>

/** Where each `id` stands. */
export type AnchorTable = ReadonlyMap<string, Place>

/** Finds the place of each element on the pages: of its first line, where it goes over several. */
export function findPlaces(root: Element, sheets: readonly Sheet[]): PlaceTable {
  const places = new Map<number, Place>()
  const note = (index: number, place: Place): void => {
    if (!places.has(index)) places.set(index, place)
  }
  const cursors: Cursors = new Map()
  sheets.forEach((sheet, page) => {
    const absolutes = sheet.isSectionStart ? (sheet.section?.absolutes ?? []) : []
    for (const { element, style } of absolutes) {
      const place = { page, x: style.inset.left ?? 0, y: style.inset.top ?? 0 }
      for (let index = element.index; index <= lastIn(element); index++) note(index, place)
    }
    for (const placed of sheet.content?.rows ?? []) {
      const row = sheet.section?.rows[placed.row]
      if (!row || placed.isRepeated) continue
      note(row.element.index, { page, x: sheet.frame.text.x, y: placed.top })
      row.cells.forEach((cell, lane) => {
        const where = placed.cells[lane]
        const x = sheet.frame.lanes[lane]?.x ?? 0
        if (!cell || !where || where.to === where.from) return
        const begun = startsIn(cell, where, cursors)
        for (const [index, item] of begun) {
          const y = where.tops[item - where.from]
          if (y !== undefined) note(index, { page, x, y })
        }
      })
    }
    sheet.content?.feet.forEach((foot, lane) => {
      const x = sheet.frame.lanes[lane]?.x ?? 0
      for (const { note: called, where } of foot?.notes ?? []) {
        for (const [index, item] of called.content.starts) {
          const y = where.tops[item - where.from]
          if (y !== undefined) note(index, { page, x, y })
        }
      }
    })
  })
  fillIn(root, places)
  fillUp(root, places)
  return places
}

/** The elements of cells that go over pages, in the order of their items, and how many of them were on earlier pages. */
type Cursors = Map<Galley, { readonly starts: readonly (readonly [number, number])[]; next: number }>

/** The elements that begin in the items of a cell on a page. Pages come in order. */
function startsIn(
  cell: Galley,
  { from, to }: PlacedCell,
  cursors: Cursors,
): Iterable<readonly [element: number, item: number]> {
  if (from === 0 && to === cell.items.length) return cell.starts
  const cursor = cursors.get(cell) ?? { starts: [...cell.starts].sort((a, b) => a[1] - b[1]), next: 0 }
  cursors.set(cell, cursor)
  const first = cursor.next
  while ((cursor.starts[cursor.next]?.[1] ?? Number.POSITIVE_INFINITY) < to) cursor.next++
  return cursor.starts.slice(first, cursor.next)
}

/** The index of the last element inside one: those between are all inside it. */
function lastIn(element: Element): number {
  const last = element.children.findLast((child) => child.kind === 'element')
  return last ? lastIn(last) : element.index
}

/** Gives an element without a place the first one inside it. */
function fillIn(element: Element, places: Map<number, Place>): Place | null {
  let first: Place | null = null
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    const place = fillIn(child, places)
    first ??= place
  }
  const own = places.get(element.index) ?? first
  if (own) places.set(element.index, own)
  return own
}

/** Gives an element that is on no page the place of the next one that is, else of the last. */
function fillUp(root: Element, places: Map<number, Place>): void {
  const last = lastIn(root)
  let next: Place | null = null
  for (let index = last; index >= 0 && next === null; index--) next = places.get(index) ?? null
  for (let index = last; index >= 0 && next !== null; index--) {
    next = places.get(index) ?? next
    places.set(index, next)
  }
}

export function findAnchors(root: Element, places: PlaceTable): AnchorTable {
  const anchors = new Map<string, Place>()
  const visit = (element: Element): void => {
    const id = element.attrs.get('id')
    const place = places.get(element.index)
    if (id !== undefined && place && !anchors.has(id)) anchors.set(id, place)
    for (const child of element.children) if (child.kind === 'element') visit(child)
  }
  visit(root)
  return anchors
}
