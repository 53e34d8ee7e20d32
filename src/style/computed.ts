import type { Color, Pt } from '../base/length.ts'

/**
 * All that a theme can say about one box, computed: lengths in points, nothing relative but percentages of the
 * measure. Interned: two equal styles are the same object, so that caches can compare by identity.
 */
export interface ComputedStyle {
  // type
  readonly fontFamily: readonly string[]
  readonly fontSize: Pt
  readonly fontWeight: number
  readonly fontStyle: 'normal' | 'italic'
  readonly tabularNumbers: boolean
  readonly color: Color
  /** Distance from one baseline to the next, and the height of each line. */
  readonly lineHeight: Pt
  /** From the top of a line to its baseline; null: the ascent of the first face centred in the line height (CSS half-leading). */
  readonly baseline: Pt | null
  // lines
  readonly textAlign: 'start' | 'end' | 'center' | 'justify'
  readonly textIndent: Pt
  readonly textWrap: 'wrap' | 'balance'
  readonly hyphens: 'none' | 'auto'
  readonly wordBreak: 'normal' | 'keep-all' | 'break-all'
  readonly lineBreak: 'anywhere' | 'loose' | 'normal' | 'strict'
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap'
  /** Space between Han and Latin, in points at this size; 0: none. */
  readonly autospace: Pt
  readonly textSpacingTrim: 'normal' | 'space-all'
  readonly letterSpacing: Pt
  // boxes
  readonly display: 'block' | 'inline' | 'inline-block' | 'list-item' | 'run-in' | 'none'
  readonly position: 'static' | 'absolute'
  readonly inset: Sides<Pt | null>
  readonly width: Length | null
  readonly height: Length | null
  readonly minHeight: Pt
  readonly margin: Sides<Pt>
  readonly padding: Sides<Pt>
  readonly border: Sides<Border>
  readonly background: Color | null
  /** The rule on the axis between columns. */
  readonly columnRule: Border
  readonly verticalAlign: 'baseline' | 'top' | 'middle' | 'bottom'
  readonly listStyle: string | null
  // pages
  readonly page: string
  readonly breakBefore: Break
  readonly breakAfter: Break
  readonly breakInside: 'auto' | 'avoid'
  /** `foot`: on the last page of a run it stands on the foot of the text area, with what follows it. */
  readonly stand: 'flow' | 'foot'
  readonly widows: number
  readonly orphans: number
  readonly bookmarkLevel: number | null
  readonly stringSet: readonly { readonly name: string; readonly value: readonly Content[] }[]
  readonly content: readonly Content[] | null
}

export type Break = 'auto' | 'avoid' | 'page' | 'recto' | 'verso'

export type Sides<T> = { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T }

export interface Border {
  readonly width: Pt
  readonly color: Color
}

/** Points, or a share of the containing measure (0.5 is 50 %). */
export type Length =
  | { readonly kind: 'pt'; readonly value: Pt }
  | { readonly kind: 'share'; readonly value: number }

/** A piece of generated content. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content' }
  | { readonly kind: 'attr'; readonly name: string }
  | { readonly kind: 'string'; readonly name: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: string }
  | { readonly kind: 'target-counter'; readonly attr: string; readonly name: string }
  | { readonly kind: 'leader'; readonly text: string }

/** What `@page` says for one page name, side and position, margins in points. */
export interface PageStyle {
  readonly size: { readonly width: Pt; readonly height: Pt }
  readonly margin: Sides<Pt>
  readonly background: Color | null
  /** Widths of the lanes and of the gutters between them, alternating: lane, gutter, lane, …; empty: equal lanes. */
  readonly columns: readonly Track[]
  readonly boxes: ReadonlyMap<MarginBoxName, ComputedStyle>
}

export type Track =
  | { readonly kind: 'pt'; readonly value: Pt }
  | { readonly kind: 'fr'; readonly value: number }

export type MarginBoxName =
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right'

export interface PageQuery {
  readonly name: string
  readonly side: 'left' | 'right'
  /** Whether it is the first of a run of pages of its name. */
  readonly isFirst: boolean
  /** The printed languages, in order: the left box speaks the first, the right box the last. */
  readonly languages: readonly string[]
}
