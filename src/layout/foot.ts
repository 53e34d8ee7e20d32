import { type Pt, tolerance } from '../base/length.ts'
import type { FootnoteArea } from '../style/computed.ts'
import type { Fill, Note, Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import { calledBefore, type LaneNotes, notesHeight, spaceBefore } from './pages/lane-notes.ts'
import { bottomOf, type PlacedCell, type PlacedRow } from './place.ts'

/** What stands at the foot of a lane on a page: a rule and notes. */
export interface PlacedFoot {
  /** Top of the area, its margin included: here the text of the lane ends. */
  readonly top: Pt
  readonly notes: readonly { readonly note: Note; readonly where: PlacedCell }[]
}

/** Height of the rule above notes, with the spaces around it. */
export function headOf({ marginTop, borderTop, paddingTop }: FootnoteArea): Pt {
  return Math.max(0, marginTop + borderTop.width + paddingTop)
}

/** The foot of each lane, resting on the foot of the text area; null: it has no notes on this page. */
export function placeFeet(
  section: Section,
  notes: readonly LaneNotes[] | null,
  fill: Fill,
  frame: Frame,
  area: FootnoteArea,
): readonly (PlacedFoot | null)[] {
  if (!notes) return section.rows[0]?.cells.map(() => null) ?? []
  return notes.map((of, lane) => {
    const from = calledBefore(of, fill.from.row, fill.from.at[lane] ?? 0) - (fill.from.carried[lane] ?? 0)
    const to = calledBefore(of, fill.to.row, fill.to.at[lane] ?? 0) - (fill.to.carried[lane] ?? 0)
    if (to <= from) return null
    const top = frame.text.y + frame.text.depth - notesHeight(of, from, to, headOf(area))
    return { top, notes: placeLines(of, from, to, top + headOf(area)) }
  })
}

/**
 * The feet with their rules level, at the height of the highest, in each lane whose text leaves room for it; a lane
 * whose text goes deeper keeps its notes where they rest on the foot.
 */
export function levelFeet(
  feet: readonly (PlacedFoot | null)[],
  section: Section,
  rows: readonly PlacedRow[],
): readonly (PlacedFoot | null)[] {
  const level = Math.min(...feet.map((foot) => foot?.top ?? Number.POSITIVE_INFINITY))
  return feet.map((foot, lane) =>
    foot && deepest(section, rows, lane) <= level + tolerance ? moved(foot, level - foot.top) : foot,
  )
}

/** Depth down to which a lane has text. */
export function deepest(section: Section, rows: readonly PlacedRow[], lane: number): Pt {
  return rows.reduce((depth, { row, top, cells }) => {
    const where = cells[lane]
    return where ? Math.max(depth, bottomOf(section.rows[row]?.cells[lane] ?? null, where, top)) : depth
  }, 0)
}

function moved({ top, notes }: PlacedFoot, by: Pt): PlacedFoot {
  if (by === 0) return { top, notes }
  const placed = notes.map(({ note, where }) => ({
    note,
    where: { ...where, tops: where.tops.map((y) => y + by) },
  }))
  return { top: top + by, notes: placed }
}

/** Lines `from` up to `to` of a lane's notes, note by note. */
function placeLines(of: LaneNotes, from: number, to: number, top: Pt): PlacedFoot['notes'] {
  const placed: { note: Note; where: PlacedCell }[] = []
  let y = top
  for (let index = from; index < to; ) {
    const line = of.lines[index]
    if (!line) break
    const end = Math.min(line.end, to)
    const tops: Pt[] = []
    for (let at = index; at < end; at++) {
      const one = of.lines[at]
      if (!one) break
      y += spaceBefore(one)
      tops.push(y)
      y += one.note.content.items[one.index]?.height ?? 0
    }
    const first = line.index
    placed.push({ note: line.note, where: { from: first, to: first + end - index, tops, heads: [] } })
    index = end
  }
  return placed
}

/** How deep text may reach with these notes below it. */
export function bodyFoot(feet: readonly (PlacedFoot | null)[], frame: Frame): Pt {
  return feet.reduce(
    (least, foot) => (foot ? Math.min(least, foot.top) : least),
    frame.text.y + frame.text.depth,
  )
}
