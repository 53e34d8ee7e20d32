import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Styled } from './cascade.ts'
import type { ComputedStyle, Content } from './computed.ts'
import { excerpt } from './excerpt.ts'

/**
 * Warns, once for each rule, where a theme drops what an author wrote: by `display: none`, or by a `content` without
 * `content()`. A text that `string-set` reads is not dropped, and the layout's own texts are the layout's to hide.
 */
export function checkHidden(dropping: readonly Styled[], report: Report): void {
  const said = new Set<Span>()
  for (const styled of dropping) {
    const { drops, keepsText, computed } = styled.look
    const isHidden = drops === 'element'
    const span = isHidden ? computed.spans.display : computed.spans.content
    if (span === null || said.has(span)) continue
    const text = keepsText ? null : unreadIn(styled)
    if (text === null) continue
    said.add(span)
    const by = isHidden ? '`display: none`' : '`content`'
    const hint = isHidden
      ? 'take it out of the layout, keep it with `string-set` for the running heads, or let it show'
      : 'write `content()` where the text of the element stands'
    report.warning('style/hidden-text', `${by} hides what the author wrote: \`${excerpt(text)}\``, span, hint)
  }
}

/** What of an element its style drops. */
export function dropsOf({ display, content }: ComputedStyle): Styled['look']['drops'] {
  if (display === 'none') return 'element'
  return content !== null && !holdsContent(content) ? 'content' : null
}

/** The first text of an author's in an element that nothing in it keeps. */
function unreadIn(styled: Styled): string | null {
  for (const child of styled.children) {
    if (child.kind === 'styled') {
      const text = child.look.keepsText ? null : unreadIn(child)
      if (text !== null) return text
      continue
    }
    const { text, span } = child.leaf
    // What the layout itself says has the place of its tag.
    if (span !== styled.element.span && text.trim() !== '') return text.trim()
  }
  return null
}

/** Whether a generated content takes up the text of the element. */
export function holdsContent(content: readonly Content[]): boolean {
  return content.some(({ kind }) => kind === 'content')
}
