import { visible } from '../base/visible.ts'
import { type Changes, countsOf, isEmpty, type PassageChange, passageOf } from './changes.ts'
import type { FigureChange } from './figure-changes.ts'
import type { LayoutChanges, Shift } from './layout-changes.ts'
import type { Edit } from './redline.ts'
import { behind, headOf, inRuns, lagging, lagSentence, pathOf } from './words.ts'

/** How the two states are called in a report: `edition 1`, `draft`. */
export interface Names {
  readonly before: string
  readonly after: string
}

/**
 * Changes for a terminal: a summary, what one language has and another lacks, then passage by passage in reading order
 * under its titles. `[-removed-]{+added+}` as wdiff has it; what nobody would see stands as `<U+202E>`.
 */
export function changesAsText(changes: Changes, names: Names): string {
  const lines = [`${visible(names.before)} → ${visible(names.after)}`, '']
  if (isEmpty(changes)) return [...lines, 'no differences', ''].join('\n')
  lines.push(...summary(changes))
  const late = lagging(changes)
  if (late.length > 0) lines.push('', 'changed in some languages only:')
  for (const { change, lag } of late)
    lines.push(`  ${visible(passageOf(change).id)}: ${visible(lagSentence(lag))}`)
  let path: string | null = null
  for (const run of inRuns(changes.passages)) {
    const here = visible(pathOf(run[0]))
    if (here !== path) lines.push('', here === '' ? '(outside chapters)' : here)
    path = here
    lines.push('', `  ${visible(headOf(run))}`, ...textLines(run[0]))
  }
  if (changes.layout) lines.push(...layoutLines(changes.layout))
  return `${lines.join('\n')}\n`
}

/** The summary of changes, a line each. */
export function summary(changes: Changes): readonly string[] {
  const counts = countsOf(changes)
  const { languages, layout } = changes
  const said = (['added', 'removed', 'changed', 'moved', 'renamed'] as const)
    .filter((word) => counts[word] > 0)
    .map((word) => `${counts[word]} ${word}`)
  return [
    ...(languages.added.length > 0 ? [`languages added: ${languages.added.join(', ')}`] : []),
    ...(languages.removed.length > 0 ? [`languages removed: ${languages.removed.join(', ')}`] : []),
    `passages: ${said.length === 0 ? 'the same' : said.join(', ')}`,
    ...(counts.figures > 0 ? [`figures changed: ${counts.figures}`] : []),
    ...(counts.lagging > 0 ? [`in some languages only: ${counts.lagging}`] : []),
    ...(layout === null
      ? []
      : [`pages: ${layout.before}${layout.before === layout.after ? '' : ` → ${layout.after}`}`]),
  ]
}

function textLines(change: PassageChange): readonly string[] {
  const { before, after, texts, lag } = change
  const lines: string[] = []
  const same = behind(change)
  const width = Math.max(...[...texts, ...same].map(({ lang }) => lang.length))
  for (const text of texts) {
    const said = before === null || after === null ? (text.after ?? text.before ?? '') : marked(text.edits)
    lines.push(`    ${text.lang.padEnd(width)}  ${visible(said)}`)
    const figures = text.figures.map(figureSentence).join('; ')
    if (figures !== '') lines.push(`    ${' '.repeat(width)}  figures: ${visible(figures)}`)
  }
  for (const { lang, after } of same)
    lines.push(`    ${lang.padEnd(width)}  ${visible(excerpt(after ?? '', true, false))}`)
  if (lag !== null) lines.push(`    ! ${visible(lagSentence(lag))}`)
  return lines
}

/** Characters of an unchanged stretch that are shown at each of its ends. */
const shown = 30

/** A redline on one line; of what is the same only the ends are shown. */
function marked(edits: readonly Edit[]): string {
  return edits
    .map(({ kind, text }, index) => {
      if (kind === 'removed') return `[-${text}-]`
      if (kind === 'added') return `{+${text}+}`
      return excerpt(text, index > 0, index < edits.length - 1)
    })
    .join('')
}

function excerpt(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const letters = Array.from(text)
  const [head, tail] = [hasBefore ? shown : 0, hasAfter ? shown : 0]
  if (letters.length <= head + tail + 1) return text
  return `${letters.slice(0, head).join('')}…${tail === 0 ? '' : letters.slice(-tail).join('')}`
}

/** `800,000 → 900,000`; where something was put in or taken out, `+ 5` or `- 5`. */
export function figureSentence({ before, after }: FigureChange): string {
  if (before !== null && after !== null) return `${before.text} → ${after.text}`
  return before === null ? `+ ${after?.text ?? ''}` : `- ${before.text}`
}

function layoutLines({ shifts, printed }: LayoutChanges): readonly string[] {
  if (shifts.length + printed.length === 0) return []
  return [
    '',
    'layout',
    ...shifts.map((shift) => `  ${visible(shiftSentence(shift))}`),
    ...printed.map(
      ({ lang, id, isNow }) => `  ${lang}  ${visible(id)}: ${isNow ? 'printed now' : 'no longer printed'}`,
    ),
  ]
}

/** `en  upr … moot-courts: page 3 → 4`. */
export function shiftSentence({ lang, first, last, units, before, after }: Shift): string {
  const by = after - before
  const others = units === 1 ? first : `${first} … ${last}`
  return `${lang}  ${others}: page ${before} → ${after}${units === 1 ? '' : ` (${units} passages, each ${by > 0 ? '+' : '−'}${Math.abs(by)})`}`
}
