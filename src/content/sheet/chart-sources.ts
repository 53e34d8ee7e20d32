import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import type { WrittenChart } from '../schema-data-blocks.ts'
import { readText, type TextSettings } from '../texts.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { type ChartCategory, type ChartData, type ChartSeries, isDrawable, yearOf } from './chart-data.ts'
import { chartOfFile } from './chart-file.ts'
import { chartOfTable } from './chart-table.ts'
import { textFor } from './generated.ts'
import { type Indicator, reportUnknownIndicator } from './indicators.ts'
import type { Sheet } from './sheet.ts'
import { isSameUnit, readUnit } from './units.ts'
import { readValue } from './values.ts'

type Source = WrittenChart['chart']
type ByHand = Extract<Source, { readonly categories: unknown }>

/** Reads what a chart shows; null after a finding. */
export function readChartData(
  source: Source,
  folder: string,
  sheet: Sheet,
  settings: TextSettings,
  report: Report,
): ChartData | null {
  if (Array.isArray(source)) return chartOfIndicators(source, sheet, settings, report)
  if ('kind' in source) return chartOfIndicators([source], sheet, settings, report)
  if ('categories' in source) return chartByHand(source, settings, report)
  if ('data' in source) return chartOfFile(source, folder, sheet, settings, report)
  return chartOfTable(source, sheet, settings, report)
}

/** The indicators of some names; those that are not there are reported. */
export function indicatorsNamed(
  names: readonly YamlScalar[],
  { indicators, lost }: Sheet,
  report: Report,
): readonly Indicator[] {
  return names.flatMap(({ text, span }) => {
    const known = indicators.get(text)
    if (known === undefined && lost !== null && !lost.has(text))
      reportUnknownIndicator(text, span, [...indicators.keys()], report)
    return known ?? []
  })
}

/** All years of some indicators, ascending. */
export function yearsOf(indicators: readonly Indicator[]): readonly number[] {
  const years = new Set(indicators.flatMap(({ points }) => points.map(({ period }) => period)))
  return [...years].sort((a, b) => a - b)
}

function chartOfIndicators(
  names: readonly YamlScalar[],
  sheet: Sheet,
  settings: TextSettings,
  report: Report,
): ChartData | null {
  const indicators = indicatorsNamed(names, sheet, report)
  const [first, ...others] = indicators
  const span = names[0]?.span
  if (first === undefined || span === undefined || indicators.length < names.length) return null
  const years = yearsOf(indicators)
  if (!isDrawable(years.length, indicators.length, span, report)) return null
  const other = others.find(({ unit }) => !isSameUnit(unit, first.unit))
  if (other !== undefined) {
    const message = `\`${first.id}\` and \`${other.id}\` are counted in different units`
    report.error('content/mixed-units', message, span, 'make a chart of each: one scale has one unit')
    return null
  }
  return {
    title: others.length === 0 ? first.label : null,
    unit: first.unit,
    categories: years.map((year) => yearCategory(year, span, settings)),
    series: indicators.map((one) => seriesOf(one, years, others.length > 0)),
    span,
  }
}

function yearCategory(year: number, span: Span, settings: TextSettings): ChartCategory {
  return { label: textFor(settings, span, () => String(year)), year }
}

function seriesOf(
  { label, points, span }: Indicator,
  years: readonly number[],
  isNamed: boolean,
): ChartSeries {
  const known = new Map(points.map((point) => [point.period, point]))
  return {
    name: isNamed ? label : null,
    values: years.map((year) => known.get(year) ?? { value: null, span }),
  }
}

function chartByHand(written: ByHand, settings: TextSettings, report: Report): ChartData | null {
  const [first] = written.categories
  const span = first?.span
  if (span === undefined || !isDrawable(written.categories.length, written.series.length, span, report))
    return null
  const unit = readUnit(written.unit, settings, report)
  const categories = written.categories.map((one): ChartCategory => {
    const label = readText(one, settings, report)
    return { label, year: one.kind === 'scalar' ? yearOf(one.text) : null }
  })
  const series = written.series.flatMap((one): readonly ChartSeries[] => {
    const name = one.label === undefined ? null : readText(one.label, settings, report)
    if (one.values.length !== categories.length) {
      const at = one.values.at(-1)?.span ?? span
      const message = `the series has ${one.values.length} values for ${categories.length} categories`
      report.error(
        'content/uneven-series',
        message,
        at,
        'write one for each category, and `~` for what is missing',
      )
      return []
    }
    const values = one.values.map((value) => {
      const text = value.isNull ? '' : value.text
      return { value: readValue({ text, span: value.span, where: null }, unit, report), span: value.span }
    })
    return [{ name, values }]
  })
  const isNamed = series.length === 1 || series.every(({ name }) => name !== null)
  if (!isNamed) {
    const hint = 'add `label:` to each: their tints alone say nothing'
    report.error('content/missing-key', 'of several series each needs a label', span, hint)
  }
  return series.length < written.series.length || !isNamed
    ? null
    : { title: null, unit, categories, series, span }
}
