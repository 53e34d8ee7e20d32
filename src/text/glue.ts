import { AtomKind } from './cjk.ts'
import { Chance, GapClass, isMark, type Row, type Shaped } from './shaped.ts'

/** Share of the em that is stretched in one Han gap at strain 1, and its like for word spaces of Latin text. */
const hanUnit = 0.05

/**
 * Gives each gap its class, natural size and capacities (clreq, line adjustment: C25, C26; C21 and C27 for where
 * there are none), and sums them so that any candidate line costs O(1).
 */
export function glue(row: Row, isChinese: boolean): Shaped {
  const { count, atoms } = row
  const gaps = {
    kind: new Uint8Array(count + 1),
    chance: new Uint8Array(count + 1),
    spaced: new Uint8Array(count + 1),
    natural: new Float64Array(count + 1),
    shrink: new Float64Array(count + 1),
    stretch: new Float64Array(count + 1),
    grow: new Float64Array(count + 1),
  }
  gaps.chance.set(row.chance)
  for (let k = 1; k < count; k++) gaps.spaced[k] = (row.space[k] ?? 0) > 0 ? 1 : 0
  gaps.chance[0] = gaps.chance[count] = Chance.free
  for (let k = 1; k < count; k++) setGap(row, gaps, k, isChinese)
  addFixedSpaces(row, gaps)
  const ends = new Float64Array(count + 1)
  const starts = new Float64Array(count + 1)
  const sums = new Float64Array(4 * (count + 2))
  let [width, near, far, free, unit] = [0, 0, 0, 0, 0]
  for (let k = 0; k <= count; k++) {
    const natural = gaps.natural[k] ?? 0
    const kind = gaps.kind[k] ?? 0
    ends[k] = width + (gaps.chance[k] === Chance.hyphen ? hyphenWidth(row, k - 1) : 0)
    starts[k] = width + natural - (atoms.kind[k] === AtomKind.open ? (row.blank[k] ?? 0) : 0)
    width += natural + (atoms.width[k] ?? 0)
    const shrink = gaps.shrink[k] ?? 0
    if (kind === GapClass.autospace || kind === GapClass.stop) far += shrink
    else near += shrink
    if (isChinese) free += gaps.stretch[k] ?? 0
    unit += unitOf(gaps, k, isChinese)
    const at = 4 * (k + 1)
    sums[at] = near
    sums[at + 1] = far
    sums[at + 2] = free
    sums[at + 3] = unit
  }
  const { flat, runs, glyphs } = row
  return { flat, isChinese, count, runs, atoms, gaps, glyphs, ends, starts, sums, tail: tailOf(row, gaps, isChinese) }
}

type GrowingGaps = Shaped['gaps']

function setGap(row: Row, gaps: GrowingGaps, k: number, isChinese: boolean): void {
  const { kind } = row.atoms
  const before = kind[k - 1] ?? 0
  const after = kind[k] ?? 0
  const run = row.runs[row.atoms.run[k - 1] ?? 0]
  const nextRun = row.runs[row.atoms.run[k] ?? 0]
  if (!run || !nextRun) throw new Error('each atom has its run')
  const em = run.style.fontSize
  const isSpaced = gaps.spaced[k] === 1
  const isLatinPair = before === AtomKind.latin && after === AtomKind.latin
  const mayGrow = !isLatinPair && !isSolid(before) && !isSolid(after)
  const set = (gapKind: number, natural: number, shrink: number, stretch: number, grows: boolean): void => {
    gaps.kind[k] = gapKind
    gaps.natural[k] = natural
    gaps.shrink[k] = shrink
    gaps.stretch[k] = stretch
    gaps.grow[k] = grows ? em : 0
  }
  const isSet = (atom: number): boolean => (row.blank[atom] ?? 0) > 0
  // Nothing is added at the edge of an inline-block: its width says where the next thing begins.
  if (isUnitEdge(row, k)) return set(GapClass.none, 0, 0, 0, false)
  if (isMark(before) && isMark(after) && (isSet(k - 1) || isSet(k))) {
    const blank = before !== AtomKind.open && after === AtomKind.open ? Math.max(row.blank[k] ?? 0, row.blank[k - 1] ?? 0) : 0
    return set(blank > 0 ? GapClass.bracket : GapClass.none, blank, blank, 0, false)
  }
  if (before !== AtomKind.open && isSet(k - 1)) return set(classAfter(before), row.blank[k - 1] ?? 0, row.blank[k - 1] ?? 0, 0, mayGrow)
  if (after === AtomKind.open && isSet(k)) return set(GapClass.bracket, row.blank[k] ?? 0, row.blank[k] ?? 0, 0, mayGrow)
  const meetsHan = (before === AtomKind.latin && after === AtomKind.han) || (before === AtomKind.han && after === AtomKind.latin)
  if (meetsHan) {
    const space = (before === AtomKind.han ? run : nextRun).style.autospace
    // It keeps an eighth of an em (C25) and grows to a quarter, or by a third where it is a quarter already (C26).
    if (space > 0) return set(GapClass.autospace, space, Math.max(0, space - em / 8), Math.max(em / 4 - space, space / 3), true)
    if (!isSpaced) return set(GapClass.none, 0, 0, 0, true)
  }
  if (isSpaced) {
    const space = row.space[k] ?? 0
    // Chinese lines: a word space keeps a quarter of an em and grows to a half; others shrink to 60 %.
    if (isChinese) return set(GapClass.word, space, Math.max(0, space - em / 4), Math.max(0, em / 2 - space), mayGrow)
    return set(GapClass.word, space, 0.4 * space, 0, false)
  }
  set(GapClass.none, 0, 0, 0, mayGrow)
}

function isUnitEdge(row: Row, k: number): boolean {
  const at = row.atoms.from[k] ?? 0
  return row.flat.units.some((unit) => unit.to === at || unit.from === at)
}

/** C27: nothing is inserted beside dashes, ellipses and solidi. */
function isSolid(kind: number): boolean {
  return kind === AtomKind.connector || kind === AtomKind.pair || kind === AtomKind.solidus || kind === AtomKind.interpunct
}

function classAfter(kind: number): number {
  if (kind === AtomKind.comma) return GapClass.comma
  return kind === AtomKind.stop ? GapClass.stop : GapClass.bracket
}

/** The margin after a run-in heading is no character and neither shrinks nor grows (C50); it goes at a line's edge. */
function addFixedSpaces(row: Row, gaps: GrowingGaps): void {
  for (const [offset, width] of row.flat.spaces) {
    const k = row.atoms.from.findIndex((from, atom) => atom < row.count && from >= offset)
    if (k > 0) gaps.natural[k] = (gaps.natural[k] ?? 0) + width
  }
}

function unitOf(gaps: GrowingGaps, k: number, isChinese: boolean): number {
  if (isChinese || (gaps.grow[k] ?? 0) > 0) return hanUnit * (gaps.grow[k] ?? 0)
  return gaps.kind[k] === GapClass.word ? (gaps.natural[k] ?? 0) : 0
}

function hyphenWidth(row: Row, atom: number): number {
  return row.runs[row.atoms.run[atom] ?? 0]?.hyphenWidth ?? 0
}

/** First gap after which less than two Han characters, or only one Latin word, would stand on a last line. */
function tailOf(row: Row, gaps: GrowingGaps, isChinese: boolean): number {
  let tail = row.count
  let seen = 0
  for (let k = row.count - 1; k > 0; k--) {
    if (isChinese) {
      const kind = row.atoms.kind[k] ?? 0
      if (!isMark(kind)) seen += kind === AtomKind.latin ? 0.5 * ((row.atoms.from[k + 1] ?? 0) - (row.atoms.from[k] ?? 0)) : 1
      if (seen >= 2) break
      tail = k
    } else {
      tail = k
      if (gaps.kind[k] === GapClass.word) break
    }
  }
  return tail
}
