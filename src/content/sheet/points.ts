import { didYouMean, type Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import type { Unit } from '../../figures/unit.ts'
import { nameOfCell } from '../data/rows.ts'
import { readPath } from '../paths.ts'
import type { YamlMap, YamlScalar } from '../yaml-node.ts'
import { fillScalar, type SheetRow } from './fill.ts'
import type { DataPoint, IndicatorSettings } from './indicators.ts'
import { readValue } from './values.ts'

/** The values in the columns of a row whose names have a year where the pattern has `*`. */
export function pointsOfColumns(
  pattern: YamlScalar,
  unit: Unit,
  row: SheetRow | null,
  report: Report,
): readonly DataPoint[] {
  if (row === null) {
    const hint = 'name the data in `rows:` and build with `bifolio batch`, or write the `values:`'
    report.error('content/needs-row', '`columns` are those of a row, and there is none', pattern.span, hint)
    return []
  }
  const points: DataPoint[] = []
  for (const [name, { text, span }] of row.cells) {
    const period = yearIn(name, pattern.text)
    if (period === null) continue
    const value = readValue({ text, span, where: nameOfCell(name, row.row) }, unit, report)
    points.push({ period, value, span })
  }
  if (points.length === 0) {
    const patterns = [...row.cells.keys()].map((name) => name.replace(/\d{1,4}/, '*'))
    const message = `the data has no columns \`${pattern.text}\` with a year for \`*\``
    report.error(
      'content/unknown-column',
      message,
      pattern.span,
      didYouMean(pattern.text, [...new Set(patterns)]),
    )
  }
  return inOrder(points, report)
}

function yearIn(name: string, pattern: string): number | null {
  const [before = '', behind = ''] = pattern.split('*')
  if (!name.startsWith(before) || !name.endsWith(behind)) return null
  return readYear(name.slice(before.length, name.length - behind.length))
}

function readYear(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null
}

/** Values by hand. */
export function pointsOfValues(values: YamlMap, unit: Unit, report: Report): readonly DataPoint[] {
  const points: DataPoint[] = []
  for (const { key, keySpan, value } of values.entries.values()) {
    const period = readYear(key)
    if (period === null)
      report.error('content/bad-period', `\`${key}\` is no year`, keySpan, 'write it as in `1990: 812`')
    if (period === null || value.kind !== 'scalar') continue
    if (value.isNull && value.text === '') reportNothing(key, keySpan, report)
    const text = value.isNull ? '' : value.text
    points.push({
      period,
      value: readValue({ text, span: value.span, where: null }, unit, report),
      span: value.span,
    })
  }
  return inOrder(points, report)
}

/** In `{ 1990: 1,812 }` the comma begins another year. */
function reportNothing(key: string, span: Span, report: Report): void {
  const hint = 'write `~` where a value is missing, and numbers without commas'
  report.error('content/bad-number', `nothing stands behind \`${key}\``, span, hint)
}

/** The values of a CSV with the columns `period` and `value`. */
export function pointsOfFile(
  named: YamlScalar,
  unit: Unit,
  { folder, data, row }: IndicatorSettings,
  report: Report,
): readonly DataPoint[] {
  const filled = fillScalar(named, row, 'bare', report)
  const path = filled && readPath(folder, filled, report)
  const rows = path === null ? null : (data.get(path) ?? null)
  if (rows === null) return []
  const names = rows.columns.map(({ name }) => name)
  const missing = ['period', 'value'].filter((name) => !names.includes(name))
  for (const name of missing) {
    const span = rows.columns[0]?.span ?? named.span
    report.error(
      'content/unknown-column',
      `the data has no column \`${name}\``,
      span,
      didYouMean(name, names),
    )
  }
  if (missing.length > 0) return []
  const points = rows.rows.flatMap((one): readonly DataPoint[] => {
    const [period, value] = [one.cells.get('period'), one.cells.get('value')]
    if (period === undefined || value === undefined) return []
    const year = readYear(period.text)
    if (year === null) {
      const message = `${nameOfCell('period', one)}: \`${period.text}\` is no year`
      report.error('content/bad-period', message, period.span, 'write a year, as `1990`')
      return []
    }
    const read = readValue({ ...value, where: nameOfCell('value', one) }, unit, report)
    return [{ period: year, value: read, span: value.span }]
  })
  return inOrder(points, report)
}

/** By year; of two values of one year, which is reported, the first counts. */
function inOrder(points: readonly DataPoint[], report: Report): readonly DataPoint[] {
  const known = new Map<number, DataPoint>()
  for (const point of points) {
    const earlier = known.get(point.period)
    if (earlier === undefined) known.set(point.period, point)
    else {
      const first = { at: earlier.span, note: 'the first one' }
      const message = `the year ${point.period} has two values`
      report.error('content/bad-period', message, point.span, 'delete one of the two', first)
    }
  }
  return [...known.values()].sort((a, b) => a.period - b.period)
}
