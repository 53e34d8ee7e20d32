import { directionOf } from '../base/lang.ts'
import { placeInLeaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Face } from './face.ts'
import { coversAll, isInvisible, isMarkOnLetter } from './fallback.ts'
import type { Flat, Stretch } from './flat.ts'
import { type Fount, faceIn, rightToLeft, scriptIn, special, traitsOf, wordsIn } from './fount.ts'
import { firstScript, scriptNumber } from './unicode.ts'
import { scripts } from './unicode-data.ts'
import type { Words } from './words.ts'
import type { Workshop } from './workshop.ts'

/** A stretch in one face, script, language and style: what HarfBuzz shapes word by word. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly stretch: Stretch
  readonly fount: Fount
  readonly words: Words
}

export interface Pieces {
  readonly pieces: readonly Piece[]
  /** Something was reported. */
  readonly isFaulty: boolean
}

/** Cuts a paragraph by style, language, script and the first face of the family list that has the character. */
export function itemise(flat: Flat, workshop: Workshop, report: Report): Pieces {
  const itemiser: Itemiser = {
    flat,
    workshop,
    report,
    pieces: [],
    missing: new Set(),
    isFaulty: false,
    from: 0,
    face: 0,
    script: 0,
  }
  for (const stretch of flat.stretches) {
    const fount = workshop.fount(stretch.style, stretch.lang, report)
    if (!fount.isComplete) itemiser.isFaulty = true
    if (fount.faces.length > 0) itemiseStretch(itemiser, stretch, fount)
    else reportNoFace(itemiser, stretch)
  }
  return itemiser
}

interface Itemiser extends Pieces {
  readonly flat: Flat
  readonly workshop: Workshop
  readonly report: Report
  readonly pieces: Piece[]
  /** Characters that no face has: each is reported once a paragraph. */
  readonly missing: Set<number>
  isFaulty: boolean
  /** The open piece: where it begins, the number of its face, and that of its script, 0 until one is met. */
  from: number
  face: number
  script: number
}

function itemiseStretch(itemiser: Itemiser, stretch: Stretch, fount: Fount): void {
  const { text } = itemiser.flat
  const { faces, isPreformatted } = fount
  if (directionOf(stretch.lang) === 'rtl')
    reportDirection(itemiser, `text in \`${stretch.lang}\``, stretch, stretch.from)
  itemiser.from = stretch.from
  itemiser.face = itemiser.script = 0
  let isFirst = true
  for (let at = stretch.from; at < stretch.to; ) {
    const unit = text.charCodeAt(at)
    const next = at + 1
    if (!isMarked(text, next, stretch.to)) {
      const traits = traitsOf(fount, unit)
      if (traits < special) {
        enter(itemiser, stretch, fount, at, faceIn(traits), scriptIn(traits))
        isFirst = false
        at = next
        continue
      }
      // A space belongs to what it follows.
      if (unit === 0x20 && !isFirst && !isPreformatted && faces[itemiser.face]?.covers(0x20)) {
        at = next
        continue
      }
    }
    const end = enterSpecial(itemiser, stretch, fount, at, isFirst)
    if (end < 0) at -= end
    else {
      isFirst = false
      at = end
    }
  }
  close(itemiser, stretch, fount, stretch.to)
}

/** Whether what stands at an offset may be a mark on the letter before it. */
function isMarked(text: string, at: number, end: number): boolean {
  if (at >= end) return false
  const unit = text.charCodeAt(at)
  return unit >= 0x300 && ((unit >= 0xd800 && unit < 0xe000) || isMarkOnLetter(unit))
}

/** Goes on with the open piece, or begins another one. A script of 0 is that of the neighbours. */
function enter(
  itemiser: Itemiser,
  stretch: Stretch,
  fount: Fount,
  at: number,
  face: number,
  ownScript: number,
): void {
  const isOther = ownScript !== 0 && itemiser.script !== 0 && ownScript !== itemiser.script
  if (face !== itemiser.face || isOther) close(itemiser, stretch, fount, at)
  itemiser.face = face
  if (ownScript !== 0) itemiser.script = ownScript
}

function close(itemiser: Itemiser, stretch: Stretch, fount: Fount, to: number): void {
  const { from, face, script, pieces, workshop } = itemiser
  if (to > from) pieces.push({ from, to, stretch, fount, words: wordsIn(fount, face, script, workshop) })
  itemiser.from = to
  itemiser.script = 0
}

/** A letter and its marks, or what must be looked at in its place; returns where it ends, less than 0 by its length where it is invisible. */
function enterSpecial(
  itemiser: Itemiser,
  stretch: Stretch,
  fount: Fount,
  at: number,
  isFirst: boolean,
): number {
  const { text } = itemiser.flat
  const { faces, choose } = fount
  const unit = text.charCodeAt(at)
  const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? 0) : unit
  let next = at + (codePoint > 0xffff ? 2 : 1)
  if (isInvisible(codePoint)) return at - next
  // A letter and its marks are one thing, set in one face where one has them all (CSS Fonts 4, 5.3).
  while (next < stretch.to && isMarkOnLetter(text.codePointAt(next) ?? 0))
    next += (text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1
  const chosen = choose(text, at, next, isFirst ? null : (faces[itemiser.face] ?? null))
  if (chosen === null) reportMissing(itemiser, stretch, at, codePoint, faces)
  else if (next - at > 2 || (next - at === 2 && codePoint <= 0xffff))
    reportMissingMarks(itemiser, stretch, at, next, chosen)
  const own = scriptNumber(codePoint)
  const script = own < firstScript ? 0 : own
  enter(itemiser, stretch, fount, at, chosen === null ? itemiser.face : faces.indexOf(chosen), script)
  if (rightToLeft.has(scripts[script] ?? '') && directionOf(stretch.lang) === 'ltr')
    reportDirection(itemiser, `\`${String.fromCodePoint(codePoint)}\``, stretch, at)
  return next
}

function reportNoFace(itemiser: Itemiser, { style }: Stretch): void {
  const { workshop, report } = itemiser
  const hint =
    workshop.families.length > 0
      ? `declare one of them here, or name in the theme one that is: ${workshop.families.join(', ')}`
      : 'declare one of them here'
  const wanted = style.fontFamily.map((family) => `\`${family}\``).join(', ')
  const message = `none of the font families ${wanted} can be used`
  const asked = style.fontFamilySpan && { at: style.fontFamilySpan, note: 'the theme asks for them here' }
  report.error('text/no-face', message, workshop.declaredIn, hint, ...(asked ? [asked] : []))
  itemiser.isFaulty = true
}

function reportDirection(itemiser: Itemiser, what: string, stretch: Stretch, at: number): void {
  const hint = 'set this language in another program, or leave it out with `--languages`'
  const message = `${what} runs from right to left, which is not set yet`
  itemiser.report.error('text/direction', message, placeOf(itemiser.flat, stretch, at), hint)
  itemiser.isFaulty = true
}

/** A character is reported once a paragraph: what it needs is a face, wherever else it stands. */
function reportMissing(
  itemiser: Itemiser,
  stretch: Stretch,
  at: number,
  codePoint: number,
  faces: readonly Face[],
): void {
  const { missing, report, flat } = itemiser
  itemiser.isFaulty = true
  if (missing.has(codePoint)) return
  missing.add(codePoint)
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  const shown = String.fromCodePoint(codePoint)
  report.error(
    'text/missing-glyph',
    `no face has the character \`${shown}\` (${code})`,
    placeOf(flat, stretch, at),
    `looked in ${faces.map((face) => face.name).join(', ')}`,
    'name a font family that has it in the theme, after the others',
  )
}

/** Marks that the face of their letter has neither alone nor as one with it. */
function reportMissingMarks(
  itemiser: Itemiser,
  stretch: Stretch,
  from: number,
  to: number,
  face: Face,
): void {
  const cluster = itemiser.flat.text.slice(from, to)
  if (coversAll(face, cluster)) return
  let at = from
  for (const character of cluster) {
    const codePoint = character.codePointAt(0) ?? 0
    if (!isInvisible(codePoint) && !face.covers(codePoint))
      reportMissing(itemiser, stretch, at, codePoint, [face])
    at += character.length
  }
}

function placeOf(flat: Flat, stretch: Stretch, at: number): Span {
  return stretch.leaf ? placeInLeaf(stretch.leaf, flat.origins[at] ?? 0) : stretch.element.span
}
