import type { Report } from '../base/report.ts'
import type { Workshop } from '../text/workshop.ts'
import { checkCount } from './check-pages.ts'
import { inkingOf } from './inking.ts'
import { pagesOf } from './make-page.ts'
import type { Manuscript } from './manuscript.ts'
import { outlineOf } from './outline.ts'
import type { Laid } from './page.ts'
import { runningTexts } from './running.ts'
import { settle } from './settle.ts'
import { paperOf } from './sheets.ts'

/**
 * Lays out a manuscript: galleys first, then page breaks over them, until the references in running text stand. Marks
 * are made page by page, when one is asked for.
 */
export function lay(manuscript: Manuscript, workshop: Workshop, report: Report): Laid {
  workshop.texts.begin()
  const languages = manuscript.languages.map(({ tag }) => tag)
  const paper = paperOf(manuscript.pageStyle, languages)
  const { sheets, places, anchors } = settle(manuscript, paper, workshop, report)
  checkCount(sheets.length, manuscript.root.span, report)
  const labelOf = (anchor: string): string | null => {
    const place = anchors.get(anchor)
    return place ? (sheets[place.page]?.label ?? '') : null
  }
  const inking = inkingOf(manuscript, anchors, labelOf, workshop, report)
  const labels = { labelOf: (anchor: string) => labelOf(anchor) ?? '?' }
  const pages = pagesOf({
    manuscript,
    sheets,
    inking,
    running: runningTexts(manuscript.running, places, sheets.length),
    furniture: { languages, root: manuscript.root, workshop },
    setting: { workshop, pictures: manuscript.pictures, labels },
    report,
  })
  const outline = outlineOf(manuscript, places)
  return { pages, tags: manuscript.structure.tags, outline, anchors }
}
