import type { Pt } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Galley, Item, LineBox, PictureBox, SetCell } from './flow.ts'
import { artifactOf, inMarker, type PageInking } from './inking.ts'
import { placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'
import { type PlacedCell, placeItems } from './place.ts'

/** Adds the marks of a galley's items at their places, with the heads of tables above them. */
export function placeCell(
  marks: Placed[],
  cell: Galley,
  where: PlacedCell,
  lane: { readonly x: Pt; readonly foot: Pt },
  inking: PageInking,
): void {
  for (const head of where.heads) placeCell(marks, cell, head, lane, artifactOf(inking))
  placeDecorations(marks, cell, where, lane)
  for (let index = where.from; index < where.to; index++) {
    const top = where.tops[index - where.from]
    const content = cell.items[index]?.content
    if (top === undefined || !content) continue
    switch (content.kind) {
      case 'line':
        placeLineBox(marks, content, lane.x, top, inking)
        break
      case 'picture':
        placePicture(marks, content, lane.x, top, inking)
        break
      case 'table-row':
        for (const one of content.cells) placeTableCell(marks, one, lane.x, top, inking)
        break
      default:
        unreachable(content)
    }
  }
}

/** Adds all of a galley, from a top downwards. */
export function placeGalley(marks: Placed[], content: Galley, x: Pt, top: Pt, inking: PageInking): void {
  const where = placeItems(content, 0, content.items.length, top)
  placeCell(marks, content, where, { x, foot: Number.POSITIVE_INFINITY }, inking)
}

function placeDecorations(
  marks: Placed[],
  cell: Galley,
  where: PlacedCell,
  { x, foot }: { readonly x: Pt; readonly foot: Pt },
): void {
  const itemAt = (index: number): { top: Pt; item: Item } | null => {
    const top = where.tops[index - where.from]
    const item = cell.items[index]
    return top === undefined || !item ? null : { top, item }
  }
  const headTop = where.heads[0]?.tops[0]
  // Outer boxes were closed last: from the last to the first paints them below the inner ones.
  for (let index = cell.decorations.length - 1; index >= 0; index--) {
    const decoration = cell.decorations[index]
    if (!decoration || decoration.from >= where.to || decoration.to <= where.from) continue
    const { from, to, style, gaps } = decoration
    const first = itemAt(Math.max(from, where.from))
    const last = itemAt(Math.min(to, where.to) - 1)
    if (!first || !last) continue
    // A box around a repeated head goes on around it.
    const isAround = headTop !== undefined && from < where.from && from <= (where.heads[0]?.from ?? 0)
    const y = isAround ? headTop : first.top
    // What goes on fills the rest of its page (CSS Fragmentation 3, 4.1).
    const bottom = last.top + last.item.height
    const height = (to > where.to && Number.isFinite(foot) ? Math.max(foot, bottom) : bottom) - y
    const box = { x: x + decoration.x, y, width: decoration.width, height }
    placeDecoration(marks, style, box, { top: from >= where.from, bottom: to <= where.to }, gaps)
  }
}

function placeLineBox(marks: Placed[], content: LineBox, x: Pt, top: Pt, inking: PageInking): void {
  const baseline = top + content.baseline
  const { marker } = content
  if (marker) placeLine(marks, marker.line, x + marker.x, baseline, inMarker(inking, marker.element.index))
  placeLine(marks, content.line, x + content.x, baseline, inking)
}

/** The picture is the first language's that describes it; each other one has its area. */
function placePicture(marks: Placed[], content: PictureBox, x: Pt, top: Pt, inking: PageInking): void {
  const { picture, width, height, element, lang } = content
  const [first, ...others] = inking.figuresOf(element.index)
  const place = { x: x + content.x, y: top }
  if (picture)
    marks.push({ ...place, mark: { kind: 'picture', picture, width, height }, tag: first?.tag ?? null })
  const other = picture ? undefined : others.find((figure) => figure.lang === lang)
  if (other) marks.push({ ...place, mark: { kind: 'area', width, height }, tag: other.tag })
}

function placeTableCell(marks: Placed[], cell: SetCell, x: Pt, top: Pt, inking: PageInking): void {
  const { width, height, style, content, inner } = cell
  placeDecoration(
    marks,
    style,
    { x: x + cell.x, y: top + cell.y, width, height },
    { top: true, bottom: true },
  )
  placeGalley(marks, content, x + inner.x, top + inner.y, inking)
}
