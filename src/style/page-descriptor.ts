import type { Pt, Size } from '../base/length.ts'
import { shortestSide } from './bounds.ts'
import type { Border, PageArrangement, PageLabels, PageStyle, Track } from './computed.ts'
import type { Context } from './property.ts'
import { keywordOf, toColor, toPoints, type Words } from './value.ts'

/** What only `@page` may say; margins, tint and font size are the properties of that name. */
export interface Descriptor<Value> {
  readonly syntax: string
  /** The value where no `@page` rule says anything, as CSS text. */
  readonly initial: string
  readonly field: keyof PageStyle | 'ruleLength'
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

const labels: readonly PageLabels[] = [
  'decimal',
  'lower-roman',
  'upper-roman',
  'lower-alpha',
  'upper-alpha',
  'none',
]

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

const lane = '<custom-ident>? [ <length [0,∞]> | <flex> ]'

export const columnsDescriptor: Descriptor<readonly Track[]> = {
  syntax: `auto | ${lane} [ <length [0,∞]> ${lane} ]* | ${lane} <length [0,∞]>`,
  initial: 'auto',
  field: 'columns',
  description:
    'Widths of the columns and of the gutters between them, such as `1fr 24pt 18ic`; a language in front of a column, as in `en 1fr 24pt zh 18ic`, makes it that language’s wherever it stands; one column and a strip behind it, as in `1fr 45pt`, are for a page of one column: what all languages share stands in the strip, and without one over the column’s end; auto: equal columns.',
  compute: (words, { em }) => (keywordOf(words) === 'auto' ? [] : tracks(words, em)),
}

export const arrangementDescriptor: Descriptor<PageArrangement> = {
  syntax: 'columns | stacked <custom-ident>*',
  initial: 'columns',
  field: 'arrangement',
  description:
    'How the versions of a passage stand: in columns side by side, or stacked, one below the other in one column, the languages that are named first, as in `stacked zh`, then the others as they are printed; all pages of one name as on a right one.',
  compute: (words) => {
    const [kind, ...first] = words.flatMap((word) => (word.kind === 'name' ? [word.text] : []))
    return kind?.toLowerCase() === 'stacked' ? { kind: 'stacked', first } : { kind: 'columns' }
  },
}

export const labelDescriptor: Descriptor<PageLabels> = {
  syntax: labels.join(' | '),
  initial: 'decimal',
  field: 'labels',
  description: 'How the numbers of the pages are written; with none a page is counted and shows no number.',
  compute: (words) => labels.find((label) => label === keywordOf(words)) ?? 'decimal',
}

export const ruleDescriptor: Descriptor<Pt | null> = {
  syntax: 'auto | <length [0,∞]>',
  initial: 'auto',
  field: 'ruleLength',
  description: 'Length of the rule above the notes; auto: as wide as the column.',
  compute: (words, { em }) => (keywordOf(words) === 'auto' ? null : toPoints(words[0], em)),
}

export const changeBarDescriptor: Descriptor<Border> = {
  syntax: 'none | <length [0,∞]> solid <bi-color>',
  // As wide as the rule of a drawing, and black: it is read in any light and printed with the text.
  initial: '0.8pt solid black',
  field: 'changeBar',
  description:
    'The bar beside each line that is not as it was, in a copy that shows what has changed: 6 pt outside of its column, on the side that is turned away from the other columns, of a single column on the fore-edge.',
  compute: ([width, , color], { em, color: current }) =>
    color === undefined
      ? { width: 0, color: current }
      : { width: Math.max(0, toPoints(width, em)), color: toColor(color, current) ?? current },
}

/** All descriptors by name. */
export const descriptors: ReadonlyMap<
  string,
  Pick<Descriptor<unknown>, 'syntax' | 'initial' | 'description'>
> = new Map<string, Descriptor<unknown>>([
  ['size', sizeDescriptor],
  ['bi-columns', columnsDescriptor],
  ['bi-arrangement', arrangementDescriptor],
  ['bi-page-label', labelDescriptor],
  ['bi-change-bar', changeBarDescriptor],
  ['bi-rule-length', ruleDescriptor],
])

/** What may stand in the block of `@page` itself. */
export const pageNames: ReadonlySet<string> = new Set([
  'size',
  'bi-columns',
  'bi-arrangement',
  'bi-page-label',
  'bi-change-bar',
  'font-size',
  'margin',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'background',
  'background-color',
])

/** What may stand in the block of `@footnote`. */
export const footnoteNames: ReadonlySet<string> = new Set([
  'margin-top',
  'border-top',
  'border-top-width',
  'border-top-style',
  'border-top-color',
  'padding-top',
  'bi-rule-length',
])

/** A length in em may come to less than a page can have. */
function side(word: Words[number] | undefined, em: Pt): Pt {
  return Math.max(shortestSide, toPoints(word, em))
}

function tracks(words: Words, em: Pt): readonly Track[] {
  return words.flatMap((word, index): Track[] => {
    if (word.kind === 'name') return []
    const before = words[index - 1]
    const lang = before?.kind === 'name' ? before.text : null
    if (word.kind === 'dimension' && word.unit === 'fr') return [{ kind: 'fr', value: word.value, lang }]
    return [{ kind: 'pt', value: Math.max(0, toPoints(word, em)), lang }]
  })
}
