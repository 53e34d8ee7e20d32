import type { Color, Pt } from '../base/length.ts'
import { clamp } from './bounds.ts'
import type { Border, Break, ComputedStyle, Content, Length } from './computed.ts'
import { type GridLonghands, gridPlaceOf, gridStyleOf } from './grid-longhands.ts'

/** What an element does to a counter. */
export interface CounterChange {
  readonly name: string
  readonly value: number
}

type Edge = 'top' | 'right' | 'bottom' | 'left'

/** A length that inherits as a multiple of each element's own font size, or one in points. */
export type Relative =
  | { readonly kind: 'em'; readonly value: number }
  | { readonly kind: 'pt'; readonly value: Pt }

/** The computed value of every longhand property: what is inherited, and what a `ComputedStyle` is made from. */
export type Longhands = GridLonghands & {
  readonly 'font-family': readonly string[]
  readonly 'font-size': Pt
  readonly 'bi-font-sizes': readonly Pt[]
  readonly 'font-weight': number
  readonly 'font-style': ComputedStyle['fontStyle']
  readonly 'font-variant-numeric': 'normal' | 'tabular-nums'
  readonly color: Color
  readonly 'line-height': Relative
  readonly 'bi-baseline': Pt | null
  readonly 'text-align': ComputedStyle['textAlign']
  readonly 'text-indent': Pt
  readonly 'text-wrap': ComputedStyle['textWrap']
  readonly hyphens: ComputedStyle['hyphens']
  readonly 'word-break': ComputedStyle['wordBreak']
  readonly 'line-break': ComputedStyle['lineBreak']
  readonly 'white-space': ComputedStyle['whiteSpace']
  readonly 'text-autospace': 'normal' | 'no-autospace'
  readonly 'bi-autospace': Relative
  readonly 'text-spacing-trim': ComputedStyle['textSpacingTrim']
  readonly 'letter-spacing': Pt
  readonly 'list-style-type': string | null
  readonly display: ComputedStyle['display']
  readonly position: ComputedStyle['position']
  readonly width: Length | null
  readonly height: Length | null
  readonly 'min-height': Pt
  readonly 'max-width': Length | null
  readonly 'max-height': Length | null
  readonly 'object-fit': ComputedStyle['objectFit']
  readonly 'background-color': Color | null
  readonly 'column-rule-width': Pt
  readonly 'column-rule-style': 'none' | 'solid'
  readonly 'column-rule-color': Color
  /** The raise adds up in a line. */
  readonly 'vertical-align': { readonly align: ComputedStyle['verticalAlign']; readonly raise: Pt }
  readonly page: string
  readonly 'break-before': Break
  readonly 'break-after': Break
  readonly 'break-inside': ComputedStyle['breakInside']
  readonly 'bi-stand': ComputedStyle['stand']
  readonly widows: number
  readonly orphans: number
  readonly 'bookmark-level': number | null
  readonly 'string-set': ComputedStyle['stringSet']
  readonly content: readonly Content[] | null
  readonly 'counter-reset': readonly CounterChange[]
  readonly 'counter-increment': readonly CounterChange[]
  readonly 'counter-set': readonly CounterChange[]
} & { readonly [E in Edge]: Pt | null } & { readonly [E in Edge as `margin-${E}`]: Pt } & {
  readonly [E in Edge as `padding-${E}`]: Pt
} & { readonly [E in Edge as `border-${E}-width`]: Pt } & {
  readonly [E in Edge as `border-${E}-style`]: 'none' | 'solid'
} & { readonly [E in Edge as `border-${E}-color`]: Color }

/** The name of a property that is not a shorthand. */
export type Longhand = keyof Longhands

/** The style that a set of computed values comes to. */
export function toStyle(of: Longhands): ComputedStyle {
  return {
    fontFamily: of['font-family'],
    fontFamilySpan: null,
    fontSize: of['font-size'],
    fontSizes: of['bi-font-sizes'],
    fontWeight: of['font-weight'],
    fontStyle: of['font-style'],
    tabularNumbers: of['font-variant-numeric'] === 'tabular-nums',
    color: of.color,
    lineHeight: resolve(of['line-height'], of['font-size']),
    baseline: of['bi-baseline'],
    textAlign: of['text-align'],
    textIndent: of['text-indent'],
    textWrap: of['text-wrap'],
    hyphens: of.hyphens,
    wordBreak: of['word-break'],
    lineBreak: of['line-break'],
    whiteSpace: of['white-space'],
    autospace: of['text-autospace'] === 'normal' ? resolve(of['bi-autospace'], of['font-size']) : 0,
    textSpacingTrim: of['text-spacing-trim'],
    letterSpacing: of['letter-spacing'],
    raise: isInLine(of.display) ? of['vertical-align'].raise : 0,
    display: of.position === 'absolute' ? blockified(of.display) : of.display,
    position: of.position,
    inset: { top: of.top, right: of.right, bottom: of.bottom, left: of.left },
    width: of.width,
    height: of.height,
    minHeight: of['min-height'],
    maxWidth: of['max-width'],
    maxHeight: of['max-height'],
    objectFit: of['object-fit'],
    margin: {
      top: of['margin-top'],
      right: of['margin-right'],
      bottom: of['margin-bottom'],
      left: of['margin-left'],
    },
    padding: {
      top: of['padding-top'],
      right: of['padding-right'],
      bottom: of['padding-bottom'],
      left: of['padding-left'],
    },
    border: {
      top: border(of, 'border-top'),
      right: border(of, 'border-right'),
      bottom: border(of, 'border-bottom'),
      left: border(of, 'border-left'),
    },
    background: of['background-color'],
    columnRule: border(of, 'column-rule'),
    verticalAlign: of['vertical-align'].align,
    grid: of.display === 'grid' ? gridStyleOf(of) : null,
    gridPlace: gridPlaceOf(of),
    listStyle: of['list-style-type'],
    page: of.page,
    pageReset: of['counter-reset'].find(({ name }) => name === 'page')?.value ?? null,
    breakBefore: of['break-before'],
    breakAfter: of['break-after'],
    breakInside: of['break-inside'],
    stand: of['bi-stand'],
    widows: of.widows,
    orphans: of.orphans,
    bookmarkLevel: of['bookmark-level'],
    stringSet: of['string-set'],
    content: of.content,
  }
}

/** A length that follows the font size, at a size. */
export function resolve(value: Relative, fontSize: Pt): Pt {
  return value.kind === 'pt' ? value.value : clamp(value.value * fontSize)
}

export function isInLine(display: ComputedStyle['display']): boolean {
  return display === 'inline' || display === 'inline-block'
}

/** What stands outside the flow stands on its own (CSS 2.2, 9.7). */
function blockified(display: ComputedStyle['display']): ComputedStyle['display'] {
  return display === 'none' || display === 'list-item' || display === 'grid' ? display : 'block'
}

function border(of: Longhands, name: `border-${Edge}` | 'column-rule'): Border {
  return { width: of[`${name}-style`] === 'none' ? 0 : of[`${name}-width`], color: of[`${name}-color`] }
}
