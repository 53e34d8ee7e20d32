import type { Lang } from '../base/lang.ts'

/** The languages with tables of their own; `plain` is said without words. */
export type Tongue = 'en' | 'zh' | 'ar' | 'fr' | 'es' | 'ru' | 'plain'

/** How a language writes digits. */
export interface Convention {
  readonly tongue: Tongue
  readonly decimal: string
  /** Between groups of three digits. */
  readonly group: string
  /** The least number of digits before the first mark of grouping: 2 leaves 1135 whole. */
  readonly minimumGrouping: 1 | 2
  /** Before a minus. */
  readonly beforeMinus: string
  readonly percent: string
  /** Whether cards, labels and ticks have marks of grouping too: those of a language that counts in myriads do not. */
  readonly groupsInWords: boolean
}

/** The convention of a language: its own, that of the language it is a variety of, or the plain one. */
export function conventionOf(lang: Lang): Convention {
  return conventions.get(lang) ?? conventions.get(lang.split('-')[0] ?? '') ?? plain
}

/** The tongue of a language: whose words say its figures. */
export function tongueOf(lang: Lang): Tongue {
  return conventionOf(lang).tongue
}

const nbsp = '\u00a0'
const narrowNbsp = '\u202f'
/** Left-to-right mark: keeps a sign beside its number in a line that runs the other way. */
const lrm = '\u200e'

/** Groups by a narrow space and a point, as ISO 80000-1 7.3 has it; no words. */
const plain: Convention = {
  tongue: 'plain',
  decimal: '.',
  group: narrowNbsp,
  minimumGrouping: 1,
  beforeMinus: '',
  percent: '%',
  groupsInWords: true,
}

const english: Convention = { ...plain, tongue: 'en', group: ',' }
const french: Convention = { ...plain, tongue: 'fr', decimal: ',', percent: `${nbsp}%` }
const spanish: Convention = {
  ...plain,
  tongue: 'es',
  decimal: ',',
  group: '.',
  minimumGrouping: 2,
  percent: `${nbsp}%`,
}
const chinese: Convention = { ...plain, tongue: 'zh', group: ',', groupsInWords: false }

/** From CLDR 48 (symbols, percentFormats, minimumGroupingDigits), frozen: a newer Node must not change a publication. */
const conventions: ReadonlyMap<Lang, Convention> = new Map([
  ['en', english],
  ['fr', french],
  ['fr-CA', { ...french, group: nbsp }],
  ['es', spanish],
  ['es-419', { ...spanish, decimal: '.', group: ',', minimumGrouping: 1 }],
  ['ru', { ...plain, tongue: 'ru', decimal: ',', group: nbsp, percent: `${nbsp}%` }],
  ['ar', { ...plain, tongue: 'ar', group: ',', beforeMinus: lrm, percent: `${lrm}%${lrm}` }],
  ...['zh', 'zh-Hans', 'zh-CN', 'zh-SG'].map((lang) => [lang, chinese] as const),
  // Traditional characters have other words: none of ours.
  ...['zh-Hant', 'zh-TW', 'zh-HK'].map((lang) => [lang, { ...plain, group: ',' }] as const),
])
