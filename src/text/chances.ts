import { AtomKind, isForbiddenAtEnd, isForbiddenAtStart } from './cjk.ts'
import type { Piece } from './itemise.ts'
import type { Row } from './row.ts'
import type { Cut } from './row-words.ts'
import { Chance } from './shaped.ts'
import { cutsAt, hyphensAt, type KnownWord } from './words.ts'
import type { Workshop } from './workshop.ts'

/**
 * The chance of a line's end before the character at an offset, which begins an atom of a kind: UAX 14 as the row's
 * `breaks` have it, tailored for Chinese (clreq, prohibition rules), and what the style forbids.
 */
export function chanceBefore(row: Row, at: number, kind: number, piece: Piece): number {
  if (row.isForced) return Chance.forced
  const { style } = piece.stretch
  const { isChinese } = piece.fount
  const { breaks } = row
  if (row.count === 0) return Chance.free
  if (style.whiteSpace === 'nowrap' || style.whiteSpace === 'pre') return Chance.never
  // A no-break space is one whatever stands beside it.
  if (row.spaceKind === 2) return Chance.never
  const { text } = row.flat
  const before = row.atoms.kind[row.count - 1] ?? 0
  const unitBefore = text.charCodeAt(at - 1)
  if (isChinese) {
    if (style.lineBreak === 'anywhere') return isJoiner(unitBefore) ? Chance.never : Chance.free
    if (isForbiddenAtStart(kind, style.lineBreak) || isForbiddenAtEnd(before, style.lineBreak))
      return Chance.never
  }
  if (breaks[at] === 0 && !(isChinese && partsAtQuote(text, at, kind, before))) return Chance.never
  if (row.isSoftHyphened && row.spaceKind === 0)
    return style.hyphens === 'auto' ? Chance.hyphen : Chance.never
  if (style.wordBreak === 'keep-all' && !row.isZeroSpaced && row.spaceKind === 0) {
    const isJoint =
      before === AtomKind.han ? kind === AtomKind.han || kind === AtomKind.latin : before === AtomKind.latin
    if (isJoint && (kind === AtomKind.han || before === AtomKind.han)) return Chance.unwanted
  }
  if (isBound(text, at, kind, before)) return Chance.bound
  return isHyphen(unitBefore) ? Chance.afterHyphen : Chance.free
}

/** Where a word may be divided: at chances of UAX 14 inside it, and by hyphenation between those. */
export function cutsInWord(
  row: Row,
  piece: Piece,
  from: number,
  to: number,
  known: KnownWord,
  workshop: Workshop,
): readonly Cut[] {
  const { style } = piece.stretch
  if (style.whiteSpace === 'nowrap' || style.whiteSpace === 'pre') return none
  const { text } = row.flat
  if (style.wordBreak === 'break-all')
    return cutsAt(known.word.clusters, cutsAnywhere(text, from, to, row.breaks))
  if (hasChance(row.breaks, from + 1, to))
    return cutsAt(known.word.clusters, placesInWord(row, piece, from, to, workshop))
  if (style.hyphens !== 'auto' || to - from < shortestHyphenated) return none
  known.hyphens ??= hyphensAt(known.word, workshop.hyphenate(text.slice(from, to), piece.fount.lang))
  return known.hyphens
}

const none: readonly Cut[] = []
/** As `hyphenate` has it: what is shorter need not be cut out and asked for. */
const shortestHyphenated = 7

function hasChance(breaks: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (breaks[at] !== 0) return true
  return false
}

/** A place in a word, counted from its beginning. */
interface Place {
  readonly at: number
  readonly chance: number
}

/** The places of a word that has chances of UAX 14 in it; each of its parts is hyphenated alone. */
function placesInWord(
  row: Row,
  piece: Piece,
  from: number,
  to: number,
  workshop: Workshop,
): readonly Place[] {
  const { text } = row.flat
  const places: Place[] = []
  const mayHyphenate = piece.stretch.style.hyphens === 'auto'
  let part = from
  const hyphenate = (end: number): void => {
    if (!mayHyphenate || end - part < shortestHyphenated) return
    for (const offset of workshop.hyphenate(text.slice(part, end), piece.fount.lang))
      places.push({ at: part + offset - from, chance: Chance.hyphen })
  }
  for (let at = from + 1; at < to; at++) {
    if (row.breaks[at] === 0) continue
    hyphenate(at)
    part = at
    places.push({
      at: at - from,
      chance: isHyphen(text.charCodeAt(at - 1)) ? Chance.afterHyphen : Chance.free,
    })
  }
  hyphenate(to)
  return places
}

/** `word-break: break-all`: names and addresses part after their marks and before a point; elsewhere only if they must. */
function cutsAnywhere(text: string, from: number, to: number, breaks: Uint8Array): readonly Place[] {
  const places: Place[] = []
  for (let at = from + 1; at < to; at++) {
    const before = text.charCodeAt(at - 1)
    const unit = text.charCodeAt(at)
    if (unit >= 0xdc00 && unit < 0xe000) continue
    if (breaks[at] === 0 && (at - from < leastPart || to - at < leastPart)) continue
    const isFree = breaks[at] !== 0 || (partsAfter.has(before) && !partsAfter.has(unit)) || unit === 0x2e
    places.push({
      at: at - from,
      chance: !isFree ? Chance.unwanted : isHyphen(before) ? Chance.afterHyphen : Chance.free,
    })
  }
  return places
}

/** Fewer characters are not parted from the rest. */
const leastPart = 3

/** / _ - = : */
const partsAfter: ReadonlySet<number> = new Set([0x2f, 0x5f, 0x2d, 0x3d, 0x3a])

/**
 * UAX 14 keeps a quotation mark to what is not East Asian on its other side (LB19a); in Chinese “WTO” is quoted as
 * any other word is, and a line may end outside its marks.
 */
function partsAtQuote(text: string, at: number, kind: number, before: number): boolean {
  if (kind === AtomKind.open) return before === AtomKind.han || isWordUnit(text.charCodeAt(at - 1))
  return before === AtomKind.close && (kind === AtomKind.han || isWordUnit(text.charCodeAt(at)))
}

/** Whether a line's end would part a Western figure from what it counts, or 第 from its figure. */
function isBound(text: string, at: number, kind: number, before: number): boolean {
  if (kind === AtomKind.han && before === AtomKind.latin)
    return isDigit(text.charCodeAt(spaceBefore(text, at))) && measureWords.has(text.charCodeAt(at))
  if (kind !== AtomKind.latin || before !== AtomKind.han || !isDigit(text.charCodeAt(at))) return false
  return text.charCodeAt(spaceBefore(text, at)) === ordinal
}

/** The last offset before one where no space stands. */
function spaceBefore(text: string, at: number): number {
  return text.charCodeAt(at - 1) === 0x20 ? at - 2 : at - 1
}

const ordinal = 0x7b2c

/** Units of time, numbers and the measure words that reports use; a year, a month and a day above all. */
const measureWords: ReadonlySet<number> = new Set(
  Array.from(
    '年月日号时点分秒天周岁代个名位人户家国县市省村条项款章节篇页卷期册份件种类次届场批倍成元角十百千万亿兆米里公升吨克斤亩度所座处部套台辆架艘只头株间层段组对双把张本支首句字世',
    (character) => character.charCodeAt(0),
  ),
)

function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** A digit or a letter of a European script. */
function isWordUnit(unit: number): boolean {
  return (
    isDigit(unit) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x52f)
  )
}

/** What joins its neighbours: no-break space, word joiner. */
function isJoiner(unit: number): boolean {
  return unit === 0xa0 || unit === 0x2060
}
