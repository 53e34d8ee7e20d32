import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import type { TrackEvent } from '../../figures/chart.ts'
import { periodWords } from '../../figures/period.ts'
import { readDate } from '../dates.ts'
import type { Text } from '../publication.ts'
import type { WrittenEvent } from '../schema-data-blocks.ts'
import { spanOfText, type TextSettings } from '../texts.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { textFor } from './generated.ts'

/** When something happened. */
export interface When {
  readonly event: TrackEvent
  /** The last year that it touches. */
  readonly lastYear: number
  readonly date: Text
  readonly span: Span
}

/**
 * Reads the day, month or year of an event, or its first and last year; null after a finding. `isWhole`: whether nothing
 * of the file was left out.
 */
export function readWhen(
  { date, from, to, text }: WrittenEvent,
  isWhole: boolean,
  settings: TextSettings,
  report: Report,
): When | null {
  if (date !== undefined && from === undefined && to === undefined) return readPoint(date, settings, report)
  if (from !== undefined && to !== undefined && date === undefined)
    return readYears(from, to, settings, report)
  // What of it was found wrong has been left out.
  if (!isWhole) return null
  const hint = 'write either `date: 2013-10`, or both `from: 2014` and `to: 2016`'
  report.error('content/bad-period', 'when it happened is not said in one way', spanOfText(text), hint)
  return null
}

function readYears(from: YamlScalar, to: YamlScalar, settings: TextSettings, report: Report): When | null {
  const [first, last] = [Number(from.text), Number(to.text)]
  if (last <= first) {
    const message = `the years end in ${last}, before or when they begin`
    report.error('content/bad-period', message, to.span, 'write the first year in `from`, the last in `to`')
    return null
  }
  return {
    event: { precision: 'years', from: first, to: last + 1 },
    lastYear: last,
    date: textFor(settings, from.span, (lang) => periodWords({ from: first, to: last }, lang)),
    span: from.span,
  }
}

function readPoint(scalar: YamlScalar, settings: TextSettings, report: Report): When | null {
  const date = readDate(scalar, settings.needed, report)
  if (date === null) return null
  const [year = 0, month, day] = date.iso.split('-').map(Number)
  const words =
    month === undefined ? textFor(settings, scalar.span, (lang) => periodWords(year, lang)) : date.dayFirst
  const about = { lastYear: year, date: { ...words, only: settings.only }, span: scalar.span }
  if (month === undefined) return { event: { precision: 'years', from: year, to: year + 1 }, ...about }
  if (day === undefined) {
    const event = {
      precision: 'month',
      from: inYears(year, month, 1),
      to: inYears(year, month + 1, 1),
    } as const
    return { event, ...about }
  }
  const event = {
    precision: 'day',
    from: inYears(year, month, day),
    to: inYears(year, month, day + 1),
  } as const
  return { event, ...about }
}

/** The beginning of a day in years with their fraction; by the calendar alone, so that no time zone counts. */
function inYears(year: number, month: number, day: number): number {
  const start = Date.UTC(year, 0, 1)
  return year + (Date.UTC(year, month - 1, day) - start) / (Date.UTC(year + 1, 0, 1) - start)
}
