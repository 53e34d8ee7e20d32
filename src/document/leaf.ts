import type { Leaf } from '../base/leaf.ts'

// U+FDD0 and U+FDD1 are noncharacters: the loader refuses them in every file, so nothing an author writes is a token.
/** What every token begins with. */
export const tokenStart = '\uFDD0'
const open = tokenStart
const close = '\uFDD1'

/** The mark that stands for leaf number `index` in markup, in content and in attributes: nothing in it needs escaping. */
export function token(index: number): string {
  return `${open}${index}${close}`
}

/** Takes a string of markup apart: literal text, never empty, and leaves, in order. */
export function untoken(text: string, leaves: readonly Leaf[]): readonly (string | Leaf)[] {
  if (!text.includes(open)) return text === '' ? [] : [text]
  // Most are one token and nothing else.
  if (text.startsWith(open) && text.indexOf(close) === text.length - 1) {
    const leaf = leaves[Number(text.slice(1, -1))]
    if (leaf !== undefined) return [leaf]
  }
  const pieces: (string | Leaf)[] = []
  for (const piece of text.split(/(\uFDD0\d+\uFDD1)/)) {
    if (piece === '') continue
    const leaf = piece.startsWith(open) ? leaves[Number(piece.slice(1, -1))] : undefined
    pieces.push(leaf ?? piece)
  }
  return pieces
}
