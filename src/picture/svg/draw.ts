import { type Extent, extentOf, united } from '../extent.ts'
import { composed, determinant, identity, type Matrix, movedOutline } from '../matrix.ts'
import type { Clip, Fill, Group, Outlined, Shape, Stroke } from '../vector.ts'
import { clipsOf } from './clip.ts'
import { type Around, type Drawing, rectangle, within } from './drawing.ts'
import { gradientOf, type Painted } from './gradient.ts'
import { deepestElement } from './limits.ts'
import { outlineOf, shapeNames } from './outlines.ts'
import type { Style, WrittenPaint } from './style.ts'
import { langOf, readText } from './texts.ts'
import { fitted, readFitting, readViewBox, usualFitting } from './viewport.ts'
import type { XmlElement } from './xml.ts'

/** What an element shows, in the coordinates around it. */
export function drawElement(element: XmlElement, around: Around, drawing: Drawing): readonly Shape[] {
  drawing.visit(element)
  const style = drawing.styleOf(element, around)
  if (!style.own.isDisplayed) return []
  const transform = drawing.transformOf(element, 'transform') ?? identity
  // What is pressed flat shows nothing.
  if (determinant(transform) === 0) return []
  const { opacity, clipPath } = style.own
  const isChanged = around.isChanged || opacity < 1 || clipPath !== null
  const lang = langOf(element) ?? around.lang
  const inner = { ...within(around, transform), style, isChanged, lang, depth: around.depth + 1 }
  const shapes = contentOf(element, inner, drawing)
  if (opacity === 0 || shapes.length === 0) return []
  const extent = (): Extent | null => extentOfShapes(shapes, identity)
  const clips = clipPath ? clipsOf(clipPath, extent, inner, drawing) : []
  return grouped({ kind: 'group', transform, opacity, clips, shapes })
}

/** A group, or its shapes where it does nothing that they cannot do themselves. */
function grouped(group: Group): readonly Shape[] {
  const { transform, opacity, clips, shapes } = group
  if (transform !== identity || clips.length > 0) return [group]
  if (opacity === 1) return shapes
  const [only] = shapes
  // One paint alone lets light through by itself.
  if (shapes.length !== 1 || only?.kind !== 'outlined' || (only.fill && only.stroke)) return [group]
  const { fill, stroke } = only
  return [
    {
      ...only,
      fill: fill && { ...fill, opacity: fill.opacity * opacity },
      stroke: stroke && { ...stroke, opacity: stroke.opacity * opacity },
    },
  ]
}

/** What is inside an element, in its own coordinates. */
function contentOf(element: XmlElement, around: Around, drawing: Drawing): readonly Shape[] {
  if (shapeNames.has(element.name)) return shapeOf(element, around, drawing)
  switch (element.name) {
    case 'g':
    case 'a':
      return childrenOf(element, around, drawing)
    case 'svg':
      return viewportOf(element, element, around, drawing)
    case 'use':
      return useOf(element, around, drawing)
    case 'text':
      readText(element, around, drawing)
      return []
    default:
      return []
  }
}

export function childrenOf(element: XmlElement, around: Around, drawing: Drawing): readonly Shape[] {
  return element.children.flatMap((child) =>
    child.kind === 'element' && child.isSvg ? drawElement(child, around, drawing) : [],
  )
}

function shapeOf(element: XmlElement, around: Around, drawing: Drawing): readonly Shape[] {
  const { style } = around
  if (!style.isVisible) return []
  const outline = outlineOf(element, around, drawing)
  if (outline.length === 0) return []
  const paint = (written: WrittenPaint, opacity: number): Painted | null =>
    paintOf(written, opacity, () => extentOf(outline), around, drawing)
  const filled = element.name === 'line' ? null : paint(style.fill, style.fillOpacity)
  const stroked = style.strokeWidth === 0 ? null : paint(style.stroke, style.strokeOpacity)
  const fill: Fill | null = filled && { ...filled, rule: style.fillRule }
  const stroke: Stroke | null = stroked && strokeOf(stroked, style)
  drawing.keep(stroke?.dashes.length ?? 0, element)
  const shape: Outlined = { kind: 'outlined', outline, fill, stroke }
  return fill || stroke ? [shape] : []
}

/** What an outline is painted with; null: with nothing. */
function paintOf(
  written: WrittenPaint,
  opacity: number,
  extent: () => Extent | null,
  around: Around,
  drawing: Drawing,
): Painted | null {
  if (written.kind === 'none') return null
  const painted =
    written.kind === 'color'
      ? { paint: { kind: 'color' as const, color: written.color }, opacity: written.opacity }
      : gradientOf(written.to, extent(), around, drawing)
  const all = (painted?.opacity ?? 0) * opacity
  return painted && all > 0 ? { ...painted, opacity: all } : null
}

function strokeOf(painted: Painted, style: Style): Stroke {
  const { cap, join, miterLimit, dashes, dashOffset, strokeWidth } = style
  return { ...painted, width: strokeWidth, cap, join, miterLimit, dashes, dashOffset }
}

/** A part of the file, shown once more. */
function useOf(element: XmlElement, around: Around, drawing: Drawing): readonly Shape[] {
  const href = element.attributes.get('href')
  if (!href?.text.trim().startsWith('#')) return []
  const id = href.text.trim().slice(1)
  const target = drawing.elementOf(id, href)
  if (!target) return []
  if (around.uses.includes(id)) {
    drawing.report.broken(`\`${id}\` shows itself`, href.span, 'take the `<use>` out of what it shows')
    return []
  }
  if (around.depth > deepestElement) {
    const message = `its elements stand more than ${deepestElement} deep in each other`
    drawing.report.broken(message, href.span, 'simplify the drawing, or save it as PNG')
    return []
  }
  const shift: Matrix = [
    1,
    0,
    0,
    1,
    drawing.length(element, 'x', 0, around),
    drawing.length(element, 'y', 0, around),
  ]
  const inner = { ...within(around, shift), uses: [...around.uses, id] }
  const shapes = isViewport(target)
    ? viewportOf(target, element, inner, drawing)
    : drawElement(target, inner, drawing)
  return shapes.length === 0
    ? []
    : grouped({ kind: 'group', transform: shift, opacity: 1, clips: [], shapes })
}

function isViewport({ name }: XmlElement): boolean {
  return name === 'svg' || name === 'symbol'
}

/** An `<svg>` inside another one, or a `<symbol>`: a window of its own; `sized` has its size, a `<use>` or itself. */
function viewportOf(
  element: XmlElement,
  sized: XmlElement,
  around: Around,
  drawing: Drawing,
): readonly Shape[] {
  if (element !== sized) drawing.visit(element)
  const style = element === sized ? around.style : drawing.styleOf(element, around)
  const { width: whole, height: all } = around.viewport
  const sizeOf = (name: string, otherwise: number): number =>
    drawing.length(sized.attributes.has(name) ? sized : element, name, otherwise, around)
  const [width, height] = [sizeOf('width', whole), sizeOf('height', all)]
  if (width === 0 || height === 0) return []
  const [x, y] =
    element.name === 'svg'
      ? [drawing.length(element, 'x', 0, around), drawing.length(element, 'y', 0, around)]
      : [0, 0]
  const inner = boxedIn(element, { width, height }, drawing)
  const transform = composed([1, 0, 0, 1, x, y], inner.matrix)
  const shapes = childrenOf(
    element,
    { ...within(around, transform), style, viewport: inner.viewport, isChanged: around.isChanged },
    drawing,
  )
  if (shapes.length === 0) return []
  const isCut = !/visible|auto/.test(element.attributes.get('overflow')?.text ?? '')
  const clips: readonly Clip[] = isCut ? [{ outline: rectangle(x, y, width, height), rule: 'nonzero' }] : []
  const group: Group = { kind: 'group', transform, opacity: 1, clips: [], shapes }
  return clips.length === 0 ? [group] : [{ ...group, transform: identity, clips, shapes: [group] }]
}

/** How the view box of an element lies in a place, and what percentages inside it are of. */
export function boxedIn(
  element: XmlElement,
  place: { readonly width: number; readonly height: number },
  { report }: Drawing,
): { readonly matrix: Matrix; readonly viewport: Around['viewport'] } {
  const written = element.attributes.get('viewBox')
  if (!written) return { matrix: identity, viewport: place }
  const box = readViewBox(written)
  const aspect = element.attributes.get('preserveAspectRatio')
  const fitting = aspect ? readFitting(aspect.text) : usualFitting
  if (!box) report.broken('`viewBox` is no box', written.span, 'write `viewBox="x y width height"`')
  if (!fitting && aspect)
    report.broken('`preserveAspectRatio` cannot be read', aspect.span, 'write it as `xMidYMid meet`')
  if (!box || !fitting) return { matrix: identity, viewport: place }
  return { matrix: fitted(box, place, fitting), viewport: box }
}

/** The box around shapes, through a transform. */
function extentOfShapes(shapes: readonly Shape[], matrix: Matrix): Extent | null {
  return united(
    shapes.map((shape) =>
      shape.kind === 'outlined'
        ? extentOf(movedOutline(shape.outline, matrix))
        : extentOfShapes(shape.shapes, composed(matrix, shape.transform)),
    ),
  )
}
