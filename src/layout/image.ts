import { type Pt, pointsPer, type Size } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Picture } from '../picture/picture.ts'
import type { ImageBox } from '../style/box.ts'
import type { Length } from '../style/computed.ts'
import { extentOf } from '../style/sum.ts'
import { addItem, type Column } from './column.ts'

/** A pixel where nothing says how large a picture is to be (CSS Values 4, 6.2). */
const pixel = 72 / 96
/** Below so many pixels an inch a printed picture shows them. */
const coarse = 150

/** The size of a picture: as the theme or the layout says, else by its pixels; never wider or taller than its place. */
export function sizeOf({ element, style }: ImageBox, picture: Picture, place: Size): Size {
  const natural = { width: picture.width * pixel, height: picture.height * pixel }
  const width = lengthOf(style.width ?? attributeOf(element.attrs.get('width')), place.width)
  const height = lengthOf(style.height, place.height)
  const scale =
    width !== null && height !== null
      ? Math.min(width / natural.width, height / natural.height)
      : width !== null
        ? width / natural.width
        : height !== null
          ? height / natural.height
          : 1
  const most = {
    width: Math.min(place.width, lengthOf(style.maxWidth, place.width) ?? place.width),
    height: Math.min(place.height, lengthOf(style.maxHeight, place.height) ?? place.height),
  }
  const fitting = Math.max(0, Math.min(scale, most.width / natural.width, most.height / natural.height))
  return { width: natural.width * fitting, height: natural.height * fitting }
}

function lengthOf(length: Length | null, whole: Pt): Pt | null {
  return length && extentOf(length, whole)
}

/** `80%` or `60mm`; null: it is neither. */
function attributeOf(text: string | undefined): Length | null {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(%|[a-z]+)$/.exec(text ?? '') ?? []
  if (unit === '%') return { kind: 'share', value: Number(number) / 100 }
  const points = pointsPer(unit)
  return points === null ? null : { kind: 'pt', value: Number(number) * points }
}

/** Warns of a picture that is too small for its size on paper. */
export function checkResolution(
  { element }: ImageBox,
  picture: Picture,
  { width }: Size,
  report: Report,
): void {
  const pixelsPerInch = picture.width / (width / 72)
  if (width <= 0 || pixelsPerInch >= coarse - 0.5) return
  const fine = Math.floor((picture.width / coarse) * 25.4)
  report.warning(
    'layout/coarse-picture',
    `\`${picture.path}\` has only ${Math.round(pixelsPerInch)} pixels an inch at ${Math.round((width / 72) * 25.4)} mm`,
    element.span,
    `take a picture of more pixels, or make it at most ${fine} mm wide`,
  )
}

/** A picture, on the side of its place that the text is set to. */
export function addImage(column: Column, box: ImageBox, x: Pt, width: Pt): void {
  const { style, element } = box
  const { pictures, depth } = column.settings
  const picture = pictures.get(element.attrs.get('src') ?? '')
  if (!picture) return
  const { left, right, top, bottom } = style.margin
  const place = { width: Math.max(0, width - left - right), height: depth }
  const size = sizeOf(box, picture, place)
  checkResolution(box, picture, size, column.report)
  const align = style.textAlign === 'end' ? 1 : style.textAlign === 'center' ? 0.5 : 0
  const shift = align * (place.width - size.width)
  column.space = Math.max(column.space, top)
  if (style.breakBefore === 'avoid') column.isKept = true
  column.starts.set(element.index, column.items.length)
  addItem(column, size.height, 0, {
    kind: 'picture',
    picture,
    element,
    x: x + left + shift,
    ...size,
    align,
    lang: null,
  })
  column.space = Math.max(column.space, bottom)
  if (style.breakAfter === 'avoid') column.isKept = true
}
