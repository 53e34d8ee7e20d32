import type { ComputedStyle } from './computed.ts'
import type { Longhand } from './longhands.ts'

/** What can be made of an element, as far as properties ask; the reference says each in a sentence. */
export const kinds = {
  container: 'an element around passages, such as `html`, `section` or the `div` of a layout',
  table: 'an element of `display: table`',
  passage: '`bi-passage`',
  across: '`bi-across`',
  block: 'a block in a passage, its versions, `bi-axis` and `bi-note` among them, or in `bi-across`',
  'row group': 'in a table that stands in one column, its head or body',
  row: 'an element of `display: table-row` in a passage',
  cell: 'what stands in a row',
  text: 'what stands in a line, and the markers of lists and notes',
  'inline-block': 'an element of `display: inline-block`',
  picture: '`img`',
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

/** The kinds of an element; none where nothing of it is laid out. `above` are those around it, null at the root. */
export function kindsOf(
  name: string,
  { display, position }: ComputedStyle,
  above: readonly Kind[] | null,
): readonly Kind[] {
  if (display === 'none' || above?.length === 0) return []
  if (name === 'bi-note' || name === 'bi-version' || name === 'bi-axis') return ['block']
  // Out of the flow it is refused.
  if (name === 'img') return position === 'absolute' ? [] : ['picture']
  if (display === 'inline') return ['text']
  if (display === 'inline-block') return ['text', 'inline-block']
  if (above === null) return ['container']
  if (above.includes('container')) return kindsOutside(name, display, position)
  return name === 'bi-passage' || name === 'bi-across' || above.includes('text')
    ? []
    : kindsInside(display, above)
}

function kindsOutside(
  name: string,
  display: ComputedStyle['display'],
  position: ComputedStyle['position'],
): readonly Kind[] {
  // Text outside of passages is refused.
  if (display === 'run-in') return []
  if (position === 'absolute') return ['placed box']
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
      return style.height?.kind === 'pt' || is('picture') || is('placed box')
    case 'vertical-align':
      return is('text') === (style.verticalAlign === 'baseline')
    default:
      return true
  }
}

function isDecorated({ background, border }: ComputedStyle): boolean {
  return background !== null || Object.values(border).some(({ width }) => width > 0)
}
