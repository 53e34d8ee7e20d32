import { describe, expect, it } from 'vitest'
import type { Size } from '../base/length.ts'
import { imposedOf, read } from '../testing/fold-imposed.ts'
import { printDuplex, printTwice } from '../testing/fold-paper.ts'
import { lengthsOf, pagesOf, plain, schemeName, schemes, waysOf } from '../testing/fold-schemes.ts'
import type { Scheme } from './settings.ts'
import type { Imposed } from './sheet.ts'

const a5: Size = { width: 420, height: 595 }
const card: Size = { width: 240, height: 155 }

const papers: readonly Size[] = [
  { width: 595.28, height: 841.89 },
  { width: 792, height: 612 },
  { width: 1000, height: 1000 },
]

const named = schemes.map((scheme) => [schemeName(scheme), scheme] as const)

describe('printed, folded, cut and read,', () => {
  it.each(named)('1 to 130 pages are in order: %s', (_, scheme) => {
    const found: string[] = []
    for (let count = 1; count <= 130 && found.length === 0; count++) {
      for (const way of waysOf(scheme)) {
        const settings = { ...plain, ...lengthsOf(count), ...way, scheme }
        const problems = read(pagesOf(count, count % 5 === 0 ? card : a5), settings)
        found.push(...problems.map((problem) => `${count} ${Object.values(way).join(' ')}: ${problem}`))
      }
    }
    expect(found.slice(0, 12)).toEqual([])
  })

  it.each(named)('fronts and backs in two passes are the same sheets: %s', (_, scheme) => {
    for (let count = 1; count <= 130; count++) {
      const [way] = waysOf(scheme).slice(count % 4)
      const settings = { ...plain, ...lengthsOf(count), ...way, scheme }
      const pages = pagesOf(count, a5)
      const [both, fronts, backs] = (['both', 'front', 'back'] as const).map((sides) =>
        imposedOf(pages, { ...settings, sides }),
      ) as [Imposed, Imposed, Imposed]
      expect([fronts.handling, backs.handling]).toEqual([both.handling, both.handling])
      const papers = printTwice(fronts.sides, backs.sides, pages, settings.duplex)
      expect(papers).toEqual(printDuplex(both.sides, pages, settings.duplex))
    }
  })

  it.each(named)('pages of several sizes stand at their spines: %s', (_, scheme) => {
    const sizes: readonly Size[] = [a5, card, { width: 200, height: 595 }, { width: 420, height: 420 }]
    for (const count of [1, 2, 3, 4, 5, 7, 8, 16, 17, 33, 64, 130]) {
      const pages = pagesOf(count, a5).map((page, index) => ({ ...page, size: sizes[(index * 7) % 4] ?? a5 }))
      for (const way of waysOf(scheme)) {
        for (const scale of ['exact', 0.7] as const) {
          const settings = { ...plain, ...lengthsOf(count), ...way, scheme, scale }
          expect(read(pages, settings)).toEqual([])
        }
      }
    }
  })

  it.each(named)('pages that are made to fit a paper meet as well: %s', (_, scheme) => {
    for (const paper of papers) {
      for (const way of waysOf(scheme)) {
        const settings = {
          ...plain,
          ...lengthsOf(5),
          ...way,
          scheme,
          paper,
          edge: 14,
          scale: 'fit' as const,
        }
        expect(read(pagesOf(37, a5), settings)).toEqual([])
        expect(read(pagesOf(37, card), settings)).toEqual([])
      }
    }
  })

  it('4,000 pages are in order, nested in one, in signatures and in stacks', () => {
    const large: readonly Scheme[] = [
      { kind: 'saddle', up: 4 },
      { kind: 'perfect', pages: 32, up: 8 },
      { kind: 'cut-stack', columns: 2, rows: 2 },
    ]
    for (const scheme of large) {
      expect(read(pagesOf(4_000, a5), { ...plain, scheme, blanks: 'before-back' })).toEqual([])
    }
  })
})
