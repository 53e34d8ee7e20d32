import type { ComputedStyle } from './computed.ts'
import type { Longhand } from './longhands.ts'

/** What can be made of an element, as far as properties ask; the reference says each in a sentence. */
export const kinds = {
  container: 'an element around passages, such as `html`, `section` or the `div` of a layout',
  table: 'an element of `display: table`',
  passage: '`bi-passage`',
  across: '`bi-across`, and a grid that stands between passages',
  block:
    'a block in a passage, its versions, `bi-axis` and `bi-note` among them, in `bi-across` or in a grid',
  grid: 'an element of `display: grid`',
  'grid item': 'what stands in a grid, at once or in an element of `display: contents`',
  contents: 'an element of `display: contents`',
  'row group': 'in a table that stands in one column, its head or body',
  row: 'an element of `display: table-row` in a passage',
  cell: 'what stands in a row',
  text: 'what stands in a line, and the markers of lists and notes',
  'inline-block': 'an element of `display: inline-block`',
  picture: '`img` and `bi-chart`',
  'placed box': 'an element of `position: absolute` outside of passages, such as a `div` between them',
  'margin box': 'a margin box of `@page`',
} as const

export type Kind = keyof typeof kinds

const frames = ['container', 'passage', 'across', 'block', 'placed box'] as const satisfies readonly Kind[]

/** All that there is. */
export const everything: readonly Kind[] = [
  ...frames,
  'row group',
  'row',
  'cell',
  'text',
  'picture',
  'contents',
  'margin box',
]
export const elements = everything.filter((kind) => kind !== 'margin box')
/** What holds text, or hands on to it what is inherited. */
export const textHolders = everything.filter((kind) => kind !== 'picture')
/** What holds whole lines, or hands on to it what is inherited. */
export const lineHolders = textHolders.filter((kind) => kind !== 'text')
export const paragraphHolders = lineHolders.filter((kind) => kind !== 'margin box')
/** What counts, and what the theme may give a content. */
export const counting = elements.filter((kind) => kind !== 'picture')
/** What has padding above and below, a border and a tint. */
export const decorated: readonly Kind[] = [...frames, 'row group', 'row', 'cell', 'margin box']
/** What begins pages. */
export const pageStarts: readonly Kind[] = ['container', 'passage', 'across']

/**
 * The kinds of an element; none where nothing of it is laid out. `above` are those around it, null at the root: around
 * one of `display: contents`, those that are around that.
 */
export function kindsOf(name: string, style: ComputedStyle, above: readonly Kind[] | null): readonly Kind[] {
  const { display } = style
  if (display === 'none' || above?.length === 0) return []
  if (isContents(name, style, above)) return ['contents']
  const kinds = ownKinds(name, style, above)
  const isBox = kinds.length > 0 && !kinds.includes('text')
  return isBox && above?.includes('grid') ? [...kinds, 'grid item'] : kinds
}

/** Whether an element makes no box: a passage between others does, whatever its `display`. */
export function isContents(
  name: string,
  { display, position }: ComputedStyle,
  above: readonly Kind[] | null,
): boolean {
  if (display !== 'contents' || position === 'absolute' || above === null) return false
  const isOutside = above.includes('container')
  return (
    name !== 'img' && name !== 'bi-note' && !(isOutside && (name === 'bi-passage' || name === 'bi-across'))
  )
}

function ownKinds(
  name: string,
  { display, position }: ComputedStyle,
  above: readonly Kind[] | null,
): readonly Kind[] {
  const grid: readonly Kind[] = display === 'grid' ? ['grid'] : []
  if (name === 'bi-note') return ['block']
  if (name === 'bi-version' || name === 'bi-axis') return ['block', ...grid]
  // Out of the flow it is refused.
  if (name === 'img') return position === 'absolute' ? [] : ['picture']
  // Its parts have what they inherit of it; each of them says what it may.
  if (name === 'bi-chart') return position === 'absolute' ? [] : ['picture', 'block']
  if (name === 'bi-part') return []
  if (display === 'inline') return ['text']
  if (display === 'inline-block') return ['text', 'inline-block']
  if (above === null) return ['container']
  if (above.includes('container')) return [...kindsOutside(name, display, position), ...grid]
  return above.includes('text') ? [] : [...kindsInside(display, above), ...grid]
}

function kindsOutside(
  name: string,
  display: ComputedStyle['display'],
  position: ComputedStyle['position'],
): readonly Kind[] {
  // Text outside of passages is refused.
  if (display === 'run-in') return []
  if (position === 'absolute') return ['placed box']
  if (display === 'grid') return ['across']
  if (name === 'bi-passage') return ['passage']
  if (name === 'bi-across') return ['across']
  return display === 'table' ? ['container', 'table'] : ['container']
}

function kindsInside(display: ComputedStyle['display'], above: readonly Kind[]): readonly Kind[] {
  if (display === 'table') return ['block', 'table']
  if (display === 'table-row') return ['row']
  if (above.includes('row')) return ['cell']
  const isGroup = display === 'table-header-group' || display === 'table-row-group'
  return isGroup && above.includes('table') ? ['row group'] : ['block']
}

/** Whether a value can do anything on what a property applies to; `is` asks for the kind of the element. */
export function canAct(name: Longhand, style: ComputedStyle, is: (kind: Kind) => boolean): boolean {
  switch (name) {
    case 'break-before':
      if (is('container')) return style.breakBefore !== 'avoid'
      return is('passage') || is('across') || style.breakBefore === 'avoid'
    case 'break-after':
      return pageStarts.some(is) || style.breakAfter === 'avoid'
    case 'counter-reset':
      return style.pageReset === null || pageStarts.some(is)
    case 'margin-left':
    case 'margin-right':
      return !(is('container') || is('passage')) || isDecorated(style)
    case 'column-rule-width':
    case 'column-rule-style':
    case 'column-rule-color':
      return !is('table')
    case 'height':
      return style.height?.kind === 'pt' || is('picture') || is('placed box') || (is('grid') && is('across'))
    case 'vertical-align':
      return is('text') === (style.verticalAlign === 'baseline')
    default:
      return true
  }
}

function isDecorated({ background, border }: ComputedStyle): boolean {
  return background !== null || Object.values(border).some(({ width }) => width > 0)
}
