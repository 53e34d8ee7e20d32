import type { Pt } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Slots } from './columns.ts'
import { measures } from './measures.ts'
import { isLine, type Plot } from './plot.ts'
import { type Obstacles, reachOf } from './reach.ts'
import { type Box, isOver } from './shapes.ts'
import type { Words } from './words.ts'

/** A value that is written beside its mark. */
export interface Labelled {
  readonly words: Words
  readonly series: number
  readonly category: number
  readonly value: number
  readonly isZero: boolean
}

/** Where a label may stand, the best place first. */
export function placesOf(
  one: Labelled,
  graph: Graph,
  plot: Plot,
  slots: Slots,
  obstacles: Obstacles,
): readonly Box[] {
  if (plot.isTurned) return barPlaces(one, plot, slots)
  if (graph.sort === 'stacked') return segmentPlaces(one, obstacles)
  return isLine(graph.sort) || graph.sort === 'dot'
    ? pointPlaces(one, graph, plot, obstacles)
    : columnPlaces(one, plot, slots, obstacles)
}

/** Above all of its line that is near, over what stands there already; else below. Of several lines, next to its own. */
function pointPlaces(
  { words, series, category, value }: Labelled,
  graph: Graph,
  plot: Plot,
  obstacles: Obstacles,
): readonly Box[] {
  const at = { x: plot.at(category), y: plot.of(value) }
  const own = {
    blocks: obstacles.blocks.filter((block) => block.series === series),
    courses: obstacles.courses.filter((_, index) => index === series),
  }
  const radius = obstacles.points[0] ? (obstacles.points[0].right - obstacles.points[0].left) / 2 : 0
  const gap =
    graph.sort === 'dot'
      ? measures.aboveColumn
      : Math.max(measures.abovePoint, radius + measures.aboveColumn / 2)
  return widthsOf(words, measures.nearPoint).flatMap((near) => {
    const { top, bottom } = reachOf(at, near, own)
    const above = within(plot, words, at.x, top - gap - words.height)
    const below = within(plot, words, at.x, bottom + gap)
    return [...(graph.series.length > 1 ? [above] : upwards(above, obstacles)), below]
  })
}

/** Above a column and its neighbours, or below one that goes down; where there is no room below, above 0. */
function columnPlaces(one: Labelled, plot: Plot, slots: Slots, obstacles: Obstacles): readonly Box[] {
  const { words, series, category, value, isZero } = one
  const x = plot.at(category) + slots.from(series) + slots.each / 2
  return widthsOf(words, measures.nearColumn).flatMap((near) => {
    const { top, bottom } = reachOf({ x, y: plot.base }, near, obstacles)
    const above = within(plot, words, x, top - measures.aboveColumn - words.height)
    const below = within(plot, words, x, bottom + measures.aboveColumn)
    return value < 0 && !isZero ? [below, ...upwards(above, obstacles)] : upwards(above, obstacles)
  })
}

/** To each side of its middle a label clears what is near; where that is not enough, all that its box could touch. */
function widthsOf({ width }: Words, near: Pt): readonly Pt[] {
  const half = Math.max(near, width / 2)
  return [half, Math.max(half, width + 2 * measures.besideLabel)]
}

/** In the middle of its segment. */
function segmentPlaces({ words, series, category }: Labelled, { blocks }: Obstacles): readonly Box[] {
  const own = blocks.find((block) => block.series === series && block.category === category)
  if (!own) return []
  const { left, right, top, bottom } = own.box
  if (bottom - top < words.height || right - left < words.width) return []
  const y = (top + bottom - words.height) / 2
  const x = (left + right) / 2
  return [{ left: x - words.width / 2, right: x + words.width / 2, top: y, bottom: y + words.height }]
}

/** Behind the end of a bar; of one that goes to the left before it, or else behind 0. */
function barPlaces(
  { words, series, category, value, isZero }: Labelled,
  plot: Plot,
  slots: Slots,
): readonly Box[] {
  const center = plot.at(category) + slots.from(series) + slots.each / 2
  const wide = words.width + 2 * measures.besideLabel
  const gap = measures.aboveColumn - measures.besideLabel
  const at = (left: Pt): Box => {
    const top = center - words.height / 2
    return { left, right: left + wide, top, bottom: top + words.height }
  }
  const end = isZero ? plot.base : plot.of(value)
  if (value >= 0 || isZero) return [at(end + gap)]
  return [...(end - gap - wide >= plot.left ? [at(end - gap - wide)] : []), at(plot.base + gap)]
}

/** A box for words whose middle is at `x`, moved into the plot where it would reach beyond it. */
function within(plot: Plot, { width, height }: Words, x: Pt, top: Pt): Box {
  const wide = width + 2 * measures.besideLabel
  const room = plot.right - plot.left
  const left = wide >= room ? x - wide / 2 : Math.min(Math.max(x - wide / 2, plot.left), plot.right - wide)
  return { left, right: left + wide, top, bottom: top + height }
}

/** A place, and those above what stands in its way, so many times at most. */
function upwards(box: Box, { taken }: Obstacles): readonly Box[] {
  const places = [box]
  let current = box
  for (let step = 0; step < mostSteps; step++) {
    const bar = taken.filter((other) => isOver(current, other))
    if (bar.length === 0) break
    const bottom = Math.min(...bar.map(({ top }) => top))
    current = { ...current, top: bottom - (current.bottom - current.top), bottom }
    places.push(current)
  }
  return places
}

/** A label moves over the marks below it, each time over all that it meets: four steps are more than any chart needs. */
const mostSteps = 4
