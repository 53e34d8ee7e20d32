import type { Size } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import { type Block, lastOf, type Slots } from './columns.ts'
import { barLabel, type Frame } from './frame.ts'
import { type Labelled, placesOf } from './label-places.ts'
import { measures } from './measures.ts'
import type { Plot } from './plot.ts'
import { extentIn, type Obstacles } from './reach.ts'
import { type Box, isOver } from './shapes.ts'
import { stacked, type Typesetter, wordsOf } from './words.ts'

/**
 * Writes values beside their marks, the last and the first before the others. What finds no place where it covers
 * nothing goes: the alternative text has it.
 */
export function drawLabels(
  canvas: Canvas,
  graph: Graph,
  frame: Frame,
  slots: Slots,
  obstacles: Obstacles,
  size: Size,
  setter: Typesetter,
): void {
  for (const one of labelledIn(graph, frame, setter)) {
    const places = placesOf(one, graph, frame.plot, slots, obstacles)
    const box = places.find((place) => isFree(place, one, graph, frame.plot, obstacles, size))
    if (!box) continue
    obstacles.taken.push(box)
    canvas.rect(box, setter.looks.paper)
    canvas.words(one.words, (box.left + box.right - one.words.width) / 2, box.top)
  }
}

function labelledIn(graph: Graph, frame: Frame, setter: Typesetter): readonly Labelled[] {
  const last = lastOf(graph)
  const all = graph.series.flatMap(({ points }, series) =>
    points.flatMap(({ value, label, isRoundedZero }, category): Labelled[] => {
      if (label === null || value === null) return []
      const isLast = category === last
      const words = frame.plot.isTurned
        ? barLabel(label, frame.areLabelsInRow, setter, isLast)
        : stacked(wordsOf(label, 'label', setter, { isLast }), 0.5)
      return [{ words, series, category, value, isZero: value === 0 || isRoundedZero }]
    }),
  )
  const first = Math.min(...all.map(({ category }) => category))
  const rank = ({ category }: Labelled): number => (category === last ? 0 : category === first ? 1 : 2)
  return all.sort((a, b) => rank(a) - rank(b))
}

/** Whether a label covers nothing where it stands, and none of it is outside the drawing. */
function isFree(
  box: Box,
  one: Labelled,
  graph: Graph,
  plot: Plot,
  { blocks, courses, points, taken }: Obstacles,
  size: Size,
): boolean {
  const isInside = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height
  if (!isInside || [...taken, ...points].some((other) => isOver(box, other))) return false
  // A segment's label stands on the segment.
  const isOwn = ({ series, category }: Block): boolean =>
    graph.sort === 'stacked' && series === one.series && category === one.category
  if (blocks.some((block) => !isOwn(block) && isOver(box, block.box))) return false
  const isOnLine = courses.some((course) => {
    const extent = extentIn(course, box.left, box.right)
    if (!extent) return false
    const ends = graph.sort === 'area' ? [extent.top, extent.bottom, plot.base] : [extent.top, extent.bottom]
    return Math.min(...ends) < box.bottom && Math.max(...ends) > box.top
  })
  // Tick marks and the labels of categories begin there.
  return !isOnLine && (plot.isTurned || box.bottom <= plot.bottom + measures.toCategories)
}
