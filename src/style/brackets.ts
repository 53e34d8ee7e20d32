import { tokenize, tokenTypes } from 'css-tree'

/** Tokens that open a bracket, with those that close it. */
const pairs: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])

export const openers: ReadonlySet<number> = new Set(pairs.keys())
export const closers: ReadonlySet<number> = new Set(pairs.values())

/**
 * The offset of the first bracket that closes none, outside of all others; null where there is none. css-tree must not
 * see one: it compares it with what it read before, and may go on without end.
 */
export function strayCloser(text: string): number | null {
  const open: number[] = []
  let stray: number | null = null
  tokenize(text, (type, start) => {
    const closer = pairs.get(type)
    if (closer !== undefined) open.push(closer)
    else if (type === open.at(-1)) open.pop()
    else if (open.length === 0 && closers.has(type)) stray ??= start
  })
  return stray
}
