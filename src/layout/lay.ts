import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Workshop } from '../text/workshop.ts'
import { checkCount } from './check-pages.ts'
import { inkingOf } from './inking.ts'
import { factsOf, pagesOf } from './make-page.ts'
import type { Manuscript } from './manuscript.ts'
import { outlineOf } from './outline.ts'
import type { Laid, PageFacts } from './page.ts'
import { roomOn } from './room.ts'
import { runningTexts } from './running.ts'
import { settle } from './settle.ts'
import { paperOf } from './sheets.ts'

/** A document on its pages, and how it fills them. */
export interface LaidOut extends Laid {
  /** Of each page, in order. */
  readonly facts: readonly PageFacts[]
  /** The room that is left where it may have so many pages; below 0: by how much it is too long for them. */
  readonly roomOn: (pages: number) => Pt
}

/**
 * Lays out a manuscript: galleys first, then page breaks over them, until the references in running text stand. Marks
 * are made page by page, when one is asked for.
 */
export function lay(manuscript: Manuscript, workshop: Workshop, report: Report): LaidOut {
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
    setting: { workshop, pictures: manuscript.pictures, charts: manuscript.charts, languages, labels },
    report,
  })
  const outline = outlineOf(manuscript, places)
  return {
    pages,
    facts: factsOf(sheets),
    tags: manuscript.structure.tags,
    outline,
    anchors,
    roomOn: (most) => roomOn(sheets, most),
  }
}
