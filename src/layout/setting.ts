import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Chart } from '../figures/chart.ts'
import type { Picture } from '../picture/picture.ts'
import type { Workshop } from '../text/workshop.ts'
import type { Labels } from './references.ts'

/** What boxes of all kinds are set with. */
export interface Setting {
  readonly workshop: Workshop
  /** By the `src` of an image. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** By the `src` of a chart. */
  readonly charts: ReadonlyMap<string, Chart>
  /** Those that are printed, in order: what no language owns is said in all of them. */
  readonly languages: readonly Lang[]
  /** Page labels for the references in running text. */
  readonly labels: Labels
}

/** The column that a box is set in. */
export interface GalleySettings extends Setting {
  readonly measure: Pt
  /** The measure of its notes: that of the lane. */
  readonly lane: Pt
  /** The same by the language of the note, for what stands across the lanes. */
  readonly lanes: ReadonlyMap<Lang, Pt>
  /** Height of the page's text area: nothing that may not be divided is taller. */
  readonly depth: Pt
  /** The language of what has none of its own. */
  readonly lang: Lang
}
