import fc from 'fast-check'
import * as harfbuzz from 'harfbuzzjs'
import { expect, test } from 'vitest'
import { run, testFaces } from '../testing/pdf.ts'
import type { Face } from '../text/face.ts'
import { openFace } from '../text/open-face.ts'
import { tablesOf } from './sfnt.ts'
import { subset } from './subset.ts'

const { latin, han } = testFaces()

function fileOf({ program }: Face): Uint8Array {
  if (!program) throw new Error('the face has a file')
  return program.bytes
}

function glyphsOf(face: Face, text: string): readonly number[] {
  return Array.from(run(face, text, 10).pairs, (pair) => face.glyphOf(pair))
}

/** Outlines and widths as HarfBuzz reads them. */
function drawnBy(font: Uint8Array): (glyph: number) => readonly [string, number] {
  const opened = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(font).buffer), 0))
  return (glyph) => [opened.glyphToPath(glyph), opened.glyphHAdvance(glyph)]
}

test.each([
  // Each has composed glyphs, ligatures or thousands of others.
  ['Latin', latin, 'Office, naïve café — ĀÉÎÕÜ ½ ﬁ fi'],
  ['Chinese', han, '开放科学，共享知识。'],
] as const)('a subset of a %s face has the same outlines and widths', (_, face, text) => {
  const glyphs = glyphsOf(face, text)
  const cut = subset(fileOf(face), glyphs)
  if (!cut) throw new Error('nothing was cut')
  const [before, after] = [drawnBy(fileOf(face)), drawnBy(cut.bytes)]
  expect(new Set(glyphs.map((glyph) => before(glyph)[0])).size).toBeGreaterThan(5)
  for (const glyph of [0, ...glyphs]) expect(after(cut.numberOf(glyph))).toEqual(before(glyph))
})

test('glyphs are numbered in the order in which they are named, after .notdef, and cost little', () => {
  const cut = subset(fileOf(han), [900, 700, 900, 800])
  expect([0, 900, 700, 800, 901].map((glyph) => cut?.numberOf(glyph))).toEqual([0, 1, 2, 3, 0])
  expect(cut?.bytes.length).toBeLessThan(3000)
  expect(subset(fileOf(han), [900, 700, 900, 800])?.bytes).toEqual(cut?.bytes)
})

test('the file is a sound font: sorted tables with right sums', () => {
  const cut = subset(fileOf(latin), glyphsOf(latin, 'é'))
  const bytes = cut?.bytes ?? new Uint8Array()
  const tables = tablesOf(bytes)
  expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
  const sum = (view: DataView, length: number) => {
    let total = 0
    for (let at = 0; at < length; at += 4) total = (total + view.getUint32(at)) >>> 0
    return total
  }
  // OpenType, "head": with the adjustment in it, the sum of the whole font is this.
  expect(sum(new DataView(bytes.buffer), bytes.length)).toBe(0xb1b0afba)
})

test('what is no font gives null, and so does one without outlines', () => {
  expect(subset(new TextEncoder().encode('no font at all'), [1])).toBeNull()
  expect(subset(new Uint8Array(), [1])).toBeNull()
  expect(subset(fileOf(latin).slice(0, 5000), [1])).toBeNull()
  expect(subset(fileOf(latin), [65535])).toBeNull()
})

test('a damaged font gives a subset or null, never an exception', () => {
  const glyphs = glyphsOf(latin, 'café')
  const cut = subset(fileOf(latin), glyphs)?.bytes ?? new Uint8Array()
  const edits = fc.array(fc.tuple(fc.nat(cut.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(edits, fc.nat(cut.length), (all, length) => {
      const damaged = cut.slice(0, length % 7 === 0 ? length : cut.length)
      for (const [at, value] of all) if (at < damaged.length) damaged[at] = value
      const again = subset(damaged, [1, 2, 3, 4])
      if (again) expect(again.bytes.length).toBeLessThan(100_000)
    }),
    { numRuns: 500 },
  )
})

test('a subset is no face to typeset with: it has lost its character map', () => {
  const cut = subset(fileOf(latin), [1])
  expect(cut && openFace(cut.bytes, 'cut')).toBe('it has no table `cmap`')
})
