import type { Glyphs } from './page.ts'

/** What a run says, with the U+200B that stand in its wide gaps. */
export function glyphText({ face, pairs, from, to }: Pick<Glyphs, 'face' | 'pairs' | 'from' | 'to'>): string {
  let text = ''
  for (let glyph = from; glyph < to; glyph++) text += face.textOf(pairs[glyph] ?? 0)
  return text
}
