import { scaleBand, scaleLinear, scalePoint } from 'd3-scale'
import type { Pt } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import { measures } from './measures.ts'
import type { Box } from './shapes.ts'

/** Where categories and values stand. For bars the categories go downwards and the values to the right. */
export interface Plot extends Box {
  readonly isTurned: boolean
  /** The middle of a category, by its index. */
  readonly at: (category: number) => Pt
  readonly of: (value: number) => Pt
  /** Where marks begin: the place of 0, or of the end of the scale that is nearest to it. */
  readonly base: Pt
  /** Where the axis of categories ends: before the names of lines. */
  readonly end: Pt
  /** The least distance of two categories. */
  readonly pitch: Pt
}

/** The scales of a graph in a place; `spare` is kept free at the end of the categories. */
export function plotIn(graph: Graph, place: Box, spare: Pt = 0): Plot {
  const isTurned = graph.sort === 'bar'
  const [start, end] = isTurned ? [place.top, place.bottom] : [place.left, place.right - spare]
  const values = isTurned ? [place.left, place.right] : [place.bottom, place.top]
  const { from, to } = graph.axis
  // A scale of one value has no length: a step is as good as any.
  const scale = scaleLinear([from, to > from ? to : from + 1], values)
  const at = categoryScale(graph, start, end)
  return {
    ...place,
    isTurned,
    at,
    end,
    of: scale,
    base: scale(Math.min(Math.max(0, from), to)),
    pitch: pitchOf(graph, at, end - start),
  }
}

function categoryScale(graph: Graph, start: Pt, end: Pt): (category: number) => Pt {
  const { categories, isTime, sort } = graph
  const inset = Math.min(measures.inset, (end - start) * measures.insetShare)
  const range: [Pt, Pt] = [start + inset, end - inset]
  if (categories.length === 1) return () => (start + end) / 2
  if (isTime) {
    const times = categories.map(({ at }) => at)
    const scale = scaleLinear([Math.min(...times), Math.max(...times)], range)
    return (category) => scale(times[category] ?? 0)
  }
  const indices = categories.map((_, index) => index)
  if (isLine(sort)) {
    const scale = scalePoint(indices, range)
    return (category) => scale(category) ?? start
  }
  const scale = scaleBand(indices, [start, end])
  return (category) => (scale(category) ?? start) + scale.bandwidth() / 2
}

/** Whether values are joined by a line. */
export function isLine(sort: Graph['sort']): boolean {
  return sort === 'line' || sort === 'area' || sort === 'sparkline'
}

function pitchOf({ categories }: Graph, at: (category: number) => Pt, whole: Pt): Pt {
  let least = whole
  for (let index = 1; index < categories.length; index++)
    least = Math.min(least, Math.abs(at(index) - at(index - 1)))
  return least
}

/** Of labels along a line, those that stay: the first and the last, and between them each that is far enough from its neighbours. */
export function thinned(
  extents: readonly { readonly from: Pt; readonly to: Pt }[],
  gap: Pt,
): readonly number[] {
  const last = extents.at(-1)
  if (!last) return []
  const kept: number[] = []
  let reached = Number.NEGATIVE_INFINITY
  extents.forEach(({ from, to }, index) => {
    const isLast = index === extents.length - 1
    if (!isLast && to + gap > last.from) return
    if (!isLast && from < reached + gap) return
    kept.push(index)
    reached = to
  })
  return kept
}
