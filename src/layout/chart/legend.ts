import type { Pt } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import type { Canvas } from './canvas.ts'
import type { Looks } from './looks.ts'
import { measures } from './measures.ts'
import { dashed, symbol } from './shapes.ts'
import { inRow, type Typesetter, type Words, wordsOf } from './words.ts'

/** The names of several series, each behind a sample of its marks, in rows. */
export interface Legend {
  readonly height: Pt
  readonly entries: readonly {
    readonly series: number
    readonly words: Words
    readonly x: Pt
    readonly y: Pt
  }[]
}

/** The legend at a width; null where there is but one series. */
export function legendOf({ series }: Graph, width: Pt, setter: Typesetter): Legend | null {
  if (series.length < 2) return null
  const lead = measures.sample + measures.toName
  let [x, y, height] = [0, 0, 0]
  const entries = series.map(({ name }, index) => {
    const measure = Math.max(1, width - lead)
    const words = inRow(name ? wordsOf(name, 'legend', setter, { measure }) : [], measures.betweenNames)
    if (x > 0 && x + lead + words.width > width) {
      x = 0
      y += height
      height = 0
    }
    const entry = { series: index, words, x, y }
    height = Math.max(height, words.height)
    x += lead + words.width + measures.betweenEntries
    return entry
  })
  return { height: y + height, entries }
}

export function drawLegend(canvas: Canvas, legend: Legend, graph: Graph, looks: Looks): void {
  for (const { series, words, x, y } of legend.entries) {
    drawSample(canvas, series, graph, { x, y: y + words.height / 2 }, looks)
    canvas.words(words, x + measures.sample + measures.toName, y)
  }
}

function drawSample(
  canvas: Canvas,
  series: number,
  graph: Graph,
  at: { readonly x: Pt; readonly y: Pt },
  looks: Looks,
): void {
  const color = looks.series(series, graph.series.length)
  const half = measures.sample / 2
  switch (graph.sort) {
    case 'line':
    case 'area':
    case 'sparkline': {
      const ends = [at, { x: at.x + measures.sample, y: at.y }]
      canvas.path(dashed(ends, dashesOf(series)), null, looks.seriesLine(series, graph.series.length))
      return
    }
    case 'dot':
      canvas.path(symbol(series, { x: at.x + half, y: at.y }, half * 0.8), color, null)
      return
    default:
      canvas.rect({ left: at.x, top: at.y - half, right: at.x + measures.sample, bottom: at.y + half }, color)
  }
}

/** Lines of several series that are not named at their ends are told apart by dashes too. */
export function dashesOf(series: number): readonly Pt[] {
  return dashes[series % dashes.length] ?? []
}

const dashes: readonly (readonly Pt[])[] = [[], [5, 2.5], [1.5, 1.5], [7, 2, 1.5, 2], [3, 1.5]]
