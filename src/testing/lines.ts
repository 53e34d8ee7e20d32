import type { Lang } from '../base/lang.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { breakLines, type Setting } from '../text/break.ts'
import { isForbiddenAtEnd, isForbiddenAtStart, kindAt } from '../text/cjk.ts'
import { type GlyphPart, type Part, setGlyphs } from '../text/set.ts'
import type { BrokenLine, Shaped } from '../text/shaped.ts'
import { openTray, type Tray } from '../text/tray.ts'
import { shapeText } from './square-face.ts'

/** A text in the square face at 10 pt, broken into justified lines of a measure in em. */
export function linesOf(
  text: string,
  lang: Lang,
  measureEm: number,
  overrides: Partial<ComputedStyle> = {},
  setting: Partial<Setting> = {},
): readonly BrokenLine[] {
  return linesAt(shapeText(text, lang, overrides), measureEm, setting)
}

/** The justified lines of a shaped text at 10 pt. */
export function linesAt(
  shaped: Shaped,
  measureEm: number,
  setting: Partial<Setting> = {},
): readonly BrokenLine[] {
  const usual = { measure: 10 * measureEm, indent: 0, align: 'justify', isBalanced: false } as const
  return breakLines(shaped, { ...usual, ...setting })
}

/** The text between two line ends, without the space at the break. */
export function textOfLine({ of: { flat, atoms }, from, to }: BrokenLine): string {
  return flat.text.slice(atoms.from[from], atoms.from[to]).replace(/[\s\u200b\u00ad]+$/, '')
}

/** Sizes of the gaps between the atoms of a line, in order. */
export function gapSizes({ sizes, from, to }: BrokenLine): Float32Array {
  return sizes.slice(from + 1, to)
}

/** The parts of a line, and the tray with its glyphs. */
export function partsOf(line: BrokenLine): { readonly parts: readonly Part[]; readonly tray: Tray } {
  const tray = openTray()
  return { parts: setGlyphs(line, tray), tray }
}

/** The texts that the glyphs of a part stand for. */
export function textsOfPart({ run, from, to }: GlyphPart, { pairs }: Tray): readonly string[] {
  return Array.from(pairs.subarray(from, to), (pair) => run.face.textOf(pair))
}

/** What a reader gets back from the glyphs of a line: U+200B and the hyphen of a broken word are dropped. */
export function glyphText(line: BrokenLine): string {
  let text = ''
  const { parts, tray } = partsOf(line)
  for (const part of parts) {
    if (part.kind !== 'glyphs') text += '\ufffc'
    else if (part.actual === null) text += textsOfPart(part, tray).join('')
  }
  return text.replaceAll('\u200b', '')
}

/** Origins of a line's glyphs with the text that each stands for, in points from the measure's left edge; gaps left out. */
export function glyphOrigins(line: BrokenLine): readonly (readonly [text: string, x: number])[] {
  const origins: [string, number][] = []
  const { parts, tray } = partsOf(line)
  for (const part of parts) {
    if (part.kind !== 'glyphs') continue
    let x = part.x
    textsOfPart(part, tray).forEach((text, index) => {
      if (text !== '\u200b') origins.push([text, Math.round(x * 1000) / 1000])
      x += Math.fround(tray.advances[part.from + index] ?? 0)
    })
  }
  return origins
}

/** What the lines of several paragraphs look like. */
export interface LineFigures {
  readonly lines: number
  /** Lines whose Han gaps, or whose word spaces in Latin text, have grown by more than .05 em, and the most that any has. */
  readonly grown: number
  readonly most: number
  readonly overfull: number
  /** Last lines of one character, marks not counted. */
  readonly singles: number
  /** Lines that begin or end with a mark that must not stand there (C2, C3). */
  readonly prohibited: number
  readonly hyphens: number
  /** Pairs of lines that end with a hyphen one after the other. */
  readonly stacked: number
}

/** Sets paragraphs in the square face at a measure in em and counts. */
export function lineFigures(
  texts: readonly string[],
  measureEm: number,
  lang: Lang,
  overrides: Partial<ComputedStyle> = {},
): LineFigures {
  const figures = {
    lines: 0,
    grown: 0,
    most: 0,
    overfull: 0,
    singles: 0,
    prohibited: 0,
    hyphens: 0,
    stacked: 0,
  }
  for (const text of texts) {
    const lines = linesOf(text, lang, measureEm, { autospace: 2.5, ...overrides })
    lines.forEach((line, index) => {
      const isLast = index === lines.length - 1
      const growth = growthEm(line)
      figures.lines++
      figures.most = Math.max(figures.most, growth)
      if (growth > 0.05 + 1e-6) figures.grown++
      if (line.over > 0) figures.overfull++
      if (isLast && index > 0 && textOfLine(line).replace(/[\p{P}\s]/gu, '').length < 2) figures.singles++
      if (breaksProhibition(line, lang, index > 0, !isLast)) figures.prohibited++
      if (line.isHyphenated) figures.hyphens++
      if (line.isHyphenated && lines[index - 1]?.isHyphenated) figures.stacked++
    })
  }
  return figures
}

/** By how much the most grown gap of a line that can grow exceeds its natural size. */
function growthEm({ of: { gaps, isChinese }, from, to, sizes }: BrokenLine): number {
  let most = 0
  for (let k = from + 1; k < to; k++) {
    const counts = isChinese ? (gaps.grow[k] ?? 0) > 0 && gaps.kind[k] === 0 : gaps.spaced[k] !== 0
    if (counts) most = Math.max(most, ((sizes[k] ?? 0) - (gaps.natural[k] ?? 0)) / 10)
  }
  return most
}

function breaksProhibition(
  line: BrokenLine,
  lang: Lang,
  isAfterBreak: boolean,
  isBeforeBreak: boolean,
): boolean {
  const { flat, atoms } = line.of
  const first = kindAt(flat.text, atoms.from[line.from] ?? 0, lang)
  const last = kindAt(flat.text, atoms.from[line.to - 1] ?? 0, lang)
  return (
    (isAfterBreak && isForbiddenAtStart(first, 'normal')) ||
    (isBeforeBreak && isForbiddenAtEnd(last, 'normal'))
  )
}
