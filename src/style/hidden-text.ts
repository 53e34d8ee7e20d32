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
  const hidden = new Map<Span, Hidden>()
  for (const styled of dropping) {
    const { drops, keepsText, computed } = styled.look
    const span = drops === 'element' ? computed.spans.display : computed.spans.content
    const texts = keepsText || span === null ? [] : unreadIn(styled)
    const [first] = texts
    if (span === null || first === undefined) continue
    const known = hidden.get(span)
    if (known === undefined) hidden.set(span, { drops, first, count: texts.length })
    else known.count += texts.length
  }
  for (const [span, one] of hidden) reportHidden(span, one, report)
}

interface Hidden {
  readonly drops: Styled['look']['drops']
  readonly first: string
  count: number
}

function reportHidden(span: Span, { drops, first, count }: Hidden, report: Report): void {
  const by = drops === 'element' ? '`display: none`' : '`content`'
  const what = count === 1 ? 'what the author wrote:' : `${count} texts that the author wrote, the first is`
  const hint =
    drops === 'element'
      ? 'take it out of the layout, keep it with `string-set` for the running heads, or let it show'
      : 'write `content()` where the text of the element stands'
  report.warning('style/hidden-text', `${by} hides ${what} \`${excerpt(first)}\``, span, hint)
}

/** What of an element its style drops. */
export function dropsOf({ display, content }: ComputedStyle): Styled['look']['drops'] {
  if (display === 'none') return 'element'
  return content !== null && !holdsContent(content) ? 'content' : null
}

/** The texts of an author's in an element that nothing in it keeps; what stands in its lines belongs to its own text. */
function unreadIn(styled: Styled): readonly string[] {
  const texts = styled.children.flatMap((child): readonly string[] => {
    if (child.kind === 'styled') return child.look.keepsText ? [] : unreadIn(child)
    const { text, span } = child.leaf
    // What the layout itself says has the place of its tag.
    return span !== styled.element.span && text.trim() !== '' ? [text.trim()] : []
  })
  return isText(styled) ? texts.slice(0, 1) : texts
}

/** Whether an element has text of its own. */
function isText({ children }: Styled): boolean {
  return children.some((child) => child.kind === 'text' && child.leaf.text.trim() !== '')
}

/** Whether a generated content takes up the text of the element. */
export function holdsContent(content: readonly Content[]): boolean {
  return content.some(({ kind }) => kind === 'content')
}
