import type { Lang } from '../base/lang.ts'
import type { Color, Pt } from '../base/length.ts'
import type { Span } from '../base/span.ts'
import type { CounterStyle } from './counter-style.ts'
import type { GridPlace, GridStyle } from './grid-style.ts'

/**
 * All that a theme can say about one box, computed: lengths in points, nothing relative but percentages of the
 * measure. Interned: two equal styles are the same object, so that caches can compare by identity; of styles that differ
 * in their spans alone, the first is kept.
 */
export interface ComputedStyle {
  // type
  readonly fontFamily: readonly string[]
  /** Where a theme says so; null: nowhere. */
  readonly fontFamilySpan: Span | null
  readonly fontSize: Pt
  /** Of a block: sizes for its paragraphs, of which the first is taken that lets one stand in one line, else the last. */
  readonly fontSizes: readonly Pt[]
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
  /** How far the baseline of what stands in a line is shifted, upwards positive; of nested ones, the sum. */
  readonly raise: Pt
  // boxes
  readonly display: Display
  readonly position: 'static' | 'absolute'
  readonly inset: Sides<Pt | null>
  readonly width: Length | null
  readonly height: Length | null
  readonly minHeight: Pt
  readonly maxWidth: Length | null
  readonly maxHeight: Length | null
  readonly objectFit: ObjectFit
  readonly margin: Sides<Pt>
  readonly padding: Sides<Pt>
  readonly border: Sides<Border>
  readonly background: Color | null
  /** The rule on the axis between columns. */
  readonly columnRule: Border
  readonly verticalAlign: 'baseline' | 'top' | 'middle' | 'bottom'
  /** Null: it is no grid. */
  readonly grid: GridStyle | null
  /** Null: it goes into the grid around it wherever there is room. */
  readonly gridPlace: GridPlace | null
  readonly listStyle: string | null
  // pages
  readonly page: string
  /** The number that the page gets where the element begins a section, from `counter-reset: page`; null: it goes on. */
  readonly pageReset: number | null
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

export type Display =
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'list-item'
  | 'run-in'
  | 'table'
  | 'table-header-group'
  | 'table-row-group'
  | 'table-row'
  | 'table-cell'
  | 'table-caption'
  | 'grid'
  | 'contents'
  | 'none'

/** How a picture fills a box whose width and height are both given (CSS Images 3, 5.5). */
export type ObjectFit = 'contain' | 'cover' | 'fill' | 'none' | 'scale-down'

export type Break = 'auto' | 'avoid' | 'page' | 'recto' | 'verso'

export type Sides<T> = { readonly top: T; readonly right: T; readonly bottom: T; readonly left: T }

export interface Border {
  readonly width: Pt
  readonly color: Color
}

/**
 * Points, a share of the containing measure (0.5 is 50 %), or what `calc()` and its like make of both: `extentOf` in
 * `sum.ts` gives its points.
 */
export type Length =
  | { readonly kind: 'pt'; readonly value: Pt }
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'total' | 'least' | 'greatest'; readonly of: readonly Length[] }

/** A piece of generated content. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content' }
  | { readonly kind: 'attr'; readonly name: string }
  | { readonly kind: 'string'; readonly name: string }
  /** The text of the name in each language, in the order in which they stand. */
  | { readonly kind: 'strings'; readonly name: string; readonly separator: string }
  /** Its style null: in figures, for `page` as the page's label has it. */
  | { readonly kind: 'counter'; readonly name: string; readonly style: CounterStyle | null }
  /** The numbers of all counters of the name that the element is in, from the outermost. */
  | {
      readonly kind: 'counters'
      readonly name: string
      readonly separator: string
      readonly style: CounterStyle | null
    }
  | { readonly kind: 'target-counter'; readonly attr: string; readonly name: string }
  | { readonly kind: 'leader'; readonly text: string }

/** What `@page` says for one page name, side and position, margins in points. */
export interface PageStyle {
  readonly size: { readonly width: Pt; readonly height: Pt }
  readonly margin: Sides<Pt>
  readonly background: Color | null
  /** Widths of the lanes and of the gutters between them, alternating: lane, gutter, lane, …; empty: equal lanes. */
  readonly columns: readonly Track[]
  readonly arrangement: PageArrangement
  /** How the page's number is written in its label. */
  readonly labels: PageLabels
  readonly footnotes: FootnoteArea
  /** What stands beside what is not as it was. */
  readonly changeBar: Border
  readonly boxes: ReadonlyMap<MarginBoxName, ComputedStyle>
  readonly spans: PageSpans
}

/**
 * How the versions of a passage stand: a column each, or one below the other in one column, the languages named here first
 * (ranges, as `zh`), then the others in the order of printing.
 */
export type PageArrangement =
  | { readonly kind: 'columns' }
  | { readonly kind: 'stacked'; readonly first: readonly string[] }

export type PageLabels = CounterStyle &
  ('decimal' | 'lower-roman' | 'upper-roman' | 'lower-alpha' | 'upper-alpha' | 'none')

/** The foot of the columns where the notes stand: from top to bottom a margin, a rule, a padding. */
export interface FootnoteArea {
  readonly marginTop: Pt
  readonly borderTop: Border
  readonly paddingTop: Pt
  /** Null: as long as the column is wide. */
  readonly ruleLength: Pt | null
}

/** Where the theme says what a page is like; null: what always holds. */
export interface PageSpans {
  readonly size: Span | null
  readonly columns: Span | null
  /** The `content` of each margin box. */
  readonly boxes: ReadonlyMap<MarginBoxName, Span>
}

/** The width of a lane or gutter; a lane with a language is that language's, whatever its place. */
export type Track =
  | { readonly kind: 'pt'; readonly value: Pt; readonly lang: Lang | null }
  | { readonly kind: 'fr'; readonly value: number; readonly lang: Lang | null }

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
  /** Whether nothing stands on it but what the theme puts into its margins: left blank before a recto or verso. */
  readonly isBlank: boolean
  /** The printed languages, in order: as they stand, the left box speaks the first, the right box the last. */
  readonly languages: readonly string[]
}
