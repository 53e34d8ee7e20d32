import { gridShorthands } from './grid-shorthands.ts'
import type { Longhand } from './longhands.ts'
import { properties } from './property.ts'
import type { Word, Words } from './value.ts'

/** A name that stands for several properties; what it does not mention becomes initial. */
export interface Shorthand {
  readonly syntax: string
  readonly longhands: readonly Longhand[]
  readonly description: string
  /** The words for each longhand, in their order; null: initial. */
  readonly expand: (words: Words) => readonly (Words | null)[]
}

const edges = ['top', 'right', 'bottom', 'left'] as const
const line = '<length [0,∞]> || [ none | solid ] || [ <bi-color> | currentcolor ]'

/** All shorthands by name. */
export const shorthands: ReadonlyMap<string, Shorthand> = new Map<string, Shorthand>([
  ['margin', fourSides('margin')],
  ['padding', fourSides('padding')],
  ['border', rule('All rules around a box.', ['border-top', 'border-right', 'border-bottom', 'border-left'])],
  ['border-top', rule('The rule at the top of a box.', ['border-top'])],
  ['border-right', rule('The rule at the right of a box.', ['border-right'])],
  ['border-bottom', rule('The rule at the bottom of a box.', ['border-bottom'])],
  ['border-left', rule('The rule at the left of a box.', ['border-left'])],
  ['column-rule', rule('The rule on the axis between the columns.', ['column-rule'])],
  ['background', alias('background-color', 'The tint behind a box: a colour only.')],
  ['list-style', alias('list-style-type', 'What marks the items of a list.')],
  ...gridShorthands,
])

/** One to four values go to top, right, bottom and left; a missing one is that of the side across (CSS 2.2, 8.3). */
function fourSides(name: 'margin' | 'padding'): Shorthand {
  return {
    syntax: `[ ${properties[`${name}-top`].syntax} ]{1,4}`,
    longhands: edges.map((edge) => `${name}-${edge}` as const),
    description: `The four sides of the ${name}: top, right, bottom, left.`,
    expand: ([top, right = top, bottom = top, left = right]) => [top, right, bottom, left].map(only),
  }
}

function rule(
  description: string,
  names: readonly (`border-${(typeof edges)[number]}` | 'column-rule')[],
): Shorthand {
  return {
    syntax: line,
    longhands: names.flatMap((name) => [
      `${name}-width` as const,
      `${name}-style` as const,
      `${name}-color` as const,
    ]),
    description,
    expand: (words) => {
      const width = words.find((word) => word.kind === 'dimension' || word.kind === 'number')
      const style = words.find((word) => isStyle(word))
      const color = words.find((word) => word !== width && word !== style)
      return names.flatMap(() => [only(width), only(style), only(color)])
    },
  }
}

function alias(longhand: Longhand, description: string): Shorthand {
  return {
    syntax: properties[longhand].syntax,
    longhands: [longhand],
    description,
    expand: (words) => [words],
  }
}

function isStyle(word: Word): boolean {
  return word.kind === 'name' && ['none', 'solid'].includes(word.text.toLowerCase())
}

function only(word: Word | undefined): Words | null {
  return word === undefined ? null : [word]
}
