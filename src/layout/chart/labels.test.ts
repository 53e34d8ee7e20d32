import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graph } from '../../figures/chart.ts'
import { anyValue, graphOf, wideTicks, years } from '../../testing/charts.ts'
import {
  colors,
  drawn,
  pointsOf,
  rectsOf,
  type Said,
  textOf,
  wordsIn,
  zeroOf,
} from '../../testing/draw-chart.ts'
import type { Placed } from '../page.ts'
import type { Point } from './shapes.ts'

describe('words', () => {
  const sorts = ['column', 'bar', 'line', 'area', 'stacked', 'dot', 'sparkline'] as const
  const anyGraph = fc
    .record({
      sort: fc.constantFrom(...sorts),
      isTime: fc.boolean(),
      count: fc.integer({ min: 1, max: 12 }),
      rows: fc.array(fc.array(anyValue, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
      labels: fc.array(fc.stringMatching(/^[0-9]{1,5}(\/[0-9]{1,4}亿)?$/), { minLength: 12, maxLength: 12 }),
      name: fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,8})?\/[水山石田土木金火]{1,6}$/),
    })
    .map(({ sort, isTime, count, rows, labels, name }): Graph => {
      const values = rows.map((row) => row.slice(0, count).map((one) => one && (one * 4) / 4 / rows.length))
      return graphOf({
        sort,
        categories: values[0]?.map((_, index) => (isTime ? 2000 + index * index : `${index} ${name}`)) ?? [],
        values,
        labels: Object.fromEntries(labels.map((label, index) => [index, label])),
        ...(rows.length > 1 ? { names: rows.map((_, index) => `${index}${name}`) } : {}),
        ticks: wideTicks,
      })
    })
  const sizes = fc.record({
    width: fc.integer({ min: 150, max: 500 }),
    height: fc.integer({ min: 120, max: 300 }),
  })

  test('stand inside the drawing and over no other words', () => {
    fc.assert(
      fc.property(anyGraph, sizes, (graph, size) => {
        const said = wordsIn(drawnOrNothing(graph, size))
        for (const one of said) {
          expect(one.left).toBeGreaterThanOrEqual(-0.01)
          expect(one.top).toBeGreaterThanOrEqual(-0.01)
          expect(one.right).toBeLessThanOrEqual(size.width + 0.01)
          expect(one.bottom).toBeLessThanOrEqual(size.height + 0.01)
        }
        said.forEach((one, index) => {
          for (const other of said.slice(index + 1))
            expect(isOver(one, other), `${one.text} ${other.text}`).toBe(false)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('cover no column, no bar and no line', () => {
    fc.assert(
      fc.property(anyGraph, sizes, (graph, size) => {
        fc.pre(graph.sort !== 'stacked')
        const marks = drawnOrNothing(graph, size)
        const paper = marks.findIndex(({ mark }) => isPaper(mark))
        const inks = [colors.mark, colors.last, colors.first, colors.second, colors.third]
        const columns = inks
          .flatMap((ink) => rectsOf(marks, ink))
          .map(({ x, y, width, height }) => ({
            left: x,
            right: x + width,
            top: y,
            bottom: y + height,
          }))
        const lines = marks.flatMap(({ x, y, mark }) =>
          mark.kind === 'path' && !mark.fill && mark.stroke?.width === 1.5
            ? [pointsOf({ ...mark, x, y })]
            : [],
        )
        for (const { x, y, mark } of paper < 0 ? [] : marks.slice(paper)) {
          if (mark.kind !== 'rect' || !isPaper(mark) || mark.height > 60) continue
          const box = { text: '', left: x, right: x + mark.width, top: y, bottom: y + mark.height }
          for (const column of columns) expect(isOver(box, { text: '', ...column })).toBe(false)
          for (const line of lines)
            expect(line.some((point, index) => crosses(point, line[index + 1], box))).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('that are alike in both languages are said once', () => {
    const values = [[1, 2, 3, 4, 5, 6, 7, 8]]
    const graph = graphOf({
      sort: 'column',
      categories: years,
      values,
      labels: { 0: '1.0', 7: '8.0/80亿' },
      ticks: { 0: '0', 10: '10' },
    })
    const text = textOf(drawn(graph))
    expect(text.filter((one) => one === '1.0')).toHaveLength(1)
    expect(text).toContain('8.0')
    expect(text.join('')).toContain('80亿')
  })

  test('of years that would run into each other go, but for the first and the last', () => {
    const many = Array.from({ length: 40 }, (_, index) => 1980 + index)
    const graph = graphOf({
      sort: 'line',
      categories: many,
      values: [many.map((_, index) => index)],
      ticks: { 0: '0', 50: '50' },
    })
    const text = textOf(drawn(graph)).filter((one) => one.length === 4)
    expect(text[0]).toBe('1980')
    expect(text.at(-1)).toBe('2019')
    expect(text.length).toBeLessThan(12)
  })
})

describe('a label', () => {
  const graph = (values: readonly (number | null)[], labels: Readonly<Record<number, string>>) =>
    graphOf({
      sort: 'column',
      categories: years,
      values: [values],
      labels,
      ticks: { '-10': '−10', 0: '0', 10: '10' },
    })

  test('stands .9 mm above its column, or below one that goes down', () => {
    const marks = drawn(graph([5, 1, 1, 1, -3, 1, 1, 6], { 0: '5', 4: '−3' }))
    const [up, down] = ['5', '−3'].map((label) => wordsIn(marks).find(({ text }) => text === label))
    const columns = rectsOf(marks, colors.mark)
    const [first, fifth] = [columns[0], columns[4]]
    if (!up || !down || !first || !fifth) throw new Error('a mark is missing')
    // The line of 10 pt ends 1.2 pt below the letters of 8 pt: half-leading 1, and the square face is centred.
    expect(first.y - up.bottom).toBeCloseTo(0.9 * (72 / 25.4) + 1, 4)
    expect(down.top - (fifth.y + fifth.height)).toBeCloseTo(0.9 * (72 / 25.4) + 1, 4)
  })

  test('of a column beside a higher one clears that one too', () => {
    const marks = drawn(graph([1, 1, 1, 1, 1, 1, 9, 2], { 7: '2' }))
    const label = wordsIn(marks).find(({ text, right }) => text === '2' && right < 240)
    const highest = Math.min(...rectsOf(marks, colors.mark).map(({ y }) => y))
    expect(label?.bottom).toBeLessThan(highest)
  })

  test('is written for a zero, and for a rounded zero, above the line of 0', () => {
    const marks = drawn(
      graphOf({
        sort: 'column',
        categories: ['a', 'b', 'c'],
        values: [[0, '~0', 8]],
        labels: { 0: '0', 1: '<0.1/<1亿' },
        ticks: { 0: '0', 10: '10' },
      }),
    )
    for (const text of ['<0.1', '<1亿']) expect(textOf(marks).join(' ')).toContain(text)
    const bottoms = wordsIn(marks)
      .filter(({ text }) => text === '0')
      .map(({ bottom }) => bottom)
    expect(Math.min(...bottoms)).toBeLessThan(zeroOf(marks))
  })
})

function isPaper(mark: Placed['mark']): boolean {
  return mark.kind === 'rect' && mark.color.every((part) => part === 255)
}

/** Whether a straight line enters a box: at a thousand places, apart from the way that is drawn by. */
function crosses(a: Point, b: Point | undefined, box: Said): boolean {
  return Array.from({ length: 1000 }, (_, index) => index / 999).some((share) => {
    const x = a.x + ((b ?? a).x - a.x) * share
    const y = a.y + ((b ?? a).y - a.y) * share
    return x > box.left + 0.05 && x < box.right - 0.05 && y > box.top + 0.05 && y < box.bottom - 0.05
  })
}

function drawnOrNothing(
  graph: Graph,
  size: { readonly width: number; readonly height: number },
): readonly Placed[] {
  try {
    return drawn(graph, size)
  } catch (problem) {
    // A chart that is too small for its words is reported.
    if (problem instanceof Error && problem.message.includes('has no room')) return []
    throw problem
  }
}

function isOver(a: Said, b: Said): boolean {
  const hair = 0.01
  return (
    a.left < b.right - hair && b.left < a.right - hair && a.top < b.bottom - hair && b.top < a.bottom - hair
  )
}
