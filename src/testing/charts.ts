import fc from 'fast-check'
import type { PerLanguage } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Axis, Category, Graph, GraphSort, Point, Series, Track } from '../figures/chart.ts'
import { sampleLeaf } from './sample-publication.ts'

/** A word in English and, behind a solidus, in Chinese: `no data/无数据`; alike in both without one. */
export function words(text: string): PerLanguage<Leaf> {
  const [en = '', zh = en] = text.split('/')
  return new Map([
    ['en', sampleLeaf(en, 'en')],
    ['zh-Hans', sampleLeaf(zh, 'zh-Hans')],
  ])
}

export interface GraphSample {
  readonly sort: GraphSort
  /** Years, or names. */
  readonly categories: readonly (number | string)[]
  /** Of each series; `~0` is a rounded zero. */
  readonly values: readonly (readonly (number | null | '~0')[])[]
  /** By index of the category, for the first series. */
  readonly labels?: Readonly<Record<number, string>>
  /** Values of the ticks with their labels; the scale goes from the first to the last. */
  readonly ticks: Readonly<Record<string, string>>
  readonly names?: readonly string[]
  /** Years that have a label; all, where it is not given. */
  readonly labelled?: readonly number[]
}

export function graphOf({
  sort,
  categories,
  values,
  labels = {},
  ticks,
  names,
  labelled,
}: GraphSample): Graph {
  return {
    kind: 'graph',
    sort,
    isTime: typeof categories[0] === 'number',
    categories: categories.map((one, index): Category => {
      const at = typeof one === 'number' ? one : index
      const isLabelled = !labelled || labelled.includes(at)
      return { at, label: words(String(one)), isLabelled }
    }),
    series: values.map((row, series): Series => {
      const name = names?.[series]
      return {
        name: name === undefined ? null : words(name),
        points: row.map((value, category) => pointOf(value, series === 0 ? labels[category] : undefined)),
      }
    }),
    axis: axisOf(ticks),
    noData: words('no data/无数据'),
    nothing: words('No data, 1990–2023/1990—2023年无数据'),
  }
}

function pointOf(value: number | null | '~0', label: string | undefined): Point {
  const isRoundedZero = value === '~0'
  return {
    value: isRoundedZero ? 1e-9 : value,
    isRoundedZero,
    label: label === undefined ? null : words(label),
  }
}

function axisOf(ticks: GraphSample['ticks']): Axis {
  const made = Object.entries(ticks)
    .map(([value, label]) => ({ value: Number(value), label: words(label) }))
    .sort((a, b) => a.value - b.value)
  return { from: made[0]?.value ?? 0, to: made.at(-1)?.value ?? 1, ticks: made }
}

/** A track of the years 2013 to 2017. */
export function trackOf(event: Track['event']): Track {
  const years = [2013, 2014, 2015, 2016, 2017].map((year) => ({ year, label: words(String(year)) }))
  return { kind: 'track', from: 2013, to: 2017, event, years }
}

/** The years of the sheets. */
export const years: readonly number[] = [1990, 1995, 2000, 2005, 2010, 2015, 2020, 2023]
/** Of them, those that have a label. */
export const labelledYears: readonly number[] = [1990, 2000, 2010, 2023]

export const hundredths: fc.Arbitrary<number> = fc
  .integer({ min: -90_000, max: 90_000 })
  .map((one) => one / 100)
export const anyValue: fc.Arbitrary<number | null> = fc.oneof(fc.constant(null), fc.constant(0), hundredths)
/** A scale that holds them all. */
export const wideTicks: GraphSample['ticks'] = {
  '-1000': '−1000',
  '-500': '−500',
  0: '0',
  500: '500',
  1000: '1000',
}
/** Seven categories. */
export const names: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
