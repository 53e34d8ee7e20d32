import type { Pt, Size } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import type { Frame } from './frame.ts'
import type { Looks } from './looks.ts'
import { measures, tickWeight } from './measures.ts'
import { type Plot, thinned } from './plot.ts'
import type { Box } from './shapes.ts'
import type { Words } from './words.ts'

/** A line for each tick of the scale but that of 0, where the base line stands. */
export function drawGrid(canvas: Canvas, { plot, ticks }: Frame, looks: Looks): void {
  const rule = looks.rule('grid')
  for (const { value } of ticks) {
    if (value === 0) continue
    const place = plot.of(value)
    if (plot.isTurned) canvas.down(place, plot.top, plot.bottom, rule)
    else canvas.across(place, plot.left, plot.right, rule)
  }
}

/** The line of 0, with a tick mark at each period; a scale without 0 has no such line. */
export function drawBase(canvas: Canvas, graph: Graph, plot: Plot, looks: Looks): void {
  const rule = looks.rule('zero')
  const { from, to } = graph.axis
  const hasZero = from <= 0 && to >= 0
  if (plot.isTurned) {
    if (hasZero) canvas.down(plot.base, plot.top, plot.bottom, rule)
    return
  }
  if (hasZero) canvas.across(plot.base, plot.left, plot.right, rule)
  if (!graph.isTime) return
  const top = hasZero ? plot.base : plot.bottom
  graph.categories.forEach((_, index) => {
    canvas.down(plot.at(index), top, top + measures.tick, { ...rule, width: rule.width * tickWeight })
  })
}

/** The labels of the scale: the first language's left, the last one's right; of bars above and below. */
export function drawTicks(canvas: Canvas, { plot, ticks }: Frame, taken: Box[]): void {
  const put = (words: Words, x: Pt, y: Pt): void => {
    canvas.words(words, x, y)
    taken.push(boxOf(words, x, y))
  }
  const extents = ticks.map(({ value, near, far }) => {
    const half = (plot.isTurned ? Math.max(near.width, far?.width ?? 0) : near.height) / 2
    const place = plot.isTurned ? plot.of(value) : -plot.of(value)
    return { from: place - half, to: place + half }
  })
  for (const index of thinned(extents, plot.isTurned ? measures.betweenLabels : 0)) {
    const tick = ticks[index]
    if (!tick) continue
    const { value, near, far } = tick
    const place = plot.of(value)
    if (!plot.isTurned) {
      put(near, plot.left - measures.toTicks - near.width, place - near.height / 2)
      if (far) put(far, plot.right + measures.toTicks, place - far.height / 2)
    } else if (far && far !== near) {
      put(near, place - near.width / 2, plot.top - measures.toTicks - near.height)
      put(far, place - far.width / 2, plot.bottom + measures.toTicks)
    } else put(near, place - near.width / 2, plot.bottom + measures.toTicks)
  }
}

/** The labels of the categories: below the plot, of bars left of it. Returns how many found no room. */
export function drawCategories(
  canvas: Canvas,
  { plot, categories }: Frame,
  { width }: Size,
  taken: Box[],
): number {
  const placed = categories.flatMap((words, index) =>
    words && words.height > 0 ? [{ words, box: categoryBox(words, plot.at(index), plot, width, taken) }] : [],
  )
  const extents = placed.map(({ box }) =>
    plot.isTurned ? { from: box.top, to: box.bottom } : { from: box.left, to: box.right },
  )
  const shown = thinned(extents, plot.isTurned ? 0 : measures.betweenLabels)
  for (const index of shown) {
    const one = placed[index]
    if (!one) continue
    canvas.words(one.words, one.box.left, one.box.top)
    taken.push(one.box)
  }
  return placed.length - shown.length
}

/** In the middle of its category, as far as it does not reach out of the drawing or over the foot of the scale. */
function categoryBox(words: Words, at: Pt, plot: Plot, width: Pt, taken: readonly Box[]): Box {
  if (plot.isTurned) {
    const y = Math.min(at - words.height / 2, plot.bottom - words.height)
    return boxOf(words, plot.left - measures.toTicks - words.width, Math.max(plot.top - measures.toTicks, y))
  }
  const top = plot.bottom + measures.toCategories
  const beside = taken.filter((box) => box.top < top + words.height && box.bottom > top)
  const before = beside.filter((box) => box.right <= plot.left).map(({ right }) => right)
  const behind = beside.filter((box) => box.left >= plot.right).map(({ left }) => left)
  const [from, to] = [Math.max(0, ...before), Math.min(width, ...behind)]
  return boxOf(words, Math.max(from, Math.min(at - words.width / 2, to - words.width)), top)
}

function boxOf({ width, height }: Words, left: Pt, top: Pt): Box {
  return { left, top, right: left + width, bottom: top + height }
}
