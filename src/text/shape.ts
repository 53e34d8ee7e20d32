import { isChinese, type Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Inline } from '../style/box.ts'
import { chanceBefore, cutsInWord } from './chances.ts'
import { AtomKind, kindAt } from './cjk.ts'
import type { Word } from './face.ts'
import { isMarkOnLetter } from './fallback.ts'
import { flatten, forcedBreak, pageNumberMark } from './flatten.ts'
import { glue } from './glue.ts'
import { isPreformatted, itemise, type Piece } from './itemise.ts'
import { lineBreaks } from './line-breaks.ts'
import { addAtom, addWord, finishRow, type GrowingRow, keepLeaders, keepUnits, startRow } from './row.ts'
import { Chance, type Run, type Shaped } from './shaped.ts'
import type { Workshop } from './workshop.ts'

/** Inlines of one paragraph to a row of atoms. `lang` is the paragraph's: its rules set the lines. */
export function shape(inlines: readonly Inline[], lang: Lang, workshop: Workshop, report: Report): Shaped {
  const flat = flatten(inlines, lang)
  const row = startRow(flat, workshop.scratch)
  const breaks = lineBreaks(flat.text)
  for (const piece of itemise(flat, workshop, report)) addPiece(row, piece, breaks, workshop)
  keepUnits(row)
  keepLeaders(row)
  return glue(finishRow(row), isChinese(lang))
}

function addPiece(row: GrowingRow, piece: Piece, breaks: Uint8Array, workshop: Workshop): void {
  const { text } = row.flat
  const { style, lang } = piece.stretch
  const isPre = isPreformatted(style)
  const wordOf = workshop.shaper(piece.face, piece.settings)
  const scale = style.fontSize / piece.face.upem
  openRun(row, piece, wordOf)
  for (let at = piece.from; at < piece.to; ) {
    const unit = text.charCodeAt(at)
    if (unit === lineEnd) {
      // A line that ends where it begins is there all the same; the last line end of a paragraph begins no other.
      if (row.isForced || row.count === 0)
        addAtom(row, AtomKind.latin, at, row.isForced ? Chance.forced : Chance.free)
      row.isForced = true
      row.spaceWidth = row.spaceKind = 0
      at++
      continue
    }
    if (isDropped(unit)) {
      if (unit === zeroWidthSpace) row.isZeroSpaced = true
      if (unit === softHyphen) row.isSoftHyphened = true
      at++
      continue
    }
    const kind = kindAt(text, at, lang)
    if (!isPre && (kind === AtomKind.space || isGapSpace(text, at))) {
      row.spaceWidth = wordOf(' ').width * scale + style.letterSpacing
      row.spaceKind = unit === noBreakSpace ? 2 : 1
      row.isSoftHyphened = false
      at++
    } else if (unit === pageNumber) {
      // Three digits: enough for 999 pages, and the number is set at the end of the stretch that the layout aligns.
      addAtom(row, AtomKind.latin, at, chanceBefore(row, at, AtomKind.latin, piece, breaks))
      if (!row.flat.leaders.has(at)) row.width[row.count - 1] = wordOf('000').width * scale
      at++
    } else if (kind !== AtomKind.latin && kind !== AtomKind.space) {
      const to = endOfCharacter(text, at, kind, piece.to)
      const chance = chanceBefore(row, at, kind, piece, breaks)
      addWord(row, piece, wordOf(text.slice(at, to)), at, kind, chance, [])
      at = to
    } else {
      const to = endOfWord(text, at, piece.to, lang, isPre)
      const cuts = cutsInWord(text, piece, at, to, breaks, workshop)
      const chance = chanceBefore(row, at, AtomKind.latin, piece, breaks)
      addWord(row, piece, wordOf(text.slice(at, to)), at, AtomKind.latin, chance, cuts)
      at = to
    }
  }
}

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

function endOfWord(text: string, from: number, limit: number, lang: Lang, isPre: boolean): number {
  // Longer strings than any word are shaped in parts, so that what they need does not grow with them.
  const end = Math.min(limit, from + longestWord)
  let to = from + 1
  while (to < end && isInWord(text, to, lang, isPre)) to++
  if (to === end && to < limit) {
    while (to < limit && isInWord(text, to, lang, isPre) && isMarkOnLetter(text.codePointAt(to) ?? 0)) to++
    const low = text.charCodeAt(to)
    if (low >= 0xdc00 && low < 0xe000) to++
  }
  return to
}

const longestWord = 10_000

function isInWord(text: string, at: number, lang: Lang, isPre: boolean): boolean {
  const unit = text.charCodeAt(at)
  // Most of them are letters.
  if (unit > 0x60 && unit < 0x7b) return true
  if (unit === lineEnd || unit === pageNumber || isDropped(unit)) return false
  if (unit >= 0xdc00 && unit < 0xe000) return true
  if (!isPre && isGapSpace(text, at)) return false
  const kind = kindAt(text, at, lang)
  return kind === AtomKind.latin || (isPre && kind === AtomKind.space)
}

/** The run that the atoms of a piece belong to: one for each face, style and element, found again when text alternates. */
function openRun(row: GrowingRow, piece: Piece, wordOf: (text: string) => Word): void {
  const { face } = piece
  const { style, element } = piece.stretch
  for (let index = row.runs.length - 1; index >= Math.max(0, row.runs.length - recentRuns); index--) {
    const run = row.runs[index]
    if (run?.face === face && run.style === style && run.element === element) {
      row.current = index
      return
    }
  }
  row.current = row.runs.push(runOf(piece, wordOf)) - 1
}

const recentRuns = 4

function runOf(piece: Piece, wordOf: (text: string) => Word): Run {
  const { face, settings } = piece
  const { style, element } = piece.stretch
  const space = face.glyphOf(wordOf(' ').pairs[0] ?? 0)
  const hyphen = wordOf(face.covers(0x2010) ? '\u2010' : '-')
  return {
    face,
    style,
    element,
    space: face.pair(space, ' '),
    gap: face.pair(space, '\u200b'),
    noBreakSpace: face.pair(space, '\u00a0'),
    hyphen: face.pair(face.glyphOf(hyphen.pairs[0] ?? 0), '-'),
    hyphenWidth: (hyphen.width * style.fontSize) / face.upem,
    spaceWidth: (face.advanceOf(space) * style.fontSize) / face.upem,
    mayTrack: !isPreformatted(style) && style.letterSpacing === 0 && trackedScripts.has(settings.script),
  }
}

/** Scripts whose letters stand apart. */
const trackedScripts: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek'])
