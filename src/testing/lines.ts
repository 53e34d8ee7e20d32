import type { Lang } from '../base/lang.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { breakLines, type Setting } from '../text/break.ts'
import { isForbiddenAtEnd, isForbiddenAtStart, kindAt } from '../text/cjk.ts'
import { setGlyphs } from '../text/set.ts'
import type { Line, Shaped } from '../text/shaped.ts'
import { shapeText } from './square-face.ts'

/** A text in the square face at 10 pt, broken into justified lines of a measure in em. */
export function linesOf(
  text: string,
  lang: Lang,
  measureEm: number,
  overrides: Partial<ComputedStyle> = {},
  setting: Partial<Setting> = {},
): readonly Line[] {
  return linesAt(shapeText(text, lang, overrides), measureEm, setting)
}

/** The justified lines of a shaped text at 10 pt. */
export function linesAt(shaped: Shaped, measureEm: number, setting: Partial<Setting> = {}): readonly Line[] {
  const usual = { measure: 10 * measureEm, indent: 0, align: 'justify', isBalanced: false } as const
  return breakLines(shaped, { ...usual, ...setting })
}

/** The text between two line ends, without the space at the break. */
export function textOfLine({ of: { flat, atoms }, from, to }: Line): string {
  return flat.text.slice(atoms.from[from], atoms.from[to]).replace(/[\s\u200b\u00ad]+$/, '')
}

/** What a reader gets back from the glyphs of a line: U+200B and the hyphen of a broken word are dropped. */
export function glyphText(line: Line): string {
  let text = ''
  for (const part of setGlyphs(line)) {
    if (part.kind !== 'glyphs') text += '\ufffc'
    else if (part.glyphs.actual === null) {
      for (const pair of part.glyphs.pairs) text += part.glyphs.run.face.textOf(pair)
    }
  }
  return text.replaceAll('\u200b', '')
}

/** Origins of a line's glyphs with the text that each stands for, in points from the measure's left edge; gaps left out. */
export function glyphOrigins(line: Line): readonly (readonly [text: string, x: number])[] {
  const origins: [string, number][] = []
  for (const part of setGlyphs(line)) {
    if (part.kind !== 'glyphs') continue
    let x = part.x
    part.glyphs.pairs.forEach((pair, index) => {
      const text = part.glyphs.run.face.textOf(pair)
      if (text !== '\u200b') origins.push([text, Math.round(x * 1000) / 1000])
      x += part.glyphs.advances[index] ?? 0
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
function growthEm({ of: { gaps, isChinese }, from, gaps: sizes }: Line): number {
  let most = 0
  sizes.forEach((size, index) => {
    const k = from + 1 + index
    const counts = isChinese ? (gaps.grow[k] ?? 0) > 0 && gaps.kind[k] === 0 : gaps.spaced[k] !== 0
    if (counts) most = Math.max(most, (size - (gaps.natural[k] ?? 0)) / 10)
  })
  return most
}

function breaksProhibition(line: Line, lang: Lang, isAfterBreak: boolean, isBeforeBreak: boolean): boolean {
  const { flat, atoms } = line.of
  const first = kindAt(flat.text, atoms.from[line.from] ?? 0, lang)
  const last = kindAt(flat.text, atoms.from[line.to - 1] ?? 0, lang)
  return (
    (isAfterBreak && isForbiddenAtStart(first, 'normal')) ||
    (isBeforeBreak && isForbiddenAtEnd(last, 'normal'))
  )
}
