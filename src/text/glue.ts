import { AtomKind } from './cjk.ts'
import { firstAtom, type Row } from './row.ts'
import { Chance, GapClass, isMark } from './shaped.ts'
import { findTail, sumUp } from './sums.ts'

/**
 * Gives each gap its class, natural size and capacities (clreq, line adjustment: C25, C26; C21 and C27 for where
 * there are none), and sums them so that any candidate line costs O(1).
 */
export function glue(row: Row): void {
  const { gaps, count, isChinese } = row
  const edges = unitEdges(row)
  for (let k = 0; k <= count; k++) {
    gaps.kind[k] = GapClass.none
    gaps.natural[k] = gaps.shrink[k] = gaps.stretch[k] = gaps.grow[k] = gaps.letters[k] = 0
    // Nothing is added at the edge of an inline-block: its width says where the next thing begins.
    if (k > 0 && k < count && edges?.[k] !== 1) setGap(row, gaps, k, isChinese)
  }
  closeCalls(row, gaps)
  addFixedSpaces(row, gaps)
  fillUnits(row, gaps)
  sumUp(row)
  findTail(row)
}

/** Share of a Latin word space that it may lose while lines still look even (75 %), and in all (60 %). */
export const wordShrink = { good: 0.25, most: 0.4 } as const
/** Share of a Latin word space that it may gain while lines still look even (140 %). */
const wordStretch = 0.4

type Gaps = Row['gaps']

function setGap(row: Row, gaps: Gaps, k: number, isChinese: boolean): void {
  const { kind } = row.atoms
  const before = kind[k - 1] ?? 0
  const after = kind[k] ?? 0
  const isLatinPair = before === AtomKind.latin && after === AtomKind.latin
  const isSpaced = gaps.spaced[k] !== 0
  if (isLatinPair && !isSpaced) {
    joinLetters(row, gaps, k)
    return
  }
  const run = row.runs[row.atoms.run[k - 1] ?? 0]
  const nextRun = row.runs[row.atoms.run[k] ?? 0]
  if (!run || !nextRun) throw new Error('each atom has its run')
  const em = run.style.fontSize
  if (!isLatinPair && !isSolid(before) && !isSolid(after)) gaps.grow[k] = em
  if (isMark(before) || isMark(after)) {
    if (setBlank(row, gaps, k, before, after)) return
  }
  const meetsHan = before + after === AtomKind.han && before !== after
  if (meetsHan) {
    const space = (before === AtomKind.han ? run : nextRun).style.autospace
    if (space > 0 && (isSpaced || bearsAutospace(row, k, before))) {
      // It keeps an eighth of an em (C25) and grows to a quarter, or by a third where it is a quarter already (C26).
      gaps.kind[k] = GapClass.autospace
      gaps.natural[k] = space
      gaps.shrink[k] = Math.max(0, space - em / 8)
      gaps.stretch[k] = Math.max(em / 4 - space, space / 3)
      return
    }
  }
  if (!isSpaced) return
  const space = row.space[k] ?? 0
  gaps.kind[k] = GapClass.word
  gaps.natural[k] = space
  if (isChinese) {
    // Chinese lines: a word space keeps a quarter of an em and grows to a half.
    gaps.shrink[k] = Math.max(0, space - em / 4)
    gaps.stretch[k] = Math.max(0, em / 2 - space)
  } else {
    gaps.shrink[k] = wordShrink.most * space
    gaps.stretch[k] = wordStretch * space
    gaps.grow[k] = 0
  }
}

/** Two parts of a word: what tracking widens between letters it widens here too. */
function joinLetters(row: Row, gaps: Gaps, k: number): void {
  const run = row.runs[row.atoms.run[k - 1] ?? 0]
  const chance = gaps.chance[k]
  // A line may end here without a hyphen, and its last letter is not set wider.
  const mayEnd = chance !== Chance.never && chance !== Chance.hyphen
  if (run?.mayTrack === true && !mayEnd && (row.atoms.width[k - 1] ?? 0) > 0)
    gaps.letters[k] = run.style.fontSize
}

/** The blank halves of marks (C11, C14, C15); false where there are none. */
function setBlank(row: Row, gaps: Gaps, k: number, before: number, after: number): boolean {
  const blankBefore = row.blank[k - 1] ?? 0
  const blankAfter = row.blank[k] ?? 0
  if (isMark(before) && isMark(after) && (blankBefore > 0 || blankAfter > 0)) {
    const blank = before !== AtomKind.open && after === AtomKind.open ? Math.max(blankBefore, blankAfter) : 0
    gaps.kind[k] = blank > 0 ? GapClass.bracket : GapClass.none
    gaps.natural[k] = gaps.shrink[k] = blank
    gaps.grow[k] = 0
    return true
  }
  const blank =
    before !== AtomKind.open && blankBefore > 0 ? blankBefore : after === AtomKind.open ? blankAfter : 0
  if (blank === 0) return false
  gaps.kind[k] = blank === blankBefore && before !== AtomKind.open ? classAfter(before) : GapClass.bracket
  gaps.natural[k] = gaps.shrink[k] = blank
  return true
}

function classAfter(kind: number): number {
  if (kind === AtomKind.comma) return GapClass.comma
  return kind === AtomKind.stop ? GapClass.stop : GapClass.bracket
}

/** C27: nothing is inserted beside dashes, ellipses and solidi. */
function isSolid(kind: number): boolean {
  return (
    kind === AtomKind.connector ||
    kind === AtomKind.pair ||
    kind === AtomKind.solidus ||
    kind === AtomKind.interpunct
  )
}

/** Autospace stands beside letters, figures and their signs, not beside Latin marks, which have their own air. */
function bearsAutospace(row: Row, k: number, before: number): boolean {
  const at = row.atoms.from[k] ?? 0
  return !airyMarks.has(row.flat.text.charCodeAt(before === AtomKind.han ? at : at - 1))
}

const airyMarks: ReadonlySet<number> = new Set(
  Array.from('()[]{},.;:!?/\'"\u00a0\u200b\u2060', (mark) => mark.charCodeAt(0)),
)

/** The call of a note stands close to the text on both sides. */
function closeCalls(row: Row, gaps: Gaps): void {
  for (const { from, to } of row.flat.calls) {
    for (const k of [firstAtom(row, from), firstAtom(row, to)]) {
      if (gaps.kind[k] !== GapClass.autospace || gaps.spaced[k] !== 0) continue
      gaps.kind[k] = GapClass.none
      gaps.natural[k] = gaps.shrink[k] = gaps.stretch[k] = 0
    }
  }
}

/** The margin after a run-in heading is no character and neither shrinks nor grows (C50); it goes at a line's edge. */
function addFixedSpaces(row: Row, gaps: Gaps): void {
  for (const [offset, width] of row.flat.spaces) {
    const k = firstAtom(row, offset)
    if (k > 0 && k < row.count) gaps.natural[k] = (gaps.natural[k] ?? 0) + width
  }
}

/** 1 at each gap where an inline-block begins or ends; null where there is none. */
function unitEdges(row: Row): Uint8Array | null {
  const { units } = row.flat
  if (units.length === 0) return null
  const edges = new Uint8Array(row.count + 1)
  for (const { from, to } of units) {
    edges[firstAtom(row, from)] = 1
    edges[firstAtom(row, to)] = 1
  }
  return edges
}

/** The inside of an inline-block is rigid, and its last atom takes up what is missing to its width. */
function fillUnits(row: Row, gaps: Gaps): void {
  for (const { from, to, width } of row.flat.units) {
    const first = firstAtom(row, from)
    const end = firstAtom(row, to)
    if (first >= end) continue
    let total = row.atoms.width[first] ?? 0
    for (let k = first + 1; k < end; k++) {
      total += (gaps.natural[k] ?? 0) + (row.atoms.width[k] ?? 0)
      gaps.shrink[k] = gaps.stretch[k] = gaps.grow[k] = gaps.letters[k] = 0
      gaps.kind[k] = GapClass.none
    }
    row.atoms.letters.fill(0, first, end)
    if (total < width) row.atoms.width[end - 1] = (row.atoms.width[end - 1] ?? 0) + width - total
  }
}
