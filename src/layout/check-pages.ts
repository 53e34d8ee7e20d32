import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Tag } from '../document/structure.ts'
import type { Page } from './page.ts'

/** More pages than a book has come of a theme that is wrong, such as margins that leave no room. */
export const mostPages = 5000

/** Reports a document without pages; what was left out for an error of its own is not missed as well. */
export function checkCount(pages: number, document: Span, report: Report): void {
  if (pages > 0 || report.failed) return
  const hint = 'write a passage in the layout: `{{#passage}}<p>{{title}}</p>{{/passage}}`'
  report.error('layout/no-page', 'the layout writes nothing that is printed', document, hint)
}

/** Reports what would be lost on the way to paper: text and pictures that begin off their page. */
export function checkPage(
  { size, marks }: Page,
  index: number,
  tags: readonly Tag[],
  document: Span,
  report: Report,
): void {
  for (const { mark, tag, x, y } of marks) {
    if ((mark.kind !== 'glyphs' && mark.kind !== 'picture') || tag === null) continue
    if (x >= 0 && x <= size.width && y >= 0 && y <= size.height) continue
    const span = tags[tag]?.span ?? document
    const what = mark.kind === 'glyphs' ? 'a text' : 'a picture'
    const hint = 'look at the margins, insets and indents that the theme gives it'
    report.error('layout/off-page', `${what} begins beyond the edge of page ${index + 1}`, span, hint)
  }
}
