import { type Pt, tolerance } from '../base/length.ts'
import type { Placed } from '../layout/page.ts'
import { type Grid, roomAround } from './grid.ts'
import { bandOf, markLength, offsetOf, slugBandOf, slugGap, slugSize } from './mark-room.ts'
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
    const at = placeFor(line, grid, settings)
    if (at) return line.marks.map((placed) => ({ ...placed, x: placed.x + at.x, y: placed.y + at.y }))
  }
  return null
}

/** Between the crop marks of the first column where it is short enough, else below them. */
function placeFor(
  { width }: SlugLine,
  grid: Grid,
  settings: PressSettings,
): { readonly x: Pt; readonly y: Pt } | null {
  const { block, columns } = grid
  const room = roomAround(grid, settings).above
  const bottom = block.y + block.height
  const x = block.x + slugGap
  const [column] = columns
  if (column && x + width + slugGap <= column.to && room >= bandOf(settings) - tolerance) {
    return { x, y: bottom + offsetOf(settings) + (markLength + capHeight * slugSize) / 2 }
  }
  const isInReach = x + width <= grid.size.width - settings.edge && room >= slugBandOf(settings) - tolerance
  return isInReach ? { x, y: bottom + slugBandOf(settings) - depth * slugSize } : null
}
