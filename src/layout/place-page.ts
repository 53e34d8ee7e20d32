import type { Pt } from '../base/length.ts'
import type { FootnoteArea } from '../style/computed.ts'
import type { Fill, Group, Section } from './flow.ts'
import { headOf, type PlacedFoot } from './foot.ts'
import type { Frame } from './geometry.ts'
import { artifactOf, type PageInking } from './inking.ts'
import type { Placed } from './page.ts'
import type { PlacedRow } from './place.ts'
import { placeCell } from './place-cell.ts'
import { placeGroups } from './place-groups.ts'

/** What stands on a page, at its place. */
export interface PageContent {
  readonly section: Section
  readonly fill: Fill
  /** Those that the page has a part of, outer ones first. */
  readonly groups: readonly Group[]
  readonly frame: Frame
  readonly rows: readonly PlacedRow[]
  readonly feet: readonly (PlacedFoot | null)[]
  readonly area: FootnoteArea
}

/**
 * Adds the marks of one page's rows: first what lies below all text, then lane after lane, each with its notes, since
 * readers follow the order of painting. The axis comes after the first lane: its tags are in the first language.
 */
export function placePage(marks: Placed[], content: PageContent, inking: PageInking): void {
  const { section, frame, rows, feet, area } = content
  placeGroups(marks, content)
  const artifact = artifactOf(inking)
  const axis = frame.lanes.length - 1
  // Where there is one lane, it is the place of a picture in every language.
  const isOnly = axis === 1
  for (let index = 0; index <= axis; index++) {
    // first lane, axis, the other lanes
    const lane = index === 0 ? 0 : index === 1 ? axis : index - 1
    const x = frame.lanes[lane]?.x ?? 0
    const below = feet[lane] ?? null
    const foot = below?.top ?? frame.text.y + frame.text.depth
    for (const placed of rows) {
      const cell = section.rows[placed.row]?.cells[lane]
      const where = placed.cells[lane]
      if (cell && where)
        placeCell(marks, cell, where, { x, foot }, placed.isRepeated ? artifact : inking, isOnly)
    }
    if (below) placeFoot(marks, below, { x, width: frame.lanes[lane]?.width ?? 0 }, area, inking)
  }
}

function placeFoot(
  marks: Placed[],
  foot: PlacedFoot,
  lane: { readonly x: Pt; readonly width: Pt },
  area: FootnoteArea,
  inking: PageInking,
): void {
  const { borderTop, ruleLength, marginTop } = area
  const width = Math.min(ruleLength ?? lane.width, lane.width)
  const mark = { kind: 'rect', width, height: borderTop.width, color: borderTop.color } as const
  if (width > 0 && borderTop.width > 0) marks.push({ x: lane.x, y: foot.top + marginTop, mark, tag: null })
  const below = foot.top + headOf(area)
  for (const { note, where } of foot.notes)
    placeCell(marks, note.content, where, { x: lane.x, foot: below }, inking.inNote(note.element.index))
}
