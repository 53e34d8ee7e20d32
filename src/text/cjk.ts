import { isChinese, type Lang, scriptOf } from '../base/lang.ts'
import { isWide, lineBreakClass } from './unicode.ts'
import { LineBreakClass } from './unicode-data.ts'

/**
 * What a character is when Chinese is set (clreq, punctuation width adjustment). `latin` is all that is set as words,
 * whatever its script. `open`, `close`, `comma` (、，；：) and `stop` (。？！) are half an em of ink and half an em of
 * blank that may be squeezed; those whose name begins with `fixed` keep their em (C16, C19). `pair`: —— …… and ⸺ (C8);
 * `connector`: – ～ and a single — ; `solidus`: / and its full-width form.
 */
export const AtomKind = {
  latin: 0,
  space: 1,
  han: 2,
  open: 3,
  close: 4,
  comma: 5,
  stop: 6,
  interpunct: 7,
  connector: 8,
  pair: 9,
  solidus: 10,
  fixedOpen: 11,
  fixedClose: 12,
  fixedMark: 13,
} as const

/** How strictly lines keep marks from their edges: CSS `line-break`. */
export type LineBreakLevel = 'anywhere' | 'loose' | 'normal' | 'strict'

/** One of `AtomKind` for a character by itself; `kindAt` also looks at its neighbours. */
export function classOf(codePoint: number, lang: Lang): number {
  if (codePoint < 0xb7) {
    if (codePoint === 0x20 || codePoint === 0x09 || codePoint === 0x0a) return AtomKind.space
    return codePoint === solidus && isChinese(lang) ? AtomKind.solidus : AtomKind.latin
  }
  if (codePoint >= 0x3400 && codePoint < 0xd7a4) return isWide(codePoint) ? AtomKind.han : AtomKind.latin
  const mark = fullWidthMarks.get(codePoint) ?? (isChinese(lang) ? sharedMarks.get(codePoint) : undefined)
  if (mark !== undefined) return inRegion(mark, lang)
  return isSetAsHan(codePoint, lang) ? AtomKind.han : AtomKind.latin
}

/**
 * One of `AtomKind` for the character that begins at an offset, in its place: a single — is a connector, two are a
 * pair; between Latin letters ’ is an apostrophe; within a Latin word / and – belong to it, so that an address may be
 * divided and a range keeps its face.
 */
export function kindAt(text: string, at: number, lang: Lang): number {
  const unit = text.charCodeAt(at)
  const kind = classOf(unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? 0) : unit, lang)
  if (kind <= AtomKind.han) return kind
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (unit === emDash) return before === emDash || after === emDash ? kind : AtomKind.connector
  if (unit === apostrophe) return isLatinLetter(before) && isLatinLetter(after) ? AtomKind.latin : kind
  if (unit === solidus || unit === enDash)
    return isInLatin(before) && isInLatin(after) ? AtomKind.latin : kind
  return kind
}

/** Whether what a character is in Chinese is for its neighbours to say: see `kindAt`. */
export function dependsOnNeighbours(unit: number): boolean {
  return unit === emDash || unit === apostrophe || unit === solidus || unit === enDash
}

/** Whether a line must not begin with a mark (C2; C4 at `strict`). The least that clreq asks for holds at `loose` too. */
export function isForbiddenAtStart(kind: number, level: LineBreakLevel): boolean {
  return ((forbiddenAtStart[level] >> kind) & 1) === 1
}

/** Whether a line must not end with a mark (C2; C3 from `normal`). */
export function isForbiddenAtEnd(kind: number, level: LineBreakLevel): boolean {
  return ((forbiddenAtEnd[level] >> kind) & 1) === 1
}

const solidus = 0x2f
const enDash = 0x2013
const emDash = 0x2014
const apostrophe = 0x2019

/** Marks that are full-width by their code point, in any language. */
const fullWidthMarks: ReadonlyMap<number, number> = new Map([
  ...each('「『（〔【《〈〖〘〚｛［｟〝', AtomKind.open),
  ...each('」』）〕】》〉〗〙〛｝］｠〞〟', AtomKind.close),
  ...each('、，；：', AtomKind.comma),
  ...each('。．？！', AtomKind.stop),
  ...each('・', AtomKind.interpunct),
  ...each('～〜', AtomKind.connector),
  ...each('／', AtomKind.solidus),
])

/** Marks that Chinese shares with other languages under one code point, where they are Latin (C24). */
const sharedMarks: ReadonlyMap<number, number> = new Map([
  ...each('“‘', AtomKind.open),
  ...each('”’', AtomKind.close),
  ...each('·‧', AtomKind.interpunct),
  ...each('–', AtomKind.connector),
  ...each('—―…⋯⸺⸻', AtomKind.pair),
  ...each('‼⁇⁈⁉', AtomKind.fixedMark),
])

/** Whether a mark is set in the Chinese face within Chinese (C24): those shared ones but the en dash, which ranges of figures have. */
export function isChineseMark(codePoint: number): boolean {
  return codePoint !== enDash && sharedMarks.has(codePoint)
}

/**
 * What is squeezed depends on the place (C16, C18, C19): in Taiwan no mark is; in Hong Kong brackets are, but pause and
 * stop marks stand in the middle of their em and have no blank half.
 */
function inRegion(kind: number, lang: Lang): number {
  if (kind < AtomKind.open || kind > AtomKind.stop || scriptOf(lang) !== 'Hant') return kind
  if (kind === AtomKind.comma || kind === AtomKind.stop) return AtomKind.fixedMark
  if (lang === 'zh-HK') return kind
  return kind === AtomKind.open ? AtomKind.fixedOpen : AtomKind.fixedClose
}

/** Wide characters that are no marks, and in Chinese the numbers and shapes that fill an em there. */
function isSetAsHan(codePoint: number, lang: Lang): boolean {
  if (!isWide(codePoint))
    return isChinese(lang) && shapes.some(([from, to]) => codePoint >= from && codePoint <= to)
  // Emoji are wide but join into sequences, as letters do.
  if (codePoint < 0x2e80 || (codePoint >= 0x1f000 && codePoint < 0x20000)) return false
  // ￥ and ％ belong to their figure.
  const value = lineBreakClass(codePoint)
  return value !== LineBreakClass.PR && value !== LineBreakClass.PO
}

/** ※; ① to ⓿; ■ to ◿; ★ ☆; ❶ to ➓. */
const shapes: readonly (readonly [from: number, to: number])[] = [
  [0x203b, 0x203b],
  [0x2460, 0x24ff],
  [0x25a0, 0x25ff],
  [0x2605, 0x2606],
  [0x2776, 0x2793],
]

const { open, close, comma, stop, interpunct, connector, pair, fixedOpen, fixedClose, fixedMark } = AtomKind
const basicAtStart = mask(close, comma, stop, interpunct, connector, fixedClose, fixedMark)
const basicAtEnd = mask(open, fixedOpen)

const forbiddenAtStart: Readonly<Record<LineBreakLevel, number>> = {
  anywhere: 0,
  loose: basicAtStart,
  normal: basicAtStart,
  strict: basicAtStart | mask(pair),
}

const forbiddenAtEnd: Readonly<Record<LineBreakLevel, number>> = {
  anywhere: 0,
  loose: basicAtEnd,
  normal: basicAtEnd | mask(AtomKind.solidus),
  strict: basicAtEnd | mask(AtomKind.solidus),
}

function mask(...kinds: readonly number[]): number {
  let bits = 0
  for (const kind of kinds) bits |= 1 << kind
  return bits
}

function each(marks: string, kind: number): [codePoint: number, kind: number][] {
  return Array.from(marks, (mark) => [mark.codePointAt(0) ?? 0, kind])
}

export function isLatinLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f)
}

/** Any character of a word that is set as Latin: no space, no East Asian character, not the text's edge. */
function isInLatin(unit: number): boolean {
  return unit > 0x20 && unit < 0x1100
}
