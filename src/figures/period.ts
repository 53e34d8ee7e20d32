import type { Lang } from '../base/lang.ts'
import { type Tongue, tongueOf } from './convention.ts'

/** A year, or the years from one to another, both included. */
export type Period = number | { readonly from: number; readonly to: number }

/** A period as it stands by itself: `2023`, `2014–2017`; `2023年`, `2014—2017年`. */
export function periodWords(period: Period, lang: Lang): string {
  return tongueOf(lang) === 'zh' ? `${years(period, lang)}年` : years(period, lang)
}

/** Its figures alone, for sentences that have a word of their own for the year. */
export function years(period: Period, lang: Lang): string {
  if (typeof period === 'number') return `${period}`
  if (period.from === period.to) return `${period.from}`
  // CLDR 48 (intervalFormats, yyyy) has an en dash; Chinese the dash of GB/T 15834, as long as a character.
  return `${period.from}${tongueOf(lang) === 'zh' ? '—' : '–'}${period.to}`
}

export function isRange(period: Period): boolean {
  return typeof period !== 'number' && period.from !== period.to
}

/** Said behind the period of a value that is older than others of its set; empty where a language has no words. */
export function latestWords(lang: Lang): string {
  return words[tongueOf(lang)].latest
}

/** In a chart, where values are missing: `no data`. */
export function noDataWords(lang: Lang): string {
  return words[tongueOf(lang)].noData
}

/** Where a figure would stand: `No data`. */
export function noDataSentence(lang: Lang): string {
  return capital(noDataWords(lang))
}

/** Said of a whole series: `No data, 1990–2023`, `1990—2023年无数据`. */
export function noDataIn(period: Period, lang: Lang): string {
  const when = periodWords(period, lang)
  switch (tongueOf(lang)) {
    case 'zh':
      return `${when}${noDataWords(lang)}`
    case 'ar':
      return `${noDataSentence(lang)}، ${when}`
    default:
      return `${noDataSentence(lang)}, ${when}`
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

const words: Readonly<Record<Tongue, { readonly latest: string; readonly noData: string }>> = {
  en: { latest: '(latest data)', noData: 'no data' },
  zh: { latest: '（最新数据）', noData: '无数据' },
  fr: { latest: '(dernières données)', noData: 'pas de données' },
  es: { latest: '(últimos datos)', noData: 'sin datos' },
  ru: { latest: '(последние данные)', noData: 'нет данных' },
  ar: { latest: '(أحدث البيانات)', noData: 'لا توجد بيانات' },
  plain: { latest: '', noData: '..' },
}
