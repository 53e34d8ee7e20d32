import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { wholeFile } from '../../base/span.ts'
import { extentOf } from '../extent.ts'
import { composed, identity, type Matrix, moved, movedOutline } from '../matrix.ts'
import type { Segment } from '../outline.ts'
import { arcTo } from './arc.ts'
import { clockwise } from './clockwise.ts'
import { readPath } from './path-data.ts'
import { SvgReport } from './svg-report.ts'
import { readTransforms } from './transforms.ts'
import type { Written } from './xml.ts'

function written(text: string): Written {
  const file = { path: 'a.svg', text }
  return { text, span: { file, start: 0, end: text.length } }
}

function outline(d: string): readonly Segment[] {
  const report = new Report()
  const read = readPath(written(d), 1e6, new SvgReport(wholeFile('a.svg').file, report))
  expect(report.diagnostics.map(({ message }) => message)).toEqual([])
  return read
}

const number = fc.integer({ min: -400, max: 400 }).map((value) => value / 4)
const point = fc.tuple(number, number)

/** Segments as lines of numbers, to be compared with some tolerance. */
function expectSame(found: readonly Segment[], wanted: readonly Segment[]): void {
  expect(found.map(([name]) => name)).toEqual(wanted.map(([name]) => name))
  for (const [index, [, ...numbers]] of found.entries())
    for (const [at, value] of numbers.entries()) expect(value).toBeCloseTo(Number(wanted[index]?.[at + 1]), 6)
}

/** A point of a cubic curve. */
function at(from: readonly [number, number], curve: Segment, t: number): readonly [number, number] {
  if (curve[0] !== 'C') throw new Error('no curve')
  const [, x1, y1, x2, y2, x, y] = curve
  const value = (p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s
  return [value(from[0], x1, x2, x), value(from[1], y1, y2, y)]
}

test.each([
  [
    'M10 20L30 40',
    [
      ['M', 10, 20],
      ['L', 30, 40],
    ],
  ],
  ['m10,20 30-40z', [['M', 10, 20], ['L', 40, -20], ['Z']]],
  [
    'M.5.5.25-1e1',
    [
      ['M', 0.5, 0.5],
      ['L', 0.25, -10],
    ],
  ],
  [
    'M1 2H5V6h-1v-2',
    [
      ['M', 1, 2],
      ['L', 5, 2],
      ['L', 5, 6],
      ['L', 4, 6],
      ['L', 4, 4],
    ],
  ],
  ['M0 0zl5 5', [['M', 0, 0], ['Z'], ['M', 0, 0], ['L', 5, 5]]],
  [
    'M0 0C1 2 3 4 5 6S7 8 9 10',
    [
      ['M', 0, 0],
      ['C', 1, 2, 3, 4, 5, 6],
      ['C', 7, 8, 7, 8, 9, 10],
    ],
  ],
  [
    'M0 0S1 2 3 4',
    [
      ['M', 0, 0],
      ['C', 0, 0, 1, 2, 3, 4],
    ],
  ],
  [
    'M0 0Q3 3 6 0T12 0',
    [
      ['M', 0, 0],
      ['C', 2, 2, 4, 2, 6, 0],
      ['C', 8, -2, 10, -2, 12, 0],
    ],
  ],
  [
    'M0 0a0 5 0 0 1 5 5',
    [
      ['M', 0, 0],
      ['L', 5, 5],
    ],
  ],
  ['', []],
  ['none', []],
] as const)('%j is read as the standard has it', (d, wanted) => {
  expectSame(outline(d), wanted)
})

test('flags of an arc need nothing between them and the next number', () => {
  expectSame(outline('M0 0a10 10 0 0120 0'), outline('M 0 0 A 10 10 0 0 1 20 0'))
  expectSame(outline('M0 0a10 10 0 1,0.5.5'), outline('M 0 0 A 10 10 0 1 0 0.5 0.5'))
})

test('a path means the same written relative and absolute', () => {
  const step = fc.oneof(
    fc.record({ name: fc.constant('L'), points: fc.tuple(point) }),
    fc.record({ name: fc.constant('C'), points: fc.tuple(point, point, point) }),
    fc.record({ name: fc.constantFrom('S', 'Q'), points: fc.tuple(point, point) }),
    fc.record({ name: fc.constant('T'), points: fc.tuple(point) }),
    fc.record({ name: fc.constant('Z'), points: fc.constant([]) }),
  )
  fc.assert(
    fc.property(point, fc.array(step, { maxLength: 12 }), (start, steps) => {
      const absolute = [`M${start.join(' ')}`]
      const relative = [...absolute]
      let here: readonly number[] = start
      for (const { name, points } of steps) {
        const [x = 0, y = 0] = here
        absolute.push(name + points.flat().join(' '))
        relative.push(name.toLowerCase() + points.map(([px, py]) => `${px - x} ${py - y}`).join(' '))
        here = name === 'Z' ? start : (points.at(-1) ?? here)
      }
      expectSame(outline(relative.join('')), outline(absolute.join('')))
    }),
  )
})

test('an arc begins and ends where it should, on an ellipse of its turn, and bulges to its side', () => {
  const radius = fc.integer({ min: 1, max: 200 })
  const arc = fc.record({
    rx: radius,
    ry: radius,
    turn: fc.integer({ min: -180, max: 180 }),
    isLarge: fc.boolean(),
    isPositive: fc.boolean(),
  })
  fc.assert(
    fc.property(point, arc, point, (from, { rx, ry, ...rest }, to) => {
      if (Math.hypot(from[0] - to[0], from[1] - to[1]) < 1) return
      const curves = arcTo(from, { rx, ry, ...rest }, to)
      const last = curves.at(-1)
      expect(last?.slice(-2)).toEqual([...to])
      // On a unit circle all points are equally far from the middle, which the three first of them find.
      const angle = (-rest.turn * Math.PI) / 180
      const flat = (p: readonly [number, number]): readonly [number, number] => [
        (p[0] * Math.cos(angle) - p[1] * Math.sin(angle)) / rx,
        (p[0] * Math.sin(angle) + p[1] * Math.cos(angle)) / ry,
      ]
      let start: readonly [number, number] = from
      const points: (readonly [number, number])[] = [flat(from)]
      for (const curve of curves) {
        for (const t of [0.25, 0.5, 0.75, 1]) points.push(flat(at(start, curve, t)))
        if (curve[0] === 'C') start = [curve[5], curve[6]]
      }
      const [a, b, c] = [points[0], points[Math.floor(points.length / 2)], points.at(-1)]
      if (!a || !b || !c) return
      const center = circumcenter(a, b, c)
      if (!center) return
      const distance = (p: readonly [number, number]) => Math.hypot(p[0] - center[0], p[1] - center[1])
      const wanted = distance(a)
      for (const p of points) expect(Math.abs(distance(p) - wanted)).toBeLessThan(0.002 * wanted)
      // Large enough radii stay as they are.
      const needed = Math.hypot(flat(from)[0] - flat(to)[0], flat(from)[1] - flat(to)[1]) / 2
      expect(wanted / Math.max(1, needed)).toBeCloseTo(1, 2)
      const turn = cross(a, b, c)
      if (Math.abs(turn) > 1e-3) expect(turn > 0).toBe(rest.isPositive)
    }),
  )
})

function cross(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

function circumcenter(
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): readonly [number, number] | null {
  const d = 2 * cross(a, b, c)
  if (Math.abs(d) < 1e-2) return null
  const square = (p: readonly [number, number]) => (p[0] - a[0]) ** 2 + (p[1] - a[1]) ** 2
  const [bs, cs] = [square(b), square(c)]
  return [
    a[0] + ((c[1] - a[1]) * bs - (b[1] - a[1]) * cs) / d,
    a[1] + ((b[0] - a[0]) * cs - (c[0] - a[0]) * bs) / d,
  ]
}

const transform = fc.oneof(
  fc.tuple(number, number).map(([x, y]) => `translate(${x} ${y})`),
  number.map((x) => `translate(${x})`),
  fc.tuple(number, number).map(([x, y]) => `scale(${x}, ${y})`),
  number.map((x) => `scale(${x})`),
  number.map((angle) => `rotate(${angle})`),
  fc.tuple(number, point).map(([angle, [x, y]]) => `rotate(${angle},${x},${y})`),
  fc.integer({ min: -80, max: 80 }).map((angle) => `skewX(${angle})`),
  fc.integer({ min: -80, max: 80 }).map((angle) => `skewY( ${angle} )`),
  fc.array(number, { minLength: 6, maxLength: 6 }).map((all) => `matrix(${all.join(' ')})`),
)

test('a list of transforms is one after another, the last first', () => {
  fc.assert(
    fc.property(fc.array(transform, { maxLength: 5 }), point, (all, [x, y]) => {
      const matrix = (text: string): Matrix => readTransforms(written(text)) ?? identity
      const whole = moved(matrix(all.join(' ,')), x, y)
      const steps = all.reduceRight((here, one) => moved(matrix(one), here[0], here[1]), [x, y] as const)
      const size = Math.max(1, ...steps.map(Math.abs))
      for (const index of [0, 1])
        expect(Math.abs((whole[index] ?? 0) - (steps[index] ?? 0)) / size).toBeLessThan(1e-9)
    }),
  )
})

test('transforms compose on outlines as on points', () => {
  const matrix = fc.tuple(number, number, number, number, number, number)
  fc.assert(
    fc.property(matrix, matrix, point, point, (outer, inner, [x, y], [u, v]) => {
      const path: readonly Segment[] = [['M', x, y], ['L', u, v], ['C', u, y, x, v, y, u], ['Z']]
      expectSame(movedOutline(path, composed(outer, inner)), movedOutline(movedOutline(path, inner), outer))
    }),
  )
})

test.each([
  'translate(1 2 3)',
  'rotate(1 2)',
  'skewX()',
  'spin(3)',
  'translate(1',
  'matrix(1 2 3)',
  'scale(1);',
])('%j is no transform', (text) => {
  expect(readTransforms(written(text))).toBeNull()
})

test('the box around a curve holds all its points, and each of its sides touches one', () => {
  fc.assert(
    fc.property(point, point, point, point, (from, one, other, to) => {
      const curve: Segment = ['C', ...one, ...other, ...to]
      const box = extentOf([['M', ...from], curve])
      const points = Array.from({ length: 201 }, (_, index) => at(from, curve, index / 200))
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
      const near = (value: number | undefined, wanted: number) => {
        expect(Math.abs((value ?? Number.NaN) - wanted)).toBeLessThan(0.1)
      }
      near(box?.left, Math.min(...xs))
      near(box?.right, Math.max(...xs))
      near(box?.top, Math.min(...ys))
      near(box?.bottom, Math.max(...ys))
    }),
  )
})

test('an outline that is turned around runs through the same points, clockwise', () => {
  const square: readonly Segment[] = [['M', 0, 0], ['L', 4, 0], ['L', 4, 4], ['L', 0, 4], ['Z']]
  expect(clockwise(square)).toEqual(square)
  const turned: readonly Segment[] = [['M', 0, 4], ['L', 4, 4], ['C', 5, 3, 6, 2, 4, 0], ['L', 0, 0], ['Z']]
  expect(clockwise(turned)).toEqual([['M', 0, 0], ['L', 4, 0], ['C', 6, 2, 5, 3, 4, 4], ['L', 0, 4], ['Z']])
})
