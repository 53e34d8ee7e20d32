import { isChinese, type Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Inline } from '../style/box.ts'
import { AtomKind, isForbiddenAtEnd, isForbiddenAtStart, kindAt } from './cjk.ts'
import type { Word } from './face.ts'
import { type Flat, flatten, forcedBreak, pageNumberMark } from './flatten.ts'
import { glue } from './glue.ts'
import { itemise, type Piece } from './itemise.ts'
import { lineBreaks } from './line-breaks.ts'
import { Chance, isMark, type Row, type Run, type Shaped } from './shaped.ts'
import type { Workshop } from './workshop.ts'

/** Inlines of one paragraph to a row of atoms. `lang` is the paragraph's: its rules set the lines. */
export function shape(inlines: readonly Inline[], lang: Lang, workshop: Workshop, report: Report): Shaped {
  const flat = flatten(inlines, lang)
  const row = startRow(flat)
  const breaks = lineBreaks(flat.text)
  for (const piece of itemise(flat, workshop, report)) addPiece(row, piece, breaks, workshop)
  if (row.isForced) addAtom(row, AtomKind.latin, flat.text.length, 0, 0)
  keepUnits(row)
  return glue(finishRow(row), isChinese(lang))
}

/** The row while it grows: plain arrays, copied to typed ones when it is whole. */
interface GrowingRow {
  readonly flat: Flat
  readonly runs: Run[]
  readonly kind: number[]
  readonly run: number[]
  readonly from: number[]
  readonly glyph: number[]
  readonly width: number[]
  readonly shift: number[]
  readonly blank: number[]
  readonly chance: number[]
  readonly space: number[]
  readonly pairs: number[]
  readonly advances: number[]
  readonly xOffsets: number[]
  readonly yOffsets: number[]
  hasOffsets: boolean
  /** What was met since the last atom. */
  spaceWidth: number
  isForced: boolean
  isZeroSpaced: boolean
}

function startRow(flat: Flat): GrowingRow {
  const lists = { kind: [], run: [], from: [], glyph: [], width: [], shift: [], blank: [], chance: [], space: [] }
  const glyphs = { pairs: [], advances: [], xOffsets: [], yOffsets: [], hasOffsets: false }
  return { flat, runs: [], ...lists, ...glyphs, spaceWidth: 0, isForced: false, isZeroSpaced: false }
}

function addPiece(row: GrowingRow, piece: Piece, breaks: Uint8Array, workshop: Workshop): void {
  const { text } = row.flat
  const { style, lang } = piece.stretch
  const isPre = style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap'
  const wordOf = workshop.shaper(piece.face, piece.settings)
  addRun(row, piece, wordOf)
  const chanceAt = (at: number, kind: number): number => chanceBefore(row, at, kind, piece, breaks)
  const kindOf = (at: number): number => kindAt(text, at, lang)
  for (let at = piece.from; at < piece.to; ) {
    const unit = text[at]
    const kind = kindOf(at)
    if (unit === forcedBreak) {
      if (row.isForced || row.kind.length === 0) addAtom(row, AtomKind.latin, at, 0, 0)
      row.isForced = true
      at++
    } else if (kind === AtomKind.space && !isPre) {
      row.spaceWidth = (wordOf(' ').width * style.fontSize) / piece.face.upem + style.letterSpacing
      at++
    } else if (unit === '\u200b' || unit === '\u2060' || unit === '\u00ad') {
      if (unit === '\u200b') row.isZeroSpaced = true
      at++
    } else if (unit === pageNumberMark) {
      // Three digits: enough for 999 pages, and the number is set at the end of the stretch that the layout aligns.
      addAtom(row, AtomKind.latin, at, (wordOf('000').width * style.fontSize) / piece.face.upem, chanceAt(at, kind))
      at++
    } else if (kind !== AtomKind.latin && kind !== AtomKind.space) {
      const isPair = kind === AtomKind.pair && text[at + 1] === unit && at + 1 < piece.to
      const length = isPair ? 2 : (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      addWord(row, piece, wordOf(text.slice(at, at + length)), at, at + length, kind, chanceAt(at, kind), [])
      at += length
    } else {
      let to = at + 1
      while (to < piece.to && isInWord(text, to, isPre, kindOf)) to++
      const cuts = cutsInWord(row, piece, at, to, breaks, workshop)
      addWord(row, piece, wordOf(text.slice(at, to)), at, to, AtomKind.latin, chanceAt(at, AtomKind.latin), cuts)
      at = to
    }
  }
}

function isInWord(text: string, at: number, isPre: boolean, kindOf: (at: number) => number): boolean {
  const unit = text[at]
  if (unit === forcedBreak || unit === pageNumberMark || unit === '\u200b' || unit === '\u2060' || unit === '\u00ad') return false
  const low = text.charCodeAt(at)
  if (low >= 0xdc00 && low < 0xe000) return true
  const kind = kindOf(at)
  return kind === AtomKind.latin || (isPre && kind === AtomKind.space)
}

interface Cut {
  readonly at: number
  readonly chance: number
}

/** Where a word may be divided: at chances of UAX 14 inside it, and by hyphenation between those. */
function cutsInWord(row: GrowingRow, piece: Piece, from: number, to: number, breaks: Uint8Array, workshop: Workshop): readonly Cut[] {
  const { style, lang } = piece.stretch
  if (style.whiteSpace === 'nowrap' || style.whiteSpace === 'pre') return []
  const { text } = row.flat
  const cuts: Cut[] = []
  let segment = from
  const hyphenate = (end: number): void => {
    if (style.hyphens !== 'auto' || end - segment < 7) return
    for (const offset of workshop.hyphenate(text.slice(segment, end), lang)) cuts.push({ at: segment + offset, chance: Chance.hyphen })
  }
  for (let at = from + 1; at < to; at++) {
    if (breaks[at] === 0) continue
    hyphenate(at)
    segment = at
    cuts.push({ at, chance: isHyphen(text.charCodeAt(at - 1)) ? Chance.afterHyphen : Chance.free })
  }
  hyphenate(to)
  return cuts
}

function chanceBefore(row: GrowingRow, at: number, kind: number, piece: Piece, breaks: Uint8Array): number {
  if (row.isForced) return Chance.forced
  const { style, lang } = piece.stretch
  const last = row.kind.length - 1
  if (last < 0) return Chance.free
  if (style.whiteSpace === 'nowrap' || style.whiteSpace === 'pre' || breaks[at] === 0) return Chance.never
  const before = row.kind[last] ?? 0
  if (isChinese(lang) && (isForbiddenAtStart(kind, style.lineBreak) || isForbiddenAtEnd(before, style.lineBreak))) return Chance.never
  const isKept = style.wordBreak === 'keep-all' && !row.isZeroSpaced && row.spaceWidth === 0
  if (isKept && before === AtomKind.han && kind === AtomKind.han) return Chance.unwanted
  if (isKept && (before === AtomKind.han) !== (kind === AtomKind.han) && (before === AtomKind.latin || kind === AtomKind.latin)) return Chance.unwanted
  return isHyphen(row.flat.text.charCodeAt(at - 1)) ? Chance.afterHyphen : Chance.free
}

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010
}

function addRun(row: GrowingRow, piece: Piece, wordOf: (text: string) => Word): void {
  const { face } = piece
  const { style, element } = piece.stretch
  const before = row.runs.at(-1)
  if (before && before.face === face && before.style === style && before.element === element) return
  const spaceGlyph = face.glyphOf(wordOf(' ').pairs[0] ?? 0)
  const hyphen = wordOf(face.covers(0x2010) ? '\u2010' : '-')
  row.runs.push({
    face,
    style,
    element,
    space: face.pair(spaceGlyph, ' '),
    gap: face.pair(spaceGlyph, '\u200b'),
    hyphen: face.pair(face.glyphOf(hyphen.pairs[0] ?? 0), '-'),
    hyphenWidth: (hyphen.width * style.fontSize) / face.upem,
  })
}

function addAtom(row: GrowingRow, kind: number, from: number, width: number, chance: number): void {
  row.kind.push(kind)
  row.run.push(Math.max(0, row.runs.length - 1))
  row.from.push(from)
  row.glyph.push(row.pairs.length)
  row.width.push(width)
  row.shift.push(0)
  row.blank.push(0)
  row.chance.push(row.isForced ? Chance.forced : chance)
  row.space.push(row.spaceWidth)
  row.spaceWidth = 0
  row.isForced = row.isZeroSpaced = false
}

/** Adds the atoms of one shaped word; a cut inside a ligature is passed over. */
function addWord(row: GrowingRow, piece: Piece, word: Word, from: number, to: number, kind: number, chance: number, cuts: readonly Cut[]): void {
  const { style } = piece.stretch
  const scale = style.fontSize / piece.face.upem
  let nextCut = 0
  addAtom(row, kind, from, 0, chance)
  for (let glyph = 0; glyph < word.pairs.length; glyph++) {
    const cluster = from + (word.clusters[glyph] ?? 0)
    while (nextCut < cuts.length && (cuts[nextCut]?.at ?? 0) < cluster) nextCut++
    const cut = cuts[nextCut]
    if (cut && cut.at === cluster && glyph > 0) {
      addAtom(row, kind, cluster, 0, cut.chance)
      nextCut++
    }
    const advance = (word.advances[glyph] ?? 0) * scale + style.letterSpacing
    row.pairs.push(word.pairs[glyph] ?? 0)
    row.advances.push(advance)
    row.xOffsets.push((word.xOffsets?.[glyph] ?? 0) * scale)
    row.yOffsets.push((word.yOffsets?.[glyph] ?? 0) * scale)
    if (word.xOffsets || word.yOffsets) row.hasOffsets = true
    row.width[row.width.length - 1] = (row.width.at(-1) ?? 0) + advance
  }
  if (to - from <= 2) halveMark(row, kind, style.fontSize, style.textSpacingTrim === 'normal')
}

/** A full-width mark becomes half an em of ink and half an em of blank, which is the gap's. */
function halveMark(row: GrowingRow, kind: number, size: number, mayTrim: boolean): void {
  const last = row.kind.length - 1
  const width = row.width[last] ?? 0
  if (!mayTrim || !isMark(kind) || width < 0.9 * size) return
  const blank = size / 2
  row.width[last] = width - blank
  row.blank[last] = blank
  if (kind === AtomKind.open) row.shift[last] = -blank
}

/** An inline-block is not divided, and its last atom takes up what is missing to its width. */
function keepUnits(row: GrowingRow): void {
  for (const { from, to, width } of row.flat.units) {
    let total = 0
    let last = -1
    for (let atom = 0; atom < row.kind.length; atom++) {
      const at = row.from[atom] ?? 0
      if (at < from || at >= to) continue
      if (last >= 0) row.chance[atom] = Chance.never
      if (last >= 0) total += row.space[atom] ?? 0
      total += row.width[atom] ?? 0
      last = atom
    }
    if (last >= 0 && total < width) row.width[last] = (row.width[last] ?? 0) + width - total
  }
}

function finishRow(row: GrowingRow): Row {
  const length = row.flat.text.length
  return {
    flat: row.flat,
    count: row.kind.length,
    runs: row.runs,
    atoms: {
      kind: Uint8Array.from(row.kind),
      run: Uint16Array.from(row.run),
      from: Uint32Array.from([...row.from, length]),
      glyph: Uint32Array.from([...row.glyph, row.pairs.length]),
      width: Float64Array.from(row.width),
      shift: Float64Array.from(row.shift),
    },
    glyphs: {
      pairs: Uint32Array.from(row.pairs),
      advances: Float64Array.from(row.advances),
      xOffsets: row.hasOffsets ? Float64Array.from(row.xOffsets) : null,
      yOffsets: row.hasOffsets ? Float64Array.from(row.yOffsets) : null,
    },
    chance: Uint8Array.from(row.chance),
    space: Float64Array.from(row.space),
    blank: Float64Array.from(row.blank),
  }
}
