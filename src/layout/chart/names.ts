import type { Pt } from '../../base/length.ts'
import type { Canvas } from './canvas.ts'
import type { Course } from './lines.ts'
import type { Looks } from './looks.ts'
import { measures } from './measures.ts'
import type { Plot } from './plot.ts'
import type { Box } from './shapes.ts'
import type { Words } from './words.ts'

/** Names of lines at their ends, moved apart where they would meet; one that is far from its line is led to it. */
export function drawNames(
  canvas: Canvas,
  names: readonly Words[],
  courses: readonly Course[],
  plot: Plot,
  taken: Box[],
  looks: Looks,
): void {
  const ends = courses.flatMap((course, series) => {
    const last = course.findLast((point) => point !== null)
    const words = names[series]
    return last && words && words.height > 0 ? [{ series, last, words, top: last.y - words.height / 2 }] : []
  })
  ends.sort((a, b) => a.top - b.top || a.series - b.series)
  spread(ends, plot)
  const x =
    Math.max(...courses.flatMap((course) => course.map((point) => point?.x ?? 0))) + measures.toLineName
  for (const { series, last, words, top } of ends) {
    const box = { left: x, right: x + words.width, top, bottom: top + words.height }
    taken.push(box)
    const center = top + words.height / 2
    if (Math.abs(center - last.y) > words.height / 2 || x - last.x > 2 * measures.toLineName) {
      const outline = [
        ['M', last.x, last.y],
        ['L', x - measures.toTicks / 2, center],
      ] as const
      canvas.path(outline, null, {
        width: looks.rule('grid').width,
        color: looks.series(series, courses.length),
      })
    }
    canvas.rect(box, looks.paper)
    canvas.words(words, x, top)
  }
}

/** Moves boxes down until none is over the one before it, then up again where they run out of the plot. */
function spread(ends: { top: Pt; readonly words: Words }[], plot: Plot): void {
  let reached = plot.top
  for (const end of ends) {
    end.top = Math.max(end.top, reached)
    reached = end.top + end.words.height
  }
  let most = plot.bottom
  for (const end of ends.toReversed()) {
    end.top = Math.min(end.top, most - end.words.height)
    most = end.top
  }
}
