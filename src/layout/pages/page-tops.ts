import type { Cut } from '../flow.ts'
import { calledBefore } from './lane-notes.ts'
import type { Measured } from './measured.ts'
import { newCut, type OpenCut } from './page-scratch.ts'

/**
 * The page tops that a search has met, and the pages from one to another. Both are numbers, what belongs to them stands
 * in arrays: a long section has hundreds of thousands. Page top 0 is where all begins, 1 where nothing is left.
 */
export class PageTops {
  static readonly start = 0
  static readonly end = 1

  readonly #measured: Measured
  readonly #width: number
  /** Numbers that a cut takes up: the items of each cell, then, where there are notes, the lines of each lane. */
  readonly #stride: number

  readonly #rows: number[] = []
  readonly #cuts: number[] = []
  /**
   * The page top added last of those with so much before them, in items and lines of notes; -1: none. Every page has
   * something on it, so it leads to a page top with more before it.
   */
  readonly #lastWith: Int32Array
  /** The page top added before this one with as much before it. */
  readonly #olderWith: number[] = []
  /** Least cost from here to the end. */
  readonly #toGo: number[] = []
  /** The page with which it costs that; -1: none. */
  readonly #best: number[] = []
  /** The pages that begin here stand in a row, from the first up to the last. */
  readonly #firstPage: number[] = []
  readonly #pastPages: number[] = []

  readonly #ends: number[] = []
  readonly #costs: number[] = []
  readonly #overfull = new Set<number>()

  constructor(measured: Measured) {
    const { width, notes, itemsBefore } = measured
    this.#measured = measured
    this.#width = width
    this.#stride = notes ? 2 * width : width
    let most = itemsBefore[measured.rows.length] ?? 0
    for (const { lines } of notes ?? []) most += lines.length
    this.#lastWith = new Int32Array(most + 1).fill(-1)
    const cut = newCut(width)
    this.#add(cut, 0)
    this.#add({ ...cut, row: measured.rows.length }, most)
    this.#toGo[PageTops.end] = 0
  }

  get count(): number {
    return this.#rows.length
  }

  /** The page top at a cut. */
  at(cut: OpenCut): number {
    const before = this.#setBefore(cut)
    for (let top = this.#lastWith[before] ?? -1; top >= 0; top = this.#olderWith[top] ?? -1)
      if (this.#isAt(top, cut)) return top
    return this.#add(cut, before)
  }

  /** Copies where a page top is. */
  read(top: number, into: OpenCut): void {
    const base = top * this.#stride
    into.row = this.#rows[top] ?? 0
    for (let lane = 0; lane < this.#width; lane++) into.at[lane] = this.#cuts[base + lane] ?? 0
    if (this.#stride === this.#width) return
    for (let lane = 0; lane < this.#width; lane++)
      into.carried[lane] = this.#cuts[base + this.#width + lane] ?? 0
  }

  cutOf(top: number): Cut {
    const cut = newCut(this.#width)
    this.read(top, cut)
    return { row: cut.row, at: [...cut.at], carried: [...cut.carried] }
  }

  /** From now on pages are added to this page top, behind those that it has. */
  beginPages(top: number): void {
    const first = this.#ends.length
    const past = this.#pastPages[top] ?? 0
    for (let page = this.#firstPage[top] ?? 0; page < past; page++)
      this.addPage(top, this.#ends[page] ?? 0, this.#costs[page] ?? 0, this.#overfull.has(page))
    this.#firstPage[top] = first
    this.#pastPages[top] = this.#ends.length
  }

  addPage(top: number, end: number, cost: number, isOverfull: boolean): void {
    if (isOverfull) this.#overfull.add(this.#ends.length)
    this.#ends.push(end)
    this.#costs.push(cost)
    this.#pastPages[top] = this.#ends.length
  }

  /** Least costs from the end backwards; of pages that lead to the same cost the first. */
  relax(): void {
    for (let before = this.#lastWith.length - 1; before >= 0; before--) {
      for (let top = this.#lastWith[before] ?? -1; top >= 0; top = this.#olderWith[top] ?? -1)
        if (top !== PageTops.end) this.#relaxAt(top)
    }
  }

  /** The page that is best at a page top; null at the end. */
  bestPage(top: number): { readonly to: number; readonly cost: number; readonly isOverfull: boolean } | null {
    const page = this.#best[top] ?? -1
    if (page < 0) return null
    return {
      to: this.#ends[page] ?? 0,
      cost: this.#costs[page] ?? 0,
      isOverfull: this.#overfull.has(page),
    }
  }

  #relaxAt(top: number): void {
    let least = Number.POSITIVE_INFINITY
    let best = -1
    const past = this.#pastPages[top] ?? 0
    for (let page = this.#firstPage[top] ?? 0; page < past; page++) {
      const total = (this.#costs[page] ?? 0) + (this.#toGo[this.#ends[page] ?? 0] ?? 0)
      if (total >= least) continue
      least = total
      best = page
    }
    this.#toGo[top] = least
    this.#best[top] = best
  }

  #add({ row, at, carried }: OpenCut, before: number): number {
    const top = this.#rows.length
    this.#rows.push(row)
    for (let lane = 0; lane < this.#width; lane++) this.#cuts.push(at[lane] ?? 0)
    for (let lane = 0; lane < this.#stride - this.#width; lane++) this.#cuts.push(carried[lane] ?? 0)
    this.#olderWith.push(this.#lastWith[before] ?? -1)
    this.#lastWith[before] = top
    this.#toGo.push(Number.POSITIVE_INFINITY)
    this.#best.push(-1)
    this.#firstPage.push(0)
    this.#pastPages.push(0)
    return top
  }

  #isAt(top: number, { row, at, carried }: OpenCut): boolean {
    if (this.#rows[top] !== row) return false
    const base = top * this.#stride
    for (let lane = 0; lane < this.#width; lane++)
      if (this.#cuts[base + lane] !== (at[lane] ?? 0)) return false
    for (let lane = 0; lane < this.#stride - this.#width; lane++)
      if (this.#cuts[base + this.#width + lane] !== (carried[lane] ?? 0)) return false
    return true
  }

  /** Items and lines of notes before a cut. */
  #setBefore({ row, at, carried }: OpenCut): number {
    const { notes, itemsBefore } = this.#measured
    let before = itemsBefore[row] ?? 0
    for (let lane = 0; lane < this.#width; lane++) before += at[lane] ?? 0
    if (!notes) return before
    for (const [lane, one] of notes.entries())
      before += calledBefore(one, row, at[lane] ?? 0) - (carried[lane] ?? 0)
    return before
  }
}
