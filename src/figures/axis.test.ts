import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { axisFor } from './axis.ts'

// The first five are the scales of the reference sheets.
test.each([
  [1_135_185_000, 1_411_100_000, 0, 1.5e9, 0.5e9],
  [360_857_912_566, 17_794_781_986_104, 0, 20e12, 5e12],
  [23_475, 34_770, 0, 40_000, 10_000],
  [101_323, 113_545, 0, 125_000, 25_000],
  [240_366_667, 1_065_962_963, 0, 1.25e9, 0.25e9],
  [21e6, 33.1e6, 0, 40e6, 10e6],
  [-2.4e9, 6.2e9, -4e9, 8e9, 2e9],
  [0, 0, 0, 3, 1],
  [0, 1, 0, 1.25, 0.25],
  [0, 9.5, 0, 10, 2],
  [0, 9.6, 0, 12.5, 2.5],
  [0, 0.00123, 0, 0.0015, 0.0005],
  [-5, -1, -6, 0, 2],
  [999_999_999_999_999, 999_999_999_999_999, 0, 1.25e15, 2.5e14],
])('from zero, %d to %d lie on a scale from %d to %d by %d', (min, max, from, to, step) => {
  expect(axisFor(min, max, { zero: true })).toMatchObject({ from, to, step })
})

test.each([
  [101, 113, 100, 115, 5],
  [5, 5, 4.5, 5.75, 0.25],
  [-3, 4, -5, 5, 2.5],
])('not from zero, %d to %d lie on a scale from %d to %d by %d', (min, max, from, to, step) => {
  expect(axisFor(min, max, { zero: false })).toMatchObject({ from, to, step })
})

test('values that a division left a hair apart are alike', () => {
  const { ticks } = axisFor(0.1 + 0.2, 0.3, { zero: false })
  expect(new Set(ticks).size).toBe(ticks.length)
})

describe('any scale', () => {
  /** What data gives lies between 10^-15 and 10^15, a quotient of two between 10^-30 and 10^30. */
  const value = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((one) => (Math.abs(one) < 1e-30 ? 0 : one)),
    fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -15, max: 9 }))
      .map(([digits, power]) => Number(`${digits}e${power}`)),
  )
  const made = fc.tuple(value, value, fc.boolean()).map(([a, b, zero]) => {
    const [min, max] = [Math.min(a, b), Math.max(a, b)]
    return { min, max, zero, axis: axisFor(min, max, { zero }) }
  })

  it('holds all values, and room above the highest one', () => {
    fc.assert(
      fc.property(made, ({ min, max, zero, axis: { from, to } }) => {
        expect(from).toBeLessThanOrEqual(min)
        expect(to).toBeGreaterThanOrEqual(max)
        if (zero && max > 0) expect(max * 20).toBeLessThanOrEqual(to * 19)
        // Room for a label below what is below zero: 8 mm of 58.
        if (zero && min < 0) expect(min - from).toBeGreaterThanOrEqual(0.13 * (to - from))
      }),
    )
  })

  it('has three to five steps of 1, 2, 2.5 or 5, six where it has both sides of zero', () => {
    fc.assert(
      fc.property(made, ({ axis: { from, to, step, ticks } }) => {
        const most = from < 0 && to > 0 ? 6 : 5
        expect(ticks.length - 1).toBeGreaterThanOrEqual(3)
        expect(ticks.length - 1).toBeLessThanOrEqual(most)
        expect(['1', '2', '2.5', '5']).toContain(step.toExponential().split('e')[0])
        expect([ticks[0], ticks.at(-1)]).toEqual([from, to])
      }),
    )
  })

  it('has zero as a tick wherever zero lies on it', () => {
    fc.assert(
      fc.property(made, ({ zero, axis: { from, to, ticks } }) => {
        if (zero) expect(from <= 0 && to >= 0).toBe(true)
        expect(ticks.some((tick) => Object.is(tick, 0))).toBe(from <= 0 && to >= 0)
      }),
    )
  })

  it('is the tightest of its kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (max) => {
        const tops = [1, 2, 2.5, 5].flatMap((step) =>
          Array.from({ length: 12 }, (_, power) =>
            [3, 4, 5].map((count) => count * step * 10 ** (power - 1)),
          ),
        )
        const fitting = tops.flat().filter((top) => max * 20 <= top * 19)
        expect(axisFor(0, max, { zero: true }).to).toBe(Math.min(...fitting))
      }),
    )
  })
})
