import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, rowOf } from '../../testing/rows.ts'
import { measured } from './measured.ts'
import { PageTops } from './page-tops.ts'

const note = { height: 1, space: 0, penalty: 0, notes: [[1, 1, 1]] }

/** Two rows of four lines in two lanes; in the second lane three lines of a note are called in the first row. */
function newTops(): PageTops {
  const called = [note, ...linesOf(3)]
  return new PageTops(measured([rowOf([linesOf(4), called]), rowOf([linesOf(4), linesOf(4)])]))
}

function cutAt(row: number, at: readonly number[], carried: readonly number[] = [0, 0]) {
  return { row, at: Int32Array.from(at), carried: Int32Array.from(carried) }
}

describe('PageTops', () => {
  it('has one page top for a cut, and another for each other cut', () => {
    const tops = newTops()
    const cuts = [
      cutAt(0, [0, 0]),
      cutAt(2, [0, 0]),
      cutAt(0, [1, 2]),
      cutAt(0, [2, 1]),
      cutAt(0, [2, 1], [0, 1]),
      cutAt(0, [2, 2], [0, 1]),
      cutAt(1, [0, 0]),
      cutAt(1, [0, 0], [0, 2]),
      cutAt(1, [2, 1]),
    ]
    const met = cuts.map((cut) => tops.at(cut))
    expect(met).toEqual(cuts.map((_, index) => index))
    expect(cuts.map((cut) => tops.at(cut))).toEqual(met)
    expect(tops.count).toBe(cuts.length)
    for (const [index, { row, at, carried }] of cuts.entries())
      expect(tops.cutOf(index)).toEqual({ row, at: [...at], carried: [...carried] })
  })

  it('finds the pages that cost least, as trying all ways does', () => {
    // Short pages cost less, so that the best way has many.
    const anyPage = fc
      .record({ from: fc.nat(7), length: fc.integer({ min: 1, max: 4 }), more: fc.nat(9) })
      .map(({ from, length, more }): Way => ({ from, to: from + length, cost: 10 * length ** 2 + more }))
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 60 }), fc.nat(60), (ways, split) => {
        const tops = newTops()
        const all = [0, 1, 2, 3, 4, 5, 6, 7].map((lines) => tops.at(topWith(lines)))
        const rounds = [ways.slice(0, split), ways.slice(split)]
        for (const round of rounds) {
          for (const [index, top] of all.entries()) {
            tops.beginPages(top)
            for (const { from, to, cost } of round)
              if (from === index) tops.addPage(top, all[to] ?? PageTops.end, cost, isOdd(cost))
          }
          tops.relax()
        }
        expect(costFrom(tops, PageTops.start)).toBe(leastFrom(0, ways))
      }),
    )
  })
})

/** The cut with so many lines of the first lane before it, and as many of the second. */
function topWith(lines: number) {
  return cutAt(lines < 4 ? 0 : 1, [lines % 4, lines % 4])
}

function isOdd(cost: number): boolean {
  return cost % 2 === 1
}

function costFrom(tops: PageTops, top: number): number {
  if (top === PageTops.end) return 0
  const page = tops.bestPage(top)
  if (!page) return Number.POSITIVE_INFINITY
  expect(page.isOverfull).toBe(isOdd(page.cost))
  return page.cost + costFrom(tops, page.to)
}

type Way = { readonly from: number; readonly to: number; readonly cost: number }

/** The least cost to any end, number 8 or beyond. */
function leastFrom(index: number, ways: readonly Way[]): number {
  if (index >= 8) return 0
  const costs = ways.filter(({ from }) => from === index).map(({ to, cost }) => cost + leastFrom(to, ways))
  return Math.min(Number.POSITIVE_INFINITY, ...costs)
}
