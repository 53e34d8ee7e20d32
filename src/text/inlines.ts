import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { isWhite } from './white-space.ts'

/** Columns that a tab leads to the next multiple of. */
export const tabSize = 8

/** What stands inside an inline, in its order. */
export function innerOf(inline: Inline): readonly Inline[] {
  if (inline.kind === 'unit') return inline.inlines
  return inline.kind === 'note' ? inline.call : none
}

const none: readonly Inline[] = []

/** The element of each inline, as `Flat.elements` has them. */
export function elementsOf(inlines: readonly Inline[]): readonly Element[] {
  const elements: Element[] = []
  const visit = (inline: Inline): void => {
    elements.push(inline.element)
    for (const inner of innerOf(inline)) visit(inner)
  }
  for (const inline of inlines) visit(inline)
  return elements
}

/** The most UTF-16 units that inlines can come to. */
export function mostUnits(inlines: readonly Inline[]): number {
  let most = 0
  for (const inline of inlines) {
    if (inline.kind === 'unit' || inline.kind === 'note') most += mostUnits(innerOf(inline))
    else if (inline.kind !== 'text') most++
    else {
      most += inline.to - inline.from
      if (inline.style.whiteSpace === 'normal' || inline.style.whiteSpace === 'nowrap') continue
      for (let at = inline.from; at < inline.to; at++)
        if (inline.leaf.text.charCodeAt(at) === 0x09) most += tabSize - 1
    }
  }
  return most
}

export function firstStyleOf(inlines: readonly Inline[]): ComputedStyle | null {
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'unit' || inline.kind === 'page-number') return inline.style
  }
  return null
}

export function firstCodePoint(inlines: readonly Inline[]): number | null {
  const [first] = inlines
  if (first?.kind === 'unit' || first?.kind === 'note') return firstCodePoint(innerOf(first))
  if (first?.kind !== 'text') return null
  for (let at = first.from; at < first.to; at++) {
    if (!isWhite(first.leaf.text.charCodeAt(at))) return first.leaf.text.codePointAt(at) ?? null
  }
  return null
}
