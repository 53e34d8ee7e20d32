import { describe, expect, test } from 'vitest'
import { chapterTexts } from '../testing/chapter.ts'
import { lineFigures } from '../testing/lines.ts'

describe('the chapter in Chinese', () => {
  const texts = chapterTexts('zh-Hans')

  // Measure, most lines whose Han gaps grew by more than .05 em, most that any grew: as measured.
  test.each([
    [16, 0, 0.05],
    [18, 1, 0.07],
    [20, 0, 0.05],
    [22, 0, 0.05],
    [26, 0, 0.05],
  ])('at %d em no prohibition is broken, nothing stands out, and few gaps grow', (measure, grown, most) => {
    const figures = lineFigures(texts, measure, 'zh-Hans')
    expect(figures.lines).toBeGreaterThan(40)
    expect(figures).toMatchObject({ prohibited: 0, overfull: 0, singles: 0 })
    expect(figures.grown).toBeLessThanOrEqual(grown)
    expect(figures.most).toBeLessThanOrEqual(most)
  })
})

describe('the chapter in English', () => {
  const texts = chapterTexts('en')

  test.each([20, 25, 27.5, 30])('at %d em no two lines in a row end with a hyphen', (measure) => {
    const figures = lineFigures(texts, measure, 'en', { hyphens: 'auto' })
    expect(figures.hyphens).toBeGreaterThan(0)
    expect(figures).toMatchObject({ stacked: 0, overfull: 0 })
  })

  test('a word is broken in few lines', () => {
    const { hyphens, lines } = lineFigures(texts, 27, 'en', { hyphens: 'auto' })
    expect(hyphens / lines).toBeLessThan(0.1)
  })
})
