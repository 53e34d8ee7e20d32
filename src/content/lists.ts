import type { UnitId } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { ClaimId } from './ids.ts'
import type { Item, Text } from './publication.ts'
import type { WrittenItem } from './schema-blocks.ts'
import { readText, type TextSettings } from './texts.ts'

/** An item whose id is not claimed yet: that of its list comes first, and is made of its words. */
interface Unnamed {
  readonly text: Text
  readonly isOrdered: boolean
  readonly items: readonly Unnamed[]
}

/** Reads the texts of a list and of the lists inside it. */
export function readItems(
  written: readonly WrittenItem[],
  settings: TextSettings,
  report: Report,
): readonly Unnamed[] {
  return written.map((one) => {
    if (!('item' in one)) return { text: readText(one, settings, report), isOrdered: false, items: [] }
    const text = readText(one.item, settings, report)
    return { text, isOrdered: one.ordered ?? false, items: readItems(one.list ?? [], settings, report) }
  })
}

export function firstText([first]: readonly Unnamed[]): Text | null {
  return first?.text ?? null
}

/** Gives each item the id of its list and its position. */
export function nameItems(items: readonly Unnamed[], list: UnitId, claim: ClaimId): readonly Item[] {
  return items.map(({ text, isOrdered, items: inner }, index) => {
    const id = claim(`${list}-${index + 1}`)
    if (inner.length === 0) return { id, text, list: null }
    const items = nameItems(inner, id, claim)
    return { id, text, list: { id: claim(`${id}-list`), isOrdered, items } }
  })
}
