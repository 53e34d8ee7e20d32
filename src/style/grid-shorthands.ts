import { lineSyntax } from './grid-values.ts'
import type { Longhand } from './longhands.ts'
import type { Shorthand } from './shorthand.ts'
import type { Word, Words } from './value.ts'

const line = `[ ${lineSyntax} ]`

/** The shorthands of grids. */
export const gridShorthands: readonly (readonly [string, Shorthand])[] = [
  [
    'gap',
    {
      syntax: '[ normal | <length [0,∞]> ]{1,2}',
      longhands: ['row-gap', 'column-gap'],
      description: 'Space between the rows and between the columns of a grid; one value is for both.',
      expand: ([row, column = row]) => [row, column].map((word) => (word === undefined ? null : [word])),
    },
  ],
  ['grid-column', ends('column')],
  ['grid-row', ends('row')],
  [
    'grid-area',
    {
      syntax: `${line} [ / ${line} ]{0,3}`,
      longhands: ['grid-row-start', 'grid-column-start', 'grid-row-end', 'grid-column-end'],
      description: 'The area of the grid that something stands in: its name, or the lines of its edges.',
      expand: (words) => {
        const [rowStart = null, columnStart, rowEnd, columnEnd] = partsOf(words)
        const column = columnStart ?? named(rowStart)
        return [rowStart, column, rowEnd ?? named(rowStart), columnEnd ?? named(column)]
      },
    },
  ],
]

function ends(axis: 'column' | 'row'): Shorthand {
  const longhands: readonly Longhand[] = [`grid-${axis}-start`, `grid-${axis}-end`]
  return {
    syntax: `${line} [ / ${line} ]?`,
    longhands,
    description: `The ${axis}s of the grid that something covers: where the first begins and the last ends.`,
    expand: (words) => {
      const [start = null, end] = partsOf(words)
      return [start, end ?? named(start)]
    },
  }
}

/** What is not said of the other end: the same where it is a name, else initial (CSS Grid 1, 8.4). */
function named(start: Words | null): Words | null {
  const [only, ...others] = start ?? []
  return only?.kind === 'name' && others.length === 0 && only.text.toLowerCase() !== 'auto' ? [only] : null
}

/** The parts of a value between its slashes. */
function partsOf(words: Words): readonly Words[] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if (word.kind === 'mark' && word.text === '/') parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}
