import type { TextNode } from '../document/element.ts'
import type { Inline } from './box.ts'
import type { Styled } from './cascade.ts'
import { contentOf, type Making } from './inlines.ts'

/** Boxes that no text stands in directly: a run-in heading passes them by. */
export const notBlocks: ReadonlySet<string> = new Set([
  'bi-passage',
  'bi-across',
  'bi-read',
  'bi-chart',
  'img',
])

/** A run-in stands as a block of its own when nothing follows that it could begin (CSS 2, 9.2.3). */
export function hasParagraphAfter(siblings: readonly (Styled | TextNode)[], index: number): boolean {
  for (let at = index + 1; at < siblings.length; at++) {
    const next = siblings[at]
    if (next === undefined) return false
    if (next.kind === 'text') {
      if (next.leaf.text.trim() !== '') return true
      continue
    }
    if (next.style.display === 'none' || next.style.position === 'absolute') continue
    return !notBlocks.has(next.element.name)
  }
  return false
}

/** The heading as the start of a line, and its margin as a space after it. */
export function runIn(styled: Styled, making: Making): readonly Inline[] {
  making.boxed.add(styled.element.index)
  const { margin } = styled.style
  making.counters.enter(styled)
  const content = contentOf(styled, styled.look.computed.anonymous, making)
  making.counters.leave(styled)
  const space: Inline = { kind: 'space', width: margin.right, element: styled.element }
  return margin.right === 0 ? content : [...content, space]
}
