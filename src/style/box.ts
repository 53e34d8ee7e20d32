import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Element } from '../document/element.ts'
import type { ComputedStyle } from './computed.ts'

/** What there is to lay out: `display`, run-in headings, generated content, markers and anonymous boxes are decided. */
export type Box = BlockBox | ParagraphBox | PassageBox | AcrossBox | ImageBox | ChartBox | UnseenBox

/** A box of boxes: it carries margins, borders, padding and background. */
export interface BlockBox {
  readonly kind: 'block'
  readonly element: Element
  readonly style: ComputedStyle
  /** A list item's marker, one line; it hangs left of the content, on the first baseline. */
  readonly marker: ParagraphBox | null
  readonly children: readonly Box[]
}

/** A paragraph: only text inside. Its element is the block's whose text it is; an anonymous one has its parent's. */
export interface ParagraphBox {
  readonly kind: 'paragraph'
  readonly element: Element
  readonly style: ComputedStyle
  readonly inlines: readonly Inline[]
}

/** The same content once in each language; `axis` is what all languages share: it stands between the columns. */
export interface PassageBox {
  readonly kind: 'passage'
  readonly element: Element
  readonly style: ComputedStyle
  readonly cells: ReadonlyMap<Lang, BlockBox>
  readonly axis: BlockBox | null
}

/** What stands once across all columns, between passages: a `bi-across`. */
export interface AcrossBox {
  readonly kind: 'across'
  readonly element: Element
  readonly style: ComputedStyle
  readonly content: BlockBox
}

/** A picture as a block of its own: its element is an `img`, whose attributes say which file and how wide. */
export interface ImageBox {
  readonly kind: 'image'
  readonly element: Element
  readonly style: ComputedStyle
}

/** What is read here and printed elsewhere: it takes no room. */
export interface UnseenBox {
  readonly kind: 'unseen'
  readonly element: Element
  readonly style: ComputedStyle
}

/** A chart as a block of its own: its element is a `bi-chart`, whose `src` says which; how its parts look is the theme's. */
export interface ChartBox {
  readonly kind: 'chart'
  readonly element: Element
  readonly style: ComputedStyle
  readonly parts: readonly ChartPart[]
}

/** A `bi-part` inside a chart: not shown itself, its style is that of the marks and words whose names are its classes. */
export interface ChartPart {
  readonly names: readonly string[]
  /** Null: of what has no words. */
  readonly lang: Lang | null
  readonly style: ComputedStyle
  readonly element: Element
}

export type Inline =
  /** Text of a leaf, between two offsets of it; of generated content, the whole of a leaf made for it. */
  | {
      readonly kind: 'text'
      readonly leaf: Leaf
      readonly from: number
      readonly to: number
      readonly style: ComputedStyle
      readonly element: Element
    }
  /** A hard line break. */
  | { readonly kind: 'break'; readonly element: Element }
  /** An empty stretch of a given width: the margin after a run-in heading. */
  | { readonly kind: 'space'; readonly width: number; readonly element: Element }
  /** The number of the page where `anchor` stands: its width is kept, the digits are filled in last. */
  | {
      readonly kind: 'page-number'
      readonly anchor: string
      readonly style: ComputedStyle
      readonly element: Element
    }
  /** A pattern repeated over what is left of the line. */
  | {
      readonly kind: 'leader'
      readonly text: string
      readonly style: ComputedStyle
      readonly element: Element
    }
  /** `display: inline-block`: one unbreakable stretch at least as wide as its `width`. */
  | {
      readonly kind: 'unit'
      readonly inlines: readonly Inline[]
      readonly width: number
      readonly style: ComputedStyle
      readonly element: Element
    }
  /**
   * A note that is called here: `call` is what stands in the line (the style of `::footnote-call`), `body` the note
   * itself, whose marker is what the theme gives `::footnote-marker`. Its element is a `bi-note`.
   */
  | {
      readonly kind: 'note'
      readonly call: readonly Inline[]
      readonly body: BlockBox
      readonly style: ComputedStyle
      readonly element: Element
    }
  /** A `bi-reference` without text of its own: the number of the page where `anchor` stands. */
  | {
      readonly kind: 'reference'
      readonly anchor: string
      readonly style: ComputedStyle
      readonly element: Element
    }
