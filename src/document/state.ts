import type { Lang } from '../base/lang.ts'
import type { Hints, Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { mostSteps } from './limits.ts'
import type { Complaint } from './names.ts'

/** Thrown when a layout takes too many steps: only this ends a rendering early. */
export class Exhausted extends Error {}

/** The passage that is being written. */
export interface OpenPassage {
  /** The number of its place. */
  readonly at: number
  /** Texts with nothing to show in the language at hand, and those with a version or the mark of a gap. */
  absent: number
  present: number
  axis: string | null
  /** The language that prints what all share. */
  sharing: Lang | null
}

/** Guards where a rendering is: its passage and language, how deep, and how many steps it has taken. */
export class State {
  lang: Lang | null = null
  passage: OpenPassage | null = null
  /** The one language that is written; null: all. */
  only: Lang | null = null
  /** Whether what is written stands across all columns. */
  isAcross = false
  /** Open partials, and open blocks in all of them. */
  partials = 0
  blocks = 0
  #steps = 0
  readonly #places: readonly Span[]
  readonly #report: Report

  constructor(places: readonly Span[], report: Report) {
    this.#places = places
    this.#report = report
  }

  step(): void {
    if (++this.#steps > mostSteps) throw new Exhausted()
  }

  /** Counts a text of the passage at hand that has something to show in its language, or has not. */
  count(isPresent: boolean): void {
    if (this.passage === null) return
    if (isPresent) this.passage.present++
    else this.passage.absent++
  }

  error(word: string, at: number, message: string, ...hints: Hints): void {
    this.complain(at, word, { message, hints })
  }

  /** Reports what is wrong at a place of the layout, by its number. */
  complain(at: number, word: string, { message, hints }: Complaint): void {
    this.#report.error(`document/${word}`, message, this.place(at), ...hints)
  }

  /** A place of the layout, by its number. */
  place(at: number): Span {
    const span = this.#places[at]
    if (span === undefined) throw new Error(`a helper was given no place: ${at}`)
    return span
  }
}
