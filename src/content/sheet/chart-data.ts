import type { Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import type { Unit } from '../../figures/unit.ts'
import { mostCategories, mostSeries } from '../limits.ts'
import type { Text } from '../publication.ts'

/** What a chart shows, before it is laid on a scale. */
export interface ChartData {
  readonly title: Text | null
  readonly unit: Unit
  readonly categories: readonly ChartCategory[]
  readonly series: readonly ChartSeries[]
  readonly span: Span
}

export interface ChartCategory {
  readonly label: Text
  /** Null: the category is no year. */
  readonly year: number | null
}

export interface ChartSeries {
  readonly name: Text | null
  /** One for each category. */
  readonly values: readonly ChartValue[]
}

export interface ChartValue {
  /** Null: missing. */
  readonly value: number | null
  readonly span: Span
}

/** Whether a chart is not too large, which is reported. */
export function isDrawable(categories: number, series: number, span: Span, report: Report): boolean {
  if (categories > mostCategories) {
    const message = `the chart has ${categories} categories, more than ${mostCategories}`
    report.error('content/chart-limit', message, span, 'show fewer of them, or sums of several')
    return false
  }
  if (series > mostSeries) {
    const message = `the chart has ${series} series, more than ${mostSeries}`
    report.error('content/chart-limit', message, span, 'divide it into several charts')
    return false
  }
  return true
}

/** The year that a label is; null for any other. */
export function yearOf(text: string): number | null {
  return /^\d{3,4}$/.test(text.trim()) ? Number(text) : null
}

/** The categories of some years, with their values. */
export function onlyYears(
  data: ChartData,
  years: readonly { readonly text: string; readonly span: Span }[],
  report: Report,
): ChartData {
  const known = data.categories.map(({ year }) => year)
  const wanted = years.flatMap(({ text, span }) => {
    const index = known.indexOf(Number(text))
    if (index >= 0) return [index]
    reportUnknownYear(text, span, known, report)
    return []
  })
  const indices = [...new Set(wanted)].sort((a, b) => a - b)
  const picked = <Item>(items: readonly Item[]): readonly Item[] =>
    indices.flatMap((index) => items[index] ?? [])
  return {
    ...data,
    categories: picked(data.categories),
    series: data.series.map((one) => ({ ...one, values: picked(one.values) })),
  }
}

export function reportUnknownYear(
  year: string,
  span: Span,
  known: readonly (number | null)[],
  report: Report,
): void {
  const years = known.filter((one) => one !== null)
  const some = years.length > 12 ? [...years.slice(0, 5), '…', ...years.slice(-5)] : years
  const hint =
    years.length === 0 ? 'its categories are no years: leave `periods` out' : `there are: ${some.join(', ')}`
  report.error('content/bad-period', `there are no values for ${year}`, span, hint)
}
