import type { Pt } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import { dashesOf } from './legend.ts'
import type { Looks } from './looks.ts'
import type { Plot } from './plot.ts'
import { type Box, circle, closedOn, dashed, type Point, runsOf } from './shapes.ts'
import { mixed } from './tones.ts'

/** The line of a series: its points, null where a value is missing. */
export type Course = readonly (Point | null)[]

export function coursesOf({ series }: Graph, plot: Plot): readonly Course[] {
  return series.map(({ points }) =>
    points.map(({ value }, category) =>
      value === null ? null : { x: plot.at(category), y: plot.of(value) },
    ),
  )
}

/** What lies between each line and the base; the largest below, so that the smaller ones are seen. */
export function drawAreas(
  canvas: Canvas,
  courses: readonly Course[],
  graph: Graph,
  plot: Plot,
  looks: Looks,
): void {
  const sums = graph.series.map(({ points }) =>
    points.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0),
  )
  const order = courses.map((_, index) => index).sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
  for (const index of order) {
    const fill =
      courses.length === 1
        ? looks.fill('area')
        : mixed(looks.series(index, courses.length), looks.paper, paleness)
    for (const run of runsOf(courses[index] ?? []))
      if (run.length > 1) canvas.path(closedOn(run, plot.base), fill, null)
  }
}

/** Far enough from the line above it to be told apart, and from the paper. */
const paleness = 0.4

/** Lines from value to value, broken where one is missing. `isNamed`: each is named at its end. */
export function drawLines(canvas: Canvas, courses: readonly Course[], isNamed: boolean, looks: Looks): void {
  courses.forEach((course, index) => {
    const rule = looks.seriesLine(index, courses.length)
    const pattern = isNamed || courses.length === 1 ? [] : dashesOf(index)
    for (const run of runsOf(course)) if (run.length > 1) canvas.path(dashed(run, pattern), null, rule)
  })
}

/** A point at each value of a line; where they would touch, only those without neighbours and the last one. Returns their boxes. */
export function drawPoints(
  canvas: Canvas,
  courses: readonly Course[],
  plot: Plot,
  looks: Looks,
): readonly Box[] {
  const diameter = looks.width('point', plot.right - plot.left)
  const isDense = plot.pitch < 1.5 * diameter
  const radius = pointRadius(plot, looks)
  const boxes: Box[] = []
  courses.forEach((course, index) => {
    const last = course.findLastIndex((point) => point !== null)
    course.forEach((point, category) => {
      if (!point) return
      const isLast = category === last
      const isLone = !course[category - 1] && !course[category + 1]
      if (isDense && !isLast && !isLone) return
      const { x, y } = point
      boxes.push({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
      const { ring, inside } = looks.point(isLast)
      if (courses.length === 1) {
        canvas.path(circle(point, diameter / 2), inside, ring)
        return
      }
      const { color } = looks.seriesLine(index, courses.length)
      canvas.path(circle(point, diameter / 2), isLast ? color : looks.paper, { ...ring, color })
    })
  })
  return boxes
}

/** From the middle of a point to the outside of its ring. */
function pointRadius(plot: Plot, looks: Looks): Pt {
  return (looks.width('point', plot.right - plot.left) + looks.point(false).ring.width) / 2
}
