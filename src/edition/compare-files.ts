import { type OwnPart, openOwnPart } from '../pdf/read-attached.ts'
import { compareObjects, type Difference } from './compare-objects.ts'
import { comparePages, type PageDifference } from './compare-pages.ts'

/**
 * What became of a file that was made again. `identical`: the same bytes; `same-content`: every object says the same, as
 * another processor or version of zlib deflates it; `same-pages`: on the pages stands the same in the same places, and what
 * is other cannot be seen; `differs`: the pages do.
 */
export type Verdict =
  | { readonly kind: 'identical' /** Bytes behind the file, as of a signature. */; readonly added: number }
  | { readonly kind: 'same-content'; readonly added: number }
  | { readonly kind: 'same-pages'; readonly objects: readonly Difference[] }
  | {
      readonly kind: 'differs'
      readonly pages: readonly PageDifference[]
      readonly objects: readonly Difference[]
    }

/** Compares a PDF with the same one made again; null: the stored one is none of this program's, or damaged. */
export function compareFiles(stored: Uint8Array, made: Uint8Array): Verdict | null {
  if (Buffer.compare(stored.subarray(0, made.length), made) === 0)
    return { kind: 'identical', added: stored.length - made.length }
  const [before, after] = [openOwnPart(stored), openOwnPart(made)]
  if (after === null) throw new Error('a PDF that was just made can be read')
  return before && judge(before, after, stored.length - before.length)
}

function judge(before: OwnPart, after: OwnPart, added: number): Verdict | null {
  try {
    const objects = compareObjects(before, after)
    if (objects.length === 0) return { kind: 'same-content', added }
    const pages = comparePages(before.file, after.file)
    return pages.length === 0 ? { kind: 'same-pages', objects } : { kind: 'differs', pages, objects }
  } catch {
    // In some object of the stored file, which nobody had to read until now, is something that no PDF holds.
    return null
  }
}
