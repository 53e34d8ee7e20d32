import { directionOf, isChinese, scriptOf } from '../base/lang.ts'
import { placeInLeaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Face, ShapeSettings } from './face.ts'
import { chooser, coversAll, isInvisible, isMarkOnLetter } from './fallback.ts'
import type { Flat, Stretch } from './flatten.ts'
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
  const missing = new Set<number>()
  for (const stretch of flat.stretches) {
    let available = faces.get(stretch.style)
    if (!available) {
      available = facesOf(stretch, workshop, report)
      faces.set(stretch.style, available)
    }
    if (available.length > 0) itemiseStretch(pieces, flat, stretch, available, missing, report)
  }
  return pieces
}

function itemiseStretch(
  pieces: Piece[],
  flat: Flat,
  stretch: Stretch,
  faces: readonly Face[],
  missing: Set<number>,
  report: Report,
): void {
  const { text } = flat
  if (directionOf(stretch.lang) === 'rtl')
    reportDirection(`text in \`${stretch.lang}\``, flat, stretch, stretch.from, report)
  const choose = chooser(faces, stretch.lang, isPreformatted(stretch.style))
  let [face] = faces
  let isFirst = true
  let currentScript = ''
  let from = stretch.from
  const close = (to: number): void => {
    if (face && to > from)
      pieces.push({ from, to, stretch, face, settings: settingsOf(stretch, currentScript) })
    from = to
    currentScript = ''
  }
  for (let at = stretch.from; at < stretch.to; ) {
    const unit = text.charCodeAt(at)
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(at) ?? 0) : unit
    let next = at + (codePoint > 0xffff ? 2 : 1)
    if (isInvisible(codePoint)) {
      at = next
      continue
    }
    // A letter and its marks are one thing, set in one face where one has them all (CSS Fonts 4, 5.3).
    while (next < stretch.to && isMarkOnLetter(text.codePointAt(next) ?? 0))
      next += (text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1
    const chosen = choose(text, at, next, isFirst ? null : (face ?? null))
    if (chosen === null) reportMissing(flat, stretch, at, codePoint, faces, missing, report)
    else if (next - at > 2 || (next - at === 2 && codePoint <= 0xffff))
      reportMissingMarks(flat, stretch, at, next, chosen, missing, report)
    const ownScript = script(codePoint)
    const isOwn = ownScript !== 'Zyyy' && ownScript !== 'Zinh' && ownScript !== 'Zzzz'
    if (chosen !== null && chosen !== face) {
      close(at)
      face = chosen
    } else if (isOwn && currentScript !== '' && ownScript !== currentScript) close(at)
    if (isOwn) {
      if (rightToLeft.has(ownScript) && directionOf(stretch.lang) === 'ltr')
        reportDirection(`\`${String.fromCodePoint(codePoint)}\``, flat, stretch, at, report)
      currentScript = ownScript
    }
    isFirst = false
    at = next
  }
  close(stretch.to)
}

/** Scripts that run from right to left, as far as faces for them are likely to be declared. */
const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

const tabular: readonly string[] = ['tnum']

function settingsOf({ style, lang }: Stretch, currentScript: string): ShapeSettings {
  const usual = isChinese(lang) ? 'Hani' : scriptOf(lang)
  const numbers = style.tabularNumbers ? tabular : []
  // Letters that are set apart do not join.
  const features = style.letterSpacing === 0 ? numbers : [...numbers, '-liga', '-clig']
  return { lang, script: currentScript || usual, features, isRtl: false }
}

/** Whether spaces and line ends of the source stay. */
export function isPreformatted(style: ComputedStyle): boolean {
  return style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap'
}

function facesOf(stretch: Stretch, workshop: Workshop, report: Report): readonly Face[] {
  const { fontFamily, fontWeight, fontStyle } = stretch.style
  const faces: Face[] = []
  for (const family of fontFamily) {
    const face = workshop.face(family, fontWeight, fontStyle, report)
    if (face) faces.push(face)
  }
  if (faces.length === 0) {
    const hint =
      workshop.families.length > 0
        ? `declare one of them here, or name in the theme one that is: ${workshop.families.join(', ')}`
        : 'declare one of them here'
    const wanted = fontFamily.map((family) => `\`${family}\``).join(', ')
    report.error('text/no-face', `none of the font families ${wanted} can be used`, workshop.declaredIn, hint)
  }
  return faces
}

function reportDirection(what: string, flat: Flat, stretch: Stretch, at: number, report: Report): void {
  const hint = 'set this language in another program, or leave it out with `--languages`'
  const message = `${what} runs from right to left, which is not set yet`
  report.error('text/direction', message, placeOf(flat, stretch, at), hint)
}

/** A character is reported once a paragraph: what it needs is a face, wherever else it stands. */
function reportMissing(
  flat: Flat,
  stretch: Stretch,
  at: number,
  codePoint: number,
  faces: readonly Face[],
  missing: Set<number>,
  report: Report,
): void {
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
  flat: Flat,
  stretch: Stretch,
  from: number,
  to: number,
  face: Face,
  missing: Set<number>,
  report: Report,
): void {
  if (coversAll(face, flat.text.slice(from, to))) return
  let at = from
  for (const character of flat.text.slice(from, to)) {
    const codePoint = character.codePointAt(0) ?? 0
    if (!isInvisible(codePoint) && !face.covers(codePoint))
      reportMissing(flat, stretch, at, codePoint, [face], missing, report)
    at += character.length
  }
}

function placeOf(flat: Flat, stretch: Stretch, at: number): Span {
  return stretch.leaf ? placeInLeaf(stretch.leaf, flat.origins[at] ?? 0) : stretch.element.span
}
