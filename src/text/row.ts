import { type Flat, noText } from './flat.ts'
import { Chance, pools, type Run, type Shaped } from './shaped.ts'

/**
 * The row of a paragraph while it grows. A workshop has one, and each paragraph is shaped in it: what one leaves there
 * the next one writes over, so that a paragraph allocates no arrays.
 */
export interface Row extends Mutable<Shaped> {
  readonly runs: Run[]
  readonly owners: number[]
  /** Blank half of a mark, in points; 0 for all else. */
  blank: Float64Array
  /** Width of the space before an atom in its own face and size; 0: there is none. */
  space: Float64Array
  /** `lineBreaks` of the text. */
  breaks: Uint8Array
  /** How many units of text there is room for. */
  capacity: number
  glyphCount: number
  /** The run that atoms are added to, an index into `runs`, and what of its style is asked for at each of them. */
  current: number
  size: number
  letterSpacing: number
  isTrimmed: boolean
  mayTrack: boolean
  /** What was met since the last atom. */
  spaceWidth: number
  spaceKind: number
  isForced: boolean
  isZeroSpaced: boolean
  isSoftHyphened: boolean
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** An empty row with room for a usual paragraph. */
export function openRow(): Row {
  return {
    flat: noText,
    isChinese: false,
    count: 0,
    runs: [],
    owners: [],
    ...columnsFor(usual),
    capacity: usual,
    glyphs: glyphsFor(usual),
    hasOffsets: false,
    tail: 0,
    stub: 0,
    isFaulty: false,
    glyphCount: 0,
    current: 0,
    size: 0,
    letterSpacing: 0,
    isTrimmed: false,
    mayTrack: false,
    spaceWidth: 0,
    spaceKind: 0,
    isForced: false,
    isZeroSpaced: false,
    isSoftHyphened: false,
  }
}

/** Characters of a long paragraph of a report. */
const usual = 1024

/** Begins a paragraph. Atoms begin at different offsets, so that there is room for all from the start. */
export function startRow(row: Row, flat: Flat, isChinese: boolean): void {
  const needed = flat.text.length + 2
  // What one giant took is given back with the next usual paragraph.
  const isWasted = row.capacity > 256 * usual && needed <= usual
  if (needed > row.capacity || isWasted) {
    row.capacity = isWasted ? usual : 2 * needed
    Object.assign(row, columnsFor(row.capacity))
    if (isWasted) row.glyphs = glyphsFor(usual)
  }
  row.flat = flat
  row.isChinese = isChinese
  row.count = row.glyphCount = row.current = 0
  row.runs.length = row.owners.length = 0
  row.hasOffsets = row.isFaulty = false
  row.spaceWidth = row.spaceKind = 0
  row.isForced = row.isZeroSpaced = row.isSoftHyphened = false
}

function columnsFor(room: number) {
  const float64 = () => new Float64Array(room)
  const uint32 = () => new Uint32Array(room)
  const uint8 = () => new Uint8Array(room)
  return {
    atoms: {
      kind: uint8(),
      run: uint32(),
      from: uint32(),
      glyph: uint32(),
      width: float64(),
      shift: float64(),
      letters: float64(),
    },
    gaps: {
      kind: uint8(),
      chance: uint8(),
      spaced: uint8(),
      natural: float64(),
      shrink: float64(),
      stretch: float64(),
      grow: float64(),
      letters: float64(),
    },
    ends: float64(),
    starts: float64(),
    sums: new Float64Array(pools * room),
    paths: { best: float64(), previous: new Int32Array(room), queue: new Int32Array(room + 1) },
    blank: float64(),
    space: float64(),
    breaks: uint8(),
  }
}

function glyphsFor(room: number): Shaped['glyphs'] {
  return {
    pairs: new Uint32Array(room),
    advances: new Float64Array(room),
    xOffsets: new Float64Array(room),
    yOffsets: new Float64Array(room),
  }
}

/** Makes room for so many glyphs, and for as many again. */
export function growGlyphs(row: Row, needed: number): void {
  const larger = glyphsFor(2 * needed)
  larger.pairs.set(row.glyphs.pairs)
  larger.advances.set(row.glyphs.advances)
  larger.xOffsets.set(row.glyphs.xOffsets)
  larger.yOffsets.set(row.glyphs.yOffsets)
  row.glyphs = larger
}

/** Makes a run the one that atoms are added to. */
export function useRun(row: Row, index: number): void {
  const run = row.runs[index]
  if (!run) throw new Error(`no run ${index}`)
  row.current = index
  row.size = run.style.fontSize
  row.letterSpacing = run.style.letterSpacing
  row.isTrimmed = run.style.textSpacingTrim === 'normal'
  row.mayTrack = run.mayTrack
}

/** Adds an empty atom of the current run. */
export function addAtom(row: Row, kind: number, from: number, chance: number): void {
  const { atoms, gaps } = row
  const atom = row.count++
  atoms.kind[atom] = kind
  atoms.run[atom] = row.current
  atoms.from[atom] = from
  atoms.glyph[atom] = row.glyphCount
  atoms.width[atom] = 0
  atoms.shift[atom] = 0
  atoms.letters[atom] = 0
  gaps.chance[atom] = chance
  gaps.spaced[atom] = row.spaceKind
  row.blank[atom] = 0
  row.space[atom] = row.spaceWidth
  row.spaceWidth = row.spaceKind = 0
  row.isForced = row.isZeroSpaced = row.isSoftHyphened = false
}

/** Ends the row where the text ends. */
export function endRow(row: Row): void {
  const { count, atoms, gaps } = row
  atoms.from[count] = row.flat.text.length
  atoms.glyph[count] = row.glyphCount
  gaps.chance[0] = gaps.chance[count] = Chance.free
  gaps.spaced[0] = gaps.spaced[count] = 0
}

/** What stands together: an inline-block is not divided, the call of a note and a leader stay on the line of what they follow. */
export function keepTogether(row: Row): void {
  const { units, calls, leaders } = row.flat
  for (const { from, to } of units) forbid(row, firstAtom(row, from) + 1, firstAtom(row, to))
  for (const { from, to } of calls) forbid(row, firstAtom(row, from), firstAtom(row, to))
  for (const at of leaders.keys()) {
    const atom = firstAtom(row, at)
    forbid(row, atom, atom + 2)
  }
}

/** Allows no line's end before some atoms, but where it is forced. */
function forbid({ gaps, count }: Row, first: number, end: number): void {
  for (let atom = Math.max(1, first); atom < Math.min(end, count); atom++)
    if (gaps.chance[atom] !== Chance.forced) gaps.chance[atom] = Chance.never
}

/** The first of the atoms that begins at an offset or behind it. */
export function firstAtom({ atoms, count }: Shaped, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((atoms.from[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
