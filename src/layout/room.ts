import type { Pt } from '../base/length.ts'
import type { Cut } from './flow.ts'
import { deepest, placeFeet } from './foot.ts'
import type { Sheet } from './manuscript.ts'
import { laneNotes } from './pages/lane-notes.ts'
import { placeRows } from './place.ts'

/**
 * How much room is left below what stands on the last page. Where there are more than `most` pages: how much would be
 * left if all that follows stood on the last one of these; below 0, that is by how much the document is too long.
 */
export function roomOn(sheets: readonly Sheet[], most: number): Pt {
  const index = Math.min(most, sheets.length) - 1
  const last = sheets[index]
  if (!last) return 0
  const { section, frame } = last
  const room =
    frame.text.depth - (section ? depthOf(last, { row: section.rows.length, at: [], carried: [] }) : 0)
  let beyond = Math.max(0, -room)
  for (const sheet of sheets.slice(0, index))
    beyond += Math.max(
      0,
      (sheet.content ? depthOf(sheet, sheet.content.fill.to) : 0) - sheet.frame.text.depth,
    )
  for (const sheet of sheets.slice(index + 1))
    if (sheet.content && sheet.section !== section) beyond += depthOf(sheet, sheet.content.fill.to)
  return beyond > 0 ? -beyond : room
}

/** How deep a page is filled when it goes on to a cut, notes included; what stands on its foot follows on the rest. */
function depthOf({ section, content, frame }: Sheet, to: Cut): Pt {
  if (!section || !content) return 0
  const fill = { ...content.fill, to }
  const { y, depth } = frame.text
  const rows = placeRows(section, fill, frame, Number.NEGATIVE_INFINITY)
  const feet = placeFeet(section, laneNotes(section.rows), fill, frame, content.area)
  const depths = frame.lanes.map((_, lane) => {
    const foot = feet[lane]
    return Math.max(y, deepest(section, rows, lane)) - y + (foot ? y + depth - foot.top : 0)
  })
  return Math.max(0, ...depths)
}
