import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Glyphs, Page } from './page.ts'

/** More pages than a book has come of a theme that is wrong, such as margins that leave no room. */
export const mostPages = 5000

/** What no paper shows: sums of 32-bit advances along a line are exact to about a thousandth of a point. */
const hair: Pt = 0.01

/** Reports a document without pages; what was left out for an error of its own is not missed as well. */
export function checkCount(pages: number, document: Span, report: Report): void {
  if (pages > 0 || report.failed) return
  const hint = 'write a passage in the layout: `{{#passage}}<p>{{title}}</p>{{/passage}}`'
  report.error('layout/no-page', 'the layout writes nothing that is printed', document, hint)
}

/** Reports what would be lost on the way to paper: text and pictures that begin off their page, text that runs off it. */
export function checkPage(
  { size, marks }: Page,
  index: number,
  tags: readonly Tag[],
  document: Span,
  report: Report,
): void {
  for (const { mark, tag, x, y } of marks) {
    if ((mark.kind !== 'glyphs' && mark.kind !== 'picture') || tag === null) continue
    const span = tags[tag]?.span ?? document
    const page = index + 1
    if (x < 0 || x > size.width || y < 0 || y > size.height) {
      const what = mark.kind === 'glyphs' ? 'a text' : 'a picture'
      const hint = hintFor(tag, tags, y > size.height)
      report.error('layout/off-page', `${what} begins beyond the edge of page ${page}`, span, hint)
    } else if (mark.kind === 'glyphs' && x + inkWidth(mark) > size.width + hair) {
      const wider = isInTable(tag, tags) ? 'give the table fewer columns' : 'give it more room'
      const hint = `shorten its longest word or divide it with a space, allow hyphens in the theme, or ${wider}`
      report.error('layout/off-page', `a text runs beyond the edge of page ${page}`, span, hint)
    }
  }
}

/** What brings a text off its page: most often something taller than the page, or a table that is too wide. */
function hintFor(id: TagId, tags: readonly Tag[], isBelow: boolean): string {
  const look = 'look at the margins, insets and indents that the theme gives it'
  if (isBelow) return `if it is taller than the page, make it shorter; else ${look}`
  return isInTable(id, tags)
    ? `make the table narrower: fewer columns, or words that may be broken; else ${look}`
    : look
}

function isInTable(id: TagId, tags: readonly Tag[]): boolean {
  let tag = tags[id]
  while (tag && tag.role !== 'Table') tag = tag.parent === null ? undefined : tags[tag.parent]
  return tag !== undefined
}

const blank = /[\s\u200b]/g

/** How far a run reaches, without the white space at its end: that of a full line hangs beyond it. */
function inkWidth({ face, pairs, from, to, advances }: Glyphs): Pt {
  let end = to
  while (end > from && face.textOf(pairs[end - 1] ?? 0).replace(blank, '') === '') end--
  let width = 0
  for (let glyph = from; glyph < end; glyph++) width += advances[glyph] ?? 0
  return width
}
