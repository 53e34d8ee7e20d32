import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PageStyle, Track } from '../style/computed.ts'
import { frameOf } from './geometry.ts'

describe('frameOf', () => {
  it('gives a lane to each language and one to the axis, which together are as wide as the text area', () => {
    fc.assert(
      fc.property(anyTracks, fc.integer({ min: 1, max: 5 }), (columns, languages) => {
        const { lanes, text } = frameOf(pageOf(columns), five.slice(0, languages))
        expect(lanes).toHaveLength(languages + 1)
        const gutters = lanes.slice(1, -1).map((lane, index) => lane.x - endOf(lanes[index]))
        const sum = lanes.slice(0, -1).reduce((total, { width }) => total + width, 0)
        const strip = columns.length === 2 ? lanes.slice(-1).map(({ width }) => width) : []
        const between = languages === 1 ? strip : gutters
        expect(sum + between.reduce((total, gutter) => total + gutter, 0)).toBeCloseTo(text.width, 6)
        for (const length of [...between, ...lanes.map(({ width }) => width)])
          expect(length).toBeGreaterThanOrEqual(-1e-9)
        expect(lanes[0]?.x).toBe(text.x)
        expect(endOf(languages === 1 ? lanes[1] : lanes.at(-2))).toBeCloseTo(text.x + text.width, 6)
      }),
    )
  })

  it('makes the first gutter the axis', () => {
    const { lanes } = frameOf(pageOf([fr(1), pt(20), fr(2)]), five.slice(0, 2))
    expect(lanes).toEqual([
      { x: 20, width: 60 },
      { x: 100, width: 120 },
      { x: 80, width: 20 },
    ])
  })

  it('gives a single language the whole width, with a strip for the axis at its right', () => {
    const { lanes } = frameOf(pageOf([fr(1), pt(30), fr(1)]), five.slice(0, 1))
    expect(lanes).toEqual([
      { x: 20, width: 200 },
      { x: 190, width: 30 },
    ])
  })

  it('gives stacked languages one lane of the whole width, or of what a strip for the axis leaves', () => {
    const stacked = (...columns: readonly Track[]) =>
      frameOf({ ...pageOf(columns), arrangement: { kind: 'stacked', first: ['zh'] } }, ['en', 'zh-Hans'])
    for (const columns of [[], [fr(1), pt(24), fr(1)]])
      expect(stacked(...columns).lanes).toEqual([
        { x: 20, width: 200 },
        { x: 196, width: 24 },
      ])
    expect(stacked(fr(1), pt(45)).lanes).toEqual([
      { x: 20, width: 155 },
      { x: 175, width: 45 },
    ])
    expect(stacked().rows).toEqual([['zh-Hans'], ['en']])
  })

  it('gives equal lanes where the theme speaks of another number of columns', () => {
    const { lanes } = frameOf(pageOf([fr(1), pt(20), fr(3)]), five.slice(0, 3))
    expect(lanes.slice(0, 3).map(({ width }) => width)).toEqual([160 / 3, 160 / 3, 160 / 3])
  })

  it('gives a lane to the language that the theme names for it, whatever is printed, in any order', () => {
    const columns = [fr(2, 'zh'), pt(20), fr(1, 'en'), pt(10), fr(5)]
    const widths = (...languages: string[]) =>
      frameOf(pageOf(columns), languages).lanes.map(({ width }) => width)
    expect(widths('zh-Hans', 'en')).toEqual([120, 60, 20])
    expect(widths('en', 'zh-Hant')).toEqual([60, 120, 20])
    // A third that names none is whoever's stands there; where none does, an equal share.
    expect(widths('en', 'zh', 'fr')).toEqual([170 / 8, 170 / 4, (170 * 5) / 8, 20])
    expect(widths('fr', 'en')).toEqual([90, 90, 20])
  })

  it('leaves no room, and none below zero, between margins that meet', () => {
    const style = pageOf([])
    const { text } = frameOf({ ...style, margin: { top: 300, right: 300, bottom: 300, left: 300 } }, [
      'en',
      'zh',
    ])
    expect([text.width, text.depth]).toEqual([0, 0])
  })
})

const five = ['en', 'zh-Hans', 'fr', 'ru', 'es']

const lang = fc.constantFrom(null, null, 'en', 'zh', 'es')

const anyTracks = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 300 }).map((value) => pt(value)),
    fc.tuple(fc.integer({ min: 1, max: 5 }), lang).map(([value, lang]) => fr(value, lang)),
  ),
  { maxLength: 9 },
)

function fr(value: number, lang: string | null = null): Track {
  return { kind: 'fr', value, lang }
}

function pt(value: number): Track {
  return { kind: 'pt', value, lang: null }
}

function endOf(lane: { readonly x: number; readonly width: number } | undefined): number {
  return (lane?.x ?? 0) + (lane?.width ?? 0)
}

/** A page of 240 by 340 pt with margins of 20. */
function pageOf(columns: readonly Track[]): PageStyle {
  const margin = { top: 20, right: 20, bottom: 20, left: 20 }
  return {
    size: { width: 240, height: 340 },
    margin,
    background: null,
    columns,
    arrangement: { kind: 'columns' },
    labels: 'decimal',
    changeBar: { width: 0, color: [0, 0, 0] },
    footnotes: { marginTop: 0, borderTop: { width: 0, color: [0, 0, 0] }, paddingTop: 0, ruleLength: null },
    boxes: new Map(),
    spans: { size: null, columns: null, boxes: new Map() },
  }
}
