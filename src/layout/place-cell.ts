import type { Pt } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { DrawingBox, Galley, Item, LineBox, PictureBox, SetCell } from './flow.ts'
import { artifactOf, inMarker, type PageInking } from './inking.ts'
import { placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'
import { placePictureTexts } from './picture-texts.ts'
import { type PlacedCell, placeItems } from './place.ts'

/** Adds the marks of a galley's items at their places, with the heads of tables above them. */
export function placeCell(
  marks: Placed[],
  cell: Galley,
  where: PlacedCell,
  lane: { readonly x: Pt; readonly foot: Pt },
  inking: PageInking,
  isInside = false,
): void {
  for (const head of where.heads) placeCell(marks, cell, head, lane, artifactOf(inking), isInside)
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
        placePicture(marks, content, { x: lane.x, top }, inking, isInside)
        break
      case 'drawing':
        placeDrawing(marks, content, lane.x, top, inking)
        break
      case 'table-row':
        for (const one of content.cells) placeTableCell(marks, one, lane.x, top, inking)
        break
      default:
        unreachable(content)
    }
  }
}

/** Adds all of a galley that stands inside something else, from a top downwards. */
export function placeGalley(marks: Placed[], content: Galley, x: Pt, top: Pt, inking: PageInking): void {
  const where = placeItems(content, 0, content.items.length, top)
  placeCell(marks, content, where, { x, foot: Number.POSITIVE_INFINITY }, inking, true)
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

/** The picture is the first language's that describes it; each other one has its area: in its lane, or here. */
function placePicture(
  marks: Placed[],
  content: PictureBox,
  at: { readonly x: Pt; readonly top: Pt },
  inking: PageInking,
  isInside: boolean,
): void {
  const { picture, crop, texts, width, height, element, lang } = content
  const [first, ...others] = inking.figuresOf(element.index)
  const place = { x: at.x + content.x, y: at.top }
  const tag = first?.tag ?? null
  if (picture) marks.push({ ...place, mark: { kind: 'picture', picture, width, height, crop }, tag })
  const whole = crop ? { x: place.x + crop.x, y: place.y + crop.y, width: crop.width } : { ...place, width }
  if (picture && texts) placePictureTexts(marks, texts, whole, tag)
  const here = others.filter((figure) => (picture ? isInside : figure.lang === lang))
  for (const { tag } of here) marks.push({ ...place, mark: { kind: 'area', width, height }, tag })
}

/**
 * A chart is the first language's that describes it, its words included; each other one has its area. Areas come before
 * ink, so that the box of each Figure is the whole place.
 */
function placeDrawing(marks: Placed[], content: DrawingBox, x: Pt, top: Pt, inking: PageInking): void {
  const { width, height, element } = content
  const [left, upper] = [x + content.x, top + content.y]
  const figures = inking.figuresOf(element.index)
  for (const { tag } of figures.toReversed())
    marks.push({ x: left, y: upper, mark: { kind: 'area', width, height }, tag })
  const tag = figures[0]?.tag ?? inking.tagOf(element.index)
  for (const one of content.marks) marks.push({ x: left + one.x, y: upper + one.y, mark: one.mark, tag })
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
