import { stack, stackOffsetDiverging } from 'd3-shape'
import { type Color, type Pt, tolerance } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import type { Looks } from './looks.ts'
import { fullness, measures } from './measures.ts'
import type { Plot } from './plot.ts'
import { type Box, circle, symbol } from './shapes.ts'

/** The mark of one value: a column, a bar, a segment or a dot. */
export interface Block {
  readonly series: number
  readonly category: number
  readonly box: Box
}

/** Where the columns of a category stand, from its middle: those of several series side by side, but in a stack. */
export interface Slots {
  /** Of all together. */
  readonly width: Pt
  readonly each: Pt
  readonly from: (series: number) => Pt
}

export function slotsOf({ sort, series }: Graph, plot: Plot, looks: Looks): Slots {
  const count = sort === 'stacked' || sort === 'dot' ? 1 : series.length
  const blanks = (count - 1) * measures.parting
  const wanted = count * looks.width('mark', plot.right - plot.left) + blanks
  const width = Math.min(wanted, fullness * plot.pitch)
  const each = Math.max(0, width - blanks) / count
  return { width, each, from: (index) => (count === 1 ? 0 : index) * (each + measures.parting) - width / 2 }
}

/** The columns of a graph; of 0, and of what is printed as less than its unit, there is none. */
export function columnsOf(graph: Graph, plot: Plot, slots: Slots): readonly Block[] {
  if (graph.sort === 'stacked') return segmentsOf(graph, plot, slots)
  return graph.series.flatMap(({ points }, series) =>
    points.flatMap(({ value, isRoundedZero }, category) => {
      if (value === null || value === 0 || isRoundedZero) return []
      const from = plot.at(category) + slots.from(series)
      return [{ series, category, box: boxOf(plot, from, from + slots.each, plot.base, plot.of(value)) }]
    }),
  )
}

/** Segments of stacks: what is above 0 upwards from it, what is below downwards. */
function segmentsOf({ series, categories }: Graph, plot: Plot, slots: Slots): readonly Block[] {
  const layers = stack<number, number>()
    .keys(series.map((_, index) => index))
    .value((category, index) => series[index]?.points[category]?.value ?? 0)
    .offset(stackOffsetDiverging)(categories.map((_, index) => index))
  return layers.flatMap((layer, index) =>
    layer.flatMap(([from, to], category) => {
      if (from === to) return []
      const start = plot.at(category) + slots.from(0)
      const box = boxOf(plot, start, start + slots.each, plot.of(from), plot.of(to))
      return [{ series: index, category, box }]
    }),
  )
}

/** What lies between two places on the axis of categories and two on that of values. */
export function boxOf({ isTurned }: Plot, a: Pt, b: Pt, v: Pt, w: Pt): Box {
  const [low, high] = [Math.min(v, w), Math.max(v, w)]
  return isTurned
    ? { left: low, top: a, right: high, bottom: b }
    : { left: a, top: low, right: b, bottom: high }
}

export function drawColumns(
  canvas: Canvas,
  blocks: readonly Block[],
  graph: Graph,
  { base }: Plot,
  looks: Looks,
): void {
  for (const block of blocks) canvas.rect(block.box, colorOf(block, graph, looks))
  if (graph.sort !== 'stacked') return
  const white = { width: measures.parting, color: looks.paper }
  for (const { box } of blocks) {
    // Where it stands on the segment before it; the first one stands on the base.
    const foot = Math.abs(box.bottom - base) < Math.abs(box.top - base) ? box.bottom : box.top
    if (Math.abs(foot - base) > tolerance) canvas.across(foot, box.left, box.right, white)
  }
}

/** Of one series over time the last column stands out; of several, each has its own tone. */
function colorOf({ series, category }: Block, graph: Graph, looks: Looks): Color {
  if (graph.series.length > 1) return looks.series(series, graph.series.length)
  return looks.fill('mark', graph.isTime && category === lastOf(graph))
}

/** The last category that has a value. */
export function lastOf({ series }: Graph): number {
  return Math.max(-1, ...series.map(({ points }) => points.findLastIndex(({ value }) => value !== null)))
}

/** Dots where the values are. */
export function dotsOf({ series }: Graph, plot: Plot, looks: Looks): readonly Block[] {
  const radius = dotRadius(looks)
  return series.flatMap(({ points }, index) =>
    points.flatMap(({ value }, category) => {
      if (value === null) return []
      const [x, y] = [plot.at(category), plot.of(value)]
      const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
      return [{ series: index, category, box }]
    }),
  )
}

export function drawDots(canvas: Canvas, dots: readonly Block[], graph: Graph, looks: Looks): void {
  const radius = dotRadius(looks)
  for (const dot of dots) {
    const { left, top } = dot.box
    const at = { x: left + radius, y: top + radius }
    const outline = graph.series.length > 1 ? symbol(dot.series, at, radius) : circle(at, radius)
    canvas.path(outline, colorOf(dot, graph, looks), null)
  }
}

/** A dot is no wider than that of a day on a track: the place of its middle is what it says. */
function dotRadius(looks: Looks): Pt {
  return Math.min(looks.width('mark', 0) || Number.POSITIVE_INFINITY, looks.width('day', 0)) / 2
}
