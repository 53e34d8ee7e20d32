import type { Extent } from '../extent.ts'
import { composed, identity, type Matrix, movedOutline } from '../matrix.ts'
import type { Segment } from '../outline.ts'
import type { Clip } from '../vector.ts'
import { clockwise } from './clockwise.ts'
import type { Around, Drawing } from './drawing.ts'
import { outlineOf, shapeNames } from './outlines.ts'
import type { Reference } from './style.ts'
import type { XmlElement } from './xml.ts'

/** What a reference to a clip path leaves of an element of this extent, in the element's coordinates. */
export function clipsOf(
  { id, written }: Reference,
  extentOf: () => Extent | null,
  around: Around,
  drawing: Drawing,
): readonly Clip[] {
  const element = drawing.elementOf(id, written)
  if (!element) return []
  if (element.name !== 'clipPath') {
    drawing.report.broken(`\`${id}\` is no \`<clipPath>\``, written.span, 'correct the id')
    return []
  }
  if (around.uses.includes(id)) {
    drawing.report.broken(`the clip path \`${id}\` is cut by itself`, written.span, 'take one of them away')
    return []
  }
  drawing.visit(element)
  const inside = { ...around, uses: [...around.uses, id] }
  const style = drawing.styleOf(element, inside)
  const further = style.own.clipPath ? clipsOf(style.own.clipPath, extentOf, inside, drawing) : []
  const isOfBox = element.attributes.get('clipPathUnits')?.text.trim() === 'objectBoundingBox'
  const box = isOfBox ? boxOf(extentOf()) : identity
  const matrix = composed(box, drawing.transformOf(element, 'transform') ?? identity)
  const parts = element.children.flatMap((child) =>
    child.kind === 'element' && child.isSvg ? partsOf(child, { ...inside, style }, matrix, drawing) : [],
  )
  return [...further, joined(parts, element, drawing)]
}

/** The outlines of what stands in a clip path. */
function partsOf(element: XmlElement, around: Around, matrix: Matrix, drawing: Drawing): readonly Clip[] {
  const { name, span, attributes } = element
  drawing.visit(element)
  const style = drawing.styleOf(element, around)
  if (!style.own.isDisplayed) return []
  if (style.own.clipPath)
    drawing.report.missing('a clip path inside another one', span, 'cut the shape as a whole instead')
  const inner = composed(matrix, drawing.transformOf(element, 'transform') ?? identity)
  if (shapeNames.has(name)) {
    const outline = style.isVisible ? outlineOf(element, { ...around, style }, drawing) : []
    return [{ outline: movedOutline(outline, inner), rule: style.clipRule }]
  }
  if (name === 'text') drawing.report.missing('a text as a clip path', span, 'turn the text into outlines')
  if (name !== 'use') return []
  const href = attributes.get('href')
  const id = href?.text.trim().startsWith('#') ? href.text.trim().slice(1) : null
  const target = href && id !== null ? drawing.elementOf(id, href) : null
  if (!target || !shapeNames.has(target.name)) return []
  const length = (one: string): number => drawing.length(element, one, 0, around)
  return partsOf(
    target,
    { ...around, style },
    composed(inner, [1, 0, 0, 1, length('x'), length('y')]),
    drawing,
  )
}

/** What is inside any of the outlines: all in one, running the same way, so that none takes from another. */
function joined(parts: readonly Clip[], { span }: XmlElement, { report }: Drawing): Clip {
  const seen = parts.filter(({ outline }) => outline.length > 0)
  const [first] = seen
  if (!first) return { outline: [], rule: 'nonzero' }
  if (seen.length === 1) return first
  if (seen.some(({ rule }) => rule === 'evenodd')) {
    const hint = 'give it one shape, or no `clip-rule`'
    report.missing('a clip path of several shapes by `evenodd`', span, hint)
  }
  const outline: Segment[] = seen.flatMap((part) => [...clockwise(part.outline)])
  return { outline, rule: 'nonzero' }
}

/** From the unit square to a box; one without area leaves nothing. */
function boxOf(extent: Extent | null): Matrix {
  if (!extent) return [0, 0, 0, 0, 0, 0]
  const { left, top, right, bottom } = extent
  return [right - left, 0, 0, bottom - top, left, top]
}
