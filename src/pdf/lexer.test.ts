import { expect, test } from 'vitest'
import { Lexer, type Token } from './lexer.ts'

function tokens(source: string): Token[] {
  const lexer = new Lexer(source)
  const all: Token[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) all.push(token)
  return all
}

// The examples of ISO 32000-1, 7.3.
test('numbers, names and strings read as the standard says', () => {
  expect(tokens('123 +17 -98 34.5 -.002 4.')).toEqual([123, 17, -98, 34.5, -0.002, 4])
  expect(tokens('/Name1 /A;Name_With /paired#28#29parentheses')).toEqual([
    { kind: 'name', name: 'Name1' },
    { kind: 'name', name: 'A;Name_With' },
    { kind: 'name', name: 'paired()parentheses' },
  ])
  expect(tokens('(Strings (with) balanced\\n) <48692E>')).toEqual([
    { kind: 'string', bytes: 'Strings (with) balanced\n' },
    { kind: 'string', bytes: 'Hi.' },
  ])
})

test('a reference is one token, and numbers before an operator are not', () => {
  expect(tokens('[12 0 R 7] 12 0 RG')).toEqual([
    [{ kind: 'pointer', id: 12 }, 7],
    12,
    0,
    { kind: 'operator', name: 'RG' },
  ])
})

test('a dictionary holds its entries and comments are skipped', () => {
  const [dictionary] = tokens('<< /A true % note\n /B << /C null >> >>')
  expect(dictionary).toEqual({
    kind: 'dictionary',
    entries: new Map<string, Token>([
      ['A', true],
      ['B', { kind: 'dictionary', entries: new Map([['C', null]]) }],
    ]),
  })
})

test('an array or string without an end is refused', () => {
  expect(() => tokens('[1 2')).toThrow('before `]`')
  expect(() => tokens('(abc')).toThrow('does not end')
})
