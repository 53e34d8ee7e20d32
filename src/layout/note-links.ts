import type { Element } from '../document/element.ts'
import { sortOf } from '../document/elements.ts'
import type { AnchorTable } from './anchors.ts'
import { type LinkSource, type LinkTable, shortened } from './links.ts'
import type { Sheet } from './manuscript.ts'
import { titleOf } from './outline.ts'
import type { Place } from './page.ts'

/** Links between calls and notes, both by the `Element.index` of the note. */
export interface NoteLinks {
  /** From the number in the text to the note. */
  readonly calls: LinkTable
  /** From the number of the note to the text. */
  readonly backs: LinkTable
}

/** The call of a note leads to it, and its number back to the line of its call. */
export function noteLinksOf(root: Element, anchors: AnchorTable): NoteLinks {
  const calls = new Map<number, LinkSource>()
  const backs = new Map<number, LinkSource>()
  const visit = (element: Element, block: Element): void => {
    const id = element.name === 'bi-note' ? element.attrs.get('id') : undefined
    if (id !== undefined) {
      const { index } = element
      const number = element.attrs.get('number') ?? ''
      const link = (anchor: string, text: string) => ({
        element: index,
        target: { kind: 'anchor', anchor } as const,
        description: shortened(`${number} ${text}`.trim()) || id,
      })
      if (anchors.has(id)) calls.set(index, link(id, titleOf(element)))
      if (anchors.has(callAnchor(id))) backs.set(index, link(callAnchor(id), titleOf(block)))
    }
    for (const child of element.children)
      if (child.kind === 'element') visit(child, sortOf(child.name) === 'inline' ? block : child)
  }
  visit(root, root)
  return { calls, backs }
}

/** The anchor of the line that calls a note first. No id of the author's has a space. */
export function callAnchor(note: string): string {
  return `${note} call`
}

/** Where the lines stand that call notes, by `callAnchor`. */
export function findCalls(sheets: readonly Sheet[]): AnchorTable {
  const calls = new Map<string, Place>()
  sheets.forEach(({ content, section, frame }, page) => {
    for (const placed of content?.rows ?? []) {
      if (placed.isRepeated) continue
      placed.cells.forEach(({ from, tops }, lane) => {
        const cell = section?.rows[placed.row]?.cells[lane]
        tops.forEach((y, index) => {
          for (const { element } of cell?.items[from + index]?.notes ?? []) {
            const id = element.attrs.get('id')
            if (id !== undefined) calls.set(callAnchor(id), { page, x: frame.lanes[lane]?.x ?? 0, y })
          }
        })
      })
    }
  })
  return calls
}
