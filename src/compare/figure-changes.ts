import type { Lang } from '../base/lang.ts'
import { align } from './align.ts'
import { numbered } from './numbering.ts'
import { type Numeral, numeralsIn } from './numerals.ts'

/** A number that has become another; null: it was put in, or taken out. */
export interface FigureChange {
  readonly before: Numeral | null
  readonly after: Numeral | null
}

/** The numbers that two texts of a language state differently, by value: `800,000` and `80万` are the same. */
export function figureChanges(before: string, after: string, lang: Lang): readonly FigureChange[] {
  const isTurned = before > after
  const first = numeralsIn(isTurned ? after : before, lang)
  const second = numeralsIn(isTurned ? before : after, lang)
  const exact = ({ value }: Numeral): string => value
  const changes: FigureChange[] = []
  let [a, b] = [0, 0]
  for (const [toA, toB] of [
    ...align(...numbered(first.map(exact), second.map(exact))),
    [first.length, second.length] as const,
  ]) {
    for (; a < toA || b < toB; a++, b++) {
      const [was, is] = [a < toA ? (first[a] ?? null) : null, b < toB ? (second[b] ?? null) : null]
      changes.push(isTurned ? { before: is, after: was } : { before: was, after: is })
    }
    ;[a, b] = [toA + 1, toB + 1]
  }
  return changes
}

/** A number that one language still states, though another has replaced it. */
export interface StaleFigure {
  readonly lang: Lang
  /** As it still stands there. */
  readonly figure: Numeral
  /** The language that has replaced it, and by what. */
  readonly changedIn: Lang
  readonly changedTo: Numeral
}

/** What became of a text in one language. */
interface Said {
  readonly lang: Lang
  /** Null: there is none any more. */
  readonly after: string | null
  readonly figures: readonly FigureChange[]
}

/** The numbers that a language still states as before, where another states a new one. */
export function staleFigures(texts: readonly Said[]): readonly StaleFigure[] {
  if (texts.every(({ figures }) => figures.length === 0)) return []
  const stated = texts.map(({ lang, after }) => (after === null ? [] : numeralsIn(after, lang)))
  const states = (index: number, value: string) => stated[index]?.find((one) => one.value === value)
  const stale: StaleFigure[] = []
  for (const [index, { lang: changedIn, figures }] of texts.entries()) {
    for (const { before, after } of figures) {
      if (before === null || after === null || states(index, before.value)) continue
      for (const [other, { lang }] of texts.entries()) {
        const figure = states(other, before.value)
        if (other === index || figure === undefined || states(other, after.value)) continue
        const isKnown = stale.some((one) => one.lang === lang && one.figure.value === figure.value)
        if (!isKnown) stale.push({ lang, figure, changedIn, changedTo: after })
      }
    }
  }
  return stale
}
