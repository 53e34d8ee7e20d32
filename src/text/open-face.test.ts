import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Face } from './face.ts'
import { glyphTexts, openFace, pairTable } from './open-face.ts'

const require = createRequire(import.meta.url)

function open(file: string, family: string): Face {
  const face = openFace(readFileSync(require.resolve(file)), family)
  if (typeof face === 'string') throw new Error(face)
  return face
}

const serif = open(
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'Source Serif 4',
)
const italic = open(
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'Source Serif 4',
)
const english = { lang: 'en', script: 'Latn', features: [], isRtl: false }
const textsIn = (face: Face, text: string) =>
  Array.from(face.shape(text, english).pairs, (pair) => face.textOf(pair))

describe('a face', () => {
  test('says what its tables say', () => {
    expect(serif.name).toBe('SourceSerif4-Regular')
    expect(serif.upem).toBe(1000)
    expect(serif.ascent).toBeGreaterThan(700)
    expect(serif.descent).toBeLessThan(-200)
    expect(serif.program).toMatchObject({
      family: 'Source Serif 4',
      weight: 400,
      isItalic: false,
      italicAngle: 0,
    })
    expect(italic.program?.isItalic).toBe(true)
    expect(italic.program?.italicAngle).toBeLessThan(0)
  })

  test('covers what it has a glyph for', () => {
    expect([0x41, 0x2019, 0x4e2d].map((codePoint) => serif.covers(codePoint))).toEqual([true, true, false])
  })

  test('advances add up to the width', () => {
    const word = serif.shape('AVAST', english)
    expect(word.advances.reduce((sum, advance) => sum + advance, 0)).toBe(word.width)
    // Kerned: narrower than the letters by themselves.
    expect(word.width).toBeLessThan(
      Array.from('AVAST').reduce((sum, letter) => sum + serif.shape(letter, english).width, 0),
    )
  })

  test('a feature that is asked for is used', () => {
    const width = (features: readonly string[]) => serif.shape('11', { ...english, features }).width
    expect(width(['tnum'])).not.toBe(width(['pnum']))
  })

  test('shaping remembers nothing: the same text gives equal words', () => {
    expect(serif.shape('difficult', english)).toEqual(serif.shape('difficult', english))
  })
})

describe('the text of glyphs', () => {
  test('a ligature stands for all its letters', () => {
    const texts = textsIn(serif, 'difficult')
    expect(texts.join('')).toBe('difficult')
    expect(texts.length).toBeLessThan(9)
  })

  test('is the text of the word, once and in order, and never empty', () => {
    const check = fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (text) => {
      const texts = textsIn(serif, text)
      expect(texts.every((one) => one !== '')).toBe(true)
      expect(texts.join('').replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''))
    })
    fc.assert(check, { numRuns: 300 })
  })

  test.each([
    [[0, 1, 2], 'abc', ['a', 'b', 'c']],
    [[0, 2], 'abc', ['ab', 'c']],
    [[0, 0], 'ab', ['a', 'b']],
    [[0, 0, 0], 'ab', ['ab', '\u200b', '\u200b']],
    [[0, 2], '𠀀a', ['𠀀', 'a']],
    [[2, 0], 'abc', ['c', 'ab']],
  ])('clusters %j of %s are %j', (clusters, text, texts) => {
    expect(glyphTexts(clusters, text)).toEqual(texts)
  })
})

test('a pair is one number for a glyph and a text, in order of first use', () => {
  const { pair, glyphOf, textOf } = pairTable()
  expect([pair(7, 'a'), pair(7, 'b'), pair(8, 'a'), pair(7, 'a')]).toEqual([0, 1, 2, 0])
  expect([glyphOf(1), textOf(1)]).toEqual([7, 'b'])
})

test('what is no font is said, not thrown', () => {
  expect(openFace(new Uint8Array(100), 'None')).toBe('it is no TrueType, OpenType or WOFF 1.0 font')
})
