import type { Color, Pt, Size } from '../base/length.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Segment } from '../picture/outline.ts'
import type { Picture as PictureFile } from '../picture/picture.ts'
import type { Face } from '../text/face.ts'

/** The whole publication, laid out: all that painting, imposing, goldens and the text audit read. Nothing is left to decide. */
export interface Laid {
  readonly pages: Pages
  readonly tags: readonly Tag[]
  readonly outline: readonly Entry[]
  /** Where each anchor (an element's id) stands. */
  readonly anchors: ReadonlyMap<string, Place>
}

/** Pages in order. One may be made when it is asked for and forgotten when it is painted: go through them once. */
export type Pages = Iterable<Page> & { readonly length: number }

/** What is known of a page before it is made. */
export type PageFacts = Pick<Page, 'name' | 'label' | 'size'>

/** A page, y downwards from its top left corner. Marks are in painting order, which within a lane is the reading order. */
export interface Page {
  readonly name: string
  /** As printed and as a reader's page box shows it: `iv`, `7`; empty for an unnumbered page. */
  readonly label: string
  readonly size: Size
  readonly marks: readonly Placed[]
}

/** A mark at its origin: the left end of a baseline for glyphs, the top left corner for the others. */
export interface Placed {
  readonly x: Pt
  readonly y: Pt
  readonly mark: Mark
  /** The tag whose content it is; null: an artifact (rules, tints, running heads, folios). */
  readonly tag: TagId | null
}

export type Mark = Glyphs | Rect | Path | Picture | Area | Unseen | Link

/** A run of glyphs on one baseline, in one face, size and colour, in visual order. */
export interface Glyphs {
  readonly kind: 'glyphs'
  readonly face: Face
  readonly size: Pt
  readonly color: Color
  /** Pairs of the face (see `Face.pair`): which glyph is painted, and which text it stands for. Those of a whole paragraph. */
  readonly pairs: Uint32Array
  /** The run's first glyph, and the one behind its last: indices into `pairs`, `advances` and the offsets. */
  readonly from: number
  readonly to: number
  /** From each glyph's origin to the next one's, in points; the last leads to the end of the run. */
  readonly advances: Float32Array
  /** Shifts of the glyphs from their origins, in points, y upwards; null when all are 0. */
  readonly xOffsets: Float32Array | null
  readonly yOffsets: Float32Array | null
  /** Text that replaces what the glyphs say (ActualText): U+00AD for the hyphen of a broken word; else null. */
  readonly actual: string | null
}

/** A filled rectangle: rules, borders, tints. */
export interface Rect {
  readonly kind: 'rect'
  readonly width: Pt
  readonly height: Pt
  readonly color: Color
}

/** An outline, filled, stroked or both. */
export interface Path {
  readonly kind: 'path'
  /** Its extent from the origin, for the box of a figure. */
  readonly width: Pt
  readonly height: Pt
  /** From the origin, y downwards. */
  readonly outline: readonly Segment[]
  readonly fill: Color | null
  readonly stroke: { readonly color: Color; readonly width: Pt } | null
}

/** A picture, stretched to this size unless only a part of it is seen. */
export interface Picture {
  readonly kind: 'picture'
  readonly picture: PictureFile
  readonly width: Pt
  readonly height: Pt
  readonly crop: Crop | null
}

/** The whole of a picture of which a part is seen, from its mark's origin: what goes beyond the mark is cut off. */
export interface Crop extends Size {
  readonly x: Pt
  readonly y: Pt
}

/** Nothing is painted: gives a tag its place, for what another language describes in its own words. */
export interface Area {
  readonly kind: 'area'
  readonly width: Pt
  readonly height: Pt
}

/** Nothing is painted: what a reader of its tag is told there, and others see elsewhere. */
export interface Unseen {
  readonly kind: 'unseen'
  /** It takes no room: both 0. */
  readonly width: Pt
  readonly height: Pt
  readonly text: string
}

/** An area that leads somewhere; its text is painted by other marks of the same tag. */
export interface Link {
  readonly kind: 'link'
  readonly width: Pt
  readonly height: Pt
  readonly target:
    | { readonly kind: 'uri'; readonly uri: string }
    | { readonly kind: 'anchor'; readonly anchor: string }
  /** What a screen reader says of it; never empty. */
  readonly description: string
}

/** A bookmark; nesting by level, from 1. */
export interface Entry {
  readonly title: string
  readonly level: number
  readonly lang: string
  readonly place: Place
}

export interface Place {
  /** Index into `Laid.pages`. */
  readonly page: number
  readonly x: Pt
  readonly y: Pt
}
