import type { Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Laid, Page } from '../layout/page.ts'
import { glyphCheck } from './conform-glyphs.ts'
import { checkLink } from './conform-links.ts'
import { checkTags } from './conform-tags.ts'
import type { Description, Profile } from './metadata.ts'

/**
 * Finds what painting cannot make good: each violation of PDF/A-3a (ISO 19005-3) or PDF/UA-1 (ISO 14289-1) is an
 * error at its source line. Without a claim to these standards only what would break the file itself is an error.
 */
export function conform(laid: Laid, description: Description, profile: Profile, report: Report): void {
  const isArchive = profile === 'archive'
  const checkGlyphs = glyphCheck(isArchive, report)
  const used = new Set<TagId>()
  for (const page of laid.pages) {
    checkPage(page, laid, report)
    for (const { mark, tag } of page.marks) {
      if (tag !== null) used.add(tag)
      const span = spanOf(tag, laid)
      if (mark.kind === 'glyphs') checkGlyphs(mark, span)
      else if (mark.kind === 'link')
        checkLink(mark, tag === null ? null : tagOf(tag, laid), span, laid, report)
    }
  }
  checkSources(description, report)
  if (!isArchive) return
  checkDescription(description, laid, report)
  checkTags(laid.tags, used, report)
}

/** ISO 19005-3, 6.1.13: limits of what a reader must be able to show, in points. */
const [minSide, maxSide] = [3, 14400]

function checkPage(page: Page, laid: Laid, report: Report): void {
  const { width, height } = page.size
  if (Math.min(width, height) >= minSide && Math.max(width, height) <= maxSide) return
  const size = `${Math.round(width)} × ${Math.round(height)}`
  const hint = `each side is from ${minSide} to ${maxSide} pt: change \`size\` of \`@page\``
  report.error(
    'pdf/page-size',
    `a page of \`${size}\` pt is beyond what PDF allows`,
    spanOf(null, laid),
    hint,
  )
}

function checkDescription(description: Description, laid: Laid, report: Report): void {
  if (description.title.trim() === '') {
    report.error('pdf/title', 'the publication has no title', spanOf(null, laid), 'give it a `title`')
  }
  if (description.languages.length === 0) {
    report.error('pdf/language', 'the publication has no language', spanOf(null, laid), 'give it `languages`')
  }
}

/** A name that hides its ending deceives who opens the attachment (Unicode Technical Report 36, 2.5). */
function checkSources(description: Description, report: Report): void {
  for (const { path } of description.sources) {
    if (!/[\p{Cc}\p{Bidi_Control}]/u.test(path)) continue
    const visible = path.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')
    const message = `the file name \`${visible}\` holds characters that cannot be seen`
    report.error('pdf/attachment-name', message, wholeFile(visible), 'rename the file')
  }
}

function tagOf(id: TagId, laid: Laid): Tag {
  const tag = laid.tags[id]
  if (!tag) throw new Error(`there is no tag ${id}`)
  return tag
}

function spanOf(id: TagId | null, laid: Laid): Span {
  if (id !== null) return tagOf(id, laid).span
  return laid.tags[0]?.span ?? wholeFile('publication')
}
