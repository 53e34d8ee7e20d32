import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyValue, graphOf, hundredths, names, wideTicks, years } from '../../testing/charts.ts'
import {
  colors,
  drawn,
  pathsOf,
  pointsOf,
  rectsOf,
  topOf,
  wordsIn,
  zeroOf,
} from '../../testing/draw-chart.ts'
import type { Placed } from '../page.ts'

const seven = fc.array(anyValue, { minLength: 7, maxLength: 7 })

describe('columns and bars', () => {
  test('are as long as their values, upwards from 0 or downwards', () => {
    fc.assert(
      fc.property(seven, (values) => {
        const marks = drawn(
          graphOf({ sort: 'column', categories: names, values: [values], ticks: wideTicks }),
        )
        const columns = rectsOf(marks, colors.mark)
        const kept = values.filter((one) => one !== null && one !== 0)
        expect(columns).toHaveLength(kept.length)
        const zero = zeroOf(marks)
        const unit = (topOf(marks, '500') - topOf(marks, '1000')) / 500
        columns.forEach((column, index) => {
          const one = kept[index] ?? 0
          expect(column.height).toBeCloseTo(Math.abs(one) * unit, 6)
          expect(one > 0 ? column.y + column.height : column.y).toBeCloseTo(zero, 6)
        })
      }),
    )
  })

  test('lie beside each other where they are bars', () => {
    fc.assert(
      fc.property(seven, (values) => {
        const marks = drawn(graphOf({ sort: 'bar', categories: names, values: [values], ticks: wideTicks }))
        const bars = rectsOf(marks, colors.mark)
        const kept = values.filter((one) => one !== null && one !== 0)
        expect(bars).toHaveLength(kept.length)
        const [zero] = rectsOf(marks, colors.zero)
        const base = (zero?.x ?? 0) + 0.5
        const unit = (centerOf(marks, '1000') - centerOf(marks, '500')) / 500
        bars.forEach((bar, index) => {
          const one = kept[index] ?? 0
          expect(bar.width).toBeCloseTo(Math.abs(one) * unit, 4)
          expect(one > 0 ? bar.x : bar.x + bar.width).toBeCloseTo(base, 6)
        })
      }),
    )
  })

  test('stand for no zero, no rounded zero and no missing value', () => {
    const marks = drawn(
      graphOf({
        sort: 'column',
        categories: ['a', 'b', 'c', 'd'],
        values: [[0, '~0', null, 5]],
        ticks: wideTicks,
      }),
    )
    expect(rectsOf(marks, colors.mark)).toHaveLength(1)
  })

  test('segments of a stack add up, those below 0 downwards', () => {
    fc.assert(
      fc.property(fc.tuple(seven, seven, seven), (rows) => {
        const third = rows.map((row) => row.map((one) => one && one / 3))
        const marks = drawn(
          graphOf({
            sort: 'stacked',
            categories: names,
            values: third,
            names: ['x', 'y', 'z'],
            ticks: wideTicks,
          }),
        )
        const all = [colors.first, colors.second, colors.third].flatMap((color) => rectsOf(marks, color))
        // Samples of the legend are squares.
        const segments = all.filter(({ width, height }) => Math.abs(width - height) > 1e-9)
        const unit = (topOf(marks, '500') - topOf(marks, '1000')) / 500
        const total = third.flat().reduce((sum: number, one) => sum + Math.abs(one ?? 0), 0)
        expect(segments.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(total * unit, 4)
        const zero = zeroOf(marks)
        names.forEach((_, category) => {
          const up = third.reduce((sum, row) => sum + Math.max(0, row[category] ?? 0), 0)
          const tops = segments.filter(({ x }) => isIn(category, x, segments)).map(({ y }) => y)
          if (up * unit > 0.01) expect(Math.min(...tops)).toBeCloseTo(zero - up * unit, 4)
        })
      }),
    )
  })
})

/** Whether a segment stands in a category: they are as far apart as the scale is wide. */
function isIn(
  category: number,
  x: number,
  segments: readonly { readonly x: number; readonly width: number }[],
) {
  const width = segments[0]?.width ?? 0
  const left = 246 * (9 / 87)
  const step = (246 - 2 * left) / names.length
  return Math.abs(x + width / 2 - (left + step * (category + 0.5))) < step / 4
}

describe('lines', () => {
  test('run through their values', () => {
    fc.assert(
      fc.property(fc.array(hundredths, { minLength: 8, maxLength: 8 }), (values) => {
        const marks = drawn(graphOf({ sort: 'line', categories: years, values: [values], ticks: wideTicks }))
        const [line] = pathsOf(marks, colors.line).filter(({ fill }) => fill === null)
        const unit = (topOf(marks, '500') - topOf(marks, '1000')) / 500
        const zero = zeroOf(marks)
        const points = pointsOf(line)
        expect(points).toHaveLength(8)
        values.forEach((one, index) => {
          expect(points[index]?.y).toBeCloseTo(zero - one * unit, 4)
        })
      }),
    )
  })

  test('are broken where a value is missing; one alone is a point', () => {
    const values = [[1, 2, null, 3, null, 4, 5, 6]]
    const marks = drawn(graphOf({ sort: 'line', categories: years, values, ticks: { 0: '0', 10: '10' } }))
    const lines = pathsOf(marks, colors.line).filter(({ fill }) => fill === null)
    expect(lines.map(({ outline }) => outline.length)).toEqual([2, 3])
    expect(discsOf(marks)).toHaveLength(6)
  })

  test('close areas on 0', () => {
    const values = [[1, 2, 5, 3, 4, null, 5, -2]]
    const marks = drawn(
      graphOf({ sort: 'area', categories: years, values, ticks: { '-5': '−5', 0: '0', 5: '5' } }),
    )
    const areas = pathsOf(marks, colors.area)
    expect(areas).toHaveLength(2)
    for (const area of areas) {
      const points = pointsOf(area)
      expect(area.outline.at(-1)).toEqual(['Z'])
      expect(points.at(-1)?.y).toBeCloseTo(zeroOf(marks), 6)
      expect(points.at(-2)?.y).toBeCloseTo(zeroOf(marks), 6)
      expect(points.at(-1)?.x).toBe(points[0]?.x)
    }
  })

  test('are told apart by dashes where there is no room for their names', () => {
    const rows = Array.from({ length: 20 }, (_, index) => [index, index + 1])
    const graph = {
      sort: 'line',
      categories: [2000, 2010],
      values: rows,
      ticks: { 0: '0', 20: '20' },
    } as const
    const few = drawn(graphOf({ ...graph, values: rows.slice(0, 2), names: ['a', 'b'] }))
    const many = drawn(graphOf({ ...graph, names: rows.map((_, index) => `name ${index}`) }))
    const steps = (marks: readonly Placed[]): number =>
      Math.max(...marks.map(({ mark }) => (mark.kind === 'path' && !mark.fill ? mark.outline.length : 0)))
    expect(steps(few)).toBe(2)
    expect(steps(many)).toBeGreaterThan(10)
  })
})

function centerOf(marks: readonly Placed[], label: string): number {
  const found = wordsIn(marks).find(({ text }) => text === label)
  if (!found) throw new Error(`there is no ${label}`)
  return (found.left + found.right) / 2
}

function discsOf(marks: readonly Placed[]): readonly Placed[] {
  return marks.filter(({ mark }) => mark.kind === 'path' && mark.outline.some(([step]) => step === 'C'))
}
