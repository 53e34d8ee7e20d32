import type { Inline } from '../style/box.ts'

/** Answers which label the page of an anchor has, as far as the layout before this one shows. */
export interface Labels {
  readonly labelOf: (anchor: string) => string
}

/** The inlines of a paragraph with a text in the place of each reference. */
export function withLabels(inlines: readonly Inline[], labels: Labels): readonly Inline[] {
  return inlines.some(hasReference) ? inlines.map((inline) => withLabel(inline, labels)) : inlines
}

function hasReference(inline: Inline): boolean {
  switch (inline.kind) {
    case 'reference':
      return true
    case 'unit':
      return inline.inlines.some(hasReference)
    case 'note':
      return inline.call.some(hasReference)
    default:
      return false
  }
}

function withLabel(inline: Inline, labels: Labels): Inline {
  switch (inline.kind) {
    case 'reference': {
      const { anchor, style, element } = inline
      const text = labels.labelOf(anchor)
      const leaf = { text, lang: element.lang ?? 'und', span: element.span, places: null }
      return { kind: 'text', leaf, from: 0, to: text.length, style, element }
    }
    case 'unit':
      return { ...inline, inlines: inline.inlines.map((inner) => withLabel(inner, labels)) }
    case 'note':
      return { ...inline, call: inline.call.map((inner) => withLabel(inner, labels)) }
    default:
      return inline
  }
}
