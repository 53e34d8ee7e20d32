import { describe, expect, test } from 'vitest'
import { graphOf, labelledYears, names, trackOf, years } from '../../testing/charts.ts'
import { colors, drawn, rectsOf, wordsIn } from '../../testing/draw-chart.ts'

describe('the scale', () => {
  const graph = graphOf({
    sort: 'column',
    categories: years,
    labelled: labelledYears,
    values: [[1, 2, 3, 4, 5, 6, 7, 8]],
    ticks: { 0: '0', 5: '5/50', 10: '10/100' },
  })

  test('has a label of each language at each line: the first left, the last right', () => {
    const marks = drawn(graph)
    const lines = [...rectsOf(marks, colors.grid), ...rectsOf(marks, colors.zero).slice(0, 1)]
    const said = wordsIn(marks)
    for (const [near, far] of [
      ['0', '0'],
      ['5', '50'],
      ['10', '100'],
    ]) {
      const [left] = said.filter(({ text }) => text === near)
      const right = said.findLast(({ text }) => text === far)
      if (!left || !right) throw new Error('a label is missing')
      // Half of 10 pt is above the line; the letters stand .3 em around the middle of their line.
      const center = (left.top + left.bottom) / 2
      const line = lines.find(({ y, height }) => Math.abs(y + height / 2 - center) < 0.01)
      expect(line).toBeDefined()
      expect(left.right).toBeLessThan(line?.x ?? 0)
      expect(right.left).toBeGreaterThan((line?.x ?? 0) + (line?.width ?? 0))
      expect(right.top).toBeCloseTo(left.top, 6)
    }
  })

  test('of one language stands left alone', () => {
    const said = wordsIn(drawn(graph, undefined, ['zh-Hans']))
    expect(said.filter(({ text }) => text === '100')).toHaveLength(1)
    expect(said.some(({ text }) => text === '10')).toBe(false)
  })

  test('of time is true: three years are narrower than five', () => {
    const ticks = rectsOf(drawn(graph), colors.zero).filter(({ width }) => width < 1)
    expect(ticks).toHaveLength(years.length)
    const [first, last] = [ticks[0]?.x ?? 0, ticks.at(-1)?.x ?? 0]
    ticks.forEach(({ x }, index) => {
      expect((x - first) / (last - first)).toBeCloseTo(((years[index] ?? 0) - 1990) / 33, 6)
    })
  })

  test('has no line of 0 where it does not reach there', () => {
    const marks = drawn(
      graphOf({
        sort: 'line',
        categories: names,
        values: [[60, 70, 80, 70, 60, 70, 75]],
        ticks: { 60: '60', 80: '80' },
      }),
    )
    expect(rectsOf(marks, colors.zero)).toEqual([])
    expect(rectsOf(marks, colors.grid)).toHaveLength(2)
  })
})

describe('a track', () => {
  test('runs from the beginning of its first year to the end of its last', () => {
    const size = { width: 150, height: 18 }
    const marks = drawn(trackOf({ precision: 'years', from: 2014, to: 2017 }), size)
    const grid = rectsOf(marks, colors.grid)
    expect(grid.map(({ x }) => x + 0.25)).toEqual([0, 30, 60, 90, 120, 150])
    const bar = marks.at(-1)
    expect([bar?.x, bar?.mark.kind === 'rect' && bar.mark.width]).toEqual([30, 90])
  })

  test('shows a day as a disc on its middle, a month as a bar that is at least 1 mm wide', () => {
    const size = { width: 50, height: 18 }
    const day = drawn(trackOf({ precision: 'day', from: 2015, to: 2015 + 1 / 365 }), size).at(-1)
    expect(day?.mark.kind).toBe('path')
    expect((day?.x ?? 0) + (day?.mark.kind === 'path' ? day.mark.width / 2 : 0)).toBeCloseTo(20 + 5 / 365, 6)
    const month = drawn(trackOf({ precision: 'month', from: 2015, to: 2015 + 1 / 12 }), size).at(-1)
    expect(month?.mark.kind === 'rect' && month.mark.width).toBeCloseTo(72 / 25.4, 6)
  })

  test('has its years in the middle of their stretches in its head', () => {
    const said = wordsIn(drawn(trackOf(null), { width: 150, height: 13 }))
    expect(said.map(({ left, right }) => (left + right) / 2)).toEqual([15, 45, 75, 105, 135])
  })
})
