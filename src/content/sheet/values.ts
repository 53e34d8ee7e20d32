import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import { readNumber } from '../../figures/read-number.ts'
import type { Unit } from '../../figures/unit.ts'

/** A value as it is written. */
export interface WrittenValue {
  readonly text: string
  readonly span: Span
  /** How people find it in a table, as `row 3, column \`gdp\``; null: its place says enough. */
  readonly where: string | null
}

/** The number that a value is; null where it is missing or wrong, the latter after a finding. */
export function readValue({ text, span, where }: WrittenValue, unit: Unit, report: Report): number | null {
  if (text.trim() === '') return null
  const read = readNumber(text)
  const at = where === null ? '' : `${where}: `
  if ('reason' in read) {
    const message = `${at}\`${text}\` is no number that can be printed: ${read.reason}`
    report.error('content/bad-number', message, span, read.hint)
    return null
  }
  if (unit.kind === 'percent' && read.value < 0) {
    const message = `${at}\`${text}\` is a share below zero`
    const hint = 'correct it; a rate of change is no share: give it the unit `{ word: "%" }`'
    report.error('content/negative-share', message, span, hint)
    return null
  }
  return read.value
}
