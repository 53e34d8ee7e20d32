import type { Report } from '../base/report.ts'
import type { PageStyle } from '../style/computed.ts'
import type { Run } from '../text/shaped.ts'
import type { Workshop } from '../text/workshop.ts'
import { placeAbsolute } from './absolute.ts'
import { type AnchorTable, findAnchors, findPlaces } from './anchors.ts'
import { arrange } from './arrange.ts'
import { checkPages, mostPages } from './check-pages.ts'
import type { Fill, Section } from './flow.ts'
import { placeFurniture } from './furniture.ts'
import { type Frame, frameOf } from './geometry.ts'
import { linksOf } from './links.ts'
import type { Manuscript, Sheet } from './manuscript.ts'
import type { Inking, SetText } from './marks.ts'
import { outlineOf } from './outline.ts'
import type { Glyphs, Laid, Page, Placed } from './page.ts'
import { breadthFor, paginate } from './paginate.ts'
import { placePage, placeRows } from './place.ts'
import { runningTexts } from './running.ts'

/** Lays out a manuscript: galleys first, then page breaks over them, then marks; page numbers are filled in last. */
export function lay(manuscript: Manuscript, workshop: Workshop, report: Report): Laid {
  const languages = manuscript.languages.map(({ tag }) => tag)
  const styleOf = (name: string, index: number, isFirst: boolean): PageStyle =>
    manuscript.pageStyle({ name, side: index % 2 === 0 ? 'right' : 'left', isFirst, languages })
  // A measure depends on the page's name alone: that of a right page holds for both.
  const frameFor = (name: string): Frame => frameOf(styleOf(name, 2, false), languages.length)
  const measures = (page: string) => frameFor(page).lanes.map((lane) => lane.width)
  const sections = arrange(manuscript.boxes, { languages, measures, workshop }, report)
  const sheets = makeSheets(sections, languages.length, frameFor, styleOf, report)
  const places = findPlaces(manuscript.root, sheets)
  const anchors = findAnchors(manuscript.root, places)
  const inking = inkingOf(manuscript, sheets, anchors, workshop, report)
  const running = runningTexts(manuscript.running, places, sheets.length)
  const settings = { languages, root: manuscript.root, workshop }
  const pages = sheets.map((sheet, index): Page => {
    const marks: Placed[] = []
    const { section, fill, frame } = sheet
    placeGround(marks, sheet)
    if (section && sheet.isSectionStart) {
      for (const box of section.absolutes)
        placeAbsolute(marks, box, frame, { lang: languages[0] ?? 'en', workshop }, inking, report)
    }
    if (section && fill) placePage(marks, section, fill, frame, sheet.rows, inking)
    if (section)
      placeFurniture(
        marks,
        sheet.style,
        frame,
        { label: sheet.label, text: running(index) },
        settings,
        report,
      )
    return { name: sheet.name, label: sheet.label, size: frame.size, marks }
  })
  checkPages(pages, manuscript.structure.tags, manuscript.root.span, report)
  const outline = outlineOf(manuscript, places)
  return { pages, tags: manuscript.structure.tags, outline, anchors }
}

function makeSheets(
  sections: readonly Section[],
  languages: number,
  frameFor: (name: string) => Frame,
  styleOf: (name: string, index: number, isFirst: boolean) => PageStyle,
  report: Report,
): readonly Sheet[] {
  const sheets: Sheet[] = []
  const add = (name: string, section: Section | null, fill: Fill | null, isSectionStart: boolean): void => {
    const style = styleOf(name, sheets.length, isSectionStart)
    const frame = frameOf(style, languages)
    const rows = section && fill ? placeRows(section, fill, frame) : []
    sheets.push({ name, label: String(sheets.length + 1), style, frame, section, fill, rows, isSectionStart })
  }
  for (const section of sections) {
    const isRecto = sheets.length % 2 === 0
    if ((section.start === 'recto' && !isRecto) || (section.start === 'verso' && isRecto))
      add('blank', null, null, false)
    const depth = frameFor(section.page).text.depth
    const breadth = breadthFor(section.rows)
    const fills =
      section.rows.length > 0 ? paginate(section.rows, { depth, lanes: languages, breadth }) : [null]
    fills.slice(0, mostPages + 1).forEach((fill, index) => {
      if (fill?.isOverfull) reportOverfull(section, fill, report)
      add(section.page, section, fill, index === 0)
    })
    if (sheets.length > mostPages) {
      reportTooMany(section, report)
      break
    }
  }
  return sheets
}

function reportTooMany(section: Section, report: Report): void {
  const span = section.rows[0]?.element.span ?? section.absolutes[0]?.element.span
  if (!span) return
  const hint = 'look at the size and margins of the page, and at forced breaks'
  report.error('layout/too-many-pages', `there are more than ${mostPages} pages`, span, hint)
}

function reportOverfull(section: Section, fill: Fill, report: Report): void {
  const row = section.rows[fill.from.row]
  if (!row) return
  const hint = 'make it shorter, or allow page breaks inside it'
  report.warning(
    'layout/overfull',
    'something is taller than the page and runs over its foot',
    row.element.span,
    hint,
  )
}

function placeGround(marks: Placed[], { style }: Sheet): void {
  const { background, size } = style
  if (background) marks.push({ x: 0, y: 0, mark: { kind: 'rect', ...size, color: background }, tag: null })
}

function inkingOf(
  manuscript: Manuscript,
  sheets: readonly Sheet[],
  anchors: AnchorTable,
  workshop: Workshop,
  report: Report,
): Inking {
  const { of, markers } = manuscript.structure
  const links = linksOf(manuscript.root, anchors, report)
  return {
    tagOf: (element) => of.get(element) ?? null,
    markerOf: (element) => markers.get(element) ?? null,
    linkOf: (element) => links.get(element) ?? null,
    numberOf: (anchor, run) => {
      const place = anchors.get(anchor)
      return place ? setText(sheets[place.page]?.label ?? '', run, workshop) : null
    },
    textOf: (text, run) => setText(text, run, workshop),
  }
}

/** Page numbers and leaders: digits and points, from left to right. */
function setText(text: string, run: Run, workshop: Workshop): SetText {
  const { face, style } = run
  const word = workshop.shaper(face, {
    lang: 'en',
    script: 'Latn',
    features: style.tabularNumbers ? ['tnum'] : [],
    isRtl: false,
  })(text)
  const scale = style.fontSize / face.upem
  const advances = Float32Array.from(word.advances, (advance) => advance * scale)
  const glyphs: Glyphs = {
    kind: 'glyphs',
    face,
    size: style.fontSize,
    color: style.color,
    pairs: word.pairs,
    advances,
    xOffsets: null,
    yOffsets: null,
    actual: null,
  }
  return { glyphs, width: word.width * scale }
}
