import type { Pt } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import { boxOf, type Slots } from './columns.ts'
import type { Looks } from './looks.ts'
import { measures } from './measures.ts'
import { isLine, type Plot } from './plot.ts'
import { type Box, hatch } from './shapes.ts'
import { inRow, stacked, type Typesetter, type Words, wordsOf } from './words.ts'

/** Where values are missing, over the full length of the scale of values: gaps side by side are one. */
export function gapsOf(graph: Graph, plot: Plot, slots: Slots): readonly Box[] {
  const [low, high] = plot.isTurned ? [plot.left, plot.right] : [plot.top, plot.bottom]
  return stretchesOf(graph, plot, slots).map(([from, to]) => boxOf(plot, from, to, low, high))
}

type Stretch = readonly [from: Pt, to: Pt]

function stretchesOf(graph: Graph, plot: Plot, slots: Slots): readonly Stretch[] {
  const { series, categories, sort } = graph
  const { end } = plot
  const start = plot.isTurned ? plot.top : plot.left
  const isMissing = (category: number): boolean =>
    sort === 'stacked'
      ? series.some(({ points }) => points[category]?.value === null)
      : series.every(({ points }) => points[category]?.value === null)
  const runs = runsWhere(categories.length, isMissing)
  // Never as far as the column beside it.
  const half = slots.width / 2 + Math.min(measures.besideColumn, plot.pitch - slots.width) / 2
  const whole = runs.map(([first, last]): Stretch => {
    // A line is broken from one value to the next.
    const [before, after] = isLine(sort) ? [first - 1, last + 1] : [first, last]
    const reach = isLine(sort) ? 0 : half
    return [
      first === 0 ? start : Math.max(start, plot.at(before) - reach),
      last === categories.length - 1 ? end : Math.min(end, plot.at(after) + reach),
    ]
  })
  return sort === 'column' || sort === 'bar' ? [...whole, ...partsOf(graph, plot, slots, isMissing)] : whole
}

/** Of several columns side by side, the places of those that are missing alone. */
function partsOf(
  { series, categories }: Graph,
  plot: Plot,
  slots: Slots,
  isWhole: (category: number) => boolean,
): readonly Stretch[] {
  if (series.length === 1) return []
  return categories.flatMap((_, category) =>
    isWhole(category)
      ? []
      : series.flatMap(({ points }, index): Stretch[] => {
          if (points[category]?.value !== null) return []
          const from = plot.at(category) + slots.from(index)
          return [[from, from + slots.each]]
        }),
  )
}

/** First and last of each run of indices for which something holds. */
function runsWhere(count: number, holds: (index: number) => boolean): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let index = 0; index < count; index++) {
    if (!holds(index)) continue
    const run = runs.at(-1)
    if (run && run[1] === index - 1) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

/** Missing is neither zero nor white: a hatch on paper, without the lines of the scale. */
export function drawHatch(canvas: Canvas, gap: Box, looks: Looks): void {
  canvas.rect(gap, looks.paper)
  canvas.path(hatch(gap, looks.hatchStep), null, looks.rule('gap'))
}

/** What is said in a gap, and the white box that it stands in; null where there is no room even for two dots. */
export function noteIn(
  gap: Box,
  { noData }: Graph,
  plot: Plot,
  dots: Words,
  setter: Typesetter,
): { readonly words: Words; readonly box: Box; readonly x: Pt; readonly y: Pt } | null {
  const [width, height] = [gap.right - gap.left, gap.bottom - gap.top]
  const [middle, center] = [(gap.left + gap.right) / 2, (gap.top + gap.bottom) / 2]
  const said = wordsOf(noData, 'note', setter)
  for (const words of plot.isTurned
    ? [stacked(said, 0.5), inRow(said, measures.betweenNames)]
    : [stacked(said, 0.5)]) {
    const isRoomy = Math.max(measures.leastNote, words.width + 2 * measures.besideNote) <= width
    const around = plot.isTurned ? 0 : measures.aroundNote
    if (isRoomy && words.height + 2 * around <= height)
      return noteAt(words, middle, center, measures.besideNote, around)
  }
  if (dots.width > width || dots.height + 2 * measures.aroundDots > height) return null
  const beside = Math.min(measures.besideDots, (width - dots.width) / 2)
  if (plot.isTurned)
    return noteAt(
      dots,
      Math.min(plot.base + measures.besideDots * 2, gap.right - dots.width),
      center,
      beside,
      0,
    )
  const foot = gap.bottom - measures.belowDots - measures.aroundDots
  const y = Math.max(center, foot - dots.height / 2)
  return noteAt(dots, middle, y, beside, measures.aroundDots)
}

function noteAt(words: Words, middle: Pt, center: Pt, beside: Pt, around: Pt) {
  const [x, y] = [middle - words.width / 2, center - words.height / 2]
  const box = {
    left: x - beside,
    top: y - around,
    right: x + words.width + beside,
    bottom: y + words.height + around,
  }
  return { words, box, x, y }
}
