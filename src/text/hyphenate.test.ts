import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hyphenate, hyphenator } from './hyphenate.ts'

describe('hyphenate', () => {
  // As TeX divides them, but for fragments of less than three letters.
  test.each([
    ['en', 'hyphen-ation'],
    ['en', 'con-cate-na-tion'],
    ['en', 'super-cal-ifrag-ilis-tic-ex-pi-ali-do-cious'],
    ['en-US', 'devel-op-ment'],
    ['fr', 'gou-ver-ne-ment'],
    ['fr-CA', 'déve-lop-pe-ment'],
    ['de', 'Sil-ben-tren-nung'],
    ['es', 'desa-rro-llo'],
    ['it', 'svi-luppo'],
    ['ru', 'пра-ви-тель-ство'],
  ])('in %s: %s', (lang, divided) => {
    expect(shown(divided.replaceAll('-', ''), lang)).toBe(divided)
  })

  test.each([
    ['a short word', 'paper'],
    ['a capitalised word that is not long', 'Shanghai'],
    ['capitals', 'ORGANIZATION'],
    ['capitals inside', 'McDonaldsization'],
    ['a word with digits', 'organization2024'],
    ['an address', 'example.organization'],
    ['a word that its author divides', 'organi\u00adzation'],
    ['a letter with an accent of its own', 'organi\u0301zation'],
    ['a string that is no word', 'organization'.repeat(10)],
  ])('does not divide %s', (_, word) => {
    expect(hyphenate(word, 'en')).toEqual([])
  })

  test('a language without patterns is not divided', () => {
    expect(hyphenate('ontwikkelingen', 'nl')).toEqual([])
  })

  test('a long capitalised word is divided', () => {
    expect(shown('Concatenation', 'en')).toBe('Con-cate-na-tion')
  })

  test('marks around a word do no harm', () => {
    expect(shown('(“development,”)', 'en')).toBe('(“devel-op-ment,”)')
  })

  test('the parts of a compound and what an apostrophe parts are judged alone', () => {
    expect(shown('self-concatenation', 'en', '|')).toBe('self-con|cate|na|tion')
    expect(shown('mother-in-law', 'en', '|')).toBe('mother-in-law')
    expect(shown('l’administration', 'fr')).toBe('l’admi-nis-tra-tion')
  })

  test('three letters at least stay on each side, and offsets rise', () => {
    const words = fc.string({ unit: fc.constantFrom(...'etaoinsrhldcump'), minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(words, (word) => {
        const offsets = hyphenate(word, 'en')
        expect([...offsets].sort((a, b) => a - b)).toEqual(offsets)
        for (const offset of offsets) {
          expect(offset).toBeGreaterThanOrEqual(3)
          expect(offset).toBeLessThanOrEqual(word.length - 3)
        }
      }),
    )
  })
})

describe('hyphenator', () => {
  test('says the second time what it said the first', () => {
    const divide = hyphenator('en')
    expect(divide('concatenation')).toEqual(hyphenate('concatenation', 'en'))
    expect(divide('concatenation')).toBe(divide('concatenation'))
  })
})

function shown(word: string, lang: string, hyphen = '-'): string {
  let text = ''
  let from = 0
  for (const offset of hyphenate(word, lang)) {
    text += word.slice(from, offset) + hyphen
    from = offset
  }
  return text + word.slice(from)
}
