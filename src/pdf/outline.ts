import type { Entry } from '../layout/page.ts'
import { type OpenPage, type PdfFile, type Reference, textString } from './document.ts'
import { destination } from './links.ts'

/** Writes the bookmarks, nested by level; those of the first level are open (ISO 32000-1, 12.3.3). */
export function writeOutline(file: PdfFile, entries: readonly Entry[], sheets: readonly OpenPage[]): void {
  if (entries.length === 0) return
  const top = nest(entries)
  file.outlines.data.Type = 'Outlines'
  writeLevel(file, top, file.outlines, sheets)
  file.outlines.data.Count = top.length
  file.setCatalog('Outlines', file.outlines)
  file.setCatalog('PageMode', 'UseOutlines')
}

/** An entry with those below it. */
export interface Bookmark {
  readonly entry: Entry
  readonly children: readonly Bookmark[]
}

/** An entry belongs to the last one before it of a lower level; a level that is skipped makes no empty bookmark. */
export function nest(entries: readonly Entry[]): readonly Bookmark[] {
  const top: Bookmark[] = []
  const open: { readonly level: number; readonly children: Bookmark[] }[] = []
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop()
    const children: Bookmark[] = []
    const siblings = open.at(-1)?.children ?? top
    siblings.push({ entry, children })
    open.push({ level: entry.level, children })
  }
  return top
}

function writeLevel(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  parent: Reference,
  sheets: readonly OpenPage[],
): void {
  const references = bookmarks.map(() => file.reserve())
  bookmarks.forEach(({ entry, children }, index) => {
    const reference = references[index]
    if (!reference) return
    const { data } = reference
    data.Title = textString(entry.title)
    data.Parent = parent
    if (index > 0) data.Prev = references[index - 1]
    if (index < references.length - 1) data.Next = references[index + 1]
    data.Dest = destination(entry.place, sheets)
    if (children.length > 0) {
      writeLevel(file, children, reference, sheets)
      // Negative: closed, with so many entries to show when it is opened.
      data.Count = -children.length
    }
    reference.end()
  })
  parent.data.First = references[0]
  parent.data.Last = references.at(-1)
}
