import { tokenize, tokenTypes } from 'css-tree'

/** A `var()` in a value: where it stands, its name, and what stands after its comma. */
export interface Reference {
  readonly name: string
  readonly fallback: string | null
  readonly start: number
  readonly end: number
}

/**
 * Longest value, in UTF-16 units, as written and after its variables are put in: no theme needs more, and variables
 * that hold each other twice would grow without end.
 */
export const valueLimit = 10_000

/** The `var()`s of a value that are not inside another one's fallback. */
export function references(text: string): readonly Reference[] {
  if (!/var\(/i.test(text)) return []
  const tokens: { type: number; start: number; end: number }[] = []
  tokenize(text, (type, start, end) => {
    tokens.push({ type, start, end })
  })
  const found: Reference[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || !isVar(text.slice(token.start, token.end))) continue
    const last = closing(tokens, index)
    const end = tokens[last]?.end ?? text.length
    found.push(reference(text, token.start, token.end, end))
    index = last
  }
  return found
}

/**
 * A value with its variables put in, or null when one has neither a value nor a fallback: `missing` is told its name.
 */
export function substitute(
  text: string,
  lookup: (name: string) => string | null,
  missing: (name: string) => void,
): string | null {
  let result = ''
  let from = 0
  for (const { name, fallback, start, end } of references(text)) {
    const value = lookup(name) ?? (fallback === null ? null : substitute(fallback, lookup, missing))
    if (value === null) {
      if (fallback === null) missing(name)
      return null
    }
    result += text.slice(from, start) + value
    from = end
    if (result.length > valueLimit) {
      missing(name)
      return null
    }
  }
  return result + text.slice(from)
}

function reference(text: string, start: number, inside: number, end: number): Reference {
  const inner = text.slice(inside, text.endsWith(')', end) ? end - 1 : end)
  const comma = inner.indexOf(',')
  return {
    name: (comma < 0 ? inner : inner.slice(0, comma)).trim(),
    fallback: comma < 0 ? null : inner.slice(comma + 1).trim(),
    start,
    end,
  }
}

/** Index of the token that closes the function opened at `index`. */
function closing(tokens: readonly { readonly type: number }[], index: number): number {
  let depth = 0
  for (let at = index; at < tokens.length; at++) {
    const type = tokens[at]?.type
    if (type === tokenTypes.Function || type === tokenTypes.LeftParenthesis) depth++
    if (type === tokenTypes.RightParenthesis && --depth === 0) return at
  }
  return tokens.length - 1
}

function isVar(token: string): boolean {
  return token.toLowerCase() === 'var('
}
