import { isChinese, type Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Inline } from '../style/box.ts'
import { chanceBefore, cutsInWord } from './chances.ts'
import { AtomKind, kindAt } from './cjk.ts'
import { isMarkOnLetter } from './fallback.ts'
import { forcedBreak, pageNumberMark } from './flat.ts'
import { flatten } from './flatten.ts'
import { kindIn, special, traitsOf } from './fount.ts'
import { glue } from './glue.ts'
import { itemise, type Piece } from './itemise.ts'
import { lineBreaks } from './line-breaks.ts'
import { addAtom, endRow, keepTogether, type Row, startRow, useRun } from './row.ts'
import { addSingle, addWord } from './row-words.ts'
import { Chance, type Shaped } from './shaped.ts'
import { isSingle, singleAdvance, singlePair, spaceOf, wordAt, wordOf } from './words.ts'
import type { Workshop } from './workshop.ts'

/**
 * Inlines of one paragraph to a row of atoms. `lang` is the paragraph's: its rules set the lines. The row is `into`,
 * the workshop's own if not given, and holds until another paragraph is shaped there.
 */
export function shape(
  inlines: readonly Inline[],
  lang: Lang,
  workshop: Workshop,
  report: Report,
  into: Row = workshop.row,
): Shaped {
  const flat = flatten(inlines, lang)
  startRow(into, flat, isChinese(lang))
  lineBreaks(flat.text, into.breaks)
  const { pieces, isFaulty } = itemise(flat, workshop, report)
  into.isFaulty = isFaulty
  for (const piece of pieces) addPiece(into, piece, workshop)
  endRow(into)
  keepTogether(into)
  glue(into)
  return into
}

function addPiece(row: Row, piece: Piece, workshop: Workshop): void {
  const { text } = row.flat
  const { fount, words, to: end } = piece
  const { style } = piece.stretch
  const scale = style.fontSize / words.face.upem
  openRun(row, piece, workshop)
  for (let at = piece.from; at < end; ) {
    const unit = text.charCodeAt(at)
    const traits = traitsOf(fount, unit)
    if (unit === space && !fount.isPreformatted) {
      metSpace(row, spaceOf(words) * scale + style.letterSpacing, 1)
      at++
    } else if (traits >= special) at = addSpecial(row, piece, at, scale, workshop)
    else if (kindIn(traits) === AtomKind.latin) at = addLatin(row, piece, at, scale, workshop)
    else at = addCharacter(row, piece, at, kindIn(traits), scale)
  }
}

/** What must be looked at in its place; returns where it ends. */
function addSpecial(row: Row, piece: Piece, at: number, scale: number, workshop: Workshop): number {
  const { text, leaders } = row.flat
  const { fount, words, stretch } = piece
  const unit = text.charCodeAt(at)
  if (unit === lineEnd) {
    // A line that ends where it begins is there all the same; the last line end of a paragraph begins no other.
    if (row.isForced || row.count === 0)
      addAtom(row, AtomKind.latin, at, row.isForced ? Chance.forced : Chance.free)
    row.isForced = true
    row.spaceWidth = row.spaceKind = 0
    return at + 1
  }
  if (isDropped(unit)) {
    if (unit === zeroWidthSpace) row.isZeroSpaced = true
    if (unit === softHyphen) row.isSoftHyphened = true
    return at + 1
  }
  const kind = kindAt(text, at, fount.lang)
  if (!fount.isPreformatted && (kind === AtomKind.space || isGapSpace(text, at))) {
    const width = spaceOf(words) * scale + stretch.style.letterSpacing
    metSpace(row, width, unit === noBreakSpace ? 2 : 1)
    return at + 1
  }
  if (unit === pageNumber) {
    // Three digits: enough for 999 pages, and the number is set at the end of the stretch that the layout aligns.
    addAtom(row, AtomKind.latin, at, chanceBefore(row, at, AtomKind.latin, piece))
    if (!leaders.has(at)) row.atoms.width[row.count - 1] = wordOf(words, '000').word.width * scale
    return at + 1
  }
  if (kind !== AtomKind.latin && kind !== AtomKind.space) return addCharacter(row, piece, at, kind, scale)
  return addLatin(row, piece, at, scale, workshop)
}

function metSpace(row: Row, width: number, kind: number): void {
  row.spaceWidth = width
  row.spaceKind = kind
  row.isSoftHyphened = false
}

/** A Chinese character or a mark, with what stands on it. */
function addCharacter(row: Row, piece: Piece, at: number, kind: number, scale: number): number {
  const { text } = row.flat
  const { words } = piece
  const to = endOfCharacter(text, at, kind, piece.to)
  const chance = chanceBefore(row, at, kind, piece)
  const unit = text.charCodeAt(at)
  if (to - at === 1 && isSingle(words, unit))
    addSingle(row, singlePair(words, unit), singleAdvance(words, unit), at, kind, chance, scale)
  else addWord(row, wordAt(words, text, at, to), at, kind, chance, none, scale)
  return to
}

const none: readonly never[] = []

/** A word of any script that has words. */
function addLatin(row: Row, piece: Piece, at: number, scale: number, workshop: Workshop): number {
  const { text } = row.flat
  const to = endOfWord(text, at, piece)
  const known = wordAt(piece.words, text, at, to)
  const chance = chanceBefore(row, at, AtomKind.latin, piece)
  const cuts = cutsInWord(row, piece, at, to, known, workshop)
  addWord(row, known, at, AtomKind.latin, chance, cuts, scale)
  return to
}

const space = 0x20
const lineEnd = forcedBreak.charCodeAt(0)
const pageNumber = pageNumberMark.charCodeAt(0)
const zeroWidthSpace = 0x200b
const wordJoiner = 0x2060
const softHyphen = 0xad
const noBreakSpace = 0xa0

/** What says where lines may end and is not painted. */
function isDropped(unit: number): boolean {
  return unit === zeroWidthSpace || unit === wordJoiner || unit === softHyphen
}

/** A no-break space between words is a word space that no line ends at; at an edge or beside another space it is a character. */
function isGapSpace(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== noBreakSpace) return false
  return isNoSpace(text.charCodeAt(at - 1)) && isNoSpace(text.charCodeAt(at + 1))
}

function isNoSpace(unit: number): boolean {
  return unit > 0x20 && unit !== noBreakSpace && unit !== lineEnd && !isDropped(unit)
}

/** A pair is one atom, and a character's marks and variation selectors stay with it. */
function endOfCharacter(text: string, at: number, kind: number, limit: number): number {
  const unit = text.charCodeAt(at)
  if (kind === AtomKind.pair && at + 1 < limit && text.charCodeAt(at + 1) === unit) return at + 2
  let to = at + (unit >= 0xd800 && unit < 0xdc00 ? 2 : 1)
  while (to < limit && isMarkOnLetter(text.codePointAt(to) ?? 0))
    to += (text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1
  return to
}

function endOfWord(text: string, from: number, piece: Piece): number {
  const limit = piece.to
  // Longer strings than any word are shaped in parts, so that what they need does not grow with them.
  const end = Math.min(limit, from + longestWord)
  let to = from + 1
  while (to < end && isInWord(text, to, piece)) to++
  if (to === end && to < limit) {
    while (to < limit && isInWord(text, to, piece) && isMarkOnLetter(text.codePointAt(to) ?? 0)) to++
    const low = text.charCodeAt(to)
    if (low >= 0xdc00 && low < 0xe000) to++
  }
  return to
}

/** UTF-16 units that are shaped at once: a longer word is none, and is shaped in parts. */
const longestWord = 10_000

function isInWord(text: string, at: number, { fount }: Piece): boolean {
  const unit = text.charCodeAt(at)
  // Most of them are letters.
  if (unit > 0x60 && unit < 0x7b) return true
  const traits = traitsOf(fount, unit)
  if (traits < special) return kindIn(traits) === AtomKind.latin
  if (unit === lineEnd || unit === pageNumber || isDropped(unit)) return false
  if (unit >= 0xdc00 && unit < 0xe000) return true
  if (!fount.isPreformatted && isGapSpace(text, at)) return false
  const kind = kindAt(text, at, fount.lang)
  return kind === AtomKind.latin || (fount.isPreformatted && kind === AtomKind.space)
}

/** The run that the atoms of a piece belong to: one for each face, style and element, found again when text alternates. */
function openRun(row: Row, { words, stretch }: Piece, workshop: Workshop): void {
  const { runs, owners, flat } = row
  const run = workshop.run(words, stretch.style)
  for (let index = runs.length - 1; index >= Math.max(0, runs.length - recentRuns); index--) {
    const before = runs[index]
    if (before?.face !== run.face || before.styleNumber !== run.styleNumber) continue
    if (flat.elements[owners[index] ?? 0] !== stretch.element) continue
    useRun(row, index)
    return
  }
  owners.push(stretch.inline)
  useRun(row, runs.push(run) - 1)
}

const recentRuns = 4
