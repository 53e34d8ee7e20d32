import type { Extent } from '../extent.ts'
import { composed, identity, type Matrix } from '../matrix.ts'
import type { LinearGradient, Paint, RadialGradient, Stop } from '../vector.ts'
import type { Around, Drawing } from './drawing.ts'
import { readLength } from './lengths.ts'
import type { Reference } from './style.ts'
import type { Written, XmlElement } from './xml.ts'

/** What a reference paints with: a gradient, or one colour where it comes to that; null: nothing. */
export interface Painted {
  readonly paint: Paint
  readonly opacity: number
}

/** Gradients that take what they lack from one another: longer chains are loops. */
const longestChain = 8

/** The gradient that a shape of this extent is painted with. */
export function gradientOf(
  { id, written }: Reference,
  extent: Extent | null,
  around: Around,
  drawing: Drawing,
): Painted | null {
  const chain = chainOf(id, written, drawing)
  const [first] = chain
  if (!first) return null
  const stops = stopsOf(chain, around, drawing)
  const last = stops.at(-1)
  if (!last) return null
  const attribute = (name: string): Written | undefined =>
    chain.find((one) => one.attributes.has(name))?.attributes.get(name)
  const spread = attribute('spreadMethod')
  if (spread && spread.text.trim() !== 'pad')
    drawing.report.missing('a gradient that is repeated', spread.span, 'give it the stops of all its turns')
  const isOfBox = attribute('gradientUnits')?.text.trim() !== 'userSpaceOnUse'
  // Where a shape has no area its box has no coordinates (SVG 2, 8.12).
  const box = isOfBox ? matrixOf(extent) : identity
  if (box === null) return null
  const transforming = chain.find((one) => one.attributes.has('gradientTransform'))
  const own = transforming ? drawing.transformOf(transforming, 'gradientTransform') : null
  const units = isOfBox ? { width: 1, height: 1 } : around.viewport
  const number = (name: string, otherwise: string): number => {
    const given = attribute(name)
    const measures = { ...units, fontSize: around.style.fontSize }
    const value = readLength(given?.text ?? otherwise, directionOf(name), measures)
    if (value === null && given)
      drawing.report.broken(`\`${name}\` cannot be \`${given.text}\``, given.span, 'correct the value')
    return value ?? 0
  }
  const common = { transform: own ? composed(box, own) : box, stops }
  const gradient =
    first.name === 'linearGradient' ? linear(number, common) : radial(number, attribute, common)
  const isOneColor = stops.length === 1 || gradient === null || isFlat(gradient.transform)
  return isOneColor
    ? { paint: { kind: 'color', color: last.color }, opacity: last.opacity }
    : { paint: gradient, opacity: 1 }
}

/** The gradient and those that it takes what it lacks from. */
function chainOf(id: string, written: Written, drawing: Drawing): readonly XmlElement[] {
  const chain: XmlElement[] = []
  for (let next: { readonly id: string; readonly written: Written } | null = { id, written }; next; ) {
    const element = drawing.elementOf(next.id, next.written)
    if (!element) return []
    if (!/^(?:linear|radial)Gradient$/.test(element.name)) {
      const what = `paint by \`<${element.name}>\``
      drawing.report.missing(what, next.written.span, 'paint it with a colour or a gradient')
      return []
    }
    if (chain.includes(element) || chain.length === longestChain) {
      drawing.report.broken('its gradients lead to one another', next.written.span, 'give each its own stops')
      return []
    }
    drawing.visit(element)
    chain.push(element)
    const href = element.attributes.get('href')
    // One that leads out of the file has been found.
    const inner = href?.text.trim().startsWith('#') ? href.text.trim().slice(1) : null
    next = href && inner !== null ? { id: inner, written: href } : null
  }
  return chain
}

function stopsOf(chain: readonly XmlElement[], around: Around, drawing: Drawing): readonly Stop[] {
  const owner = chain.find((one) => stopsIn(one).length > 0)
  if (!owner) return []
  const elements = stopsIn(owner)
  drawing.keep(elements.length, owner)
  let least = 0
  return elements.map((element) => {
    drawing.visit(element)
    const { own } = drawing.styleOf(element, around)
    const written = element.attributes.get('offset')
    const value = readLength(written?.text ?? '0', 'x', { width: 1, height: 1, fontSize: 1 })
    if (value === null && written)
      drawing.report.broken(`\`offset\` cannot be \`${written.text}\``, written.span, 'correct the value')
    // Each stands at least as far as the one before (SVG 2, 14.2.4).
    least = Math.min(1, Math.max(least, value ?? 0))
    return { offset: least, color: own.stopColor, opacity: own.stopOpacity }
  })
}

function stopsIn({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) =>
    child.kind === 'element' && child.isSvg && child.name === 'stop' ? child : [],
  )
}

function directionOf(name: string): 'x' | 'y' | 'other' {
  if (/^(?:x|cx|fx)/.test(name)) return 'x'
  return /^(?:y|cy|fy)/.test(name) ? 'y' : 'other'
}

type NumberOf = (name: string, otherwise: string) => number
type Common = Pick<LinearGradient, 'transform' | 'stops'>

function linear(number: NumberOf, common: Common): LinearGradient | null {
  const [x1, y1] = [number('x1', '0%'), number('y1', '0%')]
  const [x2, y2] = [number('x2', '100%'), number('y2', '0%')]
  return x1 === x2 && y1 === y2 ? null : { kind: 'linear', from: [x1, y1], to: [x2, y2], ...common }
}

function radial(
  number: NumberOf,
  attribute: (name: string) => Written | undefined,
  common: Common,
): RadialGradient | null {
  const [cx, cy, radius] = [number('cx', '50%'), number('cy', '50%'), number('r', '50%')]
  if (radius <= 0) return null
  const fx = attribute('fx') ? number('fx', '50%') : cx
  const fy = attribute('fy') ? number('fy', '50%') : cy
  const focusRadius = Math.min(Math.max(0, number('fr', '0%')), radius)
  // A focus outside its circle is moved to its edge (SVG 1.1, 13.2.3), just inside: on it, readers differ.
  const distance = Math.hypot(fx - cx, fy - cy)
  const share =
    distance + focusRadius > radius * 0.999 ? Math.max(0, radius * 0.999 - focusRadius) / (distance || 1) : 1
  const focus = [cx + (fx - cx) * share, cy + (fy - cy) * share] as const
  return { kind: 'radial', focus, focusRadius, center: [cx, cy], radius, ...common }
}

/** From the unit square to a box; null where it has no area. */
function matrixOf(extent: Extent | null): Matrix | null {
  if (!extent) return null
  const { left, top, right, bottom } = extent
  return right > left && bottom > top ? [right - left, 0, 0, bottom - top, left, top] : null
}

/** Whether a transform leaves no area: no reader can go back through it. */
function isFlat([a, b, c, d]: Matrix): boolean {
  return Math.abs(a * d - b * c) < 1e-12
}
