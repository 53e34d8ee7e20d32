import { handOn, Report } from '../base/report.ts'
import type { Look } from './cascade.ts'
import { type Computed, Styles } from './compute.ts'
import type { Facts } from './fact.ts'
import { type Position, Positions } from './position.ts'

/** Looks of a theme that are kept: a layout has hundreds; one that writes data into its classes has no end of them. */
const mostKept = 20_000

/** Sets of looks that are remembered: the sheets of a pattern have a dozen. */
const mostSound = 500

/**
 * What a theme says of elements, found out for one document and kept for the next: filled by `cascade` alone, which
 * keeps nothing that gave a finding.
 */
export class KeptLooks {
  readonly #facts: Facts
  #positions: Positions
  #styles = new Styles()
  readonly looks = new Map<Position, Look>()
  /** By the parent's, and then by the ranks of the rules that match. */
  readonly computed = new Map<Computed | null, Map<string, Computed>>()

  readonly #sound = new Set<string>()
  readonly #numbers = new WeakMap<Look, number>()
  #next = 0

  constructor(facts: Facts) {
    this.#facts = facts
    this.#positions = new Positions(facts)
  }

  get positions(): Positions {
    return this.#positions
  }

  get styles(): Styles {
    return this.#styles
  }

  /**
   * Checks something of looks of a document, which are told together; where nothing was found it is not checked again
   * when another document has the same.
   */
  check(
    what: 'effects' | 'pages',
    looks: readonly Look[],
    report: Report,
    check: (report: Report) => void,
  ): void {
    const key = `${what} ${looks.map((look) => this.#numberOf(look)).join(' ')}`
    if (this.#sound.has(key)) return
    const found = new Report()
    check(found)
    handOn(found.diagnostics, report)
    if (found.diagnostics.length === 0 && this.#sound.size < mostSound) this.#sound.add(key)
  }

  #numberOf(look: Look): number {
    const number = this.#numbers.get(look) ?? this.#next++
    this.#numbers.set(look, number)
    return number
  }

  /** A document begins; where too much is kept, with nothing. */
  begin(): void {
    if (this.looks.size <= mostKept) return
    this.#positions = new Positions(this.#facts)
    this.#styles = new Styles()
    this.looks.clear()
    this.computed.clear()
    this.#sound.clear()
  }
}
