import fc from 'fast-check'
import { expect, test } from 'vitest'
import { references, substitute, valueLimit } from './variables.ts'

test.each([
  ['1pt solid', []],
  ['var(--a)', [['--a', null]]],
  ['1pt VAR( --a ) 2pt', [['--a', null]]],
  [
    'var(--a, 1pt) var(--b,)',
    [
      ['--a', '1pt'],
      ['--b', ''],
    ],
  ],
  ['x(var(--a, y(1, 2)))', [['--a', 'y(1, 2)']]],
  ['var(--a, var(--b))', [['--a', 'var(--b)']]],
  ['"var(--a)"', []],
  ['not-var(--a)', []],
  ['var(--a', [['--a', null]]],
])('the variables of `%s` are found', (text, expected) => {
  expect(references(text).map(({ name, fallback }) => [name, fallback])).toEqual(expected)
})

test('what stands between the variables stays as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('1pt', ' ', '"a)"', 'f(x, y)', ','), { maxLength: 8 }), (parts) => {
      const none = () => {
        throw new Error('every variable has a value')
      }
      const text = parts.join(' var(--v) ')
      expect(substitute(text, () => 'V', none)).toBe(parts.join(' V '))
    }),
  )
})

test('a missing variable is named, and there is no value', () => {
  const missing: string[] = []
  const lookup = (name: string) => (name === '--a' ? '1pt' : null)
  expect(substitute('var(--a) var(--b)', lookup, (name) => missing.push(name))).toBeNull()
  expect(missing).toEqual(['--b'])
})

test('a value may grow up to the limit and not beyond', () => {
  const refused: string[] = []
  const grow = (length: number) =>
    substitute(
      'var(--a)',
      () => 'x'.repeat(length),
      (name) => refused.push(name),
    )
  expect(grow(valueLimit)?.length).toBe(valueLimit)
  expect(grow(valueLimit + 1)).toBeNull()
  expect(refused).toEqual(['--a'])
})
