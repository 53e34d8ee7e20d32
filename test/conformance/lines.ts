import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Lang } from '../../src/base/lang.ts'
import { gapSizes, lineFigures, linesOf } from '../../src/testing/lines.ts'
import type { BrokenLine } from '../../src/text/shaped.ts'
import { expectedPassages } from './expected-passages.ts'
import { projectFolder } from './samples.ts'
import { figure, leftOut, type Verdict, verdict } from './verdict.ts'

/** By measure in em: in how many lines at most Han gaps may grow by more than .05 em; the reference's own results. */
const chinese: readonly (readonly [measure: number, grown: number])[] = [
  [16, 15],
  [18, 14],
  [20, 7],
  [22, 5],
  [26, 0],
]

/** Measures in em, half an em a letter; the square face's word space is twice a real one, so these are only figures. */
const english: readonly number[] = [15, 20, 25, 30]

/** The chapter and the targets of the Sustainable Development Goals in the square face: 176 paragraphs a language. */
export function lines(): readonly Verdict[] {
  const folder = join(projectFolder, '..', 'shared', 'source', 'sdg')
  if (!existsSync(folder)) return [leftOut('figures of the lines', 'there is no ../shared/source/sdg')]
  const chapter = expectedPassages('progress-in-human-rights-2013-ix')
  const zh = [...bodyOf(chapter.zh), ...targets(folder, 'zh-Hans').map(withWideMarks)]
  const en = [...bodyOf(chapter.en), ...targets(folder, 'en').map((text) => text.replace(/\s+/g, ' ').trim())]
  return [
    ...chinese.map(([measure, grown]) => inChinese(zh, measure, grown)),
    ...english.flatMap((measure) => inEnglish(en, measure)),
  ]
}

function inChinese(texts: readonly string[], measure: number, limit: number): Verdict {
  const all = texts.flatMap((text) => linesOf(text, 'zh-Hans', measure, { autospace: 2.5 }, { indent: 20 }))
  const growths = all.map(growth)
  const [grown, most] = [growths.filter((em) => em > 0.05 + 1e-6).length, Math.max(...growths)]
  const figures = lineFigures(texts, measure, 'zh-Hans')
  const found = `grew by more than .05 em in ${grown} of ${all.length} lines, by ${most.toFixed(2)} at most`
  return verdict(`Chinese at ${measure} em: Han gaps ${found}`, [
    ...over('lines that break a prohibition', figures.prohibited, 0),
    ...over('overfull lines', figures.overfull, 0),
    ...over('single characters on a last line', figures.singles, 0),
    ...over('lines with grown gaps', grown, limit),
    ...over('em of growth', most, 0.1),
  ])
}

function inEnglish(texts: readonly string[], measure: number): readonly Verdict[] {
  const { lines, grown, overfull, stacked, hyphens } = lineFigures(texts, measure, 'en', { hyphens: 'auto' })
  const what = `English at ${2 * measure} letters`
  const ends = `${hyphens} lines end with a hyphen, ${stacked} after another`
  return [
    verdict(`${what}: no line is overfull`, over('overfull lines', overfull, 0)),
    figure(`${what}: word spaces grew by more than .05 em in ${grown} of ${lines} lines; ${ends}`),
  ]
}

/** By how much, in em, the most grown Han gap of a line at 10 pt exceeds its natural size. */
function growth(line: BrokenLine): number {
  const { gaps } = line.of
  const growths = Array.from(gapSizes(line), (size, index) => {
    const gap = line.from + 1 + index
    const isHan = (gaps.grow[gap] ?? 0) > 0 && gaps.kind[gap] === 0
    return isHan ? (size - (gaps.natural[gap] ?? 0)) / 10 : 0
  })
  return Math.max(0, ...growths)
}

function over(what: string, found: number, limit: number): readonly string[] {
  return found > limit ? [`${found} ${what}, ${limit} at most`] : []
}

/** Without title and heading before it and the notice behind it. */
function bodyOf(passages: readonly string[]): readonly string[] {
  return passages.slice(2, -1)
}

function targets(folder: string, lang: Lang): readonly string[] {
  const file = readFileSync(join(folder, `global_targets.${lang}.yml`), 'utf8')
  return Object.values(z.record(z.string(), z.string()).parse(parse(file)))
}

/** The Chinese targets come with half-width marks; between digits a comma is one of a number. */
function withWideMarks(text: string): string {
  const wide = new Map(
    Array.from(',;:()', (mark) => [mark, String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0)]),
  )
  return text.trim().replace(/(?<!\d),|,(?!\d)|[;:()]/g, (mark) => wide.get(mark) ?? mark)
}
