import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import type { Pt } from '../base/length.ts'
import type { Element } from '../document/element.ts'
import type { Picture } from '../picture/picture.ts'
import type { BlockBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Line } from '../text/paragraph.ts'
import type { Crop, Placed } from './page.ts'
import type { PictureTexts } from './picture-texts.ts'

/** What a page break costs: 0 nothing, Infinity never here. */
export type Penalty = number

/** What no page break divides: a line of text, or a blank that padding and borders take up. */
export interface Item {
  readonly height: Pt
  /** Blank before it; dropped at the top of a page. */
  readonly space: Pt
  /** Of a page break before it. */
  readonly penalty: Penalty
  readonly content: Content | null
  /** Called in it, in order: they stand at the foot of the lane, on the same page. */
  readonly notes: readonly Note[]
}

/** What is seen of an item. */
export type Content = LineBox | PictureBox | DrawingBox | TableRowBox

/** A note, set at the measure of its lane. */
export interface Note {
  readonly element: Element
  readonly content: Galley
}

export interface LineBox {
  readonly kind: 'line'
  readonly line: Line
  /** From the galley's left edge to the left edge of the line's measure. */
  readonly x: Pt
  /** From the item's top. */
  readonly baseline: Pt
  readonly marker: { readonly line: Line; readonly x: Pt; readonly element: Element } | null
}

/** A picture; `picture` null: only the place of one that stands across the lanes, for the tag of another language. */
export interface PictureBox {
  readonly kind: 'picture'
  readonly picture: Picture | null
  readonly crop: Crop | null
  /** Those of a drawing; null where it has none. */
  readonly texts: PictureTexts | null
  readonly element: Element
  /** From the galley's left edge. */
  readonly x: Pt
  readonly width: Pt
  readonly height: Pt
  /** Where it stands in its place: 0 at the left, 1 at the right. */
  readonly align: number
  /** The language in whose lane only its place is; null: it stands here. */
  readonly lang: Lang | null
}

/** A chart, drawn; or what is only read. */
export interface DrawingBox {
  readonly kind: 'drawing'
  /** From its top left corner, in painting order, without tags. */
  readonly marks: readonly Placed[]
  readonly element: Element
  /** From the galley's left edge, and from the item's top. */
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}

/** A row of a table, or rows of a grid that belong together: its cells side by side. */
export interface TableRowBox {
  readonly kind: 'table-row'
  readonly cells: readonly SetCell[]
}

export interface SetCell {
  /** Left edge and size of the border box, from the galley's left edge and the item's top. */
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  /** Over all the rows that it covers, in a grid as far as it fills them. */
  readonly height: Pt
  readonly style: ComputedStyle
  readonly content: Galley
  /** Where its content begins, from the galley's left edge and the item's top. */
  readonly inner: { readonly x: Pt; readonly y: Pt }
}

/** A border or background around items `from` up to `to`. */
export interface Decoration {
  readonly from: number
  readonly to: number
  /** Left edge and width of the border box, from the galley's left edge. */
  readonly x: Pt
  readonly width: Pt
  readonly style: ComputedStyle
  readonly gaps: Gaps | null
}

/** Where the upper and the lower border of a row of a table are left out, since a cell of several rows goes over them. */
export interface Gaps {
  readonly top: readonly Extent[]
  readonly bottom: readonly Extent[]
}

/** A stretch from left to right; in a gap, from the left edge of the box. */
export interface Extent {
  readonly x: Pt
  readonly width: Pt
}

/** A column of items at one measure, before pages: one language's part of a passage. */
export interface Galley {
  readonly measure: Pt
  readonly items: readonly Item[]
  readonly decorations: readonly Decoration[]
  /** Heads of tables, repeated where a page begins inside one. */
  readonly heads: readonly GalleyHead[]
  /** The first item of each element in it, by `Element.index`. */
  readonly starts: ReadonlyMap<number, number>
  readonly spaceBefore: Pt
  readonly spaceAfter: Pt
  /** No break between it and what follows (`break-after: avoid`). */
  readonly isKeptWithNext: boolean
}

/** Items `from` up to `to`, repeated on each page that begins with one of the items after them and before `end`. */
export interface GalleyHead {
  readonly from: number
  readonly to: number
  readonly end: number
}

/** Rows `from` up to `to` of a section, repeated on each page that begins with the row that has it. */
export interface RowHead {
  readonly from: number
  readonly to: number
  readonly height: Pt
}

/**
 * One row of parallel flows: its cells begin level, on one page, and break together. A passage in its languages is a
 * row; so is a blank that a container's padding takes up in all lanes.
 */
export interface Row {
  readonly unit: UnitId | null
  /** A cell for each lane of the frame: the languages in order, then the axis. */
  readonly cells: readonly (Galley | null)[]
  /** Blank before it; dropped at the top of a page, unless a forced break made that page. */
  readonly space: Pt
  /** Of a page break before it. */
  readonly penalty: Penalty
  /** On the last page of its section it stands with all that follows on the foot of the text area. */
  readonly isOnFoot: boolean
  /** The head of the table that it is a row of. */
  readonly head: RowHead | null
  /** Whether it interrupts the rule between the columns: rows of tables, pictures across the columns. */
  readonly stopsRule: boolean
  readonly element: Element
}

/** A border, background or column rule around rows `from` up to `to`. */
export interface Group {
  readonly from: number
  readonly to: number
  /** Left edge and width of the border box, from the text's left edge. */
  readonly x: Pt
  readonly width: Pt
  readonly element: Element
  readonly style: ComputedStyle
  readonly gaps: Gaps | null
}

/** Rows between two forced breaks: all on pages of one name, so that no line depends on where pages break. */
export interface Section {
  readonly page: string
  readonly start: 'page' | 'recto' | 'verso'
  /** The number of its first page; null: numbering goes on. */
  readonly pageReset: number | null
  readonly rows: readonly Row[]
  readonly groups: readonly Group[]
  /** Boxes placed on the section's first page by their insets, below everything else. */
  readonly absolutes: readonly BlockBox[]
}

/**
 * A page top: the next row, how many items of each of its cells stand on earlier pages (all 0: it begins here), and how
 * many lines of notes called on earlier pages are left to each lane.
 */
export interface Cut {
  readonly row: number
  readonly at: readonly number[]
  readonly carried: readonly number[]
}

/** What stands on one page. */
export interface Fill {
  readonly from: Cut
  readonly to: Cut
  readonly cost: number
  /** Taller than the page: nothing legal fits. */
  readonly isOverfull: boolean
}
