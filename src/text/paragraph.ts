import type { Lang } from '../base/lang.ts'
import { placeInLeaf } from '../base/leaf.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import { breakLines, type Setting } from './break.ts'
import type { Face } from './face.ts'
import { elementsOf } from './inlines.ts'
import { type Part, setGlyphs } from './set.ts'
import { shape } from './shape.ts'
import { type BrokenLine, Chance, type Shaped } from './shaped.ts'
import type { SetGlyphs } from './tray.ts'
import type { Workshop } from './workshop.ts'

/** A paragraph at its measure; nothing of how it was shaped is kept. */
export interface Paragraph {
  /** None where there is no text. */
  readonly lines: readonly Line[]
  /** The face of its first text; null where there is none. */
  readonly face: Face | null
}

/** A set line. No position: that is the page's. */
export interface Line {
  /** From the left edge of the measure to the line's start: indent and alignment. */
  readonly x: Pt
  /** What it takes up, without `x`. */
  readonly width: Pt
  /** By how much it is wider than its measure: 0 unless one unbreakable item is. */
  readonly over: Pt
  readonly isHyphenated: boolean
  /** The notes whose call stands on it. */
  readonly notes: readonly Element[]
  readonly parts: readonly Part[]
  readonly glyphs: SetGlyphs
  /** Whose text its parts are, by `Part.owner`. */
  readonly elements: readonly Element[]
}

/** Shapes, breaks and sets a paragraph; `lang` is its own, whose rules set the lines. */
export function setParagraph(
  inlines: readonly Inline[],
  lang: Lang,
  setting: Setting,
  workshop: Workshop,
  report: Report,
): Paragraph {
  const { texts } = workshop
  const key = texts.keyOf(inlines, lang, setting)
  const known = texts.find(key)
  if (known) {
    known.paragraph = rebound(known.paragraph, elementsOf(inlines))
    return known.paragraph
  }
  const shaped = shape(inlines, lang, workshop, report)
  const paragraph = setLines(shaped, setting, workshop, report)
  if (!shaped.isFaulty && paragraph.lines.every((line) => line.over === 0)) texts.keep(key, paragraph)
  return paragraph
}

/** The least width at which a paragraph can be set, no word broken, and the one at which no line is. */
export function widthsOf(
  inlines: readonly Inline[],
  lang: Lang,
  workshop: Workshop,
  report: Report,
): { readonly least: Pt; readonly natural: Pt } {
  const { count, gaps, starts, ends } = shape(inlines, lang, workshop, report)
  let [least, natural] = [0, 0]
  let [part, line] = [0, 0]
  for (let k = 1; k <= count; k++) {
    const chance = k === count ? Chance.forced : (gaps.chance[k] ?? 0)
    if (chance === Chance.never || chance === Chance.unwanted || chance === Chance.hyphen) continue
    least = Math.max(least, (ends[k] ?? 0) - (starts[part] ?? 0))
    part = k
    if (chance !== Chance.forced) continue
    natural = Math.max(natural, (ends[k] ?? 0) - (starts[line] ?? 0))
    line = k
  }
  return { least, natural }
}

function setLines(shaped: Shaped, setting: Setting, workshop: Workshop, report: Report): Paragraph {
  const { tray, cases } = workshop
  const { elements } = shaped.flat
  tray.count = 0
  const broken = shaped.count === 0 ? [] : breakLines(shaped, setting)
  const parts = broken.map((line) => setGlyphs(line, tray))
  const glyphs = cases.keep(tray, shaped.hasOffsets)
  const lines = broken.map((line, index): Line => {
    if (line.over > 0) reportOver(line, report)
    const { x, width, over, isHyphenated } = line
    return {
      x,
      width,
      over,
      isHyphenated,
      notes: notesOn(line),
      parts: parts[index] ?? none,
      glyphs,
      elements,
    }
  })
  return { lines, face: shaped.runs[0]?.face ?? null }
}

const none: readonly never[] = []

/** The same paragraph for the elements that say it now. */
function rebound({ lines, face }: Paragraph, elements: readonly Element[]): Paragraph {
  const now = (line: Line): Line => ({
    ...line,
    notes: line.notes.flatMap((note) => elements[line.elements.indexOf(note)] ?? []),
    elements,
  })
  return { lines: lines.map(now), face }
}

/** A note belongs to the line on which its call ends. */
function notesOn({ of: { flat, atoms }, from, to }: BrokenLine): readonly Element[] {
  if (flat.calls.length === 0) return none
  const [first, end] = [from === 0 ? -1 : (atoms.from[from] ?? 0), atoms.from[to] ?? 0]
  const isHere = (call: { readonly to: number }) => call.to - 1 >= first && call.to - 1 < end
  return flat.calls.filter(isHere).flatMap((call) => flat.elements[call.inline] ?? [])
}

function reportOver(line: BrokenLine, report: Report): void {
  const over = line.over.toFixed(1)
  const hint = 'no break is allowed in it: shorten it, allow hyphens, or widen the column'
  report.warning('text/overfull', `a line is ${over} pt wider than its column`, placeOf(line), hint)
}

function placeOf({ of: { flat, atoms }, from }: BrokenLine): Span {
  const at = atoms.from[from] ?? 0
  const stretch = flat.stretches.find((one) => at >= one.from && at < one.to) ?? flat.stretches[0]
  if (!stretch) throw new Error('a line has text')
  return stretch.leaf ? placeInLeaf(stretch.leaf, flat.origins[at] ?? 0) : stretch.element.span
}
