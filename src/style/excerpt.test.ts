import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'

test('a short text is quoted whole, on one line', () => {
  expect(excerpt('a\n  b')).toBe('a b')
  expect(excerpt('字'.repeat(60))).toBe('字'.repeat(60))
})

test('of a long text the beginning is quoted, in whole characters', () => {
  expect(excerpt('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`)
  expect(excerpt('😀'.repeat(61))).toBe(`${'😀'.repeat(59)}…`)
  expect(excerpt(`a${' '.repeat(1000)}b`)).toBe('a …')
})

test('no excerpt is longer than 60 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(Array.from(excerpt(text)).length).toBeLessThanOrEqual(60)
    }),
  )
})
