import type { Pt } from '../base/length.ts'
import type { Group } from './flow.ts'
import { bodyFoot } from './foot.ts'
import { placeDecoration } from './marks.ts'
import type { Placed } from './page.ts'
import type { PlacedRow } from './place.ts'
import type { PageContent } from './place-page.ts'

/** Backgrounds, borders and column rules of the containers, as far as they stand on this page. */
export function placeGroups(marks: Placed[], content: PageContent): void {
  for (const group of content.groups) placeGroup(marks, group, content)
}

function placeGroup(marks: Placed[], group: Group, content: PageContent): void {
  const { fill, frame, rows, feet } = content
  const { from, to, style } = group
  const inside = rows.filter(({ row }) => row >= from && row < to)
  const [first, last] = [inside[0], inside.at(-1)]
  if (!first || !last) return
  const isCutBefore = !first.isRepeated && first.row === fill.from.row && fill.from.at.some((at) => at > 0)
  const isCutAfter = !last.isRepeated && last.row === fill.to.row && fill.to.at.some((at) => at > 0)
  const startsHere = first.row === from && !isCutBefore
  const isContinued = last.row < to - 1 || isCutAfter
  // Columns end unevenly, and the box of all goes to their foot; of what is stacked it ends with the last line.
  const isStacked = frame.rows.length > 1
  const bottom = isContinued && !isStacked ? Math.max(bodyFoot(feet, frame), last.bottom) : last.bottom
  const box = { x: frame.text.x + group.x, y: first.top, width: group.width, height: bottom - first.top }
  placeDecoration(marks, style, box, { top: startsHere, bottom: !isContinued }, group.gaps)
  if (style.columnRule.width > 0) placeRule(marks, group, inside, bottom, content)
}

/** The rule on the axis, interrupted by what stands across the columns. */
function placeRule(
  marks: Placed[],
  { style }: Group,
  inside: readonly PlacedRow[],
  bottom: Pt,
  { section, frame }: PageContent,
): void {
  const axis = frame.lanes.at(-1)
  if (!axis || frame.lanes.length < 3) return
  const { width, color } = style.columnRule
  const x = axis.x + axis.width / 2 - width / 2
  const draw = (top: Pt, end: Pt): void => {
    if (end > top)
      marks.push({ x, y: top, mark: { kind: 'rect', width, height: end - top, color }, tag: null })
  }
  let top: Pt | null = null
  let end: Pt = 0
  for (const placed of inside) {
    if (section.rows[placed.row]?.stopsRule) {
      if (top !== null) draw(top, end)
      top = null
      continue
    }
    top ??= placed.top
    end = placed.bottom
  }
  const last = inside.at(-1)
  const isStopped = last !== undefined && section.rows[last.row]?.stopsRule === true
  if (top !== null) draw(top, isStopped ? end : bottom)
}
