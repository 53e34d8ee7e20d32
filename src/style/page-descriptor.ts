import type { Pt, Size } from '../base/length.ts'
import { shortestSide } from './bounds.ts'
import type { PageStyle, Track } from './computed.ts'
import type { Context } from './property.ts'
import { keywordOf, toPoints, type Words } from './value.ts'

/** What only `@page` may say; margins, tint and font size are the properties of that name. */
export interface Descriptor<Value> {
  readonly syntax: string
  /** The value where no `@page` rule says anything, as CSS text. */
  readonly initial: string
  readonly field: keyof PageStyle
  readonly description: string
  readonly compute: (words: Words, context: Context) => Value
}

const millimetre: Pt = 72 / 25.4

/** ISO 216 and ANSI sheets by their CSS names. */
const sheets: ReadonlyMap<string, Size> = new Map([
  ['a4', { width: 210 * millimetre, height: 297 * millimetre }],
  ['a5', { width: 148 * millimetre, height: 210 * millimetre }],
  ['letter', { width: 612, height: 792 }],
])

export const sizeDescriptor: Descriptor<Size> = {
  syntax: 'a4 | a5 | letter | <length [0,∞]>{2}',
  initial: 'A4',
  field: 'size',
  description: 'Size of the trimmed page: a sheet, or width and height.',
  compute: (words, { em }) => {
    const sheet = sheets.get(keywordOf(words) ?? '')
    return sheet ?? { width: side(words[0], em), height: side(words[1], em) }
  },
}

export const columnsDescriptor: Descriptor<readonly Track[]> = {
  syntax: 'auto | [ <length [0,∞]> | <flex> ] [ <length [0,∞]> [ <length [0,∞]> | <flex> ] ]*',
  initial: 'auto',
  field: 'columns',
  description:
    'Widths of the columns and of the gutters between them, such as `1fr 24pt 18ic`; auto: equal columns.',
  compute: (words, { em }) => (keywordOf(words) === 'auto' ? [] : words.map((word) => track(word, em))),
}

/** What may stand in the block of `@page` itself. */
export const pageNames: ReadonlySet<string> = new Set([
  'size',
  'bi-columns',
  'font-size',
  'margin',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'background',
  'background-color',
])

/** A length in em may come to less than a page can have. */
function side(word: Words[number] | undefined, em: Pt): Pt {
  return Math.max(shortestSide, toPoints(word, em))
}

function track(word: Words[number], em: Pt): Track {
  if (word.kind === 'dimension' && word.unit === 'fr') return { kind: 'fr', value: word.value }
  return { kind: 'pt', value: toPoints(word, em) }
}
