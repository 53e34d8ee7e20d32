import { describe, expect, test } from 'vitest'
import { pointsPer } from '../base/length.ts'
import { glyphText } from '../layout/glyph-text.ts'
import type { Page } from '../layout/page.ts'
import { buildOwn } from '../testing/own-publication.ts'
import { corners, letters } from './answer.ts'
import type { Orientation } from './printer.ts'
import { testPapers, testSheet } from './test-sheet.ts'
import { letterAt, markAt } from './test-sheet-drawing.ts'

const mm = pointsPer('mm') ?? 0

const sheets = [...testPapers.values()].flatMap((paper) =>
  (['landscape', 'portrait'] as const).flatMap((orientation) =>
    [
      ['en', 'zh-Hans'],
      ['fr', 'ru'],
      ['es', 'en'],
    ].map((languages) => ({ paper, orientation, languages })),
  ),
)

describe('a test sheet', () => {
  test.each(sheets)('$paper.name, $orientation, $languages', ({ paper, orientation, languages }) => {
    const { laid, publication } = buildOwn(testSheet({ name: 'calibration', paper, orientation, languages }))
    expect(publication.languages.map(({ tag }) => tag)).toEqual(languages)
    const pages = [...laid.pages]
    expect(pages).toHaveLength(2)
    const [width, height] =
      orientation === 'landscape' ? [paper.height, paper.width] : [paper.width, paper.height]
    for (const { size, marks } of pages) {
      expect(size.width / mm).toBeCloseTo(width, 6)
      expect(size.height / mm).toBeCloseTo(height, 6)
      // The drawing covers the page: its millimetres are those of the paper.
      const drawings = marks.flatMap(({ x, y, mark }) => (mark.kind === 'picture' ? [{ x, y, mark }] : []))
      expect(drawings).toHaveLength(1)
      expect(drawings.map(({ x, y }) => [x, y])).toEqual([[0, 0]])
      expect((drawings[0]?.mark.width ?? 0) / mm).toBeCloseTo(width, 6)
      expect((drawings[0]?.mark.height ?? 0) / mm).toBeCloseTo(height, 6)
    }
    expect(lettersOn(pages[1], orientation, { width, height })).toEqual(
      corners.map((corner) => letters[orientation][corner]),
    )
    // The words stand between the rulers, above the line that is measured.
    const words = (pages[0]?.marks ?? []).flatMap(({ x, y, mark }) =>
      mark.kind === 'glyphs' && mark.size > 10.5 ? [{ x: x / mm, y: y / mm }] : [],
    )
    expect(words.length).toBeGreaterThan(10)
    for (const { x, y } of words) {
      expect(x).toBeGreaterThan(25)
      expect(x).toBeLessThan(width - 25)
      expect(y).toBeGreaterThan(25)
      expect(y).toBeLessThan(height - 32)
    }
  })

  test('has its mark behind the letter of a sheet that turns like the page of a book', () => {
    const sheet = { width: 297, height: 210 }
    const letter = letterAt('top-left', sheet)
    expect(markAt(sheet)).toEqual({ x: sheet.width - letter.x, y: letter.y })
  })

  test('is the same, byte for byte', () => {
    const [paper] = testPapers.values()
    if (!paper) throw new Error('there are papers')
    const make = () =>
      buildOwn(testSheet({ name: 'c', paper, orientation: 'landscape', languages: ['en', 'zh-Hans'] }))
    expect(Buffer.compare(make().bytes, make().bytes)).toBe(0)
  })
})

/** The letters of a page, as they stand in its corners, in the order of `corners`. */
function lettersOn(
  page: Page | undefined,
  orientation: Orientation,
  size: { width: number; height: number },
) {
  return corners.map((corner) => {
    const at = letterAt(corner, size)
    const near = (page?.marks ?? []).flatMap(({ x, y, mark }) => {
      if (mark.kind !== 'glyphs' || Math.hypot(x / mm - at.x, y / mm - at.y) > 8) return []
      return [glyphText(mark)]
    })
    expect(near, orientation).toHaveLength(1)
    return near[0]
  })
}
