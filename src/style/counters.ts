import type { Lang } from '../base/lang.ts'
import type { Styled } from './cascade.ts'
import type { Computed } from './compute.ts'
import { type CounterStyle, counterText } from './counter-style.ts'
import type { CounterChange } from './longhands.ts'

/**
 * The counters of a document (CSS Lists 3, 4): each language counts for itself, as if it stood alone, and what all
 * languages share counts for each. A passage and its versions are no places of their own: what begins in one holds for
 * the passages after it, in its language.
 */
export class Counters {
  /** By language; null is what no language has counted in yet, which every language begins with. */
  readonly #sets = new Map<Lang | null, CounterSet>([[null, new CounterSet()]])
  #depth = 0
  #isCounting = false

  /** Counts what an element counts, and enters it. */
  enter({ element, look }: Styled): void {
    if (look.counting !== null) this.#count(element.lang, look.counting)
    if (!look.isTransparent) this.#depth++
  }

  /** Leaves an element: what began in it ends, and of a list the numbers of its items, which hold for none beside it. */
  leave({ element, look }: Styled): void {
    if (look.isTransparent) return
    if (this.#isCounting) for (const set of this.#sets.values()) set.close(this.#depth)
    this.#depth--
    if (isList(element.name)) for (const set of this.#sets.values()) set.end(item, this.#depth)
  }

  /** Counts what stands before or after the content of an element. */
  countGenerated(lang: Lang | null, computed: Computed): void {
    const counting = countingOf('', computed)
    if (counting !== null) this.#count(lang, counting)
  }

  #count(lang: Lang | null, { resets, increments, sets }: Counting): void {
    this.#isCounting = true
    for (const { name, value } of resets) this.#reset(lang, name, value)
    for (const { name, value } of increments) this.#change(lang, name, value, false)
    for (const { name, value } of sets) this.#change(lang, name, value, true)
  }

  /** The innermost counter of a name, in a style. */
  text(lang: Lang | null, name: string, style: CounterStyle): string {
    return counterText(this.#setToRead(lang).values(name).at(-1) ?? 0, style)
  }

  /** All counters of a name that stand in each other, from the outermost. */
  texts(lang: Lang | null, name: string, separator: string, style: CounterStyle): string {
    const values = this.#setToRead(lang).values(name)
    return (values.length === 0 ? [0] : values).map((value) => counterText(value, style)).join(separator)
  }

  #reset(lang: Lang | null, name: string, value: number): void {
    for (const set of this.#setsOf(lang)) set.reset(name, value, this.#depth)
  }

  #change(lang: Lang | null, name: string, value: number, isSet: boolean): void {
    for (const set of this.#setsOf(lang)) set.change(name, value, this.#depth, isSet)
  }

  /** Those that something in a language counts in: its own, or all. */
  #setsOf(lang: Lang | null): Iterable<CounterSet> {
    if (lang === null) return this.#sets.values()
    const known = this.#sets.get(lang)
    if (known !== undefined) return [known]
    const made = this.#sets.get(null)?.copy() ?? new CounterSet()
    this.#sets.set(lang, made)
    return [made]
  }

  /** What is shared reads what the first language has counted: its own counting is in it. */
  #setToRead(lang: Lang | null): CounterSet {
    const [shared, first] = this.#sets.values()
    const own = this.#sets.get(lang)
    const found = lang === null ? (first ?? shared) : (own ?? shared)
    return found ?? new CounterSet()
  }
}

interface Counter {
  /** How deep the element stands that began it. */
  readonly depth: number
  value: number
}

class CounterSet {
  readonly #stacks = new Map<string, Counter[]>()
  /** The counters in the order in which they began: depths never go down. */
  readonly #begun: { readonly name: string; readonly depth: number }[] = []

  values(name: string): readonly number[] {
    return (this.#stacks.get(name) ?? []).map(({ value }) => value)
  }

  /** Begins a counter; one that an element beside began is begun anew. */
  reset(name: string, value: number, depth: number): void {
    const stack = this.#stacks.get(name) ?? []
    this.#stacks.set(name, stack)
    const top = stack.at(-1)
    if (top?.depth === depth) top.value = value
    else {
      stack.push({ depth, value })
      this.#begun.push({ name, depth })
    }
  }

  change(name: string, value: number, depth: number, isSet: boolean): void {
    const top = this.#stacks.get(name)?.at(-1)
    if (top === undefined) this.reset(name, value, depth)
    else top.value = isSet ? value : top.value + value
  }

  /** Ends what began at a depth or below. */
  close(depth: number): void {
    for (let last = this.#begun.at(-1); last && last.depth >= depth; last = this.#begun.at(-1)) {
      this.#begun.pop()
      this.#stacks.get(last.name)?.pop()
    }
  }

  /** Ends the counter of a name that began at a depth, if there is one. */
  end(name: string, depth: number): void {
    const stack = this.#stacks.get(name)
    if (stack?.at(-1)?.depth !== depth) return
    stack.pop()
    const begun = this.#begun.findLastIndex((one) => one.name === name)
    this.#begun.splice(begun, 1)
  }

  copy(): CounterSet {
    const made = new CounterSet()
    for (const [name, stack] of this.#stacks) {
      made.#stacks.set(
        name,
        stack.map((counter) => ({ ...counter })),
      )
    }
    made.#begun.push(...this.#begun)
    return made
  }
}

/** What an element does to counters, in this order (CSS Lists 3, 4.2). */
export interface Counting {
  readonly resets: readonly CounterChange[]
  readonly increments: readonly CounterChange[]
  readonly sets: readonly CounterChange[]
}

/** What an element counts, list items among it; null: nothing. */
export function countingOf(name: string, { longhands }: Computed): Counting | null {
  const isItem = longhands.display === 'list-item'
  // The number of a page is for the pages to count.
  const resets = longhands['counter-reset'].filter((change) => change.name !== 'page')
  const increments = longhands['counter-increment']
  const sets = longhands['counter-set']
  const all: Counting = {
    resets: isList(name) && !names(resets) ? [{ name: item, value: 0 }, ...resets] : resets,
    increments: isItem && !names(increments) ? [{ name: item, value: 1 }, ...increments] : increments,
    sets,
  }
  return all.resets.length + all.increments.length + all.sets.length === 0 ? null : all
}

const item = 'list-item'

function isList(name: string): boolean {
  return name === 'ol' || name === 'ul'
}

function names(changes: readonly CounterChange[]): boolean {
  return changes.some((change) => change.name === item)
}

const transparent: ReadonlySet<string> = new Set(['bi-passage', 'bi-version', 'bi-axis'])

export function isTransparent(name: string): boolean {
  return transparent.has(name)
}
