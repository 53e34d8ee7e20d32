import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ContentStream } from './content-stream.ts'

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

test('a code is four hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 65535 }), (code) => {
      expect(written((stream) => stream.code(code))).toBe(code.toString(16).toUpperCase().padStart(4, '0'))
    }),
  )
})

test('a stream grows beyond its first size and begins anew when it is taken', () => {
  const stream = new ContentStream()
  for (let count = 0; count < 40000; count++) stream.code(count)
  expect(stream.take()).toHaveLength(160000)
  stream.operator('re', 1, 2.5)
  expect(Buffer.from(stream.take()).toString('latin1')).toBe('1 2.5 re\n')
})
