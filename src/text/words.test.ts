import { describe, expect, test } from 'vitest'
import { squareFace } from '../testing/square-face.ts'
import type { Face, ShapeSettings } from './face.ts'
import { Chance } from './shaped.ts'
import { cutsAt, isSingle, openWords, singleAdvance, singlePair, wordOf } from './words.ts'

const settings: ShapeSettings = { lang: 'zh-Hans', script: 'Hani', features: [], isRtl: false }

function counting(): { readonly face: Face; readonly shaped: string[] } {
  const face = squareFace()
  const shaped: string[] = []
  const shape: Face['shape'] = (text, some) => {
    shaped.push(text)
    return face.shape(text, some)
  }
  return { face: { ...face, shape }, shaped }
}

describe('a word', () => {
  test('is shaped once, and its glyphs stand beside those of other words', () => {
    const { face, shaped } = counting()
    const words = openWords(face, settings)
    const [first, second] = [wordOf(words, 'one'), wordOf(words, 'three')]
    expect(wordOf(words, 'one')).toBe(first)
    expect(shaped).toEqual(['one', 'three'])
    expect(second.page).toBe(first.page)
    for (const { word, page, from, to } of [first, second]) {
      expect([...page.pairs.slice(from, to)]).toEqual([...word.pairs])
      expect([...page.advances.slice(from, to)]).toEqual([...word.advances])
    }
  })

  test('of a thousand different ones each keeps its glyphs', () => {
    const words = openWords(squareFace(), settings)
    const all = Array.from({ length: 2000 }, (_, index) => wordOf(words, `word${index}`))
    all.forEach(({ page, from, to }, index) => {
      const texts = Array.from(page.pairs.slice(from, to), (pair) => words.face.textOf(pair))
      expect(texts.join('')).toBe(`word${index}`)
    })
  })
})

test('a character of one glyph is known by its unit, and is the same as the word of it', () => {
  const { face, shaped } = counting()
  const words = openWords(face, settings)
  for (let time = 0; time < 2; time++) {
    for (const character of '中国，') {
      const unit = character.charCodeAt(0)
      expect(isSingle(words, unit)).toBe(true)
      const { word } = wordOf(words, character)
      expect([singlePair(words, unit), singleAdvance(words, unit)]).toEqual([word.pairs[0], word.width])
    }
  }
  expect(shaped).toEqual(['中', '国', '，'])
  expect(isSingle(words, 'a'.charCodeAt(0))).toBe(false)
})

test('cuts stand before glyphs; one inside a ligature is passed over', () => {
  const face = squareFace({ ligatures: ['ffi'] })
  const { word } = wordOf(openWords(face, settings), 'office')
  const places = [1, 2, 4].map((at) => ({ at, chance: Chance.hyphen }))
  expect(cutsAt(word.clusters, places)).toEqual([
    { glyph: 1, chance: Chance.hyphen },
    { glyph: 2, chance: Chance.hyphen },
  ])
})
