import type { Report } from '../base/report.ts'
import { placeAbsolute } from './absolute.ts'
import { placeChangeBars } from './change-bars.ts'
import { checkPage } from './check-pages.ts'
import { placeFurniture } from './furniture.ts'
import type { PageInking } from './inking.ts'
import type { Manuscript, Sheet } from './manuscript.ts'
import type { FurnitureSettings, Running } from './margin-text.ts'
import type { Page, PageFacts, Pages, Placed } from './page.ts'
import { placePage } from './place-page.ts'
import type { Setting } from './setting.ts'
import { sideOf } from './sheets.ts'

/** What all pages are made with. */
export interface PageMaking {
  readonly manuscript: Manuscript
  readonly sheets: readonly Sheet[]
  readonly inking: PageInking
  /** The named strings on a page, by its index. */
  readonly running: (page: number) => Running['text']
  readonly furniture: FurnitureSettings
  readonly setting: Setting
  readonly report: Report
}

/** Pages that are made when they are asked for: what is wrong on one is reported then. */
export function pagesOf(making: PageMaking): Pages {
  const { sheets } = making
  return {
    length: sheets.length,
    *[Symbol.iterator]() {
      for (const [index, sheet] of sheets.entries()) yield makePage(making, sheet, index)
    },
  }
}

/** What is known of the pages before they are made. */
export function factsOf(sheets: readonly Sheet[]): readonly PageFacts[] {
  return sheets.map((sheet) => ({ name: nameOf(sheet), label: sheet.label, size: sheet.frame.size }))
}

function nameOf({ isBlank, name }: Sheet): string {
  return isBlank ? 'blank' : name
}

function makePage(making: PageMaking, sheet: Sheet, index: number): Page {
  const { manuscript, inking, furniture, setting, report } = making
  const { section, content, frame, style, label, number } = sheet
  const marks: Placed[] = []
  if (style.background)
    marks.push({ x: 0, y: 0, mark: { kind: 'rect', ...style.size, color: style.background }, tag: null })
  if (section && sheet.isSectionStart) {
    const lang = furniture.languages[0] ?? 'en'
    for (const box of section.absolutes)
      placeAbsolute(marks, box, frame, { ...setting, lang }, inking, report)
  }
  if (content) placePage(marks, content, inking)
  const { changed } = manuscript
  if (content && changed)
    placeChangeBars(marks, content, { changed, bar: style.changeBar, foreEdge: sideOf(index) })
  if (section) {
    const running = { label, number, pages: making.sheets.length, text: making.running(index) }
    placeFurniture(marks, style, frame, running, furniture, report)
  }
  const page = { name: nameOf(sheet), label, size: frame.size, marks }
  checkPage(page, index, manuscript.structure.tags, manuscript.root.span, report)
  return page
}
