import type { Lang } from '../base/lang.ts'

/** Counts list items: anew in each list, and in each language of it, since a list may hold an item once a language. */
export class Counters {
  readonly #lists: Map<Lang | null, number>[] = [new Map()]

  enterList(): void {
    this.#lists.push(new Map())
  }

  leaveList(): void {
    this.#lists.pop()
  }

  countItem(lang: Lang | null): void {
    this.#lists.at(-1)?.set(lang, this.item(lang) + 1)
  }

  /** The number of the current item, from 1; 0 before the first. */
  item(lang: Lang | null): number {
    return this.#lists.at(-1)?.get(lang) ?? 0
  }
}
