import { composed, type Matrix } from '../matrix.ts'
import type { Segment } from '../outline.ts'
import type { VectorText } from '../vector.ts'
import { declarationsIn } from './declarations.ts'
import type { Measures } from './lengths.ts'
import { readLength } from './lengths.ts'
import { mostElements, mostRead, mostSegments } from './limits.ts'
import { properties } from './properties.ts'
import { inherited, type Style } from './style.ts'
import type { SvgReport } from './svg-report.ts'
import { readTransforms } from './transforms.ts'
import type { Written, XmlElement } from './xml.ts'

/** What stands around an element that is drawn. */
export interface Around {
  readonly style: Style
  /** From its coordinates to those of the picture. */
  readonly matrix: Matrix
  /** What percentages are of. */
  readonly viewport: { readonly width: number; readonly height: number }
  /** The ids of the `<use>`s around it. */
  readonly uses: readonly string[]
  readonly depth: number
  /** Whether something around it lets light through, or cuts it. */
  readonly isChanged: boolean
  readonly lang: string | null
}

/** Ends the drawing, after a finding. */
export class TooMuch extends Error {}

/** A file that is being drawn: guards what it has cost, so that a small file cannot ask for much. */
export class Drawing {
  readonly report: SvgReport
  readonly texts: VectorText[] = []
  readonly #ids: ReadonlyMap<string, XmlElement>
  #elements = 0
  #segments = 0
  #read = 0

  constructor(root: XmlElement, report: SvgReport) {
    this.report = report
    this.#ids = idsIn(root)
  }

  /** Another element is read, or one once more. */
  visit(element: XmlElement): void {
    this.#elements++
    for (const { text } of element.attributes.values()) this.#read += text.length
    if (this.#elements > mostElements) this.#stop(`it shows more than ${mostElements} elements`, element)
    if (this.#read > mostRead) this.#stop(`it has more than ${mostRead} characters to read`, element)
  }

  /** Segments, stops or letters that are kept. */
  keep(count: number, element: XmlElement): void {
    this.#segments += count
    if (this.#segments > mostSegments)
      this.#stop(`its outlines have more than ${mostSegments} steps`, element)
  }

  /** How many more may be kept. */
  get room(): number {
    return mostSegments - this.#segments
  }

  #stop(message: string, { span }: XmlElement): never {
    this.report.broken(message, span, 'simplify the drawing, or save it as PNG')
    throw new TooMuch()
  }

  /** The element of an id; null after a finding. */
  elementOf(id: string, { span }: Pick<Written, 'span'>): XmlElement | null {
    const element = this.#ids.get(id)
    if (element) return element
    this.report.broken(`nothing in it has the id \`${id}\``, span, 'correct the id')
    return null
  }

  /** The style of an element: its attributes, then its `style`, over what it inherits. */
  styleOf(element: XmlElement, { style, viewport }: Around): Style {
    const written = new Map<string, Written>()
    for (const [name, value] of element.attributes) if (properties.has(name)) written.set(name, value)
    const declared = element.attributes.get('style')
    for (const [name, value] of declared ? declarationsIn(declared) : [])
      if (properties.has(name)) written.set(name, value)
    let result = inherited(style)
    // Others may be relative to these.
    for (const name of ['color', 'font-size', ...written.keys()]) {
      const value = written.get(name)
      if (value !== undefined) result = this.#withProperty(name, value, result, viewport)
      written.delete(name)
    }
    return result
  }

  #withProperty(name: string, written: Written, style: Style, viewport: Around['viewport']): Style {
    if (written.text.trim() === 'inherit') return style
    const measures: Measures = { ...viewport, fontSize: style.fontSize }
    const read = properties.get(name)?.(written, style, measures)
    if (read) return read
    this.report.broken(`\`${name}\` cannot be \`${written.text}\``, written.span, 'correct the value')
    return style
  }

  /** A length among the attributes of an element, in its coordinates; `otherwise` where there is none. */
  length(element: XmlElement, name: string, otherwise: number, { viewport, style }: Around): number {
    const written = element.attributes.get(name)
    if (written === undefined || written.text.trim() === 'auto') return otherwise
    const direction = /^(?:x|width|cx|fx|rx|dx)/.test(name)
      ? 'x'
      : /^(?:y|height|cy|fy|ry|dy)/.test(name)
        ? 'y'
        : 'other'
    const value = readLength(written.text, direction, { ...viewport, fontSize: style.fontSize })
    const isSize = /^(?:width|height|r|rx|ry|fr)$/.test(name)
    if (value !== null && (!isSize || value >= 0)) return value
    this.report.broken(`\`${name}\` cannot be \`${written.text}\``, written.span, 'correct the value')
    return otherwise
  }

  /** The `transform` of an element inside what stands around it. */
  transformOf(element: XmlElement, name: string): Matrix | null {
    const written = element.attributes.get(name)
    if (written === undefined) return null
    const matrix = readTransforms(written)
    if (matrix === null)
      this.report.broken(`\`${name}\` cannot be \`${written.text}\``, written.span, 'correct the value')
    return matrix
  }
}

/** What is inside a transform. */
export function within(around: Around, transform: Matrix): Around {
  return { ...around, matrix: composed(around.matrix, transform) }
}

/** A rectangle, clockwise from its top left corner. */
export function rectangle(x: number, y: number, width: number, height: number): readonly Segment[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']]
}

/** The first element of each id. */
function idsIn(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const ids = new Map<string, XmlElement>()
  const visit = (element: XmlElement): void => {
    const id = element.attributes.get('id')?.text.trim()
    if (id && !ids.has(id)) ids.set(id, element)
    for (const child of element.children) if (child.kind === 'element') visit(child)
  }
  visit(root)
  return ids
}
