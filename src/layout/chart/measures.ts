import type { Pt } from '../../base/length.ts'

/** A millimetre in points. */
export const mm: Pt = 72 / 25.4

/** What a theme says nothing about: distances and least sizes of a chart, in points; those of a sheet that is read at arm's length. */
export const measures = {
  /** Left and right of the plot, at least, where two languages have a scale each; also this share of the width at most. */
  side: 9 * mm,
  sideShare: 9 / 87,
  /** Right of the plot where no scale stands there. */
  openSide: 2 * mm,
  /** Below the plot, at least. */
  below: 6 * mm,
  /** From the foot of the plot to the labels of the categories. */
  toCategories: 1.42 * mm,
  /** From the plot to the labels of its scale. */
  toTicks: 1 * mm,
  /** Between two labels on one scale; one that is nearer to another goes. */
  betweenLabels: 2 * mm,
  /** From the ends of a scale of time to its first and last year, and as a share of its length at most. */
  inset: 4.8 * mm,
  insetShare: 4.8 / 69,
  /** Of a tick mark. */
  tick: 1.2 * mm,
  /** From a column to its label, and from the centre of a point. */
  aboveColumn: 0.9 * mm,
  abovePoint: 1.7 * mm,
  /** A label stands above all that is so near to its middle. */
  nearColumn: 4.2 * mm,
  nearPoint: 4 * mm,
  /** White beside the words of a direct label. */
  besideLabel: 0.85 * mm,
  /** A missing column is as wide as a column and this. */
  besideColumn: 0.8 * mm,
  /** White around `no data`, and around `..`. */
  besideNote: 1.6 * mm,
  aroundNote: 0.7 * mm,
  besideDots: 1.3 * mm,
  aroundDots: 0.25 * mm,
  /** From `..` to the foot of the plot. */
  belowDots: 2.05 * mm,
  /** Below this width `..` stands for `no data`. */
  leastNote: 12 * mm,
  /** White between the segments of a stack and the columns of a group. */
  parting: 0.5,
  /** Of the sample of a colour in a legend, and the blanks behind it, between languages and between entries. */
  sample: 2.2 * mm,
  toName: 1 * mm,
  betweenNames: 1.4 * mm,
  betweenEntries: 4 * mm,
  belowLegend: 1.5 * mm,
  /** From the last point of a line to its name. */
  toLineName: 2 * mm,
} as const

/** Columns take up so much of what is between two categories, at most. */
export const fullness = 0.8
/** Tick marks are lighter than the line that they stand on. */
export const tickWeight = 0.75
/** The label of a bar, and the name of a line, have so much of the width, at most. */
export const labelShare = 0.35
