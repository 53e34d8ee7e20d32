import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { thinned } from './plot.ts'
import { circle, closedOn, dashed, hatch, type Point, runsOf, symbol } from './shapes.ts'
import { contrast, legible } from './tones.ts'

const place = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) })

describe('a hatch', () => {
  const box = fc
    .tuple(place, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }))
    .map(([{ x, y }, width, height]) => ({ left: x, top: y, right: x + width, bottom: y + height }))

  test('is of lines at 45° from edge to edge of its box', () => {
    fc.assert(
      fc.property(box, fc.integer({ min: 2, max: 9 }), (one, step) => {
        const ends = endsOf(hatch(one, step))
        for (const [from, to] of ends) {
          expect(to.x - from.x).toBeCloseTo(from.y - to.y, 9)
          expect(from.x === one.left || from.y === one.bottom).toBe(true)
          expect(to.x === one.right || to.y === one.top).toBe(true)
        }
        const crossed = Math.floor((one.right + one.bottom) / step) - Math.ceil((one.left + one.top) / step)
        expect(Math.abs(ends.length - crossed)).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('goes on in the box beside it', () => {
    const [left, right] = [
      hatch({ left: 0, top: 0, right: 50, bottom: 40 }, 4),
      hatch({ left: 50, top: 0, right: 90, bottom: 40 }, 4),
    ]
    const whole = hatch({ left: 0, top: 0, right: 90, bottom: 40 }, 4)
    const length = (outline: ReturnType<typeof hatch>): number =>
      endsOf(outline).reduce((sum, [from, to]) => sum + to.x - from.x, 0)
    expect(length(left) + length(right)).toBeCloseTo(length(whole), 9)
  })
})

describe('a dashed line', () => {
  test('is as long as its line without the gaps', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (points) => {
        const whole = lengthOf(points)
        const pattern = [5, 3]
        const shown = partsOf(dashed(points, pattern)).reduce((sum, part) => sum + lengthOf(part), 0)
        const rest = whole % 8
        expect(shown).toBeCloseTo(Math.floor(whole / 8) * 5 + Math.min(rest, 5), 6)
      }),
    )
  })

  test('is solid without a pattern', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 9, y: 9 },
    ]
    expect(dashed(line, [])).toEqual([
      ['M', 0, 0],
      ['L', 9, 9],
    ])
  })
})

test('an area is closed along its base', () => {
  const line = [
    { x: 0, y: 5 },
    { x: 10, y: 2 },
  ]
  expect(closedOn(line, 20)).toEqual([['M', 0, 5], ['L', 10, 2], ['L', 10, 20], ['L', 0, 20], ['Z']])
})

test('a circle is round to a thousandth of its radius', () => {
  let at: Point = { x: 0, y: 0 }
  for (const step of circle({ x: 0, y: 0 }, 10)) {
    if (step[0] === 'M') at = { x: step[1], y: step[2] }
    if (step[0] !== 'C') continue
    const [, a, b, c, d, x, y] = step
    for (let t = 0; t <= 1; t += 0.05) {
      const mix = (p: number, q: number, r: number, s: number): number =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s
      expect(Math.abs(Math.hypot(mix(at.x, a, c, x), mix(at.y, b, d, y)) - 10)).toBeLessThan(0.01)
    }
    at = { x, y }
  }
})

test('symbols differ in shape, not in area', () => {
  const areas = [1, 2, 3].map((index) => {
    const corners = symbol(index, { x: 0, y: 0 }, 10).flatMap((step) =>
      step[0] === 'Z' ? [] : [[step[1] ?? 0, step[2] ?? 0] as const],
    )
    const twice = corners.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [0, 0]
      return sum + x * nextY - y * nextX
    }, 0)
    return Math.abs(twice) / 2
  })
  for (const area of areas) expect(area / (Math.PI * 100)).toBeCloseTo(1, 2)
})

test('a line is in stretches between what is missing', () => {
  const [a, b, c] = [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
    { x: 2, y: 2 },
  ]
  expect(runsOf([null, a, b, null, null, c])).toEqual([[a, b], [c]])
})

test('of labels in a row the first and the last stay, and none that is too near to another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 })), { minLength: 1 }),
      (steps) => {
        let at = 0
        const extents = steps.map(([gap, width]) => {
          const from = at + gap
          at = from
          return { from, to: from + width }
        })
        const kept = thinned(extents, 3)
        expect(kept.at(-1)).toBe(extents.length - 1)
        const last = extents.at(-1)
        if (last && (extents[0]?.to ?? 0) + 3 <= last.from) expect(kept[0]).toBe(0)
        kept.forEach((index, place) => {
          const next = extents[kept[place + 1] ?? -1]
          if (next) expect(next.from).toBeGreaterThanOrEqual((extents[index]?.to ?? 0) + 3)
        })
      },
    ),
  )
})

test('a pale colour is darkened for a line just as far as it can be seen', () => {
  const [pale, dark, white] = [
    [201, 213, 228],
    [31, 58, 95],
    [255, 255, 255],
  ] as const
  expect(legible(dark, white)).toEqual(dark)
  expect(contrast(legible(pale, white), white)).toBeGreaterThanOrEqual(3)
  expect(contrast(legible(pale, white), white)).toBeLessThan(3.2)
  // The extremes of WCAG 2.2.
  expect(contrast([0, 0, 0], white)).toBeCloseTo(21, 9)
  expect(contrast(white, white)).toBe(1)
})

function endsOf(outline: ReturnType<typeof hatch>): readonly (readonly [Point, Point])[] {
  return partsOf(outline).map((part) => [part[0] ?? { x: 0, y: 0 }, part[1] ?? { x: 0, y: 0 }])
}

function partsOf(outline: ReturnType<typeof hatch>): readonly Point[][] {
  const parts: Point[][] = []
  for (const step of outline) {
    if (step[0] === 'M') parts.push([{ x: step[1], y: step[2] }])
    if (step[0] === 'L') parts.at(-1)?.push({ x: step[1], y: step[2] })
  }
  return parts
}

function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => {
    const before = points[index - 1]
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum
  }, 0)
}
