import { placeInLeaf } from './base/leaf.ts'
import type { Report } from './base/report.ts'
import type { Span } from './base/span.ts'
import { type ExpectedPassage, expectedPassages, placeIn } from './expected-text.ts'
import type { Manuscript } from './layout/manuscript.ts'
import { audit, type Passage } from './pdf/audit.ts'

/** Passages that are looked through for where the PDF and the source say the same again. */
const farthest = 20

/**
 * Reads the text back from a finished PDF, in structure order, and compares it with what the author wrote: each
 * passage exactly once in each language, in order, spaces included. A note follows the passage that calls it. Contents,
 * labels, counted references and artifacts are not the author's and stand aside; a line break that is kept, as in
 * code, leaves no character in a PDF.
 */
export function auditText(bytes: Uint8Array, manuscript: Manuscript, report: Report): void {
  const expected = expectedPassages(manuscript)
  // U+00AD is the hyphen of a broken word: no text of the author's.
  const found = audit(bytes)
    .filter(({ role, isContents }) => role !== 'Lbl' && role !== 'Reference' && !isContents)
    .map((passage) => ({ ...passage, text: passage.text.replaceAll('\u00ad', '') }))
  let [at, next] = [0, 0]
  while (at < expected.length || next < found.length) {
    if (isSame(expected[at], found[next])) {
      at++
      next++
      continue
    }
    const more = resumed(expected, at, found, next)
    const [wanted, read] = more ?? [1, 1]
    for (let index = 0; index < Math.max(wanted, read); index++) {
      const passage = index < wanted ? expected[at + index] : undefined
      const said = index < read ? (found[next + index]?.text ?? '') : ''
      const last = expected[Math.min(at + index, expected.length) - 1]
      complain(passage, said, last ? placeOf(last, last.text.length) : manuscript.root.span, report)
    }
    // Nothing is alike any more: what follows would say the same over and over.
    if (!more) return
    at += wanted
    next += read
  }
}

/** How many passages of both to leave out, at least one, until they say the same or both end; null: too many. */
function resumed(
  expected: readonly ExpectedPassage[],
  at: number,
  found: readonly Passage[],
  next: number,
): readonly [number, number] | null {
  for (let sum = 1; sum <= farthest; sum++) {
    // As many of the one as of the other come first: a text that was changed.
    const ways = Array.from({ length: sum + 1 }, (_, left) => [left, sum - left] as const)
    ways.sort(([a, b], [c, d]) => Math.abs(a - b) - Math.abs(c - d))
    for (const [wanted, read] of ways) {
      const isEnd = at + wanted === expected.length && next + read === found.length
      if (isEnd || isSame(expected[at + wanted], found[next + read])) return [wanted, read]
    }
  }
  return null
}

function isSame(wanted: ExpectedPassage | undefined, read: Passage | undefined): boolean {
  if (!wanted || !read || wanted.lang !== read.lang) return false
  const { text, pattern } = wanted
  const isText = (said: string): boolean => (pattern ? pattern.test(said) : said === text)
  return isText(read.text) || isText(read.text.trim())
}

/** At the first character that differs; `otherwise` is for what the PDF says without a source. */
function complain(wanted: ExpectedPassage | undefined, said: string, otherwise: Span, report: Report): void {
  const meant = wanted?.text ?? ''
  const from = firstDifference(said, meant)
  report.error(
    'audit/text',
    `the PDF says \`${excerpt(said, from)}\` where the source says \`${excerpt(meant, from)}\``,
    wanted ? placeOf(wanted, from) : otherwise,
    'this is a mistake of the program: please report it with the file',
  )
}

function placeOf(passage: ExpectedPassage, offset: number): Span {
  const { piece, at } = placeIn(passage, offset)
  return piece.leaf ? placeInLeaf(piece.leaf, at) : piece.span
}

function firstDifference(a: string, b: string): number {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  return from
}

/** What stands around an offset. */
function excerpt(text: string, offset: number): string {
  const start = Math.max(0, offset - 20)
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 60)}${text.length > start + 60 ? '…' : ''}`
}
