import type { Built } from '../../src/build.ts'
import type { Page, Placed } from '../../src/layout/page.ts'
import { audit, type Passage } from '../../src/pdf/audit.ts'
import type { Country, Series } from './country-data.ts'
import { countryWords } from './country-words.ts'
import { chartMarks, chartProblems, type SeenChart } from './sheet-charts.ts'
import { textProblems } from './sheet-marks.ts'
import { type Verdict, verdict } from './verdict.ts'

const tongues = ['en', 'zh-Hans'] as const

/** What the PDF says of a country, read back, against what its row in the data says. */
export function dataProblems(built: Built, country: Country): readonly string[] {
  const passages = audit(built.bytes)
  const spoken = languagesOf(built)
  return tongues
    .filter((lang) => spoken.includes(lang))
    .flatMap((lang) => {
      const said = passagesIn(passages, lang)
      const { cards, table } = countryWords(country, lang)
      const name = country.names.get(lang) ?? ''
      // The cards begin behind the band, which ends with the date; the table with the head of its years.
      const [start, rows] = [4, said.indexOf(table[0] ?? '')]
      return [
        ...(said.includes(clean(name, lang)) ? [] : [`${lang}: it does not say \`${name}\``]),
        ...differences('card', cards, said.slice(start, start + cards.length), lang),
        ...differences('table', table, said.slice(rows, rows + table.length), lang),
      ]
    })
}

function passagesIn(passages: readonly Passage[], lang: string): readonly string[] {
  return passages
    .filter((one) => one.lang === lang && one.role !== 'Lbl')
    .map(({ text }) => clean(text, lang))
}

/** Spaces of every width are one; around a Chinese unit word they are only room. */
function clean(text: string, lang: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return lang === 'en' ? plain : plain.replaceAll(' ', '')
}

function differences(
  what: string,
  expected: readonly string[],
  found: readonly string[],
  lang: string,
): readonly string[] {
  return expected.flatMap((text, index) => {
    const wanted = clean(text, lang)
    return found[index] === wanted
      ? []
      : [`${lang}: the ${what} says \`${found[index]}\`, the data \`${wanted}\``]
  })
}

function languagesOf({ publication }: Built): readonly string[] {
  return publication.languages.map(({ tag }) => tag)
}

/** The charts of a sheet with the lines of units that stand over them. */
export function seenCharts(built: Built): readonly SeenChart[] {
  const { bytes, laid } = built
  const passages = audit(bytes)
  const [page] = laid.pages
  const units = languagesOf(built).map((lang) =>
    unitsIn(passages.filter((one) => one.lang === lang)).map((words) => ({ lang, words })),
  )
  return chartMarks(laid, page?.marks ?? []).map((marks, index) => ({
    marks,
    units: { left: units[0]?.[index] ?? { lang: '', words: '' }, right: units[1]?.[index] ?? null },
  }))
}

/** What follows each caption, where it is a paragraph of the chart. */
function unitsIn(passages: readonly Passage[]): readonly string[] {
  return passages.flatMap(({ role }, index) => {
    const next = passages[index + 1]
    return role === 'Caption' ? [next?.role === 'P' ? next.text.replace(/\s+/g, ' ').trim() : ''] : []
  })
}

/** The comparisons themselves are tried: each must notice what is made wrong on purpose. */
export function trials(
  sheets: readonly { readonly built: Built; readonly country: Country }[],
): readonly Verdict[] {
  const [first] = sheets
  const [page] = first?.built.laid.pages ?? []
  if (!first || !page) return [verdict('there is a sheet to try', ['none was built'])]
  const { built, country } = first
  const one = (series: Series): Series =>
    new Map(
      [...series].map(([year, value]) => [
        year,
        value && { over: value.over * 101n, under: value.under * 100n },
      ]),
    )
  const texts = page.marks.filter(({ mark }) => mark.kind === 'glyphs')
  const pages: readonly (readonly [string, Page])[] = [
    [
      'a smaller size',
      changed(page, texts[5], ({ mark }) => (mark.kind === 'glyphs' ? { mark: { ...mark, size: 6.9 } } : {})),
    ],
    ['a text beyond the edge', changed(page, texts[5], () => ({ x: 10 }))],
    ['a text over another', changed(page, texts[1], () => ({ x: texts[2]?.x ?? 0, y: texts[2]?.y ?? 0 }))],
  ]
  const [population, gdp] = seenCharts(built)
  const noticed = (what: string, problems: readonly string[]): Verdict =>
    verdict(`${what} is noticed`, problems.length > 0 ? [] : ['nothing was found'])
  return [
    ...pages.map(([what, made]) => noticed(what, textProblems(made))),
    noticed('another population', dataProblems(built, { ...country, population: one(country.population) })),
    noticed('another product', dataProblems(built, { ...country, gdp: one(country.gdp) })),
    ...(population
      ? [noticed('a point of 1% more', chartProblems(population, one(country.population)))]
      : []),
    ...(gdp ? [noticed('a column of 1% more', chartProblems(gdp, one(country.gdp)))] : []),
  ]
}

function changed(page: Page, at: Placed | undefined, change: (placed: Placed) => Partial<Placed>): Page {
  return {
    ...page,
    marks: page.marks.map((placed) => (placed === at ? { ...placed, ...change(placed) } : placed)),
  }
}
