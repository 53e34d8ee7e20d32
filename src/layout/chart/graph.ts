import type { Size } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import { drawBase, drawCategories, drawGrid, drawTicks } from './axes.ts'
import type { Canvas } from './canvas.ts'
import { columnsOf, dotsOf, drawColumns, drawDots, slotsOf } from './columns.ts'
import { type Frame, frameOf } from './frame.ts'
import { drawHatch, gapsOf, noteIn } from './gaps.ts'
import { drawLabels } from './labels.ts'
import { drawLegend } from './legend.ts'
import { coursesOf, drawAreas, drawLines, drawPoints } from './lines.ts'
import { measures } from './measures.ts'
import { drawNames } from './names.ts'
import { isLine } from './plot.ts'
import type { Obstacles } from './reach.ts'
import { type Box, isOver } from './shapes.ts'
import { stacked, type Typesetter, type Words, wordsIn, wordsOf } from './words.ts'

/** Draws values over categories: what is lowest first. */
export function drawGraph(canvas: Canvas, graph: Graph, size: Size, setter: Typesetter): void {
  const isEmpty = graph.series.every(({ points }) => points.every(({ value }) => value === null))
  const frame = frameOf(graph, size, isEmpty, setter)
  const { plot, legend, names } = frame
  if (plot.right - plot.left < least || plot.bottom - plot.top < least) {
    reportSmall(size, setter)
    return
  }
  const { looks } = setter
  const taken: Box[] = []

  // the scale
  drawGrid(canvas, frame, looks)
  drawTicks(canvas, frame, taken)
  const lost = drawCategories(canvas, frame, size, taken)
  // Years between others are understood; a name is not.
  if (lost > 0 && !graph.isTime) reportLost(lost, graph, setter)
  if (legend) {
    drawLegend(canvas, legend, graph, looks)
    taken.push({ left: 0, top: 0, right: size.width, bottom: legend.height })
  }

  // what is missing
  if (isEmpty) {
    drawNothing(canvas, graph, frame, setter)
    return
  }
  const slots = slotsOf(graph, plot, looks)
  const gaps = gapsOf(graph, plot, slots)
  for (const gap of gaps) drawHatch(canvas, gap, looks)

  // the marks, and the line that they stand on
  const marks = drawMarks(canvas, graph, frame, setter)
  const obstacles: Obstacles = { ...marks, taken }

  // the words among them
  if (names) drawNames(canvas, names, marks.courses, plot, taken, looks)
  const dots = dotsWords(setter)
  for (const gap of gaps) {
    const note = noteIn(gap, graph, plot, dots, setter)
    if (!note || [...marks.blocks.map(({ box }) => box), ...taken].some((box) => isOver(box, note.box)))
      continue
    canvas.rect(note.box, looks.paper)
    canvas.words(note.words, note.x, note.y)
    taken.push(note.box)
  }
  drawLabels(canvas, graph, frame, slots, obstacles, size, setter)
}

/** A plot that is smaller than a line of text shows nothing. */
const least = 12

function drawMarks(
  canvas: Canvas,
  graph: Graph,
  { plot, names }: Frame,
  { looks }: Typesetter,
): Omit<Obstacles, 'taken'> {
  if (isLine(graph.sort)) {
    const courses = coursesOf(graph, plot)
    if (graph.sort === 'area') drawAreas(canvas, courses, graph, plot, looks)
    drawBase(canvas, graph, plot, looks)
    drawLines(canvas, courses, names !== null, looks)
    return { blocks: [], courses, points: drawPoints(canvas, courses, plot, looks) }
  }
  const isDots = graph.sort === 'dot'
  const blocks = isDots ? dotsOf(graph, plot, looks) : columnsOf(graph, plot, slotsOf(graph, plot, looks))
  if (!isDots) drawColumns(canvas, blocks, graph, plot, looks)
  drawBase(canvas, graph, plot, looks)
  if (isDots) drawDots(canvas, blocks, graph, looks)
  return { blocks, courses: [], points: [] }
}

/** No value at all: a hatch over the plot, with what is missing said on it. */
function drawNothing(canvas: Canvas, graph: Graph, { plot }: Frame, setter: Typesetter): void {
  const { looks } = setter
  drawHatch(canvas, plot, looks)
  drawBase(
    canvas,
    { ...graph, axis: { from: 0, to: 1, ticks: [] } },
    { ...plot, base: plot.isTurned ? plot.left : plot.bottom },
    looks,
  )
  const measure = Math.max(1, plot.right - plot.left - 2 * measures.besideNote)
  const words = stacked(wordsOf(graph.nothing, 'note', setter, { measure }), 0.5)
  const x = (plot.left + plot.right - words.width) / 2
  const y = (plot.top + plot.bottom - words.height) / 2
  canvas.rect(
    {
      left: x - measures.besideNote,
      right: x + words.width + measures.besideNote,
      top: y - measures.aroundNote,
      bottom: y + words.height + measures.aroundNote,
    },
    looks.paper,
  )
  canvas.words(words, x, y)
}

/** Two dots, as in tables: a value is missing. */
function dotsWords(setter: Typesetter): Words {
  const [lang = 'en'] = setter.languages
  const { element } = setter.looks.words('note', lang)
  return wordsIn({ text: '..', lang, span: element.span, places: null }, lang, 'note', setter)
}

function reportLost(lost: number, { sort, categories }: Graph, { report, looks }: Typesetter): void {
  const hint =
    sort === 'bar'
      ? 'give the chart more `height` in the theme, or show fewer categories'
      : 'write `sort: bar`, which has room for names, or shorter ones'
  const message = `${lost} of ${categories.length} names have no room below the chart`
  report.warning(
    'layout/lost-label',
    sort === 'bar' ? message.replace('below', 'beside') : message,
    looks.span,
    hint,
  )
}

function reportSmall({ width, height }: Size, { report, looks }: Typesetter): void {
  const inMm = (length: number): string => `${Math.round((length / 72) * 25.4)}`
  report.warning(
    'layout/small-chart',
    `a chart of ${inMm(width)} × ${inMm(height)} mm has no room for its marks beside its labels`,
    looks.span,
    'give it more `width` or `height` in the theme, or smaller type to its `tick`s and `category`s',
  )
}
