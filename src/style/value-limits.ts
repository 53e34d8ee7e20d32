import { tokenize, tokenTypes } from 'css-tree'
import { closers, openers, strayCloser } from './brackets.ts'

/** Words of one value: a list of families has ten; matching takes longer with each, and css-tree gives up in the end. */
const mostWords = 200

/** Brackets inside each other in one value: a `var()` in the fallback of another has two, and readers recurse. */
const deepestBracket = 20

/** What is too much in a value, in words for the author; null when a reader can take it: a bracket too many as well. */
export function tooMuch(text: string): string | null {
  let words = 0
  let depth = 0
  let deepest = 0
  tokenize(text, (type) => {
    if (openers.has(type)) deepest = Math.max(deepest, ++depth)
    else if (closers.has(type)) depth = Math.max(0, depth - 1)
    else if (!separators.has(type)) words++
  })
  if (words > mostWords) return `a value has at most ${mostWords} words, not ${words}`
  if (deepest > deepestBracket) return `a value has at most ${deepestBracket} brackets in each other`
  return strayCloser(text) === null ? null : 'a bracket of a value closes none'
}

const separators: ReadonlySet<number> = new Set([tokenTypes.WhiteSpace, tokenTypes.Comment, tokenTypes.Comma])
