import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Element } from '../document/element.ts'
import type { ComputedStyle } from '../style/computed.ts'

/** A paragraph as one text, white space collapsed (CSS Text 3, 4.1), with what each stretch of it is. */
export interface Flat {
  /** U+2028 stands for a forced line break, U+FFFC for a page number to come or a leader. */
  readonly text: string
  readonly stretches: readonly Stretch[]
  /** For each UTF-16 unit of `text`, its offset in the leaf that it came from. */
  readonly origins: Int32Array
  /** The element of each inline, those inside others counted where they stand: what `Stretch.inline` leads to. */
  readonly elements: readonly Element[]
  /** Empty stretches of given width (points) before an offset, such as the margin after a run-in heading. */
  readonly spaces: ReadonlyMap<number, number>
  /** Unbreakable stretches with a least width in points. */
  readonly units: readonly { readonly from: number; readonly to: number; readonly width: number }[]
  /** The anchors of the page numbers, by the offset of their U+FFFC. */
  readonly pageNumbers: ReadonlyMap<number, string>
  /** The patterns of the leaders, by the offset of their U+FFFC. */
  readonly leaders: ReadonlyMap<number, string>
  /** The calls of notes; `inline` leads to the note's element. */
  readonly calls: readonly { readonly from: number; readonly to: number; readonly inline: number }[]
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly style: ComputedStyle
  readonly element: Element
  /** The first inline that it is of: an index into `Flat.elements`. */
  readonly inline: number
  readonly lang: Lang
  readonly leaf: Leaf | null
}

export const forcedBreak = '\u2028'
export const pageNumberMark = '\ufffc'

export const noText: Flat = {
  text: '',
  stretches: [],
  origins: new Int32Array(0),
  elements: [],
  spaces: new Map(),
  units: [],
  pageNumbers: new Map(),
  leaders: new Map(),
  calls: [],
}
