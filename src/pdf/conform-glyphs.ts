import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Face, Pair } from '../text/face.ts'
import type { FirstUse } from './font.ts'

/** Looks at each face and at each pair of it once, where it is first used: `spanOf` says where that is. */
export function glyphCheck(isArchive: boolean, spanOf: () => Span, report: Report): FirstUse {
  return {
    face: (face) => checkFace(face, spanOf(), report),
    pair: (face, pair) => checkPair(face, pair, isArchive, spanOf, report),
  }
}

/** `OTTO` begins a font with CFF outlines (OpenType, "Organization of an OpenType Font"). */
function checkFace(face: Face, span: Span, report: Report): void {
  const bytes = face.program?.bytes
  if (!bytes) throw new Error(`face ${face.name} has no font file`)
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'OTTO') return
  const message = `the font \`${face.name}\` has CFF outlines, which cannot be embedded`
  report.error('pdf/font-format', message, span, 'declare the TrueType version of the font, a .ttf file')
}

function checkPair(face: Face, pair: Pair, isArchive: boolean, spanOf: () => Span, report: Report): void {
  const text = face.textOf(pair)
  if (face.glyphOf(pair) === 0) {
    const message = `the font \`${face.name}\` has no glyph for \`${text}\` (${codePoints(text)})`
    report.error('pdf/missing-glyph', message, spanOf(), 'name a font that has it later in `font-family`')
  }
  if (!isArchive) return
  // ISO 19005-3, 6.2.11.7.2: what a glyph must not stand for. A lone surrogate is no Unicode value at all.
  if (/[\0\ufeff\ufffe\p{Cs}]/u.test(text)) {
    const message = `the text holds ${codePoints(text)}, which is no character`
    report.error('pdf/character', message, spanOf(), 'delete it')
  }
  // ISO 19005-3, 6.2.11.7.3.
  if (/\p{Co}/u.test(text)) {
    const message = `the text holds ${codePoints(text)}, a private character that nobody else can read`
    report.error('pdf/private-character', message, spanOf(), 'use the character that Unicode has for it')
  }
}

function codePoints(text: string): string {
  return Array.from(
    text,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ')
}
