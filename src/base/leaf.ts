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

/** A stretch of a leaf's text, in UTF-16 offsets, end excluded. */
export type Stretch = readonly [from: number, to: number]

/** A leaf made of some stretches of another, in order; every character keeps its place in the author's file. */
export function pickFromLeaf(leaf: Leaf, stretches: readonly Stretch[]): Leaf {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) {
    return { ...leaf, text: '', span: { ...leaf.span, end: leaf.span.start }, places: null }
  }
  if (stretches.length === 1 && first[0] === 0 && first[1] === leaf.text.length) return leaf
  const text = stretches.map(([from, to]) => leaf.text.slice(from, to)).join('')
  const start = fileOffset(leaf, first[0])
  // The end of the last character, not the start of the next: between them may stand an escape of the YAML.
  const end = last[1] > last[0] ? fileOffset(leaf, last[1] - 1) + 1 : fileOffset(leaf, last[1])
  const span = { file: leaf.span.file, start, end: Math.max(start, Math.min(end, leaf.span.end)) }
  const isPlain = leaf.places === null && stretches.length === 1
  return { text, lang: leaf.lang, span, places: isPlain ? null : pairs(leaf, stretches) }
}

function pairs(leaf: Leaf, stretches: readonly Stretch[]): [text: number, file: number][] {
  const made: [text: number, file: number][] = []
  const places = leaf.places ?? []
  let length = 0
  for (const [from, to] of stretches) {
    made.push([length, fileOffset(leaf, from)])
    for (let index = after(leaf, from); index < places.length; index++) {
      const [text, file] = places[index] ?? [to, 0]
      if (text >= to) break
      made.push([length + text - from, file])
    }
    length += to - from
  }
  return made
}

/** The offset in the file of a character of a leaf: as `placeInLeaf`, but in logarithmic time. */
function fileOffset(leaf: Leaf, offset: number): number {
  const pair = leaf.places?.[after(leaf, offset) - 1]
  const [text, file] = pair ?? [0, leaf.span.start]
  return Math.min(file + offset - text, leaf.span.end)
}

/** The index of the first pair of `places` beyond `offset`. */
function after(leaf: Leaf, offset: number): number {
  const places = leaf.places ?? []
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.[0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
