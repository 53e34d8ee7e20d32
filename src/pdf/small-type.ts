import type { Lang } from '../base/lang.ts'
import { type Pt, tolerance } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Tag, TagId } from '../document/structure.ts'
import type { Page } from '../layout/page.ts'
import { floorOf } from './type-floors.ts'

/**
 * Finds type that scaling takes below the floor of its language. What was set below it is the theme's business; what is in
 * no language, as running heads, is not judged.
 */
export class SmallType {
  readonly #tags: readonly Tag[]
  readonly #smallest = new Map<Lang, { readonly printed: Pt; readonly tag: Tag }>()

  constructor(tags: readonly Tag[]) {
    this.#tags = tags
  }

  /** Looks at a page that is printed at this scale. */
  page({ marks }: Page, scale: number): void {
    if (scale >= 1) return
    for (const { mark, tag } of marks)
      if (mark.kind === 'glyphs' && tag !== null && mark.to > mark.from) this.#look(mark.size, scale, tag)
  }

  /** Says it once a language, at its smallest text. `layout` is one for smaller pages. */
  report(layout: string | null, report: Report): void {
    for (const [lang, { printed, tag }] of this.#smallest) {
      const message = `text in \`${lang}\` is printed at \`${inPoints(printed)}\`; below \`${inPoints(floorOf(lang))}\` it is hard to read`
      const exact = 'print it at its own size (`scale` `exact`) or on larger `paper`'
      if (layout === null) report.warning('press/small-type', message, tag.span, exact)
      else {
        const variant = `take the layout for smaller pages: \`${layout}\``
        report.warning('press/small-type', message, tag.span, variant, `or ${exact}`)
      }
    }
  }

  #look(size: Pt, scale: number, id: TagId): void {
    const tag = this.#tags[id]
    if (!tag) throw new Error(`there is no tag ${id}`)
    const floor = floorOf(tag.lang)
    const printed = size * scale
    if (printed >= floor - tolerance || size < floor - tolerance) return
    const known = this.#smallest.get(tag.lang)
    if (!known || printed < known.printed - tolerance) this.#smallest.set(tag.lang, { printed, tag })
  }
}

/** Rounded down: what is below a floor must not look as if it stood on it. */
function inPoints(size: Pt): string {
  return `${Math.floor(size * 1000 + tolerance) / 1000} pt`
}
