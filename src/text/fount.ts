import { isChinese, type Lang, scriptOf } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { AtomKind, dependsOnNeighbours, kindAt } from './cjk.ts'
import type { Face, ShapeSettings } from './face.ts'
import { type Choose, chooser, isInvisible, isMarkOnLetter } from './fallback.ts'
import { firstScript, scriptNumber } from './unicode.ts'
import { scripts } from './unicode-data.ts'
import type { Words } from './words.ts'

/** What a style and a language are set from: faces, in the order in which they are asked for a character. */
export interface Fount {
  readonly lang: Lang
  readonly isChinese: boolean
  readonly isPreformatted: boolean
  readonly faces: readonly Face[]
  /** Whether each family that is declared has given its face. */
  readonly isComplete: boolean
  /** What each UTF-16 unit is here, once it has been met: see `traitsOf`. */
  readonly traits: Uint16Array
  readonly choose: Choose
  /** By the number of a face and of a script. */
  readonly words: Map<number, Words>
  readonly features: readonly string[]
}

/** Where the faces of families come from, and words that are kept for all founts. */
export interface Founder {
  face(family: string, weight: number, style: 'normal' | 'italic', report: Report): Face | null
  readonly families: readonly string[]
  words(face: Face, settings: ShapeSettings): Words
}

/** All of a style that its fount depends on, as one key. */
export function fountKey(style: ComputedStyle, lang: Lang): string {
  const { fontFamily, fontWeight, fontStyle, tabularNumbers, letterSpacing } = style
  return [
    lang,
    fontFamily.join('\n'),
    fontWeight,
    fontStyle,
    tabularNumbers,
    letterSpacing === 0,
    isPreformatted(style),
  ].join('\n')
}

export function openFount(style: ComputedStyle, lang: Lang, founder: Founder, report: Report): Fount {
  const { fontFamily, fontWeight, fontStyle } = style
  const faces: Face[] = []
  let isComplete = true
  for (const family of fontFamily) {
    const face = founder.face(family, fontWeight, fontStyle, report)
    if (face) faces.push(face)
    else if (founder.families.includes(family)) isComplete = false
  }
  const isPre = isPreformatted(style)
  const numbers = style.tabularNumbers ? ['tnum'] : []
  return {
    lang,
    isChinese: isChinese(lang),
    isPreformatted: isPre,
    faces,
    isComplete: isComplete && faces.length > 0,
    traits: new Uint16Array(0x10000),
    choose: chooser(faces, lang, isPre),
    words: new Map(),
    // Letters that are set apart do not join.
    features: style.letterSpacing === 0 ? numbers : [...numbers, '-liga', '-clig'],
  }
}

/** Whether spaces and line ends of the source stay. */
export function isPreformatted(style: ComputedStyle): boolean {
  return style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap'
}

/**
 * What a unit that is a character by itself is in a fount, whatever stands beside it: its face (`faceIn`), its kind
 * (`kindIn`) and its script (`scriptIn`). `special` and more: it must be looked at in its place.
 */
export function traitsOf(fount: Fount, unit: number): number {
  return fount.traits[unit] || learn(fount, unit)
}

export const special = 0xf000

export function faceIn(traits: number): number {
  return (traits >> 12) - 1
}

/** One of `AtomKind`. */
export function kindIn(traits: number): number {
  return (traits >> 8) & 15
}

/** The number of its script; 0 where that is for its neighbours to say. */
export function scriptIn(traits: number): number {
  return traits & 255
}

function learn(fount: Fount, unit: number): number {
  const traits = isSpecial(fount, unit) ? special : plainTraits(fount, unit)
  fount.traits[unit] = traits
  return traits
}

function isSpecial(fount: Fount, unit: number): boolean {
  if (unit >= 0xd800 && unit < 0xe000) return true
  if (unit <= 0x20 || unit === 0xa0 || unit === apostrophe) return true
  return isInvisible(unit) || isMarkOnLetter(unit) || (fount.isChinese && dependsOnNeighbours(unit))
}

const apostrophe = 0x2019

function plainTraits(fount: Fount, unit: number): number {
  const character = String.fromCharCode(unit)
  const chosen = fount.choose(character, 0, 1, null)
  const face = chosen === null ? -1 : fount.faces.indexOf(chosen)
  const ownScript = scriptNumber(unit)
  // What no face has, and what runs to the left, is reported in its place.
  if (face < 0 || face > 13 || rightToLeft.has(scripts[ownScript] ?? '')) return special
  const kind = kindAt(character, 0, fount.lang)
  if (kind === AtomKind.space) return special
  return ((face + 1) << 12) | (kind << 8) | (ownScript < firstScript ? 0 : ownScript)
}

/** Scripts that run from right to left, as far as faces for them are likely to be declared. */
export const rightToLeft: ReadonlySet<string> = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
])

/** The words of a face in a script; script 0 is the usual one of the language. */
export function wordsIn(fount: Fount, face: number, scriptNumber: number, founder: Founder): Words {
  const key = 256 * face + scriptNumber
  let words = fount.words.get(key)
  if (!words) {
    const chosen = fount.faces[face]
    if (!chosen) throw new Error(`no face ${face} in the fount`)
    const usual = fount.isChinese ? 'Hani' : scriptOf(fount.lang)
    const script = scriptNumber < firstScript ? usual : (scripts[scriptNumber] ?? usual)
    const settings = { lang: fount.lang, script, features: fount.features, isRtl: false }
    words = founder.words(chosen, settings)
    fount.words.set(key, words)
  }
  return words
}
