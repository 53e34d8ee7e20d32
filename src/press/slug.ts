import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Manuscript } from '../layout/manuscript.ts'
import { placeLine } from '../layout/marks.ts'
import type { Placed } from '../layout/page.ts'
import { untagged } from '../layout/picture-texts.ts'
import { setParagraph } from '../text/paragraph.ts'
import type { Workshop } from '../text/workshop.ts'
import { slugSize } from './mark-room.ts'

/** What the slug line says of a print copy, and how it is set. */
export interface Slug {
  readonly title: string
  /** As it is to be printed; empty: there is none. */
  readonly date: string
  /** SHA-256 of the file that the pages are of, in hexadecimal digits. */
  readonly sha256: string
  /** Sets the title, where there is room for it, and what is behind it, in the faces of the document. */
  readonly set: (title: string, facts: string) => SlugLine
}

/** A line from its left end on its baseline. */
export interface SlugLine {
  readonly width: Pt
  readonly marks: readonly Placed[]
}

/** Wider than any paper: the line is not broken. */
const unbroken: Pt = 14400

/** A slug line in the faces of a document, its title in the language that is printed first. */
export function slugOf(
  said: Omit<Slug, 'set'>,
  { root, boxes, languages }: Pick<Manuscript, 'root' | 'boxes' | 'languages'>,
  workshop: Workshop,
  report: Report,
): Slug {
  const lang = languages[0]?.tag ?? 'en'
  const own = slugStyle(boxes.style)
  const { faces } = workshop.fount(own, lang, report)
  const isCovered = Array.from(said.title, (character) => character.codePointAt(0) ?? 0).every((codePoint) =>
    faces.some((face) => face.covers(codePoint)),
  )
  // Headings may have families that the root has not.
  const style = isCovered ? own : { ...own, fontFamily: [...own.fontFamily, ...workshop.families] }
  const inline = (text: string, of: Lang) => {
    const leaf = { text, lang: of, span: root.span, places: null }
    return { kind: 'text', leaf, from: 0, to: text.length, style, element: root } as const
  }
  const setting = { measure: unbroken, indent: 0, align: 'start', isBalanced: false } as const
  return {
    ...said,
    set: (title, facts) => {
      const inlines = [...(title === '' ? [] : [inline(title, lang)]), inline(facts, 'en')]
      const [line] = setParagraph(inlines, 'en', setting, workshop, report).lines
      const marks: Placed[] = []
      if (line) placeLine(marks, line, 0, 0, untagged)
      return { width: line?.width ?? 0, marks }
    },
  }
}

/** The text of a document, small and black. */
function slugStyle(style: Manuscript['boxes']['style']): Manuscript['boxes']['style'] {
  return {
    ...style,
    fontSize: slugSize,
    fontSizes: [],
    fontWeight: 400,
    fontStyle: 'normal',
    color: [0, 0, 0],
    lineHeight: slugSize,
    baseline: null,
    hyphens: 'none',
    whiteSpace: 'nowrap',
    letterSpacing: 0,
    raise: 0,
  }
}
