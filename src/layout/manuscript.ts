import type { Lang } from '../base/lang.ts'
import type { Element } from '../document/element.ts'
import type { Structure } from '../document/structure.ts'
import type { Chart } from '../figures/chart.ts'
import type { Picture } from '../picture/picture.ts'
import type { Bookmark } from '../style/bookmarks.ts'
import type { BlockBox } from '../style/box.ts'
import type { PageQuery, PageStyle } from '../style/computed.ts'
import type { Running } from '../style/running.ts'
import type { Changed } from './change-bars.ts'
import type { Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import type { PageContent } from './place-page.ts'

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
  /** By the `src` of an image. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** By the `src` of a chart. */
  readonly charts: ReadonlyMap<string, Chart>
  /** Units that have a bar beside them, in each language; null: nothing was compared. */
  readonly changed: Changed | null
}

/** A page whose content is chosen and whose marks are not yet made. */
export interface Sheet {
  readonly name: string
  readonly label: string
  readonly number: number
  readonly style: PageStyle
  readonly frame: Frame
  /** Null: the page is blank. */
  readonly section: Section | null
  /** Null where the section has nothing but boxes placed by their insets. */
  readonly content: PageContent | null
  readonly isSectionStart: boolean
  readonly isBlank: boolean
}
