import type { Entry } from '../layout/page.ts'
import type { PdfFile } from './document.ts'
import { destination, type Sheet } from './links.ts'
import { type ObjectId, type Syntax, textString, to } from './syntax.ts'

/** Writes the bookmarks, nested by level; those of the first level are open (ISO 32000-1, 12.3.3). */
export function writeOutline(file: PdfFile, entries: readonly Entry[], sheets: readonly Sheet[]): void {
  if (entries.length === 0) return
  const top = nest(entries)
  const root = file.reserveEntry('Outlines')
  const ends = writeLevel(file, top, root, sheets)
  file.write(root, `<</Type/Outlines/Count ${top.length}${ends}>>`)
  file.setPageMode('UseOutlines')
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

/** Writes bookmarks and those below them; gives the entries of their parent that lead to the first and the last. */
function writeLevel(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  parent: ObjectId,
  sheets: readonly Sheet[],
): Syntax {
  const first = file.reserve(bookmarks.length)
  bookmarks.forEach(({ entry, children }, index) => {
    const object = first + index
    const before = index > 0 ? `/Prev ${to(object - 1)}` : ''
    const after = index < bookmarks.length - 1 ? `/Next ${to(object + 1)}` : ''
    // Negative: closed, with so many entries to show when it is opened.
    const inside =
      children.length === 0 ? '' : `${writeLevel(file, children, object, sheets)}/Count ${-children.length}`
    const place = destination(entry.place, sheets)
    file.write(
      object,
      `<</Title${textString(entry.title)}/Parent ${to(parent)}${before}${after}/Dest${place}${inside}>>`,
    )
  })
  return `/First ${to(first)}/Last ${to(first + bookmarks.length - 1)}`
}
