import { type Pt, pointsPer } from '../base/length.ts'
import { wrongGrid } from './grid-bounds.ts'
import type { Word, Words } from './value.ts'

/** The longest length, either way: a page of a PDF is at most 14,400 units wide or high (ISO 32000-1, Annex C). */
export const longest: Pt = 14_400

/** The smallest type: below it nothing can be read, and nothing can be divided by none at all. */
export const leastFontSize: Pt = 1

/** The shortest side of a page: less holds no letter. */
export const shortestSide: Pt = 10

/** The smallest share of the measure: columns are measured by the sum of theirs. */
const leastFraction = 0.001

/** What is wrong with the measure of a value that the grammar accepts, and what to do about it. */
export interface OutOfBounds {
  readonly message: string
  readonly hint: string
}

/** Null when each number of a value is one that can be set and written. */
export function outOfBounds(name: string, words: Words): OutOfBounds | null {
  if (name === 'counter-reset') {
    const found = wrongPage(words)
    if (found !== null) return found
  }
  return wrongGrid(name, words) ?? wrongSizes(name, words)
}

function wrongSizes(name: string, words: Words): OutOfBounds | null {
  for (const word of words) {
    const isMeasure = word.kind === 'number' || word.kind === 'dimension'
    const inside = word.kind === 'function' ? wrongSizes(name, word.words) : null
    const found = isMeasure ? wrongSize(name, word) : inside
    if (found !== null) return found
  }
  return null
}

/** A length that came out of shares of others, within bounds. */
export function clamp(points: Pt): Pt {
  return Math.max(-longest, Math.min(longest, points))
}

/** Pages are counted from 1. */
function wrongPage(words: Words): OutOfBounds | null {
  const page = words.findIndex((word) => word.kind === 'name' && word.text === 'page')
  const number = page < 0 ? undefined : words[page + 1]
  if (number?.kind !== 'number' || number.value >= 1) return null
  const hint = 'pages are counted from 1: write `counter-reset: page 1`, or a larger number'
  return { message: `no page has the number ${number.value}`, hint }
}

type Measure = Extract<Word, { readonly kind: 'number' | 'dimension' }>

function wrongSize(name: string, word: Measure): OutOfBounds | null {
  const unit = word.kind === 'dimension' ? word.unit : ''
  const perUnit = pointsPer(unit)
  const size = word.value * (perUnit ?? 1)
  if (!(Math.abs(size) <= longest)) {
    const most = `write at most ${longest}${perUnit === null ? unit : 'pt'}`
    const hint =
      unit === ''
        ? `write a number from ${-longest} to ${longest}`
        : `nothing is larger than a page of ${longest}pt: ${most}`
    return { message: `a number in \`${name}\` is too large`, hint }
  }
  if (unit === 'fr' && size < leastFraction) {
    return { message: 'a column has no width', hint: `write at least ${leastFraction}fr` }
  }
  const isAbsolute = perUnit !== null || word.kind === 'number'
  const least = name === 'font-size' ? leastFontSize : name === 'size' ? shortestSide : null
  if (least !== null && (isAbsolute ? size < least : size <= 0)) {
    return { message: `\`${name}\` is too small`, hint: `write at least ${least}pt` }
  }
  return null
}
