import { expect, test } from 'vitest'
import { run, testFaces } from '../testing/pdf.ts'
import { openFace } from '../text/open-face.ts'
import { openSubsetter } from './subset.ts'

const { latin, han } = testFaces()
const subset = openSubsetter()

test('a subset is small, keeps the numbers of its glyphs and is the same every time', () => {
  for (const [face, text] of [
    [han, '开放科学'],
    [latin, 'office'],
  ] as const) {
    if (!face.program) throw new Error('the face has a file')
    const glyphs = Array.from(run(face, text, 10).pairs, (pair) => face.glyphOf(pair))
    const cut = subset(face.program.bytes, glyphs)
    expect(cut?.length).toBeGreaterThan(500)
    expect(cut?.length).toBeLessThan(face.program.bytes.length / 4)
    expect(subset(face.program.bytes, glyphs)).toEqual(cut)
    expect(cut && outlineSizes(cut, glyphs).every((size) => size > 0)).toBe(true)
    expect(cut && outlineSizes(cut, [(glyphs[0] ?? 0) + 1])).toEqual([0])
  }
})

test('what is no font gives null', () => {
  expect(subset(new TextEncoder().encode('no font at all'), [1])).toBeNull()
})

test('a subset is no face to typeset with: it has lost its character map', () => {
  if (!latin.program) throw new Error('the face has a file')
  const cut = subset(latin.program.bytes, [1])
  expect(cut && openFace(cut, 'cut')).toBe('it has no table `cmap`')
})

/** Length of the outline of each glyph, from the table loca (OpenType). */
function outlineSizes(font: Uint8Array, glyphs: readonly number[]): number[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, number>()
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    tables.set(Buffer.from(font.subarray(entry, entry + 4)).toString('latin1'), view.getUint32(entry + 8))
  }
  const isLong = view.getInt16((tables.get('head') ?? 0) + 50) === 1
  const loca = tables.get('loca') ?? 0
  const offset = (glyph: number) =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  return glyphs.map((glyph) => offset(glyph + 1) - offset(glyph))
}
