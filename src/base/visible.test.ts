import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test.each([
  ['the marks of direction', '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c'],
  ['what has no width', '\u200b\u200c\u200d\u2060\ufeff\u00ad'],
  ['tags, which spell a text that nobody sees', '\u{e0041}\u{e007f}'],
  ['controls of both sets', '\u0000\u001b\u007f\u0085\u009b'],
  ['what ends a line', '\n\r\u2028\u2029'],
  ['half a surrogate pair', '\ud800'],
])('is spelled out: %s', (_, text) => {
  const spelled = Array.from(
    text,
    (one) => `<U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  )
  expect(visible(`a${text}b`)).toBe(`a${spelled.join('')}b`)
})

test('what can be seen stays, marks that join a letter as well', () => {
  const text = 'Ångström e\u0301 标题 שלום 😀 “—” \u00a0'
  expect(visible(text)).toBe(text)
})

test('no text brings a hidden character through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u)
    }),
  )
})
