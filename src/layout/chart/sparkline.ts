import type { Size } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import { drawHatch } from './gaps.ts'
import { coursesOf, drawLines, drawPoints } from './lines.ts'
import { plotIn } from './plot.ts'
import type { Typesetter } from './words.ts'

/** Draws only the course of the values, as high and wide as a word: no scale, no labels. */
export function drawSparkline(
  canvas: Canvas,
  graph: Graph,
  { width, height }: Size,
  { looks }: Typesetter,
): void {
  const room = (looks.width('point', width) + looks.point(true).ring.width) / 2
  const place = {
    left: 0,
    right: width,
    top: Math.min(room, height / 2),
    bottom: Math.max(height - room, height / 2),
  }
  if (graph.series.every(({ points }) => points.every(({ value }) => value === null))) {
    drawHatch(canvas, { ...place, top: 0, bottom: height }, looks)
    return
  }
  const plot = plotIn(graph, { ...place, left: room, right: Math.max(room, width - room) })
  const courses = coursesOf(graph, plot)
  drawLines(canvas, courses, false, looks)
  // Only the last one, and those that no line leads to.
  drawPoints(canvas, courses, { ...plot, pitch: 0 }, looks)
}
