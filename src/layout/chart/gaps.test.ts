import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphOf, labelledYears, years } from '../../testing/charts.ts'
import { colors, drawn, pathsOf, rectsOf, textOf } from '../../testing/draw-chart.ts'

describe('what is missing', () => {
  test('is hatched over the place of its columns, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (isThere) => {
        fc.pre(isThere.includes(true))
        const marks = drawn(
          graphOf({
            sort: 'column',
            categories: years,
            values: [isThere.map((is) => (is ? 5 : null))],
            ticks: { 0: '0', 10: '10' },
          }),
        )
        const columns = [...rectsOf(marks, colors.mark), ...rectsOf(marks, colors.last)]
        const hatches = pathsOf(marks, colors.gap)
        const runs = isThere.filter((is, index) => !is && (isThere[index - 1] ?? true)).length
        expect(hatches).toHaveLength(runs)
        const ticks = rectsOf(marks, colors.zero).filter(({ width }) => width < 1)
        isThere.forEach((is, index) => {
          const x = (ticks[index]?.x ?? 0) + 0.375
          expect(hatches.some((one) => one.x < x && x < one.x + one.width)).toBe(!is)
        })
        for (const { x, width } of columns)
          for (const one of hatches)
            expect(one.x + one.width <= x + 1e-6 || one.x >= x + width - 1e-6).toBe(true)
      }),
    )
  })

  test('is hatched from one value of a line to the next, at the ends to the edge of the plot', () => {
    const values = [[null, 2, null, 3, 4, 5, 6, null]]
    const marks = drawn(graphOf({ sort: 'line', categories: years, values, ticks: { 0: '0', 10: '10' } }))
    const ticks = rectsOf(marks, colors.zero).filter(({ width }) => width < 1)
    const at = (index: number): number => (ticks[index]?.x ?? 0) + 0.375
    const [zero] = rectsOf(marks, colors.zero)
    const edges = [zero?.x, at(1), at(1), at(3), at(6), (zero?.x ?? 0) + (zero?.width ?? 0)]
    const hatches = pathsOf(marks, colors.gap)
    const found = hatches.flatMap(({ x, width }) => [x, x + width])
    edges.forEach((edge, index) => {
      expect(found[index]).toBeCloseTo(edge ?? 0, 6)
    })
  })

  test('is called so where there is room, and is two dots elsewhere', () => {
    const values = [[1, null, null, 2, 3, 4, 5, null]]
    const text = textOf(
      drawn(graphOf({ sort: 'column', categories: years, values, ticks: { 0: '0', 10: '10' } })),
    )
    expect(text).toContain('no data')
    expect(text).toContain('无数据')
    expect(text.filter((one) => one === '..')).toHaveLength(1)
  })

  test('is said at length where no value is there, without a scale', () => {
    const values = [years.map(() => null)]
    const marks = drawn(
      graphOf({
        sort: 'area',
        categories: years,
        labelled: labelledYears,
        values,
        ticks: { 0: '0', 10: '10/100' },
      }),
    )
    expect(textOf(marks)).toEqual(['1990', '2000', '2010', '2023', 'No data, 1990–2023', '1990—2023年无数据'])
    expect(rectsOf(marks, colors.grid)).toEqual([])
    expect(pathsOf(marks, colors.gap)).toHaveLength(1)
  })
})
