import type { Lang } from '../base/lang.ts'
import type { Pt, Size } from '../base/length.ts'
import { hasStrip, rowsFor, tracksFor } from '../style/columns.ts'
import type { PageStyle, Track } from '../style/computed.ts'

/** The areas of a page that fill together, in points from its top left corner. */
export interface Frame {
  readonly size: Size
  readonly text: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly depth: Pt }
  /** One for each language, in order, or where they are stacked for all of them; then the axis. */
  readonly lanes: readonly Lane[]
  /** The rows that a passage makes: in each, the language of each lane but the axis. */
  readonly rows: readonly (readonly Lang[])[]
}

export interface Lane {
  readonly x: Pt
  readonly width: Pt
}

/**
 * The frame of a page for the printed languages. The axis is the first gutter. A single lane, of one language or of all,
 * has the whole width, and its axis is a strip of the gutter's width at the right, where the theme leaves it room, unless
 * the theme gives it one beside the lane. A theme whose columns are for another number of languages gives equal lanes,
 * unless it names the languages of its columns.
 */
export function frameOf(style: PageStyle, languages: readonly Lang[]): Frame {
  const { size, margin } = style
  const text = {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, size.width - margin.left - margin.right),
    depth: Math.max(0, size.height - margin.top - margin.bottom),
  }
  const { columns, arrangement } = style
  const tracks = tracksFor(columns, languages, arrangement)
  const widths = widthsOf(tracks, text.width)
  const lanes: Lane[] = []
  let axis: Lane | null = null
  let x = text.x
  widths.forEach((width, index) => {
    if (index % 2 === 0) lanes.push({ x, width })
    else axis ??= { x, width }
    x += width
  })
  const [only, ...others] = lanes
  if (only && others.length === 0 && !hasStrip(columns)) lanes[0] = { x: only.x, width: text.width }
  const rows = rowsFor(arrangement, languages)
  return { size, text, lanes: [...lanes, axis ?? { x: text.x + text.width, width: 0 }], rows }
}

/** The lane in which a language stands; the first for what is in none of them. */
export function laneOf({ rows }: Frame, lang: Lang | null): number {
  return lang === null ? 0 : Math.max(0, ...rows.map((row) => row.indexOf(lang)))
}

/** The widths add up to the whole: lengths that leave nothing to share, or too much, are scaled. */
function widthsOf(tracks: readonly Track[], width: Pt): readonly Pt[] {
  let fixed = 0
  let shares = 0
  for (const { kind, value } of tracks) {
    if (kind === 'pt') fixed += value
    else shares += value
  }
  const isScaled = fixed > 0 && (shares === 0 || fixed > width)
  const scale = isScaled ? width / fixed : 1
  const share = isScaled || shares === 0 ? 0 : (width - fixed) / shares
  return tracks.map(({ kind, value }) => value * (kind === 'pt' ? scale : share))
}
