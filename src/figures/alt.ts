import type { Lang } from '../base/lang.ts'
import { type AltWords, altWords } from './alt-words.ts'
import type { GraphSort } from './chart.ts'
import { tongueOf } from './convention.ts'
import { noDataSentence, noDataWords } from './period.ts'
import { saidWhole, usual } from './said.ts'
import type { Unit } from './unit.ts'

/** The data of a chart, with its words in one language. */
export interface Described {
  readonly sort: GraphSort
  readonly title: string | null
  readonly unit: Unit
  readonly categories: readonly string[]
  /** Each has a value for every category; null: missing. */
  readonly series: readonly { readonly name: string | null; readonly values: readonly (number | null)[] }[]
}

/**
 * What a chart shows, for those who do not see it: its sort and title, then each value where there are few, else the
 * ends and the extremes. `Column chart: GDP. 1990: US$361 billion; 2023: no data.`
 */
export function chartAlt({ sort, title, unit, categories, series }: Described, lang: Lang): string {
  const words = altWords[tongueOf(lang)]
  const head = [words.sorts[sort], ...(title === null ? [] : [title])].filter((part) => part !== '')
  const sentences = series.map(({ name, values }) => {
    const points = values.map((value, index) => ({ category: categories[index] ?? '', value }))
    const said = isLong(values) ? summaryOf(points, words) : points
    const list = said.map((point) => sayPoint(point, unit, words, lang)).join(words.semicolon)
    return name === null ? list : `${name}${words.colon}${list}`
  })
  return [...(head.length === 0 ? [] : [head.join(words.colon)]), ...sentences]
    .map((sentence) => `${sentence}${words.stop}`)
    .join(words.space)
}

/** What the mark of an event shows: when it was, then what. */
export function eventAlt(date: string, text: string, lang: Lang): string {
  return `${date}${altWords[tongueOf(lang)].colon}${text}`
}

interface SaidPoint {
  readonly category: string
  readonly value: number | null
}

/** Two dozen values can be listened to; a table gives the rest. */
const mostSaid = 24

function isLong(values: readonly unknown[]): boolean {
  return values.length > mostSaid
}

function sayPoint({ category, value }: SaidPoint, unit: Unit, words: AltWords, lang: Lang): string {
  if (category === '' && value === null) return noDataSentence(lang)
  const said = value === null ? noDataWords(lang) : saidWhole(value, unit, usual, lang)
  return category === '' ? said : `${category}${words.colon}${said}`
}

/** The first and the last value that are known, the lowest and the highest. */
function summaryOf(points: readonly SaidPoint[], words: AltWords): readonly SaidPoint[] {
  const known = points.flatMap(({ category, value }) => (value === null ? [] : [{ category, value }]))
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) return [{ category: '', value: null }]
  const lowest = known.reduce((least, one) => (one.value < least.value ? one : least))
  const highest = known.reduce((most, one) => (one.value > most.value ? one : most))
  const named = (word: string, { category, value }: typeof first): SaidPoint => ({
    category: [word, category].filter((part) => part !== '').join(words.comma),
    value,
  })
  return [first, last, named(words.lowest, lowest), named(words.highest, highest)]
}
