import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lang } from '../base/lang.ts'
import { Report } from '../base/report.ts'
import type { TagId } from '../document/structure.ts'
import { problemsOf } from '../testing/check-laid.ts'
import { anyPublication, type LaidSample, layOut } from '../testing/documents.ts'
import { type RandomDocument, randomDocument } from '../testing/random-document.ts'
import { randomLayout, randomTheme } from '../testing/random-look.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import { glyphText } from './glyph-text.ts'
import { lay } from './lay.ts'

const stacked = 'bi-arrangement: stacked zh'

describe('versions that are stacked', () => {
  it('say passage by passage what they say side by side, and nothing is lost or stranded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 220, max: 460 }), (seed, depth) => {
        const document = randomDocument(seed, { passages: 40, hasPicture: false })
        const [beside, below] = ['', stacked].map((page) => laidOf(document, depth, page))
        if (!beside || !below) throw new Error('nothing was laid out')
        expect(below.found.filter((one) => !one.endsWith('layout/broken-box'))).toEqual([])
        expect(problemsOf(document, below.manuscript, below.laid)).toEqual([])
        expect(textsOf(below)).toEqual(textsOf(beside))
      }),
      { numRuns: 20, endOnFailure: true },
    )
  }, 60_000)

  it('stand one below the other in their order, with two lines of the next below each on one page', () => {
    let [whole, broken] = [0, 0]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 220, max: 460 }), (seed, depth) => {
        const document = randomDocument(seed, { passages: 40, hasPicture: false })
        for (const pair of pairsIn(laidOf(document, depth, stacked))) {
          const [above, below] = pair
          const [meeting] = below
          if (!meeting) throw new Error('a passage has one version')
          expect(above.at(-1)?.page).toBe(meeting.page)
          expect(above.at(-1)?.y).toBeLessThan(meeting.y)
          const staying = below.filter(({ page }) => page === meeting.page)
          expect(staying.length).toBeGreaterThanOrEqual(Math.min(2, below.length))
          // Lines of 15 pt.
          if ((above.length + 2) * 15 <= depth / 2) expect(above[0]?.page).toBe(meeting.page)
          if (staying.length < below.length) broken++
          else whole++
        }
      }),
      { numRuns: 20, endOnFailure: true },
    )
    // Both are met, else the test says nothing.
    expect(Math.min(whole, broken)).toBeGreaterThan(5)
  }, 60_000)

  it('say every text once and in order in one to five languages, inside the one lane', () => {
    fc.assert(
      fc.property(anyPublication(), ({ sample, texts, languages }) => {
        const theme = sample.theme.replace('margin: 20pt', 'margin: 20pt; bi-arrangement: stacked ja fr')
        const { laid, found } = layOut({ ...sample, theme })
        expect(found.filter((one) => !one.endsWith('layout/overfull'))).toEqual([])
        for (const [lang, said] of texts)
          expect(paintedIn(laid, lang)).toBe(said.join('').replaceAll(' ', ''))
        const width = (laid.pages[0]?.size.width ?? 0) - 20
        for (const { marks } of laid.pages)
          for (const { x, mark } of marks) {
            expect(x).toBeGreaterThanOrEqual(20 - 1e-6)
            if (mark.kind !== 'glyphs') expect(x + mark.width).toBeLessThanOrEqual(width + 1e-6)
          }
        const order = ['ja', 'fr', 'en', 'zh-Hans', 'ru'].filter((lang) => languages.includes(lang))
        expect(firstLanguages(laid, languages.length)).toEqual(order)
      }),
      { numRuns: 40 },
    )
  })
})

it('lines are set once for a measure that both arrangements have', () => {
  // A number of a page is another text on another page, and a column of a table as wide as all languages need.
  const document = Array.from({ length: 200 }, (_, seed) =>
    randomDocument(seed + 1, { passages: 25, hasPicture: false }),
  ).find(({ yaml }) => !/\{ref:|- table:/.test(yaml))
  if (!document) throw new Error('every document has references or tables')
  const [beside, below] = ['bi-columns: 230pt 0 230pt', `${stacked}; bi-columns: 230pt 230pt`].map(
    (page) => laidOf(document, 300, page).manuscript,
  )
  if (!beside || !below) throw new Error('nothing was composed')
  const shop = squareWorkshop()
  let set = 0
  const keep: typeof shop.texts.keep = (...kept) => {
    set++
    shop.texts.keep(...kept)
  }
  const counting = { ...shop, texts: { ...shop.texts, keep } }
  lay(beside, counting, new Report())
  expect(set).toBeGreaterThan(30)
  set = 0
  lay(below, counting, new Report())
  expect(set).toBe(0)
})

function laidOf({ yaml }: RandomDocument, depth: number, page: string): LaidSample {
  return layOut({ content: yaml, layout: randomLayout, theme: randomTheme(depth, page) })
}

/** What each tag says, in the order of painting, without blanks; the numbers of pages are another matter. */
function textsOf({ laid }: LaidSample): ReadonlyMap<TagId, string> {
  const texts = new Map<TagId, string>()
  for (const { tag, mark } of laid.pages.flatMap(({ marks }) => marks))
    if (tag !== null && mark.kind === 'glyphs')
      texts.set(tag, (texts.get(tag) ?? '') + glyphText(mark).replace(/[ \u200b]/g, ''))
  const isNumber = (tag: TagId, text: string) => laid.tags[tag]?.role === 'Link' && /^\d+$/.test(text)
  return new Map([...texts].filter(([tag, text]) => !isNumber(tag, text)).sort(([a], [b]) => a - b))
}

interface LinePlace {
  readonly page: number
  readonly y: number
}

/** The lines of the Chinese and of the English of each passage that has both, those of notes and tables aside. */
function pairsIn({ laid }: LaidSample): readonly (readonly [readonly LinePlace[], readonly LinePlace[]])[] {
  const { pages, tags } = laid
  const versions = new Map<string, Map<Lang, LinePlace[]>>()
  pages.forEach(({ marks }, page) => {
    for (const { tag, mark, y } of marks) {
      const of = tag === null ? null : tags[tag]
      if (!of || of.unit === null || mark.kind !== 'glyphs' || !/^(P|H\d|LBody|BlockQuote)$/.test(of.role))
        continue
      const byLang = versions.get(of.unit) ?? new Map<Lang, LinePlace[]>()
      versions.set(of.unit, byLang)
      const lines = byLang.get(of.lang) ?? []
      byLang.set(of.lang, lines)
      const last = lines.at(-1)
      if (last?.page !== page || last.y !== y) lines.push({ page, y })
    }
  })
  return [...versions.values()].flatMap((byLang) => {
    const [above, below] = [byLang.get('zh-Hans'), byLang.get('en')]
    return above && below ? [[above, below] as const] : []
  })
}

function paintedIn({ pages, tags }: LaidSample['laid'], lang: Lang): string {
  return pages
    .flatMap(({ marks }) => marks)
    .map(({ tag, mark }) =>
      tag !== null && tags[tag]?.lang === lang && mark.kind === 'glyphs' ? glyphText(mark) : '',
    )
    .join('')
    .replace(/[ \u200b]/g, '')
}

/** The languages of the first `count` stretches of text. */
function firstLanguages({ pages, tags }: LaidSample['laid'], count: number): readonly Lang[] {
  const found: Lang[] = []
  for (const { tag, mark } of pages.flatMap(({ marks }) => marks)) {
    const lang = tag === null ? undefined : tags[tag]?.lang
    if (mark.kind === 'glyphs' && lang !== undefined && lang !== found.at(-1)) found.push(lang)
    if (found.length === count) break
  }
  return found
}
