import { type Pt, tolerance } from '../base/length.ts'
import type { Placed } from '../layout/page.ts'
import { type Grid, roomAround } from './grid.ts'
import { bandOf, markLength, offsetOf, slugBandOf, slugGap, slugSize } from './mark-room.ts'
import type { Piece } from './pieces.ts'
import type { PressSettings } from './settings.ts'
import type { Side } from './sheet.ts'
import type { Slug, SlugLine } from './slug.ts'

/** Of a hash, as many digits as people compare. */
const shownDigits = 12

const between = ' · '

/** In ems: of Latin capitals, and of what stands below the baseline in any script. */
const [capHeight, depth] = [0.7, 0.25]

/** The slug line of a side, below its pages; null: it has no room. Where it is too long, it leaves out the title. */
export function slugMarks(
  slug: Slug,
  { sheet, side }: Pick<Side, 'sheet' | 'side'>,
  sheets: number,
  pieces: readonly Piece[],
  grid: Grid,
  settings: PressSettings,
): readonly Placed[] | null {
  const place = `sheet ${sheet + 1} of ${sheets}, ${side}`
  const facts = [place, slug.date, slug.sha256.slice(0, shownDigits)].filter((text) => text !== '')
  const short = facts.join(between)
  const lines =
    slug.title === ''
      ? [['', short]]
      : [
          [slug.title, `${between}${short}`],
          ['', short],
        ]
  for (const [title = '', said = ''] of lines) {
    const line = slug.set(title, said)
    const at = placeFor(line, pieces, grid, settings)
    if (at) return line.marks.map((placed) => ({ ...placed, x: placed.x + at.x, y: placed.y + at.y }))
  }
  return null
}

/** Between the crop marks of the first column where it is short enough, else below them. */
function placeFor(
  { width }: SlugLine,
  pieces: readonly Piece[],
  grid: Grid,
  settings: PressSettings,
): { readonly x: Pt; readonly y: Pt } | null {
  const { block } = grid
  const room = roomAround(grid, settings).above
  const bottom = block.y + block.height
  const { from, to } = betweenMarks(pieces, grid)
  if (from + width <= to && room >= bandOf(settings) - tolerance) {
    return { x: from, y: bottom + offsetOf(settings) + (markLength + capHeight * slugSize) / 2 }
  }
  const x = block.x + slugGap
  const isInReach = x + width <= grid.size.width - settings.edge && room >= slugBandOf(settings) - tolerance
  return isInReach ? { x, y: bottom + slugBandOf(settings) - depth * slugSize } : null
}

/** From the left to the right mark below the first piece of the last row: creep, and a page smaller than others, move them. */
function betweenMarks(
  pieces: readonly Piece[],
  { block, columns }: Grid,
): { readonly from: Pt; readonly to: Pt } {
  const first = pieces.find(({ at }) => at.left && at.bottom)
  const cut = first?.cut ?? { x: block.x, width: Infinity }
  const end = Math.min(cut.x + cut.width, columns[0]?.to ?? block.x)
  return { from: Math.max(cut.x, block.x) + slugGap, to: end - slugGap }
}
