import type { Element } from '../document/element.ts'
import type { Box, Inline, ParagraphBox } from './box.ts'
import type { ComputedStyle } from './computed.ts'

/** Collects the content of a block: what stands in lines becomes anonymous paragraphs between the boxes. */
export class Flow {
  readonly #element: Element
  readonly #style: ComputedStyle
  readonly #boxes: Box[] = []
  #inlines: Inline[] = []
  /** A run-in heading that waits for its paragraph. */
  #lead: readonly Inline[]

  /** `style` is that of the anonymous paragraphs, `lead` a run-in heading that the first one begins with. */
  constructor(element: Element, style: ComputedStyle, lead: readonly Inline[]) {
    this.#element = element
    this.#style = style
    this.#lead = lead
  }

  addInlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.#inlines.push(inline)
  }

  /** A box between the paragraphs. */
  addBox(box: Box): void {
    this.#endParagraph()
    this.#endLead()
    this.#boxes.push(box)
  }

  /** A box that stands outside the flow: the paragraph around it goes on. */
  addAside(box: Box): void {
    this.#boxes.push(box)
  }

  addLead(inlines: readonly Inline[]): void {
    this.#endParagraph()
    this.#lead = [...this.#lead, ...inlines]
  }

  /** Hands the waiting run-in heading over to a box that can take it. */
  takeLead(): readonly Inline[] {
    this.#endParagraph()
    const lead = this.#lead
    this.#lead = []
    return lead
  }

  end(): readonly Box[] {
    this.#endParagraph()
    this.#endLead()
    return this.#boxes
  }

  #endParagraph(): void {
    const inlines = this.#inlines
    this.#inlines = []
    if (inlines.every(isBlank)) return
    this.#boxes.push(this.#paragraph(withLead(this.#lead, inlines)))
    this.#lead = []
  }

  #endLead(): void {
    if (this.#lead.length > 0) this.#boxes.push(this.#paragraph(this.#lead))
    this.#lead = []
  }

  #paragraph(inlines: readonly Inline[]): ParagraphBox {
    return { kind: 'paragraph', element: this.#element, style: this.#style, inlines }
  }
}

/** White space between blocks is there for whoever reads the layout. */
export function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && mayCollapse(inline.style) && !/[^ \t\r\n\f]/.test(inline.leaf.text)
}

/** The heading's margin is the space before the text: white space of the layout must not widen it. */
function withLead(lead: readonly Inline[], inlines: readonly Inline[]): readonly Inline[] {
  if (lead.length === 0) return inlines
  const start = inlines.findIndex((inline) => !isBlank(inline))
  const rest = inlines.slice(start)
  const first = rest[0]
  if (first?.kind === 'text' && mayCollapse(first.style)) {
    const blank = /^[ \t\r\n\f]*/.exec(first.leaf.text)?.[0].length ?? 0
    rest[0] = { ...first, from: first.from + blank }
  }
  return [...lead, ...rest]
}

function mayCollapse(style: ComputedStyle): boolean {
  return style.whiteSpace === 'normal' || style.whiteSpace === 'nowrap'
}
