import type { Report } from '../../base/report.ts'
import { chartAlt } from '../../figures/alt.ts'
import type { Graph, GraphSort } from '../../figures/chart.ts'
import type { Making, Named } from '../blocks.ts'
import type { ChartBlock, Text } from '../publication.ts'
import type { WrittenChart } from '../schema-data-blocks.ts'
import { readOptionalText, type TextSettings } from '../texts.ts'
import { type ChartData, onlyYears } from './chart-data.ts'
import { readChartData } from './chart-sources.ts'
import { optionalTextFor, textFor, wordsIn } from './generated.ts'
import { graphOf } from './graph.ts'
import { tableOf } from './table-of-chart.ts'

/** Reads a chart and puts its graph with the others of the publication. */
export function readChart(
  written: WrittenChart,
  named: Named,
  { claim, folder, sheet }: Making,
  settings: TextSettings,
  report: Report,
): Omit<ChartBlock, 'priority'> {
  const sort: GraphSort = written.sort ?? 'column'
  const own = readOptionalText(written.title, settings, report)
  const read = readChartData(written.chart, folder, sheet, settings, report)
  const data = read && written.periods !== undefined ? onlyYears(read, written.periods, report) : read
  const title = own ?? data?.title ?? null
  const id = named('chart', title)
  const block = { kind: 'chart', id, source: id, sort, title, isHalf: written.width === 'half' } as const
  if (data === null || data.series.length === 0) {
    sheet.drawing.charts.set(id, nothing(sort))
    return { ...block, unit: null, alt: noText, legend: [], table: null }
  }
  checkStack(data, sort, report)
  sheet.drawing.see(data.series.flatMap(({ values }) => values.map(({ value }) => value)))
  const { graph, scale } = graphOf(data, sort, settings.needed)
  sheet.drawing.charts.set(id, graph)
  return {
    ...block,
    unit: optionalTextFor(settings, data.span, (lang) => scale.unitWords.get(lang) ?? ''),
    alt: altOf(data, sort, title, settings),
    legend: data.series.length > 1 ? data.series.flatMap(({ name }) => name ?? []) : [],
    table: written.table === true ? tableOf(data, `${id}-table`, claim, settings) : null,
  }
}

function altOf(data: ChartData, sort: GraphSort, title: Text | null, settings: TextSettings): Text {
  const { unit, categories, series, span } = data
  return textFor(settings, span, (lang) =>
    chartAlt(
      {
        sort,
        title: wordsIn(title, lang) || null,
        unit,
        categories: categories.map(({ label }) => wordsIn(label, lang)),
        series: series.map(({ name, values }) => ({
          name: name && wordsIn(name, lang),
          values: values.map(({ value }) => value),
        })),
      },
      lang,
    ),
  )
}

/** A part of a stack below zero would stand on no other. */
function checkStack({ series }: ChartData, sort: GraphSort, report: Report): void {
  if (sort !== 'stacked') return
  for (const { values } of series) {
    for (const { value, span } of values) {
      if (value === null || value >= 0) continue
      const message = `\`${value}\` is a share below zero, which no stack can show`
      report.error('content/negative-share', message, span, 'correct it, or draw columns or lines')
    }
  }
}

/** Stands in for a chart that was found wrong, so that its uses are not found wrong as well. */
function nothing(sort: GraphSort): Graph {
  return {
    kind: 'graph',
    sort,
    categories: [],
    isTime: false,
    series: [],
    axis: { from: 0, to: 1, ticks: [] },
    noData: new Map(),
    nothing: new Map(),
  }
}

const noText: Text = { kind: 'text', versions: new Map(), only: null }
