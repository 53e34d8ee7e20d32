import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Tag } from '../document/structure.ts'
import type { Page } from './page.ts'

/** More pages than a book has come of a theme that is wrong, such as margins that leave no room. */
export const mostPages = 5000

/** Reports what would be lost on the way to paper: a document without pages, and text that begins off its page. */
export function checkPages(
  pages: readonly Page[],
  tags: readonly Tag[],
  document: Span,
  report: Report,
): void {
  if (pages.length === 0) {
    const hint = 'write a passage in the layout: `{{#passage}}<p>{{title}}</p>{{/passage}}`'
    report.error('layout/no-page', 'the layout writes nothing that is printed', document, hint)
  }
  pages.forEach(({ size, marks }, index) => {
    for (const { mark, tag, x, y } of marks) {
      if (mark.kind !== 'glyphs' || tag === null) continue
      if (x >= 0 && x <= size.width && y >= 0 && y <= size.height) continue
      const span = tags[tag]?.span ?? document
      const hint = 'look at the margins, insets and indents that the theme gives it'
      report.error('layout/off-page', `a text begins beyond the edge of page ${index + 1}`, span, hint)
    }
  })
}
