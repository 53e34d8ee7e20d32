import type { Leaf } from '../base/leaf.ts'

// U+FDD0 and U+FDD1 are noncharacters: the loader refuses them in every file, so nothing an author writes is a token.
const open = '\uFDD0'
const close = '\uFDD1'

/** The mark that stands for leaf number `index` in markup, in content and in attributes: nothing in it needs escaping. */
export function token(index: number): string {
  return `${open}${index}${close}`
}

/** Takes a string of markup apart: literal text, never empty, and leaves, in order. */
export function untoken(text: string, leaves: readonly Leaf[]): readonly (string | Leaf)[] {
  if (!text.includes(open)) return text === '' ? [] : [text]
  const pieces: (string | Leaf)[] = []
  for (const piece of text.split(/(\uFDD0\d+\uFDD1)/)) {
    if (piece === '') continue
    const leaf = piece.startsWith(open) ? leaves[Number(piece.slice(1, -1))] : undefined
    pieces.push(leaf ?? piece)
  }
  return pieces
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
