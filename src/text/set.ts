import type { Pt } from '../base/length.ts'
import type { Pair } from './face.ts'
import { type BrokenLine, Chance, isMark, type Run } from './shaped.ts'
import { addGlyph, type Tray } from './tray.ts'

/** What stands on a line, from left to right, in points from the left edge of the measure. */
export type Part = GlyphPart | NumberPart | LeaderPart

interface PlacedPart {
  readonly x: Pt
  readonly width: Pt
  readonly run: Run
  /** Whose text it is: an index into `Flat.elements`. */
  readonly owner: number
}

/** A run of glyphs of the tray, whose advances lead from each origin to the next one's. */
export interface GlyphPart extends PlacedPart {
  readonly kind: 'glyphs'
  readonly from: number
  readonly to: number
  /** Text that replaces what the glyphs say: U+00AD for the hyphen of a broken word; else null. */
  readonly actual: string | null
}

export interface NumberPart extends PlacedPart {
  readonly kind: 'page-number'
  readonly anchor: string
  /** Where its digits stand in the width that was kept for them. */
  readonly align: 'start' | 'center' | 'end'
}

export interface LeaderPart extends PlacedPart {
  readonly kind: 'leader'
  /** The pattern that fills it. */
  readonly text: string
}

/**
 * Puts the glyphs of a line into a tray, so that every reader gets the text back: a real space for each space, and in any
 * other visible gap a space glyph that stands for U+200B, since readers take a gap of more than a tenth of an em for a space.
 */
export function setGlyphs(line: BrokenLine, tray: Tray): readonly Part[] {
  const { of: shaped, from, to } = line
  const { atoms, gaps, flat, owners, runs } = shaped
  const hasMarks = flat.pageNumbers.size + flat.leaders.size > 0
  const setter = startSetter(line, tray)
  let at = line.x + Math.max(0, -(atoms.shift[from] ?? 0))
  for (let atom = from; atom < to; atom++) {
    const runIndex = atoms.run[atom] ?? 0
    if (runIndex !== setter.runIndex) {
      closeRun(setter, at)
      openRun(setter, runIndex)
    }
    if (hasMarks) at += addMark(setter, atom, at)
    const end = addAtom(setter, atom, at)
    at += (atoms.width[atom] ?? 0) + line.tracking * (atoms.letters[atom] ?? 0)
    if (atom + 1 === to) break
    const next = at + (line.sizes[atom + 1] ?? 0)
    const nextEnd = next + (atoms.shift[atom + 1] ?? 0)
    // The blank half of a mark belongs to its glyph; where it was squeezed a space goes back to the ink.
    const start = isMark(atoms.kind[atom] ?? 0) ? Math.min(Math.max(at, end), Math.max(at, nextEnd)) : at
    const spaced = gaps.spaced[atom + 1] ?? 0
    const nextRun = atoms.run[atom + 1] ?? 0
    // Another element's text is a text object of its own: pdf.js reads a gap before it as a space.
    if (nextRun !== runIndex && spaced === 0 && elementOf(setter, nextRun) !== elementOf(setter, runIndex)) {
      closeRun(setter, start)
      openRun(setter, nextRun)
    }
    fillGap(setter, start, nextEnd, spaced)
    at = next
  }
  endLine(setter, at)
  closeRun(setter, at)
  const run = runs[setter.runIndex]
  if (line.isHyphenated && run) addHyphen(setter, run, owners[setter.runIndex] ?? 0, at)
  // An array that grows has room for more: these stay by the thousand.
  return setter.parts.slice()
}

/** A line while it is put into the tray. */
interface Setter {
  readonly line: BrokenLine
  readonly tray: Tray
  readonly parts: Part[]
  /** The open run, an index into `Shaped.runs`, and the first of its glyphs. */
  runIndex: number
  first: number
}

function startSetter(line: BrokenLine, tray: Tray): Setter {
  const runIndex = line.of.atoms.run[line.from] ?? 0
  return { line, tray, parts: [], runIndex, first: tray.count }
}

function elementOf({ line: { of: shaped } }: Setter, runIndex: number) {
  return shaped.flat.elements[shaped.owners[runIndex] ?? 0]
}

/** The glyphs of an atom; returns where the last of them ends, without what tracking adds behind it. */
function addAtom({ line, tray }: Setter, atom: number, at: Pt): Pt {
  const { atoms, glyphs, runs, hasOffsets } = line.of
  const run = runs[atoms.run[atom] ?? 0]
  // What tracking adds behind each letter; behind the atom's last one it is the gap's.
  const isTracked = run?.mayTrack === true && atoms.letters[atom] !== 0
  const tracked = isTracked ? line.tracking * run.style.fontSize : 0
  const end = atoms.glyph[atom + 1] ?? 0
  let origin = at + (atoms.shift[atom] ?? 0)
  for (let glyph = atoms.glyph[atom] ?? 0; glyph < end; glyph++) {
    const advance = glyphs.advances[glyph] ?? 0
    const index = addGlyph(tray, glyphs.pairs[glyph] ?? 0, origin)
    if (hasOffsets) {
      tray.xOffsets[index] = glyphs.xOffsets[glyph] ?? 0
      tray.yOffsets[index] = glyphs.yOffsets[glyph] ?? 0
    }
    origin += advance === 0 ? 0 : advance + tracked
  }
  return origin - tracked
}

/** The page number or the leader that an atom stands for; returns the width of a leader. */
function addMark(setter: Setter, atom: number, x: Pt): Pt {
  const { line, parts } = setter
  const { flat, atoms, runs, owners } = line.of
  const runIndex = atoms.run[atom] ?? 0
  const run = runs[runIndex]
  const owner = owners[runIndex] ?? 0
  const offset = atoms.from[atom] ?? 0
  if (!run) return 0
  const anchor = flat.pageNumbers.get(offset)
  if (anchor !== undefined) {
    const width = atoms.width[atom] ?? 0
    parts.push({ kind: 'page-number', x, width, run, owner, anchor, align: numberAlign(line, run) })
  }
  const text = flat.leaders.get(offset)
  if (text === undefined) return 0
  closeRun(setter, x)
  openRun(setter, runIndex)
  parts.push({ kind: 'leader', x, width: line.leader, run, owner, text })
  return line.leader
}

/** Behind a leader digits end at the edge; elsewhere they stand as the text does. */
function numberAlign({ of: { flat } }: BrokenLine, { style }: Run): NumberPart['align'] {
  if (flat.leaders.size > 0) return 'end'
  return style.textAlign === 'justify' ? 'start' : style.textAlign
}

function openRun(setter: Setter, runIndex: number): void {
  setter.runIndex = runIndex
  setter.first = setter.tray.count
}

/** Ends the open run at `end`: each of its glyphs leads to the next one. */
function closeRun({ line, tray, parts, runIndex, first }: Setter, end: Pt): void {
  const { origins, advances, count } = tray
  const run = line.of.runs[runIndex]
  if (!run || count === first) return
  const x = origins[first] ?? 0
  for (let glyph = first; glyph + 1 < count; glyph++)
    advances[glyph] = (origins[glyph + 1] ?? 0) - (origins[glyph] ?? 0)
  const last = origins[count - 1] ?? 0
  advances[count - 1] = Math.max(end, last) - last
  const owner = line.of.owners[runIndex] ?? 0
  parts.push({ kind: 'glyphs', x, width: end - x, run, owner, from: first, to: count, actual: null })
}

/** Widest gap that no reader takes for a space, in em. */
const unseen = 0.09

function fillGap(setter: Setter, from: Pt, to: Pt, spaced: number): void {
  const run = setter.line.of.runs[setter.runIndex]
  if (!run) return
  const em = run.style.fontSize
  const { spaceWidth } = run
  let at = from
  if (spaced !== 0) {
    addFiller(setter, spaced === 2 ? run.noBreakSpace : run.space, at)
    at += spaceWidth
  }
  const rest = to - at
  if (rest <= unseen * em) return
  const count = Math.ceil((rest - unseen * em) / (spaceWidth + unseen * em))
  // Spread over the gap, each followed by what no reader sees.
  for (let index = 0; index < count; index++) addFiller(setter, run.gap, at + (rest * index) / count)
}

function addFiller({ line, tray }: Setter, pair: Pair, origin: Pt): void {
  const index = addGlyph(tray, pair, origin)
  if (line.of.hasOffsets) tray.xOffsets[index] = tray.yOffsets[index] = 0
}

/** What stands at a line's end for the space or the zero width that the break took. */
function endLine(setter: Setter, at: Pt): void {
  const { line } = setter
  const { gaps, count, runs } = line.of
  const run = runs[setter.runIndex]
  if (!run || line.to >= count || line.isHyphenated) return
  if (gaps.spaced[line.to] !== 0 && gaps.chance[line.to] !== Chance.forced) addFiller(setter, run.space, at)
  else if (gaps.chance[line.to] === Chance.afterHyphen) addFiller(setter, run.gap, at)
}

function addHyphen(setter: Setter, run: Run, owner: number, x: Pt): void {
  const { tray, parts } = setter
  const from = tray.count
  addFiller(setter, run.hyphen, x)
  tray.advances[from] = run.hyphenWidth
  parts.push({ kind: 'glyphs', x, width: run.hyphenWidth, run, owner, from, to: from + 1, actual: '\u00ad' })
}
