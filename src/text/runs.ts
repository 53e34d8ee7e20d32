import type { ComputedStyle } from '../style/computed.ts'
import { isPreformatted } from './fount.ts'
import type { Run } from './shaped.ts'
import { type Words, wordOf } from './words.ts'

/** The words of a face at the size and in the colour of a style. */
export function openRun(words: Words, style: ComputedStyle, styleNumber: number): Run {
  const { face, settings } = words
  const space = face.glyphOf(wordOf(words, ' ').word.pairs[0] ?? 0)
  const hyphen = wordOf(words, face.covers(0x2010) ? '\u2010' : '-').word
  return {
    face,
    style,
    styleNumber,
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

/** All that text reads of a style, from its words to the marks on a page: what is equal in it is set alike. */
export function textKey(style: ComputedStyle): string {
  return JSON.stringify([
    style.fontFamily,
    style.fontSize,
    style.fontWeight,
    style.fontStyle,
    style.tabularNumbers,
    style.color,
    style.raise,
    style.textAlign,
    style.hyphens,
    style.wordBreak,
    style.lineBreak,
    style.whiteSpace,
    style.autospace,
    style.textSpacingTrim,
    style.letterSpacing,
  ])
}
