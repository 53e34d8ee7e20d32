import { tolerance } from '../base/length.ts'
import type { Placed } from '../layout/page.ts'
import { type Grid, roomAround } from './grid.ts'
import { bandOf } from './mark-room.ts'
import { marksOf, type Room } from './marks.ts'
import type { Order } from './order.ts'
import type { Piece } from './pieces.ts'
import type { PressMark, PressSettings } from './settings.ts'
import type { Side } from './sheet.ts'
import type { Slug } from './slug.ts'
import { slugMarks } from './slug-line.ts'

/** What is drawn around the pages of all sides, and which of the marks that were asked for had no room there. */
export interface Marking {
  readonly marksOn: (side: Pick<Side, 'sheet' | 'side'>, pieces: readonly Piece[]) => readonly Placed[]
  /** Of the sides that have been drawn. */
  readonly missing: () => ReadonlySet<PressMark>
}

export function markingOf(order: Order, grid: Grid, settings: PressSettings, slug: Slug | null): Marking {
  const isFolded = order.steps.some(({ kind }) => kind === 'fold')
  const room = roomFor(grid, settings)
  const missing = missingIn(room, isFolded && order.rows > 1, isFolded, settings.marks)
  return {
    marksOn: (side, pieces) => {
      const drawn = marksOf(pieces, grid, isFolded, room, settings)
      if (slug === null || !settings.marks.has('slug')) return drawn
      const line = slugMarks(slug, side, order.sheets, pieces, grid, settings)
      if (line === null) missing.add('slug')
      return [...drawn, ...(line ?? [])]
    },
    missing: () => missing,
  }
}

function roomFor(grid: Grid, settings: PressSettings): Room {
  const { aside, above } = roomAround(grid, settings)
  const band = bandOf(settings) - tolerance
  return { aside: aside >= band, above: above >= band }
}

function missingIn(
  { aside, above }: Room,
  isFoldedAcross: boolean,
  isFolded: boolean,
  marks: ReadonlySet<PressMark>,
): Set<PressMark> {
  const missing = new Set<PressMark>()
  if (marks.has('crop') && !(aside && above)) missing.add('crop')
  if (marks.has('fold') && isFolded && !(above && (aside || !isFoldedAcross))) missing.add('fold')
  if (marks.has('registration') && !aside) missing.add('registration')
  return missing
}
