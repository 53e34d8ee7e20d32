import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContentStream } from './content-stream.ts'
import { isKind, Lexer } from './lexer.ts'

function stringOf(stream: ContentStream, code: number): void {
  stream.text('(')
  stream.code(code)
  stream.text(')')
}

function written(write: (stream: ContentStream) => void): string {
  const stream = new ContentStream()
  write(stream)
  return Buffer.from(stream.take()).toString('latin1')
}

test('a number is written with three decimals at most and no trailing zeros', () => {
  const examples: [number, string][] = [
    [0, '0'],
    [-0, '0'],
    [-0.0004, '0'],
    [1.5, '1.5'],
    [-12.3456, '-12.346'],
    [0.05, '0.05'],
    [0.001, '0.001'],
    [14400, '14400'],
    [1e-7, '0'],
    [99.9996, '100'],
  ]
  for (const [value, text] of examples) expect(written((stream) => stream.number(value))).toBe(text)
})

test('every number reads back as itself to half a thousandth, without exponent or negative zero', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
      const text = written((stream) => stream.number(value))
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d{0,2}[1-9])?$/)
      expect(text).not.toBe('-0')
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.0005001)
    }),
  )
})

test('what is no finite number is refused', () => {
  expect(() => new ContentStream().number(Number.NaN)).toThrow('a number beyond')
  expect(() => new ContentStream().number(Number.POSITIVE_INFINITY)).toThrow('a number beyond')
})

test('a code is two bytes of a literal string, whichever they are', () => {
  const stream = new ContentStream()
  for (let code = 0; code < 65536; code++) {
    stringOf(stream, code)
    const string = new Lexer(Buffer.from(stream.take()).toString('latin1')).next()
    const bytes = isKind(string, 'string') ? string.bytes : ''
    if (bytes !== String.fromCharCode(code >> 8, code & 255)) throw new Error(`code ${code} is lost`)
  }
})

test('a code never writes a line end that readers would change', () => {
  expect(written((stream) => stream.code(0x0d0a))).toBe('\\r\n')
})

test('a stream grows beyond its first size and begins anew when it is taken', () => {
  const stream = new ContentStream()
  for (let count = 0; count < 40000; count++) stream.code(count)
  expect(stream.take().length).toBeGreaterThanOrEqual(80000)
  stream.operator('re', 1, 2.5)
  expect(Buffer.from(stream.take()).toString('latin1')).toBe('1 2.5 re\n')
})
