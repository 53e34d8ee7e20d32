import { AtomKind } from './cjk.ts'
import type { Word } from './face.ts'
import type { Flat } from './flatten.ts'
import type { Piece } from './itemise.ts'
import { openRoom, type Room } from './room.ts'
import { Chance, isMark, pools, type Row, type Run } from './shaped.ts'

/** The row while it grows. Atoms begin at different offsets, so that there is room for all from the start. */
export interface GrowingRow {
  readonly flat: Flat
  readonly scratch: RowScratch
  readonly runs: Run[]
  readonly kind: Uint8Array
  readonly run: Uint32Array
  readonly from: Uint32Array
  readonly glyph: Uint32Array
  readonly width: Float64Array
  readonly shift: Float64Array
  readonly blank: Float64Array
  readonly letters: Float64Array
  readonly chance: Uint8Array
  readonly space: Float64Array
  readonly spaced: Uint8Array
  count: number
  glyphCount: number
  hasOffsets: boolean
  /** The run that atoms are added to, an index into `runs`. */
  current: number
  /** What was met since the last atom. */
  spaceWidth: number
  spaceKind: number
  isForced: boolean
  isZeroSpaced: boolean
  isSoftHyphened: boolean
}

interface GrowingGlyphs {
  readonly pairs: Uint32Array
  readonly advances: Float64Array
  readonly xOffsets: Float64Array
  readonly yOffsets: Float64Array
}

/** Arrays that rows grow in, one after the other: what a row leaves in them the next one writes over. */
export interface RowScratch {
  columns: Columns
  glyphs: GrowingGlyphs
}

type Columns = Pick<
  GrowingRow,
  'kind' | 'run' | 'from' | 'glyph' | 'width' | 'shift' | 'blank' | 'letters' | 'chance' | 'space' | 'spaced'
>

export function rowScratch(): RowScratch {
  return { columns: columnsFor(256), glyphs: glyphRoom(256, null) }
}

function columnsFor(room: number): Columns {
  return {
    kind: new Uint8Array(room),
    run: new Uint32Array(room),
    from: new Uint32Array(room),
    glyph: new Uint32Array(room),
    width: new Float64Array(room),
    shift: new Float64Array(room),
    blank: new Float64Array(room),
    letters: new Float64Array(room),
    chance: new Uint8Array(room),
    space: new Float64Array(room),
    spaced: new Uint8Array(room),
  }
}

export function startRow(flat: Flat, scratch: RowScratch): GrowingRow {
  const room = flat.text.length + 2
  if (scratch.columns.kind.length < room) scratch.columns = columnsFor(2 * room)
  return {
    flat,
    scratch,
    runs: [],
    ...scratch.columns,
    count: 0,
    glyphCount: 0,
    hasOffsets: false,
    current: 0,
    spaceWidth: 0,
    spaceKind: 0,
    isForced: false,
    isZeroSpaced: false,
    isSoftHyphened: false,
  }
}

/** Adds an empty atom; `addGlyphs` gives it its glyphs and their width. */
export function addAtom(row: GrowingRow, kind: number, from: number, chance: number): void {
  const atom = row.count++
  row.kind[atom] = kind
  row.run[atom] = row.current
  row.from[atom] = from
  row.glyph[atom] = row.glyphCount
  row.chance[atom] = chance
  row.width[atom] = row.shift[atom] = row.blank[atom] = row.letters[atom] = 0
  row.space[atom] = row.spaceWidth
  row.spaced[atom] = row.spaceKind
  row.spaceWidth = row.spaceKind = 0
  row.isForced = row.isZeroSpaced = row.isSoftHyphened = false
}

/** Where a word may be divided: an offset in the text and the chance there. */
export interface Cut {
  readonly at: number
  readonly chance: number
}

/** Adds the atoms of one shaped word that begins at an offset; a cut inside a ligature is passed over. */
export function addWord(
  row: GrowingRow,
  piece: Piece,
  word: Word,
  from: number,
  kind: number,
  chance: number,
  cuts: readonly Cut[],
): void {
  const { style } = piece.stretch
  const { pairs, advances, clusters, xOffsets, yOffsets } = word
  const scale = style.fontSize / piece.face.upem
  const count = pairs.length
  if (row.glyphCount + count > row.scratch.glyphs.pairs.length)
    row.scratch.glyphs = glyphRoom(2 * (row.glyphCount + count), row.scratch.glyphs)
  const { glyphs } = row.scratch
  if (xOffsets || yOffsets) row.hasOffsets = true
  addAtom(row, kind, from, chance)
  let nextCut = 0
  let width = 0
  for (let glyph = 0; glyph < count; glyph++) {
    if (nextCut < cuts.length && glyph > 0) {
      const cluster = from + (clusters[glyph] ?? 0)
      let cut = cuts[nextCut]
      while (cut && cut.at < cluster) cut = cuts[++nextCut]
      if (cut && cut.at === cluster) {
        closeAtom(row, width, style.fontSize)
        width = 0
        addAtom(row, kind, cluster, cut.chance)
        nextCut++
      }
    }
    const own = advances[glyph] ?? 0
    // A mark that takes no room of its own is not set apart from its letter.
    const advance = own === 0 ? 0 : own * scale + style.letterSpacing
    const index = row.glyphCount++
    glyphs.pairs[index] = pairs[glyph] ?? 0
    glyphs.advances[index] = advance
    glyphs.xOffsets[index] = (xOffsets?.[glyph] ?? 0) * scale
    glyphs.yOffsets[index] = (yOffsets?.[glyph] ?? 0) * scale
    width += advance
  }
  closeAtom(row, width, style.fontSize)
  if (isMark(kind) && style.textSpacingTrim === 'normal') halveMark(row, style.fontSize)
}

/** Gives the last atom the width of its glyphs, and counts the letters that tracking may widen: all but the last. */
function closeAtom(row: GrowingRow, width: number, size: number): void {
  const atom = row.count - 1
  row.width[atom] = width
  if (row.kind[atom] !== AtomKind.latin || row.runs[row.current]?.mayTrack !== true) return
  let letters = 0
  for (let glyph = row.glyph[atom] ?? 0; glyph < row.glyphCount; glyph++)
    if (row.scratch.glyphs.advances[glyph] !== 0) letters++
  row.letters[atom] = Math.max(0, letters - 1) * size
}

/** A full-width mark becomes half an em of ink and half an em of blank, which is the gap's. */
function halveMark(row: GrowingRow, size: number): void {
  const atom = row.count - 1
  const width = row.width[atom] ?? 0
  if (width < 0.9 * size) return
  const blank = size / 2
  row.width[atom] = width - blank
  row.blank[atom] = blank
  if (row.kind[atom] === AtomKind.open) row.shift[atom] = -blank
}

/** An inline-block is not divided. */
export function keepUnits(row: GrowingRow): void {
  for (const { from, to } of row.flat.units) {
    const first = atomAt(row.from, row.count, from)
    const end = atomAt(row.from, row.count, to)
    for (let atom = first + 1; atom < end; atom++)
      if (row.chance[atom] !== Chance.forced) row.chance[atom] = Chance.never
  }
}

/** The first of the atoms that begins at an offset or behind it. */
export function atomAt(from: Uint32Array, count: number, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The row as it stays, in one buffer that has room for its gaps and sums as well. */
export function finishRow(row: GrowingRow): Row {
  const { count, glyphCount, hasOffsets } = row
  const { pairs, advances, xOffsets, yOffsets } = row.scratch.glyphs
  row.from[count] = row.flat.text.length
  row.glyph[count] = glyphCount
  const room = openRoom(roomOf(count, glyphCount, hasOffsets))
  const float64 = (from: Float64Array, size: number): Float64Array => filled(room.float64(size), from, size)
  const uint32 = (from: Uint32Array, size: number): Uint32Array => filled(room.uint32(size), from, size)
  const widths = {
    width: float64(row.width, count),
    shift: float64(row.shift, count),
    letters: float64(row.letters, count),
  }
  const glyphs = {
    advances: float64(advances, glyphCount),
    xOffsets: hasOffsets ? float64(xOffsets, glyphCount) : null,
    yOffsets: hasOffsets ? float64(yOffsets, glyphCount) : null,
  }
  const gaps = gapsIn(room, count)
  const sums = sumsIn(room, count)
  return {
    flat: row.flat,
    count,
    runs: row.runs,
    glyphs: { ...glyphs, pairs: uint32(pairs, glyphCount) },
    atoms: {
      ...widths,
      run: uint32(row.run, count),
      from: uint32(row.from, count + 1),
      glyph: uint32(row.glyph, count + 1),
      kind: filled(room.uint8(count), row.kind, count),
    },
    gaps: { ...gaps, ...classesIn(room, count, row) },
    ...sums,
    space: row.space,
    blank: row.blank,
  }
}

/** How many elements of each width a row has, its gaps and sums included. */
function roomOf(count: number, glyphs: number, hasOffsets: boolean) {
  const sums = 2 * (count + 1) + pools * (count + 2)
  return {
    float64: 3 * count + (hasOffsets ? 3 : 1) * glyphs + 5 * (count + 1) + sums,
    uint32: glyphs + count + 2 * (count + 1),
    uint8: count + 3 * (count + 1),
  }
}

function gapsIn(room: Room, count: number) {
  const size = count + 1
  return {
    natural: room.float64(size),
    shrink: room.float64(size),
    stretch: room.float64(size),
    grow: room.float64(size),
    letters: room.float64(size),
  }
}

function sumsIn(room: Room, count: number) {
  return {
    ends: room.float64(count + 1),
    starts: room.float64(count + 1),
    sums: room.float64(pools * (count + 2)),
  }
}

function classesIn(room: Room, count: number, row: GrowingRow) {
  const size = count + 1
  return {
    kind: room.uint8(size),
    chance: filled(room.uint8(size), row.chance, count),
    spaced: filled(room.uint8(size), row.spaced, count),
  }
}

function filled<Column extends Float64Array | Uint32Array | Uint8Array>(
  to: Column,
  from: Column,
  size: number,
): Column {
  // A loop is quicker than `set` with a view for the few dozen elements of most paragraphs.
  for (let index = 0; index < size; index++) to[index] = from[index] ?? 0
  return to
}

function glyphRoom(room: number, before: GrowingGlyphs | null): GrowingGlyphs {
  const glyphs = {
    pairs: new Uint32Array(room),
    advances: new Float64Array(room),
    xOffsets: new Float64Array(room),
    yOffsets: new Float64Array(room),
  }
  if (before) {
    glyphs.pairs.set(before.pairs)
    glyphs.advances.set(before.advances)
    glyphs.xOffsets.set(before.xOffsets)
    glyphs.yOffsets.set(before.yOffsets)
  }
  return glyphs
}

/** A leader stays on the line of what it joins. */
export function keepLeaders(row: GrowingRow): void {
  if (row.flat.leaders.size === 0) return
  for (let atom = 0; atom < row.count; atom++) {
    if (!row.flat.leaders.has(row.from[atom] ?? 0)) continue
    for (const next of [atom, atom + 1]) {
      if (next > 0 && next < row.count && row.chance[next] !== Chance.forced) row.chance[next] = Chance.never
    }
  }
}
