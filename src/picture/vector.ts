import type { Color } from '../base/length.ts'
import type { Matrix } from './matrix.ts'
import type { Segment } from './outline.ts'

/** A drawing: what a QR code and an SVG file become. It has no pixels, and is sharp at any size. */
export interface VectorPicture {
  readonly kind: 'vector'
  /** Where its file stands in the project, or `qr:` and what it says. */
  readonly path: string
  /** Its natural size, in pixels of 1/96 inch. */
  readonly width: number
  readonly height: number
  /** In painting order; from the top left corner, in the same pixels, y downwards. */
  readonly shapes: readonly (Shape | Rectangles)[]
  /** Above the shapes. */
  readonly texts: readonly VectorText[]
}

export type Shape = Outlined | Group

/** An outline, filled, stroked or both, the stroke above. */
export interface Outlined {
  readonly kind: 'outlined'
  readonly outline: readonly Segment[]
  readonly fill: Fill | null
  readonly stroke: Stroke | null
}

/** Rectangles beside one another, filled as one: the modules of a code, of which there are hundreds. */
export interface Rectangles {
  readonly kind: 'rectangles'
  /** Of each its left, top, right and bottom, one after another. */
  readonly edges: readonly number[]
  readonly fill: Fill
}

/** Shapes in a coordinate system of their own. */
export interface Group {
  readonly kind: 'group'
  /** From its coordinates to those around it. */
  readonly transform: Matrix
  /** Of the whole as if it were one shape, above 0, up to 1. */
  readonly opacity: number
  /** Only what is inside all of them is painted; in the group's coordinates. */
  readonly clips: readonly Clip[]
  readonly shapes: readonly Shape[]
}

export interface Clip {
  readonly outline: readonly Segment[]
  readonly rule: FillRule
}

/** What is inside an outline that crosses itself (ISO 32000-1, 8.5.3.3). */
export type FillRule = 'nonzero' | 'evenodd'

export interface Fill {
  readonly paint: Paint
  /** Above 0, up to 1. */
  readonly opacity: number
  readonly rule: FillRule
}

export interface Stroke {
  readonly paint: Paint
  /** Above 0, up to 1. */
  readonly opacity: number
  readonly width: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
  /** Lengths of dashes and gaps in turn; empty: it is solid. */
  readonly dashes: readonly number[]
  readonly dashOffset: number
}

export type Paint = { readonly kind: 'color'; readonly color: Color } | LinearGradient | RadialGradient

interface Gradient {
  /** From its own coordinates to those of what it fills. */
  readonly transform: Matrix
  /** At least two, from 0 to 1, in order. */
  readonly stops: readonly Stop[]
}

export interface LinearGradient extends Gradient {
  readonly kind: 'linear'
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

/** From the circle around the focus to the outer one. */
export interface RadialGradient extends Gradient {
  readonly kind: 'radial'
  readonly focus: readonly [x: number, y: number]
  readonly focusRadius: number
  readonly center: readonly [x: number, y: number]
  readonly radius: number
}

export interface Stop {
  readonly offset: number
  readonly color: Color
  readonly opacity: number
}

/** A line of text, upright, whose faces layout chooses; its runs stand one behind the other. */
export interface VectorText {
  /** Its baseline, in the coordinates of the picture. */
  readonly x: number
  readonly y: number
  /** Which of its ends stands at `x`. */
  readonly anchor: 'start' | 'middle' | 'end'
  readonly runs: readonly VectorRun[]
}

export interface VectorRun {
  readonly text: string
  /** In pixels of the picture. */
  readonly size: number
  /** In the order in which they are asked for a character; those of the place where the picture stands come last. */
  readonly families: readonly string[]
  readonly weight: number
  readonly isItalic: boolean
  readonly color: Color
  /** BCP 47; null: that of the place where the picture stands. */
  readonly lang: string | null
}
