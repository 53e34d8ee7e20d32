import type { Element } from '../document/element.ts'
import type { Sheet } from './lay.ts'
import type { Place } from './page.ts'

/** Where each element begins, by `Element.index`; one that has no box of its own begins with the first inside it. */
export type PlaceTable = ReadonlyMap<number, Place>

/** Where each `id` stands. */
export type AnchorTable = ReadonlyMap<string, Place>

/** Finds the first place of each element on the pages. */
export function findPlaces(root: Element, sheets: readonly Sheet[]): PlaceTable {
  const places = new Map<number, Place>()
  const note = (index: number, place: Place): void => {
    if (!places.has(index)) places.set(index, place)
  }
  sheets.forEach((sheet, page) => {
    for (const placed of sheet.rows) {
      const row = sheet.section?.rows[placed.row]
      if (!row) continue
      note(row.element.index, { page, x: sheet.frame.text.x, y: placed.top })
      row.cells.forEach((cell, lane) => {
        const where = placed.cells[lane]
        const x = sheet.frame.lanes[lane]?.x ?? 0
        for (const [index, item] of cell?.starts ?? []) {
          const y = where?.tops[item - where.from]
          if (y !== undefined) note(index, { page, x, y })
        }
      })
    }
  })
  fillIn(root, places)
  return places
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
