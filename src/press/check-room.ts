import { millimetres, type Pt, type Size, tolerance } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { PageFacts } from '../layout/page.ts'
import { type Grid, type NoRoom, paperFor, roomAround } from './grid.ts'
import { bandOf, mm } from './mark-room.ts'
import type { Order } from './order.ts'
import type { PressMark, PressSettings } from './settings.ts'

/** Says why pages do not go on the paper. */
export function reportNoRoom(
  { paper, needed, gutters, largest }: NoRoom,
  { columns, rows }: Order,
  { scale, edge }: PressSettings,
  at: Span,
  report: Report,
): void {
  const isGutters = largest <= 0 && (gutters.width > 0 || gutters.height > 0)
  if (scale === 'fit' && (isGutters || largest > 0)) {
    const message = isGutters
      ? `gutters of ${has(gutters)} between ${columns} × ${rows} places leave no room on ${has(paper)}`
      : `${columns} × ${rows} places on ${has(paper)} are less than a twentieth of the pages’ size`
    const hint = 'put fewer pages on a side, or take a larger paper'
    report.error('press/too-many-places', message, at, hint)
    return
  }
  const onPaper =
    scale === 'fit'
      ? `the printer reaches nothing of ${has(paper)}: it leaves ${millimetres(edge, Math.ceil)} mm at each edge`
      : `the pages take ${needs(needed)}, and the paper has ${has(paper)}`
  const fitting = largest > 0 ? [`scale \`fit\` prints them at ${percent(largest)} of their size`] : []
  const hint = `take a paper of at least ${needs(needed)}`
  report.error('press/paper-too-small', onPaper, at, hint, ...fitting)
}

/** Says what of the demands on a grid cannot be met. */
export function checkRoom(
  pages: readonly PageFacts[],
  order: Order,
  grid: Grid,
  settings: PressSettings,
  at: Span,
  report: Report,
): void {
  checkEdge(grid, settings, at, report)
  checkSizes(pages, order, settings, at, report)
  checkBleed(order, grid, settings, at, report)
  checkCreep(order, settings, at, report)
}

/** Margins at the spine have 10 mm or more; and no stapler takes the fifty sheets of 80 g that come to this. */
const creepLimit: Pt = 5 * mm

function checkCreep({ deepest }: Order, { scheme, caliper }: PressSettings, at: Span, report: Report): void {
  const creep = deepest * caliper
  if (creep <= creepLimit) return
  const message = `in so thick a signature the inner pages move by ${millimetres(creep)} mm into the spine`
  const bind =
    scheme.kind === 'saddle'
      ? 'bind it in signatures, as `perfect` has them'
      : 'take signatures of fewer pages'
  report.warning('press/creep', message, at, bind, 'or name a thinner paper')
}

function checkEdge(grid: Grid, settings: PressSettings, at: Span, report: Report): void {
  const { aside, above } = roomAround(grid, settings)
  const missing = -Math.min(aside, above)
  if (missing <= tolerance) return
  const message = `the pages reach ${millimetres(missing, Math.ceil)} mm into the edge of ${millimetres(settings.edge)} mm that the printer does not reach`
  const larger = `a paper of ${needs(paperFor(grid.block, settings))} has room for all of them`
  const smaller =
    grid.largest > 0 ? [`or print them at ${percent(grid.largest)} of their size, as scale \`fit\` does`] : []
  report.warning('press/edge', message, at, larger, ...smaller)
}

/** Pages of several sizes that are cut to one: what is smaller keeps paper around it. */
function checkSizes(
  pages: readonly PageFacts[],
  order: Order,
  { scheme }: PressSettings,
  at: Span,
  report: Report,
): void {
  if (!order.isPiled && scheme.kind !== 'repeat') return
  // A card is only to be as large as its own back.
  const likeOf = (index: number): number => (scheme.kind === 'repeat' ? index - (index % 2) : 0)
  const index = pages.findIndex((page, at) => !isSame(page.size, pages[likeOf(at)]?.size ?? page.size))
  const [page, other] = [pages[index], pages[likeOf(index)]]
  if (!page || !other) return
  const message = `page ${index + 1} is ${has(page.size)}, page ${likeOf(index) + 1} ${has(other.size)}, and both are cut to one size`
  const hint = 'give all pages one `size` in the theme: the smaller ones keep a blank border'
  report.warning('press/mixed-sizes', message, at, hint)
}

function isSame(one: Size, other: Size): boolean {
  return Math.abs(one.width - other.width) < 0.01 && Math.abs(one.height - other.height) < 0.01
}

/** Nothing is cut from sheets that are read as they are. */
function checkBleed(order: Order, grid: Grid, settings: PressSettings, at: Span, report: Report): void {
  const { bleed, gutter, scheme } = settings
  if (bleed === 0 || scheme.kind === 'nup') return
  const { aside, above } = roomAround(grid, settings)
  const around = Math.max(0, Math.min(aside, above))
  const isCutInside = order.rows > 1 || order.columns > (order.isSpine(1) ? 2 : 1)
  const hints = [
    ...(around < bleed - tolerance
      ? [`take a paper of at least ${needs(paperFor(grid.block, settings))}`]
      : []),
    ...(isCutInside && gutter < 2 * bleed - tolerance
      ? [`take a gutter of ${millimetres(2 * bleed, Math.ceil)} mm, twice the bleed`]
      : []),
  ]
  const [first, ...more] = hints
  if (first === undefined) return
  const room = Math.min(around, isCutInside ? gutter / 2 : around)
  const message = `a bleed of ${millimetres(bleed)} mm has room for ${millimetres(room, down)} mm`
  report.warning('press/bleed', message, at, first, ...more)
}

/** Says which marks were asked for and have no room. */
export function reportMarks(
  missing: readonly PressMark[],
  grid: Grid,
  settings: PressSettings,
  at: Span,
  report: Report,
): void {
  if (missing.length === 0) return
  const { aside, above } = roomAround(grid, settings)
  const there = millimetres(Math.max(0, Math.min(aside, above)), down)
  const message = `marks have no room (${missing.join(', ')}): they take ${millimetres(bandOf(settings), Math.ceil)} mm around the pages, and there are ${there} mm`
  const hint = `take a paper of at least ${needs(paperFor(grid.block, settings))}, or print without marks`
  report.warning('press/marks', message, at, hint)
}

/** What is exact but for the last digits is not to become less for it. */
function down(value: number): number {
  return Math.floor(value + 2 * tolerance)
}

/** A size that is needed, rounded up. */
function needs({ width, height }: Size): string {
  return inMillimetres(width, height, Math.ceil)
}

/** A size that is there. */
function has({ width, height }: Size): string {
  return inMillimetres(width, height, Math.round)
}

function inMillimetres(width: Pt, height: Pt, round: (value: number) => number): string {
  return `${millimetres(width, round)} × ${millimetres(height, round)} mm`
}

/** Rounded down, so that it does fit. */
function percent(scale: number): string {
  return `${(Math.floor(scale * 1000 + 1e-6) / 10).toFixed(1)} %`
}
