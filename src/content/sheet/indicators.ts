import { didYouMean, type Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import type { Unit } from '../../figures/unit.ts'
import type { Rows } from '../data/rows.ts'
import type { Text } from '../publication.ts'
import type { WrittenIndicator } from '../schema-sheet.ts'
import { readOptionalText, readText, type TextSettings } from '../texts.ts'
import { quotients } from './divide.ts'
import { pointsOfColumns, pointsOfFile, pointsOfValues } from './points.ts'
import { readUnit } from './units.ts'

/** A named series of values. */
export interface Indicator {
  readonly id: string
  readonly label: Text
  /** What the head of a table calls it. */
  readonly short: Text
  readonly unit: Unit
  /** In the order of the years, each once. */
  readonly points: readonly DataPoint[]
  /** Whether it is the quotient of two others. */
  readonly isRatio: boolean
  /** The columns of the row that hold its values, as written; null: they come from elsewhere. */
  readonly columns: string | null
  /** Where its name is written. */
  readonly span: Span
}

export interface DataPoint {
  /** A year. */
  readonly period: number
  /** Null: missing. */
  readonly value: number | null
  readonly span: Span
}

/** Indicators as they are written, with the places of their names. */
export interface NamedIndicator {
  readonly id: string
  readonly span: Span
  readonly written: WrittenIndicator
}

/** What reading indicators depends on besides the texts. */
export interface IndicatorSettings extends TextSettings {
  /** The folder of the file, which paths begin from. */
  readonly folder: string
  readonly data: ReadonlyMap<string, Rows | null>
}

/** Reads the indicators, those that are divided last: each may name any other. */
export function readIndicators(
  named: readonly NamedIndicator[],
  settings: IndicatorSettings,
  report: Report,
): ReadonlyMap<string, Indicator> {
  const made = new Map<string, Indicator>()
  const waiting: NamedIndicator[] = []
  for (const one of named) {
    if (checkSource(one, report) && one.written.divide !== undefined) waiting.push(one)
    else add(one, readPoints(one, settings, report), made, settings, report)
  }
  // A quotient of quotients waits for those; what waits in a circle is left.
  for (let left = waiting.length; left > 0; ) {
    for (const one of waiting.splice(0)) {
      const [over, under] = (one.written.divide ?? []).map(({ text }) => made.get(text))
      if (over && under) add(one, quotients(over, under, one.span, report), made, settings, report)
      else waiting.push(one)
    }
    if (waiting.length === left) break
    left = waiting.length
  }
  for (const one of waiting) reportDivide(one, named, made, report)
  for (const one of waiting) add(one, [], made, settings, report)
  return made
}

function add(
  { id, span, written }: NamedIndicator,
  points: readonly DataPoint[],
  made: Map<string, Indicator>,
  settings: TextSettings,
  report: Report,
): void {
  const label = readText(written.label, settings, report)
  const unit = readUnit(written.unit, settings, report)
  const short = readOptionalText(written.short, settings, report) ?? label
  made.set(id, {
    id,
    label,
    short,
    unit,
    points,
    isRatio: written.divide !== undefined,
    columns: written.columns?.text ?? null,
    span,
  })
}

const sources = ['columns', 'values', 'divide', 'data'] as const

/** An indicator has its values from one place. */
function checkSource({ id, span, written }: NamedIndicator, report: Report): boolean {
  const given = sources.filter((name) => written[name] !== undefined)
  if (given.length === 1) return true
  const message =
    given.length === 0
      ? `the indicator \`${id}\` has no values`
      : `the indicator \`${id}\` has its values from ${given.map((name) => `\`${name}\``).join(' and ')}`
  const hint = 'give it one of `columns`, `values`, `divide` and `data`'
  report.error('content/indicator-values', message, span, hint)
  return false
}

function readPoints(
  { written }: NamedIndicator,
  settings: IndicatorSettings,
  report: Report,
): readonly DataPoint[] {
  const unit = readUnit(written.unit, settings, report)
  const { columns, values, data } = written
  if (columns !== undefined) return pointsOfColumns(columns, unit, settings.row, report)
  if (values !== undefined) return pointsOfValues(values, unit, report)
  return data === undefined ? [] : pointsOfFile(data, unit, settings, report)
}

function reportDivide(
  { id, written }: NamedIndicator,
  named: readonly NamedIndicator[],
  made: ReadonlyMap<string, Indicator>,
  report: Report,
): void {
  const names = named.map((one) => one.id)
  for (const { text, span } of written.divide ?? []) {
    if (made.has(text)) continue
    if (names.includes(text)) {
      const hint = 'divide indicators that have values of their own'
      report.error('content/indicator-values', `\`${id}\` is divided by way of itself`, span, hint)
    } else reportUnknownIndicator(text, span, names, report)
  }
}

export function reportUnknownIndicator(
  name: string,
  span: Span,
  known: readonly string[],
  report: Report,
): void {
  const hint = known.length === 0 ? 'add `indicators:` to this file' : didYouMean(name, known)
  report.error('content/unknown-indicator', `there is no indicator \`${name}\``, span, hint)
}
