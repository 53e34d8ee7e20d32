import type { Pt, Size } from '../../base/length.ts'
import { didYouMean } from '../../base/report.ts'
import { unreachable } from '../../base/unreachable.ts'
import type { Chart } from '../../figures/chart.ts'
import type { ChartBox } from '../../style/box.ts'
import { extentOf } from '../../style/sum.ts'
import { addItem, type Column, edge, isDecorated } from '../column.ts'
import type { Placed } from '../page.ts'
import { Canvas } from './canvas.ts'
import { drawGraph } from './graph.ts'
import { Looks } from './looks.ts'
import { mm } from './measures.ts'
import { drawSparkline } from './sparkline.ts'
import { drawTrack } from './track.ts'
import type { Typesetter } from './words.ts'

/** A chart as one item, drawn at the size that the theme gives it, else as wide as its place. */
export function addChart(column: Column, box: ChartBox, x: Pt, width: Pt): void {
  const { style, element } = box
  const { settings, report } = column
  const source = element.attrs.get('src') ?? ''
  const chart = settings.charts.get(source)
  if (!chart) {
    // One without a name has been reported.
    if (source !== '') {
      const hint = didYouMean(source, [...settings.charts.keys()])
      report.error('layout/unknown-chart', `there is no chart \`${source}\``, element.span, hint)
    }
    return
  }
  const { margin, border, padding } = style
  const left = x + margin.left
  const outer = Math.max(0, width - margin.left - margin.right)
  const [insetLeft, insetTop] = [edge(border.left, padding.left), edge(border.top, padding.top)]
  const insets = {
    width: insetLeft + edge(border.right, padding.right),
    height: insetTop + edge(border.bottom, padding.bottom),
  }
  const place = { width: Math.max(0, outer - insets.width), height: settings.depth }
  const size = sizeOf(box, chart, place)
  const languages = element.lang === null ? settings.languages : [element.lang]
  const { workshop } = settings
  const marks = draw(chart, size, { languages, looks: new Looks(box), workshop, report })
  column.space = Math.max(column.space, margin.top)
  if (style.breakBefore === 'avoid') column.isKept = true
  const item = column.items.length
  column.starts.set(element.index, item)
  addItem(column, size.height + insets.height, 0, {
    kind: 'drawing',
    marks,
    element,
    x: left + insetLeft,
    y: insetTop,
    ...size,
  })
  if (isDecorated(style))
    column.decorations.push({
      from: item,
      to: item + 1,
      x: left,
      width: size.width + insets.width,
      style,
      gaps: null,
    })
  column.space = Math.max(column.space, margin.bottom)
  if (style.breakAfter === 'avoid') column.isKept = true
}

/** As the theme says; a chart without a height is as high as one on a sheet, in proportion to its width. */
function sizeOf({ style }: ChartBox, chart: Chart, place: Size): Size {
  const most = style.maxWidth ? extentOf(style.maxWidth, place.width) : place.width
  const width = Math.min(style.width ? extentOf(style.width, place.width) : place.width, place.width, most)
  const height = style.height
    ? extentOf(style.height, place.height)
    : usualHeight(chart, width, style.lineHeight)
  const highest = style.maxHeight ? extentOf(style.maxHeight, place.height) : place.height
  return { width, height: Math.max(style.minHeight, Math.min(height, highest, place.height)) }
}

function usualHeight(chart: Chart, width: Pt, lineHeight: Pt): Pt {
  if (chart.kind === 'track') return (chart.event ? 6.2 : 4.6) * mm
  return chart.sort === 'sparkline' ? lineHeight : Math.min((width * 72) / 87, 72 * mm)
}

/** The marks of a chart from its top left corner, in painting order; none of them has a tag yet. */
export function draw(chart: Chart, size: Size, setter: Typesetter): readonly Placed[] {
  const canvas = new Canvas()
  switch (chart.kind) {
    case 'track':
      drawTrack(canvas, chart, size, setter)
      return canvas.marks
    case 'graph':
      if (chart.sort === 'sparkline') drawSparkline(canvas, chart, size, setter)
      else drawGraph(canvas, chart, size, setter)
      return canvas.marks
    default:
      return unreachable(chart)
  }
}
