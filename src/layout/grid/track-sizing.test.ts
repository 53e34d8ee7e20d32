import { type CssNode, parse } from 'css-tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrackSize } from '../../style/grid-style.ts'
import { templateOf } from '../../style/grid-values.ts'
import { wordsOf } from '../../style/value.ts'
import { type Contribution, sizeTracks } from './track-sizing.ts'

describe('the tracks of a grid', () => {
  it.each([
    ['fixed ones are as they are given', '30pt 50pt', 100, [], [30, 50]],
    ['a percentage is of what there is', '25% 50%', 200, [], [50, 100]],
    ['shares are of what the others leave', '40pt 1fr 2fr', 100, [], [40, 20, 40]],
    ['shares of less than one leave the rest', '.25fr .25fr', 100, [], [25, 25]],
    ['a share is at least what stands in it', '1fr 1fr', 100, [[0, 1, 70, 90]], [70, 30]],
    ['minmax(0, 1fr) is not', 'minmax(0, 1fr) minmax(0, 1fr)', 100, [[0, 1, 70, 90]], [50, 50]],
    // CSS Grid 1, 12.5 to 12.8
    ['what is left goes to auto alone', 'auto 20pt', 100, [[0, 1, 10, 30]], [80, 20]],
    [
      'all auto ones take as much of it',
      'auto auto',
      100,
      [
        [0, 1, 10, 20],
        [1, 2, 10, 40],
      ],
      [40, 60],
    ],
    [
      'each gets what it can use first',
      'auto auto',
      50,
      [
        [0, 1, 10, 20],
        [1, 2, 10, 100],
      ],
      [20, 30],
    ],
    ['min-content is the least', 'min-content 1fr', 100, [[0, 1, 30, 60]], [30, 70]],
    ['max-content has no line broken', 'max-content 1fr', 100, [[0, 1, 30, 60]], [60, 40]],
    ['minmax grows up to its limit', 'minmax(10pt, 30pt) minmax(10pt, 90pt)', 100, [], [30, 70]],
    ['a limit below the least counts for nothing', 'minmax(40pt, 10pt) 1fr', 100, [], [40, 60]],
    ['what covers two asks of both alike', 'auto auto', null, [[0, 2, 40, 40]], [20, 20]],
    [
      'what covers two asks only for more',
      'auto auto',
      null,
      [
        [0, 1, 30, 30],
        [0, 2, 40, 40],
      ],
      [30, 10],
    ],
    ['a fixed one gives nothing more', '10pt auto', null, [[0, 2, 40, 40]], [10, 30]],
    ['shares without a size are as the neediest', '1fr 2fr', null, [[0, 1, 10, 30]], [30, 60]],
  ] as const)('%s: %s in %s', (_, template, size, asked, expected) => {
    expect(sized(template, size, asked)).toEqual(expected)
  })

  it('count the gaps between them', () => {
    expect(sized('1fr 1fr 1fr', 100, [], 5)).toEqual([30, 30, 30])
    expect(sized('auto auto', null, [[0, 2, 45, 45]], 5)).toEqual([20, 20])
  })

  it('fill a least height by shares, else by what the template says nothing of', () => {
    expect(sized('10pt 1fr', null, [[1, 2, 20, 20]], 0, 50)).toEqual([10, 40])
    expect(sized('10pt auto', null, [[1, 2, 20, 20]], 0, 50)).toEqual([10, 40])
    expect(sized('10pt 1fr', null, [[1, 2, 60, 60]], 0, 50)).toEqual([10, 60])
  })

  it('hold all that stands in them, and with a share fill what there is', () => {
    fc.assert(
      fc.property(
        anyTracks,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 9 }),
        (tracks, size, gap) => {
          const asked = tracks.contributions.map(([from, span, least, more]): Contribution => {
            const to = Math.min(tracks.names.length, from + span)
            return { from: Math.min(from, to - 1), to, least, natural: least + more }
          })
          const template = parsed(tracks.names.join(' '))
          const found = sizeTracks(template, asked, { gap, size, isLeast: false, atLeast: 0 })
          const total = sum(found) + gap * (found.length - 1)
          for (const one of found) expect(one).toBeGreaterThanOrEqual(0)
          for (const { from, to, least } of asked) {
            const covered = tracks.names.slice(from, to)
            if (covered.every((name) => name === 'auto' || name === 'max-content' || name === 'min-content'))
              expect(sum(found.slice(from, to)) + gap * (to - from - 1)).toBeGreaterThanOrEqual(least - 1e-6)
          }
          if (tracks.names.some((name) => name === '1fr' || name === '2fr' || name === 'auto'))
            expect(total).toBeGreaterThanOrEqual(size - 1e-6)
        },
      ),
    )
  })
})

const anyTracks = fc.record({
  names: fc.array(
    fc.constantFrom('auto', '1fr', '2fr', '20pt', 'min-content', 'max-content', 'minmax(0, 1fr)'),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  contributions: fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.nat(90), fc.nat(90)), {
    maxLength: 8,
  }),
})

function sized(
  template: string,
  size: number | null,
  asked: readonly (readonly [number, number, number, number])[],
  gap = 0,
  atLeast = 0,
): readonly number[] {
  const contributions = asked.map(([from, to, least, natural]) => ({ from, to, least, natural }))
  const found = sizeTracks(parsed(template), contributions, { gap, size, isLeast: false, atLeast })
  return found.map((one) => Number(one.toFixed(6)))
}

function parsed(template: string): readonly TrackSize[] {
  const value: CssNode = parse(template, { context: 'value' })
  if (value.type !== 'Value') throw new Error(`no value: ${template}`)
  const tracks = templateOf(wordsOf(value.children.toArray()), 10)
  if (tracks === 'subgrid') throw new Error('no tracks')
  return tracks
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
