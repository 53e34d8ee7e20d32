import type { Lang, PerLanguage } from '../../base/lang.ts'
import type { Leaf } from '../../base/leaf.ts'
import { type Pt, tolerance } from '../../base/length.ts'
import type { Report } from '../../base/report.ts'
import type { PartName } from '../../style/chart-parts.ts'
import { type Line, setParagraph, widthsOf } from '../../text/paragraph.ts'
import type { Workshop } from '../../text/workshop.ts'
import { baselineOf } from '../baseline.ts'
import type { Looks } from './looks.ts'

/** Set lines, one below or beside the other, in a box of their own. */
export interface Words {
  readonly width: Pt
  readonly height: Pt
  readonly lines: readonly WordLine[]
}

interface WordLine {
  readonly line: Line
  /** From the left edge of the box to that of the line, and from its top to the baseline. */
  readonly x: Pt
  readonly baseline: Pt
}

/** What the words of a chart are set with: `languages` are those that it speaks, in order. */
export interface Typesetter {
  readonly languages: readonly Lang[]
  readonly looks: Looks
  readonly workshop: Workshop
  readonly report: Report
}

export interface WordSetting {
  /** Lines are broken at this width. */
  readonly measure?: Pt
  readonly isLast?: boolean
}

export const noWords: Words = { width: 0, height: 0, lines: [] }
/** Wider than any label: no line is broken. */
const unbroken: Pt = 14400

/** A label in each language that has it; what two of them write alike is set once. */
export function wordsOf(
  label: PerLanguage<Leaf>,
  part: PartName,
  setter: Typesetter,
  setting: WordSetting = {},
): readonly Words[] {
  const said = new Set<string>()
  return setter.languages.flatMap((lang) => {
    const leaf = label.get(lang)
    if (!leaf || leaf.text === '' || said.has(leaf.text)) return []
    said.add(leaf.text)
    return [wordsIn(leaf, lang, part, setter, setting)]
  })
}

/** A label in one language. */
export function wordsIn(
  leaf: Leaf,
  lang: Lang,
  part: PartName,
  { looks, workshop, report }: Typesetter,
  { measure = unbroken, isLast = false }: WordSetting = {},
): Words {
  const { style, element } = looks.words(part, lang, isLast)
  const inlines = [{ kind: 'text', leaf, from: 0, to: leaf.text.length, style, element } as const]
  // A word is never broken: it may be wider than its place.
  const least = measure === unbroken ? 0 : widthsOf(inlines, lang, workshop, report).least
  const setting = {
    measure: Math.max(measure, least + tolerance),
    indent: 0,
    align: 'start',
    isBalanced: false,
  } as const
  const { lines, face } = setParagraph(inlines, lang, setting, workshop, report)
  const baseline = baselineOf(style, face)
  return {
    width: Math.max(0, ...lines.map((line) => line.width)),
    height: lines.length * style.lineHeight,
    lines: lines.map((line, index) => ({ line, x: 0, baseline: index * style.lineHeight + baseline })),
  }
}

/** One below the other; `align` is where each line stands in the width: 0 left, 0.5 in the middle, 1 right. */
export function stacked(all: readonly Words[], align: 0 | 0.5 | 1): Words {
  const width = Math.max(0, ...all.map((one) => one.width))
  let height = 0
  const lines: WordLine[] = []
  for (const one of all) {
    for (const { line, baseline } of one.lines)
      lines.push({ line, x: (width - line.width) * align, baseline: height + baseline })
    height += one.height
  }
  return { width, height, lines }
}

/** One beside the other, on one baseline. */
export function inRow(all: readonly Words[], gap: Pt): Words {
  let width = 0
  const baseline = Math.max(0, ...all.map(({ lines }) => lines[0]?.baseline ?? 0))
  const lines: WordLine[] = []
  for (const one of all) {
    if (width > 0) width += gap
    const down = baseline - (one.lines[0]?.baseline ?? 0)
    for (const line of one.lines) lines.push({ ...line, x: width + line.x, baseline: line.baseline + down })
    width += one.width
  }
  return { width, height: Math.max(0, ...all.map(({ height }) => height)), lines }
}

/** How high a label is that every language says in words of its own: of each, one line. */
export function fullHeight(part: PartName, { languages, looks }: Typesetter): Pt {
  return languages.reduce((height, lang) => height + looks.words(part, lang).style.lineHeight, 0)
}
