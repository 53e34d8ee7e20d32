import { scaleLinear } from 'd3-scale'
import type { Size } from '../../base/length.ts'
import type { Track } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import { measures } from './measures.ts'
import { thinned } from './plot.ts'
import { circle } from './shapes.ts'
import { stacked, type Typesetter, wordsOf } from './words.ts'

/**
 * Draws when something happened, on a scale from the beginning of the first year to the end of the last: a disc for a
 * day, a bar as long as its time for a month or for years. Without an event it is the head, with the names of the years.
 */
export function drawTrack(canvas: Canvas, track: Track, size: Size, setter: Typesetter): void {
  const { width, height } = size
  const { looks } = setter
  const at = scaleLinear([track.from, track.to + 1], [0, width])
  const { event } = track
  if (!event) {
    drawYears(canvas, track, size, setter)
    return
  }
  const rule = looks.rule('grid')
  for (let year = track.from; year <= track.to + 1; year++) canvas.down(at(year), 0, height, rule)
  const middle = height / 2
  const color = looks.fill(event.precision)
  const [from, to] = [at(event.from), at(event.to)]
  if (event.precision === 'day') {
    const radius = Math.min(looks.width('day', width), height) / 2
    canvas.path(circle({ x: inside((from + to) / 2, radius, width), y: middle }, radius), color, null)
    return
  }
  const half = Math.min(looks.height(event.precision, height), height) / 2
  const least = event.precision === 'month' ? looks.width('month', width) : 0
  const spare = Math.max(0, least - (to - from)) / 2
  const center = inside((from + to) / 2, (to - from) / 2 + spare, width)
  const reach = (to - from) / 2 + spare
  canvas.rect(
    { left: center - reach, right: center + reach, top: middle - half, bottom: middle + half },
    color,
  )
}

/** A middle from which a mark does not reach beyond the scale. */
function inside(middle: number, reach: number, width: number): number {
  return Math.min(Math.max(middle, reach), width - reach)
}

/** Each year in the middle of its stretch. */
function drawYears(
  canvas: Canvas,
  { from, to, years }: Track,
  { width, height }: Size,
  setter: Typesetter,
): void {
  const at = scaleLinear([from, to + 1], [0, width])
  const labels = years.map(({ year, label }) => {
    const words = stacked(wordsOf(label, 'category', setter), 0.5)
    return { words, x: inside(at(year + 0.5), words.width / 2, width) - words.width / 2 }
  })
  const extents = labels.map(({ words, x }) => ({ from: x, to: x + words.width }))
  for (const index of thinned(extents, measures.betweenLabels)) {
    const label = labels[index]
    if (label) canvas.words(label.words, label.x, (height - label.words.height) / 2)
  }
}
