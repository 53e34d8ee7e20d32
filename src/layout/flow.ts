import type { UnitId } from '../base/leaf.ts'
import type { Pt } from '../base/length.ts'
import type { Element } from '../document/element.ts'
import type { BlockBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Line } from '../text/shaped.ts'

/** What a page break costs: 0 nothing, Infinity never here. */
export type Penalty = number

/** What no page break divides: a line of text, or a blank that padding and borders take up. */
export interface Item {
  readonly height: Pt
  /** Blank before it; dropped at the top of a page. */
  readonly space: Pt
  /** Of a page break before it. */
  readonly penalty: Penalty
  readonly content: LineBox | null
}

export interface LineBox {
  readonly line: Line
  /** From the galley's left edge to the left edge of the line's measure. */
  readonly x: Pt
  /** From the item's top. */
  readonly baseline: Pt
  readonly marker: { readonly line: Line; readonly x: Pt; readonly element: Element } | null
}

/** A border or background around items `from` up to `to`. */
export interface Decoration {
  readonly from: number
  readonly to: number
  /** Left edge and width of the border box, from the galley's left edge. */
  readonly x: Pt
  readonly width: Pt
  readonly style: ComputedStyle
}

/** A column of items at one measure, before pages: one language's part of a passage. */
export interface Galley {
  readonly measure: Pt
  readonly items: readonly Item[]
  readonly decorations: readonly Decoration[]
  /** The first item of each element in it, by `Element.index`. */
  readonly starts: ReadonlyMap<number, number>
  readonly spaceBefore: Pt
  readonly spaceAfter: Pt
  /** No break between it and what follows (`break-after: avoid`). */
  readonly isKeptWithNext: boolean
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
  readonly element: Element
}

/** A border, background or column rule around rows `from` up to `to`. */
export interface Group {
  readonly from: number
  readonly to: number
  readonly element: Element
  readonly style: ComputedStyle
}

/** Rows between two forced breaks: all on pages of one name, so that no line depends on where pages break. */
export interface Section {
  readonly page: string
  readonly start: 'page' | 'recto' | 'verso'
  readonly rows: readonly Row[]
  readonly groups: readonly Group[]
  /** Boxes placed on the section's first page by their insets, below everything else. */
  readonly absolutes: readonly BlockBox[]
}

/** A page top: the next row, and how many items of each of its cells stand on earlier pages (all 0: it begins here). */
export interface Cut {
  readonly row: number
  readonly at: readonly number[]
}

/** What stands on one page. */
export interface Fill {
  readonly from: Cut
  readonly to: Cut
  readonly cost: number
  /** Taller than the page: nothing legal fits. */
  readonly isOverfull: boolean
}
