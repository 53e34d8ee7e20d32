import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../base/lang.ts'
import { anyPublication, type LaidSample, layOut } from '../testing/documents.ts'
import { frameOf } from './geometry.ts'
import { glyphText } from './glyph-text.ts'
import type { Placed } from './page.ts'

describe('a whole document', () => {
  it('says every text once and in order in each language', () => {
    fc.assert(
      fc.property(anyPublication(), ({ sample, texts }) => {
        const { laid, found } = layOut(sample)
        expect(found.filter((one) => !one.endsWith('layout/overfull'))).toEqual([])
        for (const [lang, said] of texts) {
          expect(painted(laid, lang)).toBe(said.join('').replaceAll(' ', ''))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says them in a grid too, whose columns are the languages', () => {
    fc.assert(
      fc.property(anyPublication(), ({ sample, texts, languages }) => {
        const grid = `article { display: grid; grid-template-columns: repeat(${languages.length}, 1fr); gap: 4pt }`
        const theme = `${sample.theme.replace(/; column-rule:[^}]*/, '')}\n${grid} bi-passage { display: contents }`
        const { laid, found } = layOut({ ...sample, theme })
        expect(found.filter((one) => !one.endsWith('layout/overfull'))).toEqual([])
        for (const [lang, said] of texts) expect(painted(laid, lang)).toBe(said.join('').replaceAll(' ', ''))
      }),
      { numRuns: 40 },
    )
  })

  it('begins each passage level in all languages', () => {
    fc.assert(
      fc.property(anyPublication(), ({ sample }) => {
        const { laid } = layOut(sample)
        const pages = [...laid.pages]
        const starts = new Map<string, Set<string>>()
        laid.tags.forEach(({ unit, role }, index) => {
          if (unit === null || role === 'Sect') return
          const page = pages.findIndex(({ marks }) => marks.some(({ tag }) => tag === index))
          const mark = pages[page]?.marks.find(({ tag }) => tag === index)
          if (mark) starts.set(unit, (starts.get(unit) ?? new Set()).add(`${page} ${mark.y.toFixed(6)}`))
        })
        expect(starts.size).toBeGreaterThan(0)
        for (const places of starts.values()) expect(places.size).toBe(1)
      }),
      { numRuns: 60 },
    )
  })

  it('sets nothing outside the page or wider than its lane', () => {
    fc.assert(
      fc.property(anyPublication(), ({ sample, languages }) => {
        const { laid, manuscript, found } = layOut(sample)
        const isOverfull = found.some((one) => one.endsWith('layout/overfull'))
        for (const page of laid.pages) {
          const style = manuscript.pageStyle({
            name: page.name,
            side: 'right',
            isFirst: false,
            isBlank: false,
            languages,
          })
          const { lanes, text } = frameOf(style, languages)
          for (const placed of page.marks) {
            const { left, right, top, bottom } = extentOf(placed)
            const tag = placed.tag === null ? null : laid.tags[placed.tag]
            const lane = tag ? lanes[languages.indexOf(tag.lang)] : { x: 0, width: page.size.width }
            expect(left).toBeGreaterThanOrEqual((lane?.x ?? 0) - 1e-3)
            expect(right).toBeLessThanOrEqual((lane?.x ?? 0) + (lane?.width ?? 0) + 1e-3)
            expect(top).toBeGreaterThanOrEqual(text.y - 1e-3)
            if (!isOverfull) expect(bottom).toBeLessThanOrEqual(text.y + text.depth + 1e-3)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** The text of a language as the pages show it, without blanks. */
function painted({ pages, tags }: LaidSample['laid'], lang: Lang): string {
  return [...pages]
    .flatMap(({ marks }) => marks)
    .filter(({ tag }) => tag !== null && tags[tag]?.lang === lang)
    .map(({ mark }) => (mark.kind === 'glyphs' ? glyphText(mark) : ''))
    .join('')
    .replace(/[ \u200b]/g, '')
}

function extentOf({ x, y, mark }: Placed): { left: number; right: number; top: number; bottom: number } {
  if (mark.kind !== 'glyphs') return { left: x, right: x + mark.width, top: y, bottom: y + mark.height }
  const { advances, face, size, from, to } = mark
  const width = advances.subarray(from, to).reduce((sum, advance) => sum + advance, 0)
  const scale = size / face.upem
  return { left: x, right: x + width, top: y - face.ascent * scale, bottom: y - face.descent * scale }
}
