import type { Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Laid, Page, Placed } from '../layout/page.ts'
import { glyphCheck } from './conform-glyphs.ts'
import { checkLink } from './conform-links.ts'
import { checkPicture } from './conform-pictures.ts'
import { checkTags } from './conform-tags.ts'
import type { FirstUse } from './font.ts'
import type { Description, Profile } from './metadata.ts'

/**
 * Finds what painting cannot make good: each violation of PDF/A-3a (ISO 19005-3) or PDF/UA-1 (ISO 14289-1) is an error
 * at its source line. Without a claim to these standards only what would break the file itself is an error. It looks on
 * while pages are painted, as each is seen once.
 */
export class Conformity {
  readonly #laid: Laid
  readonly #isArchive: boolean
  readonly #report: Report
  readonly #used = new Set<TagId>()
  #span: Span
  /** Is told of faces and their pairs as they are first painted. */
  readonly firstUse: FirstUse

  constructor(laid: Laid, profile: Profile, report: Report) {
    this.#laid = laid
    this.#isArchive = profile === 'archive'
    this.#report = report
    this.#span = this.#spanOf(null)
    this.firstUse = glyphCheck(this.#isArchive, () => this.#span, report)
  }

  page({ size: { width, height } }: Pick<Page, 'size'>): void {
    if (Math.min(width, height) >= minSide && Math.max(width, height) <= maxSide) return
    const message = `a page of \`${Math.round(width)} × ${Math.round(height)}\` pt is beyond what PDF allows`
    const hint = `each side is from ${minSide} to ${maxSide} pt: change \`size\` of \`@page\``
    this.#report.error('pdf/page-size', message, this.#spanOf(null), hint)
  }

  /** A mark that is about to be painted. */
  mark({ mark, tag }: Placed): void {
    this.#span = this.#spanOf(tag)
    if (tag !== null) this.#used.add(tag)
    const found = tag === null ? null : this.#tagOf(tag)
    if (mark.kind === 'link') checkLink(mark, found, this.#span, this.#laid, this.#report)
    if (mark.kind === 'picture') checkPicture(mark, found, this.#span, this.#isArchive, this.#report)
  }

  /** All pages are painted. */
  end(description: Description): void {
    checkSources(description, this.#report)
    if (!this.#isArchive) return
    this.#checkDescription(description)
    checkTags(this.#laid.tags, this.#used, this.#report)
  }

  #checkDescription({ title, languages }: Description): void {
    const span = this.#spanOf(null)
    if (title.trim() === '')
      this.#report.error('pdf/title', 'the publication has no title', span, 'give it a `title`')
    if (languages.length === 0)
      this.#report.error('pdf/language', 'the publication has no language', span, 'give it `languages`')
  }

  #tagOf(id: TagId): Tag {
    const tag = this.#laid.tags[id]
    if (!tag) throw new Error(`there is no tag ${id}`)
    return tag
  }

  #spanOf(id: TagId | null): Span {
    if (id !== null) return this.#tagOf(id).span
    return this.#laid.tags[0]?.span ?? wholeFile('publication')
  }
}

/** ISO 19005-3, 6.1.13: limits of what a reader must be able to show, in points. */
const [minSide, maxSide] = [3, 14400]

/** A name that hides its ending deceives who opens the attachment (Unicode Technical Report 36, 2.5). */
function checkSources(description: Description, report: Report): void {
  for (const { path } of description.sources) {
    if (!/[\p{Cc}\p{Bidi_Control}]/u.test(path)) continue
    const visible = path.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')
    const message = `the file name \`${visible}\` holds characters that cannot be seen`
    report.error('pdf/attachment-name', message, wholeFile(visible), 'rename the file')
  }
}
