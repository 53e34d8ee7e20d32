import { type Pt, pointsPer, type Size } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Picture } from '../picture/picture.ts'
import type { ImageBox } from '../style/box.ts'
import type { Length, ObjectFit } from '../style/computed.ts'
import { extentOf } from '../style/sum.ts'
import { addItem, type Column } from './column.ts'
import type { Crop } from './page.ts'
import { setPictureTexts } from './picture-texts.ts'

/** A pixel where nothing says how large a picture is to be (CSS Values 4, 6.2). */
const pixel = 72 / 96
/** Below so many pixels an inch a printed picture shows them. */
const coarse = 150

/** The size of a picture: as the theme or the layout says, else by its pixels; never wider or taller than its place. */
export function sizeOf({ element, style }: ImageBox, picture: Picture, place: Size): Size {
  const natural = { width: picture.width * pixel, height: picture.height * pixel }
  const width = lengthOf(style.width ?? attributeOf(element.attrs.get('width')), place.width)
  const height = lengthOf(style.height, place.height)
  const isBox = width !== null && height !== null
  const scale = isBox
    ? Math.min(width / natural.width, height / natural.height, mostScale(style.objectFit))
    : width !== null
      ? width / natural.width
      : height !== null
        ? height / natural.height
        : 1
  const most = {
    width: Math.min(place.width, lengthOf(style.maxWidth, place.width) ?? place.width),
    height: Math.min(place.height, lengthOf(style.maxHeight, place.height) ?? place.height),
  }
  if (isBox && fillsBox(style.objectFit))
    return { width: Math.min(width, most.width), height: Math.min(height, most.height) }
  const fitting = Math.max(0, Math.min(scale, most.width / natural.width, most.height / natural.height))
  return { width: natural.width * fitting, height: natural.height * fitting }
}

function mostScale(fit: ObjectFit): number {
  return fit === 'scale-down' ? 1 : Number.POSITIVE_INFINITY
}

/** Whether the box of a picture is as large as the theme says, whatever its proportions. */
function fillsBox(fit: ObjectFit): boolean {
  return fit === 'fill' || fit === 'cover' || fit === 'none'
}

/** The whole of a picture in a box of which it goes beyond, in its middle (CSS Images 3, 5.5); null: all of it is seen. */
export function cropOf({ element, style }: ImageBox, picture: Picture, { width, height }: Size): Crop | null {
  const isBox = style.height !== null && (style.width ?? attributeOf(element.attrs.get('width'))) !== null
  if (!isBox || (style.objectFit !== 'cover' && style.objectFit !== 'none')) return null
  const natural = { width: picture.width * pixel, height: picture.height * pixel }
  const scale = style.objectFit === 'none' ? 1 : Math.max(width / natural.width, height / natural.height)
  const whole = { width: natural.width * scale, height: natural.height * scale }
  return { x: (width - whole.width) / 2, y: (height - whole.height) / 2, ...whole }
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

/** Warns of a picture that has too few pixels for its size on paper; a drawing has none. */
export function checkResolution(
  { element }: ImageBox,
  picture: Picture,
  { width }: Size,
  report: Report,
): void {
  const pixelsPerInch = picture.width / (width / 72)
  if (picture.kind === 'vector' || width <= 0 || pixelsPerInch >= coarse - 0.5) return
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
  const crop = cropOf(box, picture, size)
  checkResolution(box, picture, crop ?? size, column.report)
  const align = style.textAlign === 'end' ? 1 : style.textAlign === 'center' ? 0.5 : 0
  const shift = align * (place.width - size.width)
  column.space = Math.max(column.space, top)
  if (style.breakBefore === 'avoid') column.isKept = true
  column.starts.set(element.index, column.items.length)
  addItem(column, size.height, 0, {
    kind: 'picture',
    picture,
    crop,
    texts: setPictureTexts(picture, box, crop?.width ?? size.width, column.settings, column.report),
    element,
    x: x + left + shift,
    ...size,
    align,
    lang: null,
  })
  column.space = Math.max(column.space, bottom)
  if (style.breakAfter === 'avoid') column.isKept = true
}
