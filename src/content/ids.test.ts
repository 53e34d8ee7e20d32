import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './ids.ts'

test('five words that need nothing but small letters give what the same words give among marks that are left out', () => {
  const piece = fc.constantFrom(
    'A',
    'b',
    '7',
    ' ',
    '.',
    '-',
    ',',
    '"',
    '\n',
    '\\',
    ']',
    'Word',
    "'",
    'é',
    '[^n]',
    '`',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      // An apostrophe is left out, and keeps the quick way from being taken.
      expect(slug(text)).toBe(slug(`’${text}`))
    }),
    { numRuns: 2000 },
  )
})

test('the first five words name a text, of 200 characters at most', () => {
  expect(slug('All of a sudden, it rains (again).')).toBe('all-of-a-sudden-it')
  expect(slug(`a b c d ${'e'.repeat(300)} f`)).toBe(`a-b-c-d-${'e'.repeat(192)}`)
  expect(slug('水')).toBe('paragraph')
})

function slug(text: string): string {
  const span = { file: { path: 'x.yaml', text }, start: 0, end: text.length }
  const versions = new Map([['en', { text, lang: 'en', span, places: null }]])
  return slugOf({ kind: 'text', versions, only: null }, 'en', 'paragraph')
}
