import type { Lang } from '../base/lang.ts'
import type { Element } from '../document/element.ts'
import type { Structure } from '../document/structure.ts'
import type { Bookmark } from '../style/bookmarks.ts'
import type { BlockBox } from '../style/box.ts'
import type { PageQuery, PageStyle } from '../style/computed.ts'
import type { Running } from '../style/running.ts'
import type { Fill, Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import type { PlacedRow } from './place.ts'

/** What is laid out: the document, its boxes and styles. */
export interface Manuscript {
  readonly root: Element
  readonly boxes: BlockBox
  readonly running: readonly Running[]
  readonly bookmarks: readonly Bookmark[]
  readonly structure: Structure
  /** Elements that the theme does not display, by `Element.index`. */
  readonly hidden: ReadonlySet<number>
  /** The printed languages in order, with their own names. */
  readonly languages: readonly { readonly tag: Lang; readonly name: string }[]
  readonly pageStyle: (query: PageQuery) => PageStyle
}

/** A page whose content is chosen and whose marks are not yet made. */
export interface Sheet {
  readonly name: string
  readonly label: string
  readonly style: PageStyle
  readonly frame: Frame
  readonly section: Section | null
  readonly fill: Fill | null
  readonly rows: readonly PlacedRow[]
  readonly isSectionStart: boolean
}
