import type { Pt, Size } from '../base/length.ts'
import type { Page, Placed, Rect } from '../layout/page.ts'

/**
 * A page as it goes on a sheet: ink alone, without what only a reader of tags is told, and with its bleed. Rectangles that
 * end at an edge of the page go on beyond it, so that no white shows where the knife is a little off; what else a theme
 * lets stand out is painted as it is, and the sheet cuts it off.
 */
export function forPress(page: Page, bleed: Pt): Page {
  const inked = page.marks.filter(({ mark }) => !isWithoutInk.has(mark.kind))
  const marks = bleed === 0 ? inked : inked.map((placed) => withBleed(placed, page.size, bleed))
  return { ...page, marks }
}

const isWithoutInk: ReadonlySet<Placed['mark']['kind']> = new Set(['area', 'unseen', 'link'])

/** A rectangle that comes so near to an edge is meant to end there: a tenth of a cut's usual inexactness, 1 mm. */
const nearness: Pt = 0.28

function withBleed(placed: Placed, size: Size, bleed: Pt): Placed {
  const { mark, x, y } = placed
  if (mark.kind !== 'rect') return placed
  const [left, right] = bled(x, x + mark.width, size.width, bleed)
  const [top, bottom] = bled(y, y + mark.height, size.height, bleed)
  if (left === x && top === y && right === x + mark.width && bottom === y + mark.height) return placed
  const larger: Rect = { ...mark, width: right - left, height: bottom - top }
  return { ...placed, x: left, y: top, mark: larger }
}

/** A stretch of a page of this length; one that lies beyond its ends altogether stays as it is. */
function bled(from: Pt, to: Pt, length: Pt, bleed: Pt): readonly [from: Pt, to: Pt] {
  if (to <= 0 || from >= length) return [from, to]
  return [
    from <= nearness ? Math.min(from, -bleed) : from,
    to >= length - nearness ? Math.max(to, length + bleed) : to,
  ]
}
