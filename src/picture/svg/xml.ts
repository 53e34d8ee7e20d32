import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import type { SourceFile, Span } from '../../base/span.ts'
import { deepestElement, mostElements } from './limits.ts'
import type { SvgReport } from './svg-report.ts'

/** An element of a drawing as it is written. */
export interface XmlElement {
  readonly kind: 'element'
  /** Its name without a prefix. */
  readonly name: string
  /** Whether it is of SVG: drawing programs keep notes of their own between. */
  readonly isSvg: boolean
  /** By their names; those of other vocabularies are left out, `xlink:href` is `href`. */
  readonly attributes: ReadonlyMap<string, Written>
  readonly children: readonly (XmlElement | XmlText)[]
  /** Its opening tag. */
  readonly span: Span
}

export interface XmlText {
  readonly kind: 'text'
  readonly text: string
}

/** A value, and where it stands; each of its characters is one of the file, unless it `isChanged`. */
export interface Written {
  readonly text: string
  readonly span: Span
}

/** The place of a part of a value. */
export function placeOf({ text, span }: Written, from: number, to: number): Span {
  // With character references the value is shorter than what stands in the file.
  if (span.end - span.start !== text.length) return span
  return { file: span.file, start: span.start + from, end: span.start + to }
}

const svgNamespace = 'http://www.w3.org/2000/svg'
const linkNamespace = 'http://www.w3.org/1999/xlink'
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

/** Reads a file into its tree; null after a finding. No entity is ever replaced, and nothing else is opened. */
export function readXml(file: SourceFile, report: SvgReport): XmlElement | null {
  const builder = new Builder(file, report)
  const parser = new SaxesParser({ xmlns: true })
  const here = (): number => Math.min(parser.position, file.text.length)
  parser.on('doctype', (content) => builder.doctype(content, here()))
  parser.on('processinginstruction', ({ target }) => builder.instruction(target, here()))
  parser.on('attribute', (attribute) => builder.attribute(attribute, here()))
  parser.on('opentag', (tag) => builder.open(tag, here()))
  parser.on('closetag', () => builder.close())
  parser.on('text', (text) => builder.text(text))
  parser.on('cdata', (text) => builder.text(text))
  parser.on('error', ({ message }) => builder.refuse(message, here()))
  try {
    parser.write(file.text).close()
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop
  }
  return builder.result
}

/** Ends the reading, after a finding: what follows a mistake only looks wrong, and what is too much is not read. */
class Stop extends Error {}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | XmlText)[]
}

/** Guards the elements that are open. */
class Builder {
  readonly #file: SourceFile
  readonly #report: SvgReport
  readonly #open: OpenElement[] = []
  #root: XmlElement | null = null
  readonly #places = new Map<string, Written>()
  #count = 0
  #isBroken = false

  constructor(file: SourceFile, report: SvgReport) {
    this.#file = file
    this.#report = report
  }

  get result(): XmlElement | null {
    return this.#isBroken ? null : this.#root
  }

  doctype(content: string, end: number): void {
    // A public name alone says which SVG it is; nobody fetches it.
    if (!content.includes('[')) return
    this.#isBroken = true
    this.#report.unsafe(
      'it declares entities or attributes of its own',
      this.#back('<!DOCTYPE', end),
      'delete `<!DOCTYPE …>`',
    )
    throw new Stop()
  }

  instruction(target: string, end: number): void {
    if (target !== 'xml-stylesheet') return
    const span = this.#back('<?', end)
    this.#report.unsafe('it asks for a style sheet', span, 'write colours and widths at the shapes')
  }

  /** Where a value stands, by the name as it is written: what its prefix means is known when the tag ends. */
  attribute({ name, value }: Pick<SaxesAttributeNS, 'name' | 'value'>, end: number): void {
    // Behind the closing mark, before which the opening one stands nowhere in the value.
    const { text } = this.#file
    const start = text.lastIndexOf(text.charAt(end - 1), end - 2) + 1
    this.#places.set(name, { text: value, span: { file: this.#file, start, end: end - 1 } })
  }

  open({ local, uri, attributes }: SaxesTagNS, end: number): void {
    const span = this.#back('<', end)
    if (this.#open.length >= deepestElement)
      this.#stop(`its elements stand more than ${deepestElement} deep in each other`, span)
    if (++this.#count > mostElements) this.#stop(`it has more than ${mostElements} elements`, span)
    const isSvg = uri === svgNamespace
    const own = this.#ownAttributes(Object.values(attributes))
    const element: OpenElement = { kind: 'element', name: local, isSvg, attributes: own, children: [], span }
    this.#open.at(-1)?.children.push(element)
    this.#root ??= element
    this.#open.push(element)
  }

  /** `href` comes before `xlink:href` where an element has both (SVG 2, 16.1.6). */
  #ownAttributes(attributes: readonly SaxesAttributeNS[]): ReadonlyMap<string, Written> {
    const own = new Map<string, Written>()
    for (const { name, prefix, local, uri } of attributes) {
      const place = this.#places.get(name)
      const known = uri === xmlNamespace ? `xml:${local}` : local
      if (!place || name === 'xmlns' || (prefix !== '' && uri !== linkNamespace && uri !== xmlNamespace))
        continue
      if (prefix === '' || !own.has(known)) own.set(known, place)
    }
    this.#places.clear()
    return own
  }

  close(): void {
    this.#open.pop()
  }

  text(text: string): void {
    this.#open.at(-1)?.children.push({ kind: 'text', text })
  }

  refuse(message: string, at: number): void {
    this.#isBroken = true
    const span = { file: this.#file, start: Math.max(0, at - 1), end: at }
    const said = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
    this.#report.broken(`it is no sound XML: ${said}`, span, 'export it again from its original')
    throw new Stop()
  }

  #stop(message: string, span: Span): never {
    this.#isBroken = true
    this.#report.broken(message, span, 'simplify the drawing, or save it as PNG')
    throw new Stop()
  }

  /** From where a tag or the like begins to its end. */
  #back(start: string, end: number): Span {
    return { file: this.#file, start: Math.max(0, this.#file.text.lastIndexOf(start, end - 1)), end }
  }
}
