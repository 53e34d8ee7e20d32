import type { Pt, Size } from '../../base/length.ts'
import type { Graph } from '../../figures/chart.ts'
import { type Legend, legendOf } from './legend.ts'
import { labelShare, measures } from './measures.ts'
import { isLine, type Plot, plotIn } from './plot.ts'
import {
  fullHeight,
  inRow,
  noWords,
  stacked,
  type Typesetter,
  type Words,
  wordsIn,
  wordsOf,
} from './words.ts'

/** What stands around the plot of a graph, set, and the plot in what is left. */
export interface Frame {
  readonly plot: Plot
  /** The first language's scale and the last one's; none of the last where only one is spoken. */
  readonly ticks: readonly { readonly value: number; readonly near: Words; readonly far: Words | null }[]
  /** One below the other; null where it is not wanted. */
  readonly categories: readonly (Words | null)[]
  /** Names of the series: above the plot, or at the ends of lines. */
  readonly legend: Legend | null
  readonly names: readonly Words[] | null
  /** Whether labels of bars stand in one row. */
  readonly areLabelsInRow: boolean
}

export function frameOf(graph: Graph, { width, height }: Size, isEmpty: boolean, setter: Typesetter): Frame {
  return graph.sort === 'bar'
    ? barFrame(graph, { width, height }, isEmpty, setter)
    : uprightFrame(graph, { width, height }, isEmpty, setter)
}

function uprightFrame(graph: Graph, { width, height }: Size, isEmpty: boolean, setter: Typesetter): Frame {
  const ticks = isEmpty ? [] : ticksOf(graph, setter)
  const { languages } = setter
  const least = Math.min(measures.side, width * measures.sideShare)
  const left = Math.max(least, widest(ticks.map(({ near }) => near)) + measures.toTicks)
  const right =
    languages.length > 1
      ? Math.max(least, widest(ticks.map(({ far }) => far)) + measures.toTicks)
      : measures.openSide
  const plotWidth = width - left - right
  const categories = graph.categories.map(({ label, isLabelled }) =>
    isLabelled ? stacked(wordsOf(label, 'category', setter, measureOf(graph, plotWidth)), 0.5) : null,
  )
  const tall = highest(categories)
  const below = Math.max(measures.below, measures.toCategories + tall)
  const names = isEmpty ? null : lineNames(graph, width, height - below, setter)
  const legend = isEmpty || names ? null : legendOf(graph, width, setter)
  const hasLabels = graph.series.some(({ points }) => points.some(({ label }) => label !== null))
  // Plots side by side begin level, also where one of them has nothing to show.
  const above = hasLabels || isEmpty ? fullHeight('label', setter) : tickHeight(setter) / 2
  const top = above + (legend ? legend.height + measures.belowLegend : 0)
  const place = { left, top, right: width - right, bottom: height - below }
  const spare = names ? widest(names) + measures.toLineName : 0
  return { plot: plotIn(graph, place, spare), ticks, categories, legend, names, areLabelsInRow: false }
}

/** Names of categories are broken where they are wider than their place; years are not. */
function measureOf({ categories, isTime }: Graph, width: Pt): { readonly measure?: Pt } {
  return isTime ? {} : { measure: Math.max(1, width / categories.length - measures.toTicks) }
}

/** The names of several lines, at their ends; null where there is but one, or no room for all. */
function lineNames(graph: Graph, width: Pt, height: Pt, setter: Typesetter): readonly Words[] | null {
  if (!isLine(graph.sort) || graph.series.length < 2) return null
  const measure = width * labelShare
  const names = graph.series.map(({ name }) =>
    name ? stacked(wordsOf(name, 'legend', setter, { measure }), 0) : noWords,
  )
  const total = names.reduce((sum, one) => sum + one.height, 0)
  return total <= height * 0.7 ? names : null
}

function barFrame(graph: Graph, { width, height }: Size, isEmpty: boolean, setter: Typesetter): Frame {
  const ticks = isEmpty ? [] : ticksOf(graph, setter)
  const legend = isEmpty ? null : legendOf(graph, width, setter)
  const isAlike = ticks.every(({ near, far }) => far === null || near === far)
  const line = tickHeight(setter) + measures.toTicks
  const top = (legend ? legend.height + measures.belowLegend : 0) + (isAlike ? measures.toTicks : line)
  const bottom = height - (isEmpty ? measures.toTicks : line)
  const pitch = (bottom - top) / Math.max(1, graph.categories.length)
  const categories = barCategories(graph, width, pitch, setter)
  const areLabelsInRow = fullHeight('label', setter) * graph.series.length > pitch
  const labels = isEmpty
    ? []
    : graph.series.flatMap(({ points }) =>
        points.flatMap(({ label }) => (label ? [barLabel(label, areLabelsInRow, setter)] : [])),
      )
  const half = widest(ticks.map(({ near }) => near)) / 2
  const left = Math.max(half, widest(categories) + measures.toTicks)
  const right = Math.max(
    half,
    measures.openSide,
    labels.length > 0 ? widest(labels) + measures.aboveColumn + measures.besideLabel : 0,
  )
  const place = { left, top, right: width - right, bottom }
  return { plot: plotIn(graph, place), ticks, categories, legend, names: null, areLabelsInRow }
}

/** The languages of a label one below the other; where bars are too close for that, in one row that is not too wide. */
function barCategories(graph: Graph, width: Pt, pitch: Pt, setter: Typesetter): Frame['categories'] {
  const measure = width * labelShare
  const all = graph.categories.map(({ label, isLabelled }) =>
    isLabelled ? wordsOf(label, 'category', setter, { measure }) : null,
  )
  const below = all.map((words) => words && stacked(words, 1))
  if (highest(below) <= pitch) return below
  const rows = all.map((words) => words && inRow(words, measures.betweenNames))
  return widest(rows) <= 1.5 * measure && highest(rows) < highest(below) ? rows : below
}

/** The label of a bar: its languages below each other where there is room, else in one row. */
export function barLabel(
  label: Parameters<typeof wordsOf>[0],
  isRow: boolean,
  setter: Typesetter,
  isLast = false,
): Words {
  const all = wordsOf(label, 'label', setter, { isLast })
  return isRow ? inRow(all, measures.betweenNames) : stacked(all, 0)
}

function ticksOf({ axis }: Graph, setter: Typesetter): Frame['ticks'] {
  const [first, last] = [setter.languages[0], setter.languages.at(-1)]
  return axis.ticks.flatMap(({ value, label }): Frame['ticks'] => {
    const [leaf, other] = [first && label.get(first), last && label.get(last)]
    if (!leaf || first === undefined || last === undefined) return []
    const near = wordsIn(leaf, first, 'tick', setter)
    if (first === last || !other) return [{ value, near, far: null }]
    const isAlike =
      other.text === leaf.text &&
      axis.ticks.every((tick) => tick.label.get(first)?.text === tick.label.get(last)?.text)
    return [{ value, near, far: isAlike ? near : wordsIn(other, last, 'tick', setter) }]
  })
}

function tickHeight({ looks, languages }: Typesetter): Pt {
  const [first = 'en'] = languages
  return looks.words('tick', first).style.lineHeight
}

function widest(words: readonly (Words | null)[]): Pt {
  return words.reduce((most, one) => Math.max(most, one?.width ?? 0), 0)
}

function highest(words: readonly (Words | null)[]): Pt {
  return words.reduce((most, one) => Math.max(most, one?.height ?? 0), 0)
}
