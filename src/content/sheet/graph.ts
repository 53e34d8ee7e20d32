import type { Lang, PerLanguage } from '../../base/lang.ts'
import type { Leaf } from '../../base/leaf.ts'
import type { Graph, GraphSort, Point, Series } from '../../figures/chart.ts'
import { noDataIn, noDataSentence, noDataWords } from '../../figures/period.ts'
import { labelled, type Scale, scaleOf } from '../../figures/scale.ts'
import type { ChartData, ChartSeries, ChartValue } from './chart-data.ts'
import { drawn } from './drawn.ts'
import { leavesFor } from './generated.ts'

/** Lays the data of a chart on a scale, with all its words in these languages. */
export function graphOf(
  data: ChartData,
  sort: GraphSort,
  languages: readonly Lang[],
): { readonly graph: Graph; readonly scale: Scale } {
  const { categories, series, span, unit } = data
  const isTime = sort !== 'bar' && isAscending(categories.map(({ year }) => year))
  const zero = sort !== 'line' && sort !== 'dot' && sort !== 'sparkline'
  const scale = scaleOf(extentsOf(series, sort), unit, languages, { zero })
  const wanted = labelledYears(categories.map(({ year }) => year))
  const graph: Graph = {
    kind: 'graph',
    sort,
    isTime,
    categories: categories.map(({ label, year }, index) => ({
      at: isTime ? (year ?? index) : index,
      label: drawn(label),
      isLabelled: !isTime || (year !== null && wanted.has(year)),
    })),
    series: series.map((one) => seriesOf(one, sort, isTime, series.length, scale)),
    axis: {
      from: scale.from,
      to: scale.to,
      ticks: scale.ticks.map(({ value, labels }) => ({
        value,
        label: leavesFor(languages, span, (lang) => labels.get(lang) ?? ''),
      })),
    },
    noData: leavesFor(languages, span, noDataWords),
    nothing: leavesFor(languages, span, (lang) => nothingIn(data, lang)),
  }
  return { graph, scale }
}

function nothingIn({ categories }: ChartData, lang: Lang): string {
  const [first, last] = [categories[0]?.year ?? null, categories.at(-1)?.year ?? null]
  if (first === null || last === null) return noDataSentence(lang)
  return noDataIn(first === last ? first : { from: first, to: last }, lang)
}

/** What the scale must hold: the values, of a stack their sums. */
function extentsOf(series: readonly ChartSeries[], sort: GraphSort): readonly (number | null)[] {
  const all = series.flatMap(({ values }) => values.map(({ value }) => value))
  if (sort !== 'stacked') return all
  const length = series[0]?.values.length ?? 0
  const sums = Array.from({ length }, (_, index) =>
    series.reduce((sum, { values }) => sum + (values[index]?.value ?? 0), 0),
  )
  return [...all, ...sums]
}

/** Whether categories are years in their order, so that they stand on a true scale of time. */
function isAscending(years: readonly (number | null)[]): boolean {
  return years.every((year, index) => year !== null && (index === 0 || year > (years[index - 1] ?? year)))
}

/** The fewest round years that are at most six, and the last year, which another must not come near. */
function labelledYears(years: readonly (number | null)[]): ReadonlySet<number> {
  const known = years.filter((year) => year !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return new Set()
  if (known.length <= 6 && last - first < 2 * known.length) return new Set(known)
  const step =
    [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000].find((one) => (last - first) / one <= 6) ?? 2000
  return new Set([
    first,
    ...known.filter(
      (year) => year % step === 0 && last - year >= step / 2 && (year === first || year - first >= step / 2),
    ),
    last,
  ])
}

function seriesOf(
  { name, values }: ChartSeries,
  sort: GraphSort,
  isTime: boolean,
  count: number,
  scale: Scale,
): Series {
  const shown = labelledPoints(values, sort, isTime, count)
  return {
    name: count > 1 ? name && drawn(name) : null,
    points: values.map((one, index) => pointOf(one, shown.has(index), scale)),
  }
}

/**
 * Which points have their value beside them. On a scale of time the first and the last, and the lowest below zero; of
 * a dozen categories all; of several series the last; of stacks none. What has no mark of its own, zero, always.
 */
function labelledPoints(
  values: readonly ChartValue[],
  sort: GraphSort,
  isTime: boolean,
  count: number,
): ReadonlySet<number> {
  const known = values.flatMap(({ value }, index) => (value === null ? [] : [{ value, index }]))
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || sort === 'stacked') return new Set()
  const lines = sort === 'line' || sort === 'area' || sort === 'sparkline'
  if (count > 1) return new Set(lines ? [last.index] : [])
  if (!isTime && !lines) return new Set(known.length <= mostLabels ? known.map(({ index }) => index) : [])
  const zeros = known.filter(({ value }) => value === 0).map(({ index }) => index)
  const lowest = known.reduce((low, one) => (one.value < low.value ? one : low))
  return new Set([
    first.index,
    last.index,
    ...(lines ? [] : zeros),
    ...(lowest.value < 0 ? [lowest.index] : []),
  ])
}

/** A dozen labels stand beside their marks on half a page. */
const mostLabels = 12

function pointOf({ value, span }: ChartValue, isShown: boolean, scale: Scale): Point {
  if (value === null) return { value, isRoundedZero: false, label: null }
  const isRoundedZero = value !== 0 && Math.abs(value) < scale.grain
  return {
    value,
    isRoundedZero,
    label: isShown || isRoundedZero ? leavesOf(labelled(value, scale).labels, span) : null,
  }
}

function leavesOf(labels: PerLanguage<string>, span: Leaf['span']): PerLanguage<Leaf> {
  return leavesFor([...labels.keys()], span, (lang) => labels.get(lang) ?? '')
}
