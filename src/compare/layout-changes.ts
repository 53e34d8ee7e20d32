import type { Lang } from '../base/lang.ts'
import type { LayoutFacts } from './passages.ts'
import type { Unit } from './units.ts'

/** What is different in how two states are laid out. */
export interface LayoutChanges {
  /** Numbers of pages. */
  readonly before: number
  readonly after: number
  readonly shifts: readonly Shift[]
  /** What stands in both states and is printed in one of them only. */
  readonly printed: readonly { readonly lang: Lang; readonly id: string; readonly isNow: boolean }[]
}

/** Units in a row that stand so many pages later, or earlier, than they did. */
export interface Shift {
  readonly lang: Lang
  /** The ids, in the later state, of the first and the last of them. */
  readonly first: string
  readonly last: string
  readonly units: number
  /** The pages of the first. */
  readonly before: number
  readonly after: number
}

/** A unit in both states. */
export type UnitPair = readonly [before: Unit, after: Unit]

/** Compares pages; `pairs` in the order of the later state. */
export function layoutChanges(
  before: LayoutFacts,
  after: LayoutFacts,
  pairs: readonly UnitPair[],
  languages: readonly Lang[],
): LayoutChanges {
  const shifts: Shift[] = []
  const printed: LayoutChanges['printed'][number][] = []
  for (const lang of languages) {
    const [was, is] = [before.places.get(lang), after.places.get(lang)]
    let isOpen = false
    for (const [{ id: old }, { id }] of pairs) {
      const [from, to] = [was?.get(old), is?.get(id)]
      if (from === undefined && to === undefined) continue
      if (from === undefined || to === undefined) {
        printed.push({ lang, id, isNow: to !== undefined })
        continue
      }
      const last = shifts.at(-1)
      if (isOpen && last && last.after - last.before === to - from)
        shifts[shifts.length - 1] = { ...last, last: id, units: last.units + 1 }
      else if (from !== to) shifts.push({ lang, first: id, last: id, units: 1, before: from, after: to })
      isOpen = from !== to
    }
  }
  return { before: before.pages, after: after.pages, shifts, printed }
}
