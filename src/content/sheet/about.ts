import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import { changeWords } from '../../figures/change.ts'
import { type Period, periodWords } from '../../figures/period.ts'
import type { Unit } from '../../figures/unit.ts'
import type { Text } from '../publication.ts'
import type { WrittenChange } from '../schema-data-blocks.ts'
import type { WrittenPeriod } from '../schema-sheet.ts'
import { readText, type TextSettings } from '../texts.ts'
import { optionalTextFor, textFor } from './generated.ts'
import { readValue } from './values.ts'

/** Reads a year or a stretch of them; null after a finding. */
export function readPeriod(written: WrittenPeriod, report: Report): { period: Period; span: Span } | null {
  if (!('from' in written)) return { period: Number(written.text), span: written.span }
  const [from, to] = [Number(written.from.text), Number(written.to.text)]
  if (from < to) return { period: { from, to }, span: written.from.span }
  const message = `the period ends in ${to}, before or when it begins`
  report.error(
    'content/bad-period',
    message,
    written.to.span,
    'write the first year in `from`, the last in `to`',
  )
  return null
}

/** `2014`, `2014年`. */
export function readPeriodText(
  written: WrittenPeriod | undefined,
  settings: TextSettings,
  report: Report,
): Text | null {
  const read = written === undefined ? null : readPeriod(written, report)
  return read && textFor(settings, read.span, (lang) => periodWords(read.period, lang))
}

/** `up 24% since 1990`: in the author's words, or from an earlier value; null where no percentage says it. */
export function readChange(
  written: WrittenChange | undefined,
  now: number | null,
  unit: Unit,
  settings: TextSettings,
  report: Report,
): Text | null {
  if (written === undefined) return null
  if ('kind' in written) return readText(written, settings, report)
  const before = readValue({ ...written.from, where: null }, unit, report)
  const since = readPeriod(written.since, report)
  if (before === null || since === null || now === null) return null
  return optionalTextFor(
    settings,
    written.from.span,
    (lang) => changeWords(before, now, since.period, unit, lang) ?? '',
  )
}
