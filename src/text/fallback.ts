import { isChinese, type Lang } from '../base/lang.ts'
import { isChineseMark, isLatinLetter } from './cjk.ts'
import type { Face } from './face.ts'
import { forcedBreak, pageNumberMark } from './flat.ts'
import { lineBreakClass } from './unicode.ts'
import { LineBreakClass } from './unicode-data.ts'

/** The face for a letter with its marks, between two offsets; null when no face has the letter. `current` is that of the text before. */
export type Choose = (text: string, from: number, to: number, current: Face | null) => Face | null

/**
 * Chooses among the faces of a style: the first of them that has the character with all its marks, else the first
 * that has the character. It remembers its answers, since most characters of a text have been met before.
 */
export function chooser(faces: readonly Face[], lang: Lang, isPreformatted: boolean): Choose {
  const known = new Map<number, Face | null>()
  const han = isChinese(lang) ? faces.find((face) => face.covers(0x4e00)) : undefined
  const faceOf = (codePoint: number): Face | null => {
    let face = known.get(codePoint)
    if (face === undefined) {
      // C24: these marks are full-width in Chinese and narrow in Latin, under one code point.
      const isShared = han !== undefined && isChineseMark(codePoint) && han.covers(codePoint)
      face = (isShared ? han : faces.find((candidate) => candidate.covers(codePoint))) ?? null
      known.set(codePoint, face)
    }
    return face
  }
  return (text, from, to, current) => {
    const unit = text.charCodeAt(from)
    // A space belongs to what it follows; but where spaces make columns they are all of one width.
    const isFollowing = (unit === 0x20 && !isPreformatted) || unit === 0xa0
    if (current && isFollowing && current.covers(unit)) return current
    if (
      current &&
      unit === 0x2019 &&
      isLatinLetter(text.charCodeAt(from - 1)) &&
      isLatinLetter(text.charCodeAt(to))
    )
      return current
    if (to - from === 1) return faceOf(unit)
    const letter = faceOf(text.codePointAt(from) ?? 0)
    if (letter === null || (to - from === 2 && unit >= 0xd800 && unit < 0xdc00)) return letter
    const cluster = text.slice(from, to)
    if (coversAll(letter, cluster)) return letter
    return faces.find((face) => coversAll(face, cluster)) ?? letter
  }
}

/** What no face needs to have, since it is not painted: our own marks and default-ignorable characters (Unicode 5.21). */
export function isInvisible(codePoint: number): boolean {
  if (codePoint < 0xad) return false
  if (codePoint >= 0x2000 && codePoint < 0x2070) {
    if (codePoint === forcedMark) return true
    return (
      (codePoint >= 0x200b && codePoint <= 0x200f) ||
      (codePoint >= 0x202a && codePoint <= 0x202e) ||
      codePoint >= 0x2060
    )
  }
  if (codePoint === 0xad || codePoint === 0x34f || codePoint === 0xfeff || codePoint === pageNumber)
    return true
  return isVariationSelector(codePoint)
}

/** Whether a character stands on the one before it: a combining mark, a variation selector, a joiner and what it joins. */
export function isMarkOnLetter(codePoint: number): boolean {
  if (codePoint < 0x300) return false
  const value = lineBreakClass(codePoint)
  return value === LineBreakClass.CM || value === LineBreakClass.ZWJ
}

/** Whether a face has a letter with its marks: each of them, or what they compose to. */
export function coversAll(face: Face, cluster: string): boolean {
  for (const character of cluster.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0
    if (!isInvisible(codePoint) && !face.covers(codePoint)) return false
  }
  return true
}

const forcedMark = forcedBreak.charCodeAt(0)
const pageNumber = pageNumberMark.charCodeAt(0)

function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}
