import type { Size } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { unreachable } from '../base/unreachable.ts'
import type { PageFacts } from '../layout/page.ts'
import { around, enlarged } from './box.ts'
import { checkRoom, reportMarks, reportNoRoom } from './check-room.ts'
import { checkScheme } from './check-scheme.ts'
import { boundaries, type Grid, gridOf, lineAt } from './grid.ts'
import { markingOf } from './marking.ts'
import type { Order, Stage } from './order.ts'
import { orderOf } from './orders.ts'
import { type Piece, piecesOf, turnedPieces } from './pieces.ts'
import type { PressSettings } from './settings.ts'
import type { Imposed, Side, Step } from './sheet.ts'
import type { Slug } from './slug.ts'

/**
 * Pages to the sides of sheets. Null where that cannot be; `at` is where an author asked for it. `slug` is what the slug
 * line says, where marks ask for one.
 */
export function impose(
  pages: readonly PageFacts[],
  settings: PressSettings,
  slug: Slug | null,
  at: Span,
  report: Report,
): Imposed | null {
  if (!checkScheme(pages.length, settings, at, report)) return null
  const order = orderOf(pages.length, settings)
  const found = gridOf(order, largestOf(pages), settings)
  if ('noRoom' in found) {
    reportNoRoom(found.noRoom, order, settings, at, report)
    return null
  }
  const { grid } = found
  checkRoom(pages, order, grid, settings, at, report)
  const marking = markingOf(order, grid, settings, slug)
  const sides = sidesOf(order.sheets, settings.sides).map(({ sheet, side }): Side => {
    const upright = piecesOf(order.slotsOf(sheet, side), pages, order, grid, settings)
    const isTurned = side === 'back' && isBackTurned(grid.size, settings.duplex)
    const pieces = isTurned ? turnedPieces(upright, grid.size) : upright
    const { trim, bleed, places } = extentOf(pieces, grid, settings)
    return {
      sheet,
      side,
      size: grid.size,
      trim,
      bleed,
      places,
      marks: marking.marksOn({ sheet, side }, pieces),
    }
  })
  reportMarks([...marking.missing()], grid, settings, at, report)
  return { sides, sheets: order.sheets, handling: order.steps.map((step) => onPaper(step, order, grid)) }
}

/** In the order of printing. */
function sidesOf(sheets: number, printed: PressSettings['sides']): readonly Pick<Side, 'sheet' | 'side'>[] {
  const faces = printed === 'both' ? (['front', 'back'] as const) : [printed]
  return Array.from({ length: sheets }, (_, sheet) => faces.map((side) => ({ sheet, side }))).flat()
}

function largestOf(pages: readonly PageFacts[]): Size {
  let [width, height] = [0, 0]
  for (const { size } of pages) {
    width = Math.max(width, size.width)
    height = Math.max(height, size.height)
  }
  return { width, height }
}

/**
 * Over an upright edge a sheet turns like the page of a book, and its back stands upright; over a level one, like a leaf
 * of a calendar, it comes to stand on its head. The long edges of a wide side are level, those of a tall one upright.
 */
function isBackTurned({ width, height }: Size, duplex: PressSettings['duplex']): boolean {
  return width > height === (duplex === 'long')
}

function extentOf(
  pieces: readonly Piece[],
  { size, block }: Grid,
  { bleed }: PressSettings,
): Pick<Side, 'trim' | 'bleed' | 'places'> {
  const places = pieces.flatMap(({ place }) => place ?? [])
  const cuts = pieces.flatMap(({ cut }) => cut ?? [])
  const trim = around([...cuts, ...places.map((place) => place.trim)], block)
  return { trim, bleed: enlarged(trim, bleed, { x: 0, y: 0, ...size }), places }
}

/** A step at lines on the front of a sheet. */
function onPaper(step: Stage, order: Order, { columns, rows }: Grid): Step {
  switch (step.kind) {
    case 'fold': {
      const tracks = step.axis === 'vertical' ? columns : rows
      return { kind: 'fold', axis: step.axis, at: lineAt(tracks, step.boundary), under: step.under }
    }
    case 'cut':
      return {
        kind: 'cut',
        columns: boundaries(order.columns).map((boundary) => lineAt(columns, boundary)),
        rows: boundaries(order.rows).map((boundary) => lineAt(rows, boundary)),
      }
    case 'nest':
    case 'gather':
    case 'stack':
      return step
    default:
      return unreachable(step)
  }
}
