import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { TagId } from '../document/structure.ts'
import type { Run } from '../text/shaped.ts'
import type { Workshop } from '../text/workshop.ts'
import type { AnchorTable } from './anchors.ts'
import type { LinkSource } from './links.ts'
import { linksOf } from './links.ts'
import type { Manuscript } from './manuscript.ts'
import type { Inking, SetText } from './marks.ts'
import { noteLinksOf } from './note-links.ts'
import type { Glyphs } from './page.ts'

/** What a page needs to know of its document to become marks. */
export interface PageInking extends Inking {
  /** The tags of a picture, one for each language that describes it, by `Element.index`; none: it is an artifact. */
  readonly figuresOf: (element: number) => readonly { readonly tag: TagId; readonly lang: Lang }[]
  /** Where the label of a note leads to, by the `Element.index` of the note: back to its call. */
  readonly backOf: (note: number) => LinkSource | null
  /** The same inside a note, whose text belongs to the Note and not to its call. */
  readonly inNote: (note: number) => PageInking
}

/** `labelOf` gives the label of the page where an anchor stands. */
export function inkingOf(
  manuscript: Manuscript,
  anchors: AnchorTable,
  labelOf: (anchor: string) => string | null,
  workshop: Workshop,
  report: Report,
): PageInking {
  const { tags, of, markers, calls, figures } = manuscript.structure
  const links = linksOf(manuscript.root, anchors, report)
  const { calls: toNotes, backs } = noteLinksOf(manuscript.root, anchors)
  const inking = (note: number | null): PageInking => ({
    tagOf: (element) => (element === note ? undefined : calls.get(element)) ?? of.get(element) ?? null,
    markerOf: (element) => markers.get(element) ?? null,
    linkOf: (element) => (element === note ? null : (links.get(element) ?? toNotes.get(element) ?? null)),
    backOf: (element) => backs.get(element) ?? null,
    figuresOf: (element) =>
      (figures.get(element) ?? []).map((tag) => ({ tag, lang: tags[tag]?.lang ?? 'und' })),
    numberOf: (anchor, run) => {
      const label = labelOf(anchor)
      return label === null ? null : setText(label, run, workshop)
    },
    textOf: (text, run) => setText(text, run, workshop),
    inNote: (inner) => inking(inner),
  })
  return inking(null)
}

/** What repeats has no tag and leads nowhere. */
export function artifactOf(inking: PageInking): PageInking {
  const artifact: PageInking = {
    ...inking,
    tagOf: () => null,
    markerOf: () => null,
    linkOf: () => null,
    backOf: () => null,
    figuresOf: () => [],
    inNote: () => artifact,
  }
  return artifact
}

/** A marker's text belongs to the label of its list item or note. */
export function inMarker(inking: PageInking, item: number): Inking {
  return { ...inking, tagOf: () => inking.markerOf(item), linkOf: () => inking.backOf(item) }
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
    from: 0,
    to: word.pairs.length,
    advances,
    xOffsets: null,
    yOffsets: null,
    actual: null,
  }
  return { glyphs, width: word.width * scale }
}
