import { directionOf, isChinese, type Lang, scriptOf } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { placeInLeaf } from '../document/element.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Face, ShapeSettings } from './face.ts'
import { type Flat, forcedBreak, pageNumberMark, type Stretch } from './flatten.ts'
import { script } from './unicode.ts'
import type { Workshop } from './workshop.ts'

/** A stretch in one face, script, language and style: what HarfBuzz shapes at once. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly stretch: Stretch
  readonly face: Face
  readonly settings: ShapeSettings
}

/** Cuts a paragraph by style, language, script and the first face of the family list that has the character. */
export function itemise(flat: Flat, workshop: Workshop, report: Report): readonly Piece[] {
  const pieces: Piece[] = []
  const faces = new Map<ComputedStyle, readonly Face[]>()
  for (const stretch of flat.stretches) {
    let available = faces.get(stretch.style)
    if (!available) faces.set(stretch.style, (available = facesOf(stretch, workshop, report)))
    if (available.length > 0) itemiseStretch(pieces, flat, stretch, available, report)
  }
  return pieces
}

function itemiseStretch(pieces: Piece[], flat: Flat, stretch: Stretch, faces: readonly Face[], report: Report): void {
  const { text } = flat
  if (directionOf(stretch.lang) === 'rtl') {
    const hint = 'set this language in another program, or leave it out with `--languages`'
    report.error('text/direction', `text in \`${stretch.lang}\` runs from right to left, which is not set yet`, placeOf(flat, stretch, stretch.from), hint)
  }
  const isPre = stretch.style.whiteSpace === 'pre' || stretch.style.whiteSpace === 'pre-wrap'
  const choose = chooser(faces, stretch.lang, isPre)
  let face: Face | null = null
  let currentScript = ''
  let from = stretch.from
  const close = (to: number): void => {
    if (face && to > from) {
      const usedScript = currentScript || (isChinese(stretch.lang) ? 'Hani' : scriptOf(stretch.lang))
      const features = [...(stretch.style.tabularNumbers ? ['tnum'] : []), ...(stretch.style.letterSpacing !== 0 ? ['-liga'] : [])]
      pieces.push({ from, to, stretch, face, settings: { lang: stretch.lang, script: usedScript, features, isRtl: false } })
    }
    from = to
    currentScript = ''
  }
  for (let at = stretch.from; at < stretch.to; ) {
    const codePoint = text.codePointAt(at) ?? 0
    const next = at + (codePoint > 0xffff ? 2 : 1)
    if (!isInvisible(codePoint)) {
      const isApostrophe = codePoint === 0x2019 && isLatinLetter(text.charCodeAt(at - 1)) && isLatinLetter(text.charCodeAt(next))
      const chosen: Face | null = isApostrophe && face ? face : choose(codePoint, face)
      const ownScript = script(codePoint)
      const isOwn = ownScript !== 'Zyyy' && ownScript !== 'Zinh' && ownScript !== 'Zzzz'
      if (chosen === null) reportMissing(flat, stretch, at, codePoint, faces, report)
      if (chosen !== null && chosen !== face) {
        close(at)
        face = chosen
      } else if (isOwn && currentScript !== '' && ownScript !== currentScript) close(at)
      if (isOwn) currentScript = ownScript
      face ??= faces[0] ?? null
    }
    at = next
  }
  face ??= faces[0] ?? null
  close(stretch.to)
}

/** Remembers its answers: most characters of a text have been met before. */
function chooser(faces: readonly Face[], lang: Lang, isPre: boolean): (codePoint: number, current: Face | null) => Face | null {
  const known = new Map<number, Face | null>()
  const han = faces.find((face) => face.covers(0x4e00))
  return (codePoint, current) => {
    // A space or a mark that joins belongs to what it follows; but where spaces make columns they are all of one width.
    const isFollowing = (codePoint === 0x20 && !isPre) || codePoint === 0xa0 || isJoining(codePoint)
    if (current && isFollowing && current.covers(codePoint)) return current
    let face = known.get(codePoint)
    if (face === undefined) {
      // C24: these marks are full-width in Chinese and narrow in Latin, under one code point.
      const isShared = isChinese(lang) && sharedMarks.has(codePoint) && han?.covers(codePoint)
      face = (isShared ? han : faces.find((candidate) => candidate.covers(codePoint))) ?? null
      known.set(codePoint, face)
    }
    return face
  }
}

/** Marks that Chinese and Latin texts share: “ ” ‘ ’ — … · and the one-glyph dash and dots. */
const sharedMarks = new Set([0x201c, 0x201d, 0x2018, 0x2019, 0x2014, 0x2026, 0x00b7, 0x2e3a, 0x22ef])

function facesOf(stretch: Stretch, workshop: Workshop, report: Report): readonly Face[] {
  const { fontFamily, fontWeight, fontStyle } = stretch.style
  const faces: Face[] = []
  for (const family of fontFamily) {
    const face = workshop.face(family, fontWeight, fontStyle, report)
    if (face) faces.push(face)
  }
  if (faces.length === 0) {
    const span = stretch.leaf?.span ?? stretch.element.span
    const hint = workshop.families.length > 0 ? `declared in fonts/fonts.yaml: ${workshop.families.join(', ')}` : 'declare it in fonts/fonts.yaml'
    report.error('text/no-face', `none of the font families ${fontFamily.map((family) => `\`${family}\``).join(', ')} can be used`, span, hint)
  }
  return faces
}

function reportMissing(flat: Flat, stretch: Stretch, at: number, codePoint: number, faces: readonly Face[], report: Report): void {
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

function placeOf(flat: Flat, stretch: Stretch, at: number) {
  return stretch.leaf ? placeInLeaf(stretch.leaf, flat.origins[at] ?? 0) : (stretch.element.span ?? wholeFile(''))
}

/** What no face needs to have: our own marks, zero width space, joiners, soft hyphen. */
function isInvisible(codePoint: number): boolean {
  return codePoint === 0x200b || codePoint === 0x2060 || codePoint === 0xad || codePoint === forcedBreak.charCodeAt(0) || codePoint === pageNumberMark.charCodeAt(0)
}

function isJoining(codePoint: number): boolean {
  return script(codePoint) === 'Zinh' || codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
}

function isLatinLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f)
}
