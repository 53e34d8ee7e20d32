import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundTo, roundToDecimals } from './round.ts'

test.each([
  [1_410_710_000, 3, 1_410_000_000],
  [17_794_781_986_104, 3, 17_800_000_000_000],
  [33_860, 3, 33_900],
  [999_500, 3, 1_000_000],
  [999_499, 3, 999_000],
  [0.0012345, 3, 0.00123],
  [1.005, 3, 1.01],
  [-1.005, 3, -1.01],
  [9.995, 3, 10],
  [5, 1, 5],
  [15, 1, 20],
  [25, 1, 30],
  [0, 3, 0],
])('%d to %d significant figures is %d', (value, significant, expected) => {
  expect(roundTo(value, significant)).toBe(expected)
})

test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [8.345, 2, 8.35],
  [-8.345, 2, -8.35],
  [0.5, 0, 1],
  [1.5, 0, 2],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0.4999, 0, 0],
  [-0.4, 0, 0],
  [-0, 2, 0],
  [0.05, 1, 0.1],
  [0.049, 1, 0],
  [1350, -2, 1400],
  [49, -2, 0],
  [50, -2, 100],
  [999_999_999_999_999, 0, 999_999_999_999_999],
])('%d to %d decimals is %d', (value, decimals, expected) => {
  // `toBe` tells minus zero from zero.
  expect(roundToDecimals(value, decimals)).toBe(expected)
})

test('rounding is at most half a unit off, and rounding again changes nothing', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true })
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 6 }), (one, decimals) => {
      const rounded = roundToDecimals(one, decimals)
      expect(Math.abs(rounded - one)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + Math.abs(one) * 1e-15)
      expect(roundToDecimals(rounded, decimals)).toBe(rounded)
    }),
  )
})

test('a number and its negative round alike', () => {
  const value = fc.double({ min: 1e-9, max: 1e15, noNaN: true })
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 15 }), (one, significant) => {
      expect(roundTo(-one, significant)).toBe(-roundTo(one, significant))
    }),
  )
})

test('what is no finite number is our mistake', () => {
  expect(() => roundTo(Number.NaN, 3)).toThrow('finite')
  expect(() => roundToDecimals(Number.POSITIVE_INFINITY, 3)).toThrow('finite')
})
