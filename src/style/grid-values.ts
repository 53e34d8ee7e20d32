import type { Pt } from '../base/length.ts'
import { clamp } from './bounds.ts'
import type { GridAreas, GridLine, GridTemplate, TrackBreadth, TrackSize } from './grid-style.ts'
import { keywordOf, splitAtCommas, toLength, toNumber, type Word, type Words } from './value.ts'

const breadth = '<length [0,∞]> | <percentage [0,∞]> | min-content | max-content | auto'
const track = `${breadth} | <flex> | minmax( [ ${breadth} ] , [ ${breadth} | <flex> ] )`

/** The syntax of the columns or rows of a grid. */
export const templateSyntax = `none | subgrid | [ ${track} | repeat( <integer [1,∞]> , [ ${track} ]+ ) ]+`

/** The syntax of a line at which something begins or ends. */
export const lineSyntax = 'auto | <integer> | [ span && <integer [1,∞]> ] | <custom-ident>'

/** The tracks that an accepted value names; `em` is the font size. */
export function templateOf(words: Words, em: Pt): GridTemplate {
  const keyword = keywordOf(words)
  if (keyword === 'none') return []
  if (keyword === 'subgrid') return 'subgrid'
  return words.flatMap((word): readonly TrackSize[] => {
    if (word.kind !== 'function' || word.name !== 'repeat') return [trackOf(word, em)]
    const { count, tracks } = repeatOf(word.words)
    const sizes = tracks.map((one) => trackOf(one, em))
    return Array.from({ length: count }, () => sizes).flat()
  })
}

/** How many tracks an accepted value names. */
export function tracksIn(words: Words): number {
  let sum = 0
  for (const word of words) {
    if (word.kind !== 'function' || word.name !== 'repeat') sum++
    else {
      const { count, tracks } = repeatOf(word.words)
      sum += count * tracks.length
    }
  }
  return sum
}

function repeatOf(words: Words): { readonly count: number; readonly tracks: Words } {
  const [count = [], tracks = []] = splitAtCommas(words)
  return { count: toNumber(count[0]), tracks }
}

function trackOf(word: Word, em: Pt): TrackSize {
  if (word.kind === 'function') {
    const [min = [], max = []] = splitAtCommas(word.words)
    return { min: breadthOf(min[0], em), max: breadthOf(max[0], em) }
  }
  const size = breadthOf(word, em)
  // A share is at least what stands in it (CSS Grid 1, 7.2.4).
  return { min: size.kind === 'fr' ? { kind: 'auto' } : size, max: size }
}

function breadthOf(word: Word | undefined, em: Pt): TrackBreadth {
  if (word?.kind === 'name') {
    const name = word.text.toLowerCase()
    if (name === 'auto' || name === 'min-content' || name === 'max-content') return { kind: name }
  }
  if (word?.kind === 'dimension' && word.unit === 'fr') return { kind: 'fr', value: word.value }
  const length = toLength(word, em)
  return { kind: 'length', length: length.kind === 'pt' ? { ...length, value: clamp(length.value) } : length }
}

/** The areas that an accepted value draws. */
export function areasOf(words: Words): GridAreas {
  return words.flatMap((word) => {
    if (word.kind !== 'string') return []
    const cells = word.text.split(/[ \t\r\n\f]+/).filter((cell) => cell !== '')
    return [cells.map((cell) => (/^\.+$/.test(cell) ? null : cell))]
  })
}

/** The names of areas, each once, in the order in which they are drawn. */
export function areaNames(areas: GridAreas): readonly string[] {
  return [...new Set(areas.flat())].filter((name) => name !== null)
}

export function lineOf(words: Words): GridLine {
  const number = words.find((word) => word.kind === 'number')
  const name = words.find((word) => word.kind === 'name')
  if (number?.kind === 'number')
    return name ? { kind: 'span', count: number.value } : { kind: 'line', line: number.value }
  if (name?.kind !== 'name') throw new Error(`no line of a grid: ${JSON.stringify(words)}`)
  return name.text.toLowerCase() === 'auto' ? { kind: 'auto' } : { kind: 'area', name: name.text }
}
