import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Tag } from '../document/structure.ts'
import type { Laid, Link } from '../layout/page.ts'
import { safeUri } from './links.ts'

/** A link has a target that is safe and there, a description, and a tag of its own (ISO 14289-1, 7.18.1 and 7.18.5). */
export function checkLink(link: Link, tag: Tag | null, span: Span, laid: Laid, report: Report): void {
  if (link.description.trim() === '') {
    report.error('pdf/link-description', 'a link has no description', span, 'give the link a text')
  }
  if (!tag || !isLinking(tag, laid)) {
    const message = 'a link stands outside the text: a screen reader would not find it'
    report.error('pdf/link-tag', message, span, 'keep links out of running heads and generated content')
  }
  const { target } = link
  if (target.kind === 'anchor') {
    if (laid.anchors.has(target.anchor)) return
    const hint = didYouMean(target.anchor, [...laid.anchors.keys()])
    report.error('pdf/anchor', `nothing has the id \`${target.anchor}\``, span, hint)
  } else if (safeUri(target.uri) === null) {
    const message = `a link must not lead to \`${target.uri}\``
    report.error('pdf/link-target', message, span, 'links begin with https:, http:, mailto: or tel:')
  }
}

/** A Link, or what gets one inside: a Reference or its number, the number of a note (ISO 14289-1, 7.18.5). */
function isLinking({ role, parent }: Tag, { tags }: Laid): boolean {
  if (role === 'Link' || role === 'Reference') return true
  const around = parent === null ? null : tags[parent]?.role
  return role === 'Lbl' && (around === 'Reference' || around === 'Note')
}
