import type { Lang } from './lang.ts'
import type { Span } from './span.ts'

/** The stable id of a passage: the key of alignment between the languages. */
export type UnitId = string

/**
 * A piece of text in one language, with its place in the author's file. A `\n` in it is a line break of the source:
 * whether that is a space is for `white-space` and the characters beside it to say.
 */
export interface Leaf {
  readonly text: string
  readonly lang: Lang
  readonly span: Span
  /**
   * Pairs (offset in `text`, offset in the file), ascending, from which each character's place follows;
   * null: `span.start` plus the offset in `text`.
   */
  readonly places: readonly (readonly [text: number, file: number])[] | null
}

/** Where a character of a leaf stands in the author's file. */
export function placeInLeaf(leaf: Leaf, offset: number): Span {
  let [fromText, fromFile] = [0, leaf.span.start]
  for (const [text, file] of leaf.places ?? []) {
    if (text > offset) break
    fromText = text
    fromFile = file
  }
  const start = Math.min(fromFile + offset - fromText, leaf.span.end)
  return { file: leaf.span.file, start, end: Math.min(start + 1, leaf.span.end) }
}
