import type { Lang } from '../base/lang.ts'
import type { FigureChange, StaleFigure } from './figure-changes.ts'
import type { LayoutChanges } from './layout-changes.ts'
import type { Passage } from './passages.ts'
import type { Edit } from './redline.ts'

/** All that is different between two states of a publication. */
export interface Changes {
  /** Languages that only one of the two has; what is said in them is no change of a passage. */
  readonly languages: { readonly added: readonly Lang[]; readonly removed: readonly Lang[] }
  /** In reading order: that of the later state, with what was removed where it stood. Each passage once. */
  readonly passages: readonly PassageChange[]
  /** Null where one of the two was not laid out. */
  readonly layout: LayoutChanges | null
}

/** What became of a passage. */
export interface PassageChange {
  /** Null: it was added. */
  readonly before: Passage | null
  /** Null: it was removed. */
  readonly after: Passage | null
  /** Whether its unit stands before or after others than it did; as few are moved as can be. */
  readonly isMoved: boolean
  /** The languages in which it says something else, at most one entry each. */
  readonly texts: readonly TextChange[]
  /** What one language has and another lacks; null: nothing. */
  readonly lag: Lag | null
}

/** How a text in one language became another. */
export interface TextChange {
  readonly lang: Lang
  /** Null: there was none. */
  readonly before: string | null
  readonly after: string | null
  readonly edits: readonly Edit[]
  /** Whether only punctuation, spaces or capitals differ. */
  readonly isMinor: boolean
  readonly figures: readonly FigureChange[]
}

/** A translation that may have stayed behind. */
export interface Lag {
  readonly changed: readonly Lang[]
  /** What says the same as before, though others changed. */
  readonly unchanged: readonly Lang[]
  /** Languages in which the passage is meant to be, and is not. */
  readonly missing: readonly Lang[]
  readonly stale: readonly StaleFigure[]
  /** Whether nothing is known but that marks or capitals changed: a translation need not follow. */
  readonly isMinor: boolean
}

/** A passage as it is called now, or was at last. */
export function passageOf({ before, after }: PassageChange): Passage {
  const passage = after ?? before
  if (passage === null) throw new Error('a change has a passage on one side at least')
  return passage
}

/** Whether a passage has another name than before; a number in a list is none. */
export function isRenamed({ before, after }: PassageChange): boolean {
  return (
    before !== null && after !== null && before.id !== after.id && !(before.isNumbered && after.isNumbered)
  )
}

export interface Counts {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
  readonly renamed: number
  /** Passages with a lag that is not minor. */
  readonly lagging: number
  /** Numbers that became others, were put in or taken out, in passages that stand in both states, by language. */
  readonly figures: number
}

export function countsOf({ passages }: Changes): Counts {
  const kept = passages.filter(({ before, after }) => before !== null && after !== null)
  return {
    added: passages.filter(({ before }) => before === null).length,
    removed: passages.filter(({ after }) => after === null).length,
    changed: kept.filter(({ texts }) => texts.length > 0).length,
    moved: passages.filter(({ isMoved }) => isMoved).length,
    renamed: passages.filter(isRenamed).length,
    lagging: passages.filter(({ lag }) => lag !== null && !lag.isMinor).length,
    figures: kept.reduce(
      (sum, { texts }) => sum + texts.reduce((all, { figures }) => all + figures.length, 0),
      0,
    ),
  }
}

/** Whether nothing at all is different. */
export function isEmpty({ languages, passages, layout }: Changes): boolean {
  const isSameLayout =
    layout === null || (layout.before === layout.after && layout.shifts.length + layout.printed.length === 0)
  return languages.added.length + languages.removed.length + passages.length === 0 && isSameLayout
}
