import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, jsonObject, readJson, writeJson } from './json.ts'

const encoder = new TextEncoder()

function problem(text: string): string {
  const read = readJson(encoder.encode(text))
  return read.ok ? 'none' : read.problem
}

/** As JavaScript's own reader gives it. */
function plain(value: Json): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]))
  return Array.isArray(value) ? value.map(plain) : value
}

test('what is written is what JSON.parse reads, and what is read again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), fc.boolean(), (value, isSpaced) => {
      const text = JSON.stringify(value, null, isSpaced ? '\t' : '')
      const read = readJson(encoder.encode(text))
      // Half a character is the one thing that JavaScript writes and nobody should read.
      if (/\\ud[89a-f]/.test(text)) return
      if (!read.ok) throw new Error(read.problem)
      expect(plain(read.value)).toEqual(JSON.parse(text))
      const written = writeJson(read.value)
      expect(plain(read.value)).toEqual(JSON.parse(new TextDecoder().decode(written)))
      const again = readJson(written)
      expect(again.ok && writeJson(again.value)).toEqual(written)
    }),
  )
})

test('keys are sorted by code unit, whatever their order was', () => {
  const one = jsonObject({ b: [1, {} as never].slice(0, 1), a: null, A: 'x', ä: true })
  expect(new TextDecoder().decode(writeJson(one))).toBe(
    '{\n  "A": "x",\n  "a": null,\n  "b": [\n    1\n  ],\n  "ä": true\n}\n',
  )
})

test.each([
  ['{"a": 1, "a": 2}', 'line 1: the key `a` stands twice'],
  ['{"a": 1, "\\u0061": 2}', 'line 1: the key `a` stands twice'],
  ['{"a": {"b": 1},\n "c": {"b": 1,\n "b": 2}}', 'line 3: the key `b` stands twice'],
  ['{"a": 1,}', 'line 1: a string in double quotes is expected'],
  ['[1,\n2,\n]', 'line 3: a value is expected'],
  ['[1 2]', 'line 1: `,` or `]` is expected'],
  ['{"a" 1}', 'line 1: `:` is expected'],
  ['{} {}', 'line 1: something follows the value'],
  ['', 'line 1: a value is expected'],
  ['NaN', 'line 1: a value is expected'],
  ['01', 'line 1: something follows the value'],
  ['"a\nb"', 'line 1: a string in double quotes is expected'],
  ['"\\x"', 'line 1: a string in double quotes is expected'],
  ['"\\ud800"', 'line 1: a string has half a character'],
  ["{'a': 1}", 'line 1: a string in double quotes is expected'],
  ['\ufeff{}', 'line 1: a value is expected'],
  ['// a\n{}', 'line 1: a value is expected'],
])('%j is refused', (text, expected) => {
  expect(problem(text)).toBe(expected)
})

test('bytes that are no UTF-8 are refused', () => {
  expect(readJson(new Uint8Array([0x22, 0xff, 0x22]))).toEqual({ ok: false, problem: 'not UTF-8' })
})

test('64 levels are read, and one more is refused', () => {
  expect(problem(`${'['.repeat(65)}${']'.repeat(65)}`)).toBe('none')
  expect(problem(`${'['.repeat(66)}${']'.repeat(66)}`)).toBe('line 1: more than 64 levels')
  expect(problem('['.repeat(1_000_000))).toBe('line 1: more than 64 levels')
})

test('keys that mean something to JavaScript are keys as any other', () => {
  const read = readJson(encoder.encode('{"__proto__": {"a": 1}, "constructor": 2}'))
  expect(read.ok && read.value instanceof Map && [...read.value.keys()]).toEqual(['__proto__', 'constructor'])
})
