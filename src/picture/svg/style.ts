import type { Color } from '../../base/length.ts'
import type { FillRule, Stroke } from '../vector.ts'
import type { Written } from './xml.ts'

/** The properties of an element, those of the elements around it included where they are inherited. */
export interface Style {
  readonly color: Color
  readonly fill: WrittenPaint
  readonly fillOpacity: number
  readonly fillRule: FillRule
  readonly stroke: WrittenPaint
  readonly strokeOpacity: number
  readonly strokeWidth: number
  readonly cap: Stroke['cap']
  readonly join: Stroke['join']
  readonly miterLimit: number
  readonly dashes: readonly number[]
  readonly dashOffset: number
  readonly clipRule: FillRule
  readonly isVisible: boolean
  readonly families: readonly string[]
  readonly fontSize: number
  readonly fontWeight: number
  readonly isItalic: boolean
  readonly anchor: 'start' | 'middle' | 'end'
  readonly own: Own
}

/** What is not inherited. */
interface Own {
  readonly opacity: number
  readonly clipPath: Reference | null
  readonly isDisplayed: boolean
  readonly stopColor: Color
  /** Of the colour itself, and of the property. */
  readonly stopOpacity: number
}

/** What an element is painted with: a gradient by its id, with what stands in for it. */
export type WrittenPaint =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color; readonly opacity: number }
  | { readonly kind: 'reference'; readonly to: Reference }

/** An id that another element should have, and where it is asked for. */
export interface Reference {
  readonly id: string
  readonly written: Written
}

export const noPaint: WrittenPaint = { kind: 'none' }

const usualOwn: Own = {
  opacity: 1,
  clipPath: null,
  isDisplayed: true,
  stopColor: [0, 0, 0],
  stopOpacity: 1,
}

/** Around the drawing there is nothing: all is as the standard begins. */
export const usualStyle: Style = {
  color: [0, 0, 0],
  fill: { kind: 'color', color: [0, 0, 0], opacity: 1 },
  fillOpacity: 1,
  fillRule: 'nonzero',
  stroke: noPaint,
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dashes: [],
  dashOffset: 0,
  clipRule: 'nonzero',
  isVisible: true,
  families: [],
  fontSize: 16,
  fontWeight: 400,
  isItalic: false,
  anchor: 'start',
  own: usualOwn,
}

/** The style that an element begins with in another one. */
export function inherited(style: Style): Style {
  return style.own === usualOwn ? style : { ...style, own: usualOwn }
}
