import type { CssNode, FunctionNode } from 'css-tree'
import { type Color, type Pt, pointsPer } from '../base/length.ts'
import { clamp } from './bounds.ts'
import type { Length } from './computed.ts'
import { calculate, isMathName } from './math.ts'
import { atSize, pointsOf, type Sum } from './sum.ts'

/** One word of a CSS value that its grammar has already accepted. */
export type Word =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** A number with its unit in lower case; a percentage has the unit `%`. */
  | { readonly kind: 'dimension'; readonly value: number; readonly unit: string }
  /** The digits of a colour, without `#`. */
  | { readonly kind: 'hash'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string; readonly words: readonly Word[] }
  /** What `calc()` and its like come to where it hangs on the font size or on percentages. */
  | { readonly kind: 'calculated'; readonly sum: Sum }
  /** A comma or a slash. */
  | { readonly kind: 'mark'; readonly text: string }

export type Words = readonly Word[]

/** The words of a value as css-tree parsed it. */
export function wordsOf(nodes: readonly CssNode[]): Words {
  return nodes.filter((node) => node.type !== 'WhiteSpace').map(wordOf)
}

/** A length in points, within bounds; `em` is the font size that `em`, `ic` and `%` are shares of. */
export function toPoints(word: Word | undefined, em: Pt): Pt {
  if (word?.kind === 'number' && word.value === 0) return 0
  if (word?.kind === 'calculated') return clamp(pointsOf(atSize(word.sum, em), em))
  if (word?.kind !== 'dimension') throw new Error(`expected a length, not ${JSON.stringify(word)}`)
  if (word.unit === 'em' || word.unit === 'ic') return clamp(word.value * em)
  if (word.unit === '%') return clamp((word.value / 100) * em)
  const points = pointsPer(word.unit)
  if (points === null) throw new Error(`the grammar let the unit ${word.unit} pass`)
  return word.value * points
}

/** A length, or a share of the measure, in points as far as it can be known; `em` as above. */
export function toLength(word: Word | undefined, em: Pt): Length {
  if (word?.kind === 'calculated') return atSize(word.sum, em)
  if (word?.kind === 'dimension' && word.unit === '%') return { kind: 'share', value: word.value / 100 }
  return { kind: 'pt', value: toPoints(word, em) }
}

/** The keyword that a value is, in lower case, or null when it is something else. */
export function keywordOf(words: Words): string | null {
  const word = words[0]
  return words.length === 1 && word?.kind === 'name' ? word.text.toLowerCase() : null
}

export function toNumber(word: Word | undefined): number {
  if (word?.kind !== 'number') throw new Error(`expected a number, not ${JSON.stringify(word)}`)
  return word.value
}

/** A colour, or null for `transparent`. */
export function toColor(word: Word | undefined, current: Color): Color | null {
  if (word?.kind === 'hash') return fromHex(word.text)
  if (word?.kind === 'name') {
    const name = word.text.toLowerCase()
    if (name === 'black') return [0, 0, 0]
    if (name === 'white') return [255, 255, 255]
    if (name === 'transparent') return null
    if (name === 'currentcolor') return current
  }
  throw new Error(`expected a colour, not ${JSON.stringify(word)}`)
}

/** The parts of a value between its commas. */
export function splitAtCommas(words: Words): readonly Words[] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if (word.kind === 'mark' && word.text === ',') parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

function fromHex(digits: string): Color {
  const long = digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits
  const value = Number.parseInt(long, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function wordOf(node: CssNode): Word {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'name', text: node.name }
    case 'String':
      return { kind: 'string', text: node.value }
    case 'Number':
      return { kind: 'number', value: Number(node.value) }
    case 'Dimension':
      return { kind: 'dimension', value: Number(node.value), unit: node.unit.toLowerCase() }
    case 'Percentage':
      return { kind: 'dimension', value: Number(node.value), unit: '%' }
    case 'Hash':
      return { kind: 'hash', text: node.value }
    case 'Function':
      if (isMathName(node.name)) return calculated(node)
      return {
        kind: 'function',
        name: node.name.toLowerCase(),
        words: wordsOf(node.children.toArray()),
      }
    case 'Operator':
      return { kind: 'mark', text: node.value.trim() }
    default:
      throw new Error(`the grammar let a ${node.type} pass`)
  }
}

function calculated(node: FunctionNode): Word {
  const word = calculate(node)
  if ('message' in word) throw new Error(`the grammar let a calculation pass: ${word.message}`)
  return word
}
