import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { PressSettings, Scheme } from './settings.ts'

/** A side of the smallest labels has about two hundred; a place takes a few hundred bytes on each side of each sheet. */
const mostPlaces = 256

/** Places on all sides of all sheets, a quarter of a kilobyte each: 4,000 pages, each repeated 100 times. */
const mostInAll = 400_000

/** Whether so many pages can be put on sheets by a scheme at all. */
export function checkScheme(
  pages: number,
  { scheme }: Pick<PressSettings, 'scheme'>,
  at: Span,
  report: Report,
): boolean {
  if (pages === 0) {
    report.error('press/nothing', 'there is no page to put on a sheet', at, 'give the publication a text')
    return false
  }
  if (scheme.kind === 'saddle') return true
  if (scheme.kind === 'perfect') return checkSignature(scheme, at, report)
  return checkPlaces(pages, scheme, at, report)
}

function checkSignature(
  { pages, up }: Extract<Scheme, { readonly kind: 'perfect' }>,
  at: Span,
  report: Report,
): boolean {
  const onSheet = 2 * up
  if (Number.isInteger(pages) && pages > 0 && pages % onSheet === 0) return true
  const message = `signatures of ${pages} pages cannot be folded from sheets with ${onSheet} pages each`
  const near = Math.max(1, Math.round(pages / onSheet)) * onSheet
  const hint = `a signature has a multiple of ${onSheet} pages, such as ${near}`
  const other = ([4, 2] as const).find((fewer) => fewer < up && pages > 0 && pages % (2 * fewer) === 0)
  const more = other ? [`or put ${other} pages on a side`] : []
  report.error('press/signature', message, at, hint, ...more)
  return false
}

function checkPlaces(
  pages: number,
  scheme: Extract<Scheme, { readonly columns: number }>,
  at: Span,
  report: Report,
): boolean {
  const { kind, columns, rows } = scheme
  const onSide = columns * rows
  const isGrid = Number.isInteger(columns) && Number.isInteger(rows) && columns > 0 && rows > 0
  if (!isGrid || onSide > mostPlaces) {
    const message = `${columns} × ${rows} places do not go on a side`
    const hint = `a side has up to ${mostPlaces} places, in at least one column and one row`
    report.error('press/too-many-places', message, at, hint)
    return false
  }
  if (kind !== 'repeat' || pages * onSide <= mostInAll) return true
  const message = `${pages} pages, each of them ${onSide} times, are ${pages * onSide} places; more than ${mostInAll} are not made at once`
  report.error('press/too-many-places', message, at, 'print fewer pages at once, or repeat them less often')
  return false
}
