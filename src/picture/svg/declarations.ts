import { placeOf, type Written } from './xml.ts'

/** The declarations of a `style` attribute, in order: names and values with their places. */
export function declarationsIn(written: Written): readonly (readonly [name: string, value: Written])[] {
  const found: (readonly [string, Written])[] = []
  for (const [from, to] of partsOf(written.text)) {
    const part = written.text.slice(from, to)
    const colon = part.indexOf(':')
    const name = (colon < 0 ? part : part.slice(0, colon)).trim().toLowerCase()
    if (name === '') continue
    const value = part.slice(colon + 1)
    const text = value.replace(/!\s*important\s*$/, '').trim()
    const start = from + colon + 1 + (value.length - value.trimStart().length)
    found.push([name, { text, span: placeOf(written, start, start + text.length) }])
  }
  return found
}

/** The stretches between semicolons that stand in no quotes, brackets or comments. */
function partsOf(text: string): readonly (readonly [from: number, to: number])[] {
  const parts: (readonly [number, number])[] = []
  let [from, depth] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"' || character === "'") at = endOf(text, character, at + 1)
    else if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '/' && text.charAt(at + 1) === '*') {
      at = endOf(text, '*/', at + 2) + 1
      // A comment before a declaration is no part of it.
      if (
        text
          .slice(from, at + 1)
          .trimStart()
          .startsWith('/*')
      )
        from = at + 1
    } else if (character === ';' && depth <= 0) {
      parts.push([from, at])
      from = at + 1
    }
  }
  parts.push([from, text.length])
  return parts
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? text.length : end
}
