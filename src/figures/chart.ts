import type { PerLanguage } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'

/** Data as it is to be drawn: values, the marks of its scale, and all words, each language's by its own convention. */
export type Chart = Graph | Track

/** Values over categories. */
export interface Graph {
  readonly kind: 'graph'
  readonly sort: GraphSort
  /** Along the axis of categories: upwards from the left, for `bar` from the top. */
  readonly categories: readonly Category[]
  /** Whether a category stands where its `at` says (a year on a true scale of time); else all are equally far apart. */
  readonly isTime: boolean
  /** At least one; each has a point for every category. */
  readonly series: readonly Series[]
  readonly axis: Axis
  /** `no data` where there is room for it. */
  readonly noData: PerLanguage<Leaf>
  /** Said instead of all marks where no series has a value: `No data, 1990–2023`. */
  readonly nothing: PerLanguage<Leaf>
}

export type GraphSort = 'column' | 'bar' | 'line' | 'area' | 'stacked' | 'dot' | 'sparkline'

export interface Category {
  /** A year with its fraction, or its index. */
  readonly at: number
  readonly label: PerLanguage<Leaf>
  /** Whether its label is wanted under the axis; one that would run into another still goes. */
  readonly isLabelled: boolean
}

export interface Series {
  /** Null where there is but one. */
  readonly name: PerLanguage<Leaf> | null
  readonly points: readonly Point[]
}

export interface Point {
  /** In the unit of the data; null: missing, which is not zero. */
  readonly value: number | null
  /** Other than zero, but printed as less than the smallest step of its unit: no mark, and a label that says so. */
  readonly isRoundedZero: boolean
  /** Printed beside the mark; null: none. The same words in each language are printed once. */
  readonly label: PerLanguage<Leaf> | null
}

/** The scale of the values: one, with a label for each tick in each language's own unit. */
export interface Axis {
  readonly from: number
  readonly to: number
  /** Ascending, the first at `from` or above. The first language's stand left of the plot, the last one's right. */
  readonly ticks: readonly { readonly value: number; readonly label: PerLanguage<Leaf> }[]
}

/** When something happened, on a scale of years. */
export interface Track {
  readonly kind: 'track'
  /** Years shown, both included: the scale runs from 1 January of the first to 31 December of the last. */
  readonly from: number
  readonly to: number
  /** Null: the head, which shows the years. */
  readonly event: TrackEvent | null
  readonly years: readonly { readonly year: number; readonly label: PerLanguage<Leaf> }[]
}

/** `day` is a point; `month` and `years` are stretches. In years with their fraction, the end excluded. */
export interface TrackEvent {
  readonly precision: 'day' | 'month' | 'years'
  readonly from: number
  readonly to: number
}
