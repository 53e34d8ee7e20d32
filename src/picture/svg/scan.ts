import type { Span } from '../../base/span.ts'
import { largestNumber } from './limits.ts'
import { placeOf, type Written } from './xml.ts'

/** Reads numbers one after another out of a value. */
export class Scanner {
  readonly #written: Written
  #at = 0

  constructor(written: Written) {
    this.#written = written
    this.#pass(white)
  }

  get at(): number {
    return this.#at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#written.text.length
  }

  /** The place of what comes next, one character; behind the last one, of the last. */
  get span(): Span {
    const from = Math.min(this.#at, Math.max(0, this.#written.text.length - 1))
    return placeOf(this.#written, from, Math.min(from + 1, this.#written.text.length))
  }

  /** Whether a number comes next. */
  get startsNumber(): boolean {
    return /^[+\-.\d]/.test(this.#written.text.charAt(this.#at))
  }

  /** What matches here, with the blank behind it; null, and nothing is passed, where nothing does. */
  take(pattern: RegExp): string | null {
    const found = this.#pass(pattern)
    if (found !== null) this.#pass(white)
    return found
  }

  /** A number, with the comma behind it; null where there is none, or it is larger than any may be. */
  number(): number | null {
    const found = this.take(numberPattern)
    if (found === null) return null
    this.comma()
    const value = Number(found)
    return Math.abs(value) <= largestNumber ? value : null
  }

  /** The 0 or 1 of an arc, which may stand right before the next number. */
  flag(): boolean | null {
    const found = this.take(flagPattern)
    if (found !== null) this.comma()
    return found === null ? null : found === '1'
  }

  comma(): void {
    this.take(commaPattern)
  }

  #pass(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const [found] = pattern.exec(this.#written.text) ?? []
    if (found === undefined) return null
    this.#at += found.length
    return found
  }
}

const white = /[ \t\r\n\f]+/y
const numberPattern = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const flagPattern = /[01]/y
const commaPattern = /,/y

/** All numbers of a value; null where anything else stands in it. */
export function numbersIn(written: Written): readonly number[] | null {
  const scanner = new Scanner(written)
  const numbers: number[] = []
  while (!scanner.isAtEnd) {
    const number = scanner.number()
    if (number === null) return null
    numbers.push(number)
  }
  return numbers
}
