import type { Color, Pt } from '../base/length.ts'
import type { Kind } from './applies-to.ts'
import type { Length } from './computed.ts'
import type { Property } from './property.ts'
import { keywordOf, toColor, toLength, toNumber, toPoints } from './value.ts'

type Field = Property<unknown>['field']
export interface About {
  readonly field: Field
  readonly initial: string
  readonly isInherited: boolean
  readonly appliesTo: readonly Kind[]
  readonly description: string
}

/** A property that is one of some keywords, as they stand in the style. */
export function keywords<const Keyword extends string>(
  list: readonly Keyword[],
  about: About,
): Property<Keyword> {
  return {
    ...about,
    syntax: list.join(' | '),
    compute: (words) => {
      const found = list.find((keyword) => keyword === keywordOf(words))
      if (found === undefined) throw new Error(`none of ${list.join(', ')}: ${JSON.stringify(words)}`)
      return found
    },
  }
}

/** A property that is one length. */
export function length(syntax: string, about: About): Property<Pt> {
  // What is calculated may come to less than the syntax lets pass (CSS Values 4, 10.12).
  const least = syntax.includes('[0,∞]') ? 0 : Number.NEGATIVE_INFINITY
  return { ...about, syntax, compute: ([word], { em }) => Math.max(least, toPoints(word, em)) }
}

/** A property that is one length, or nothing by the keyword `auto`. */
export function lengthOrAuto(about: About): Property<Pt | null> {
  return {
    ...about,
    syntax: 'auto | <length>',
    compute: (words, { em }) => (keywordOf(words) === 'auto' ? null : toPoints(words[0], em)),
  }
}

/** A property that is a length or a share of the measure, or nothing by a keyword. */
export function size(nothing: 'auto' | 'none', about: About): Property<Length | null> {
  return {
    ...about,
    syntax: `${nothing} | <length [0,∞]> | <percentage [0,∞]>`,
    compute: (words, { em }) => (keywordOf(words) === nothing ? null : toLength(words[0], em)),
  }
}

/** A property that is a colour with ink: where there is none, the line is not drawn at all. */
export function ink(about: About): Property<Color> {
  return {
    ...about,
    syntax: '<bi-color> | currentcolor',
    compute: ([word], { color }) => toColor(word, color) ?? color,
  }
}

/** A property that is a whole number from 1. */
export function count(about: About): Property<number> {
  return { ...about, syntax: '<integer [1,∞]>', compute: ([word]) => toNumber(word) }
}
