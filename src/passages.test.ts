import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Leaf } from './base/leaf.ts'
import { compare } from './compare/compare.ts'
import type { Passages } from './compare/passages.ts'
import type { Publication } from './content/publication.ts'
import { passagesOf } from './passages.ts'
import { pagesOfPassages } from './passages-on-pages.ts'
import { layOut } from './testing/documents.ts'
import { head, sound } from './testing/publication.ts'

/** `id kind text`, in the first language that has it. */
function lines(passages: Passages): readonly string[] {
  return passages.map(({ id, kind, texts }) => `${id} ${kind} ${[...texts.values()][0]}`)
}

const everything = `${head}subtitle: S
date: 2014-05-26
rights: { en: R, zh-Hans: 权 }
notices: { prevailing: { en: N, zh-Hans: 知 } }
indicators: { rain: { label: r, values: { 2000: 1, 2001: 2 } } }
terms: [{ text: United Nations, abbreviation: UN }]
figures: [{ id: states, value: 137, unit: state, block: p, find: 137, label: took part, period: 2013 }]
remarks: [All of it.]
notes: { rain: See *it*. }
blocks:
  - { part: Part }
  - { heading: Chapter, id: c }
  - { runIn: Run in., paragraph: "137 *states* in\\n[a link](https://example.org/) and[^rain] {ref: s title}.", id: p }
  - { heading: Section, level: 2, id: s }
  - { list: [one, { item: two, list: [three] }], id: l }
  - { quote: q, source: someone, id: q }
  - { code: "a  =\\n1", id: k }
  - { image: { en: a.png, zh-Hans: b.png }, alt: seen, caption: Picture, width: 1mm, id: i }
  - { table: { head: [a, b], rows: [[c, ""]] }, caption: Table, id: t }
  - { callout: [x, y], title: Note, id: n }
  - { cards: [{ label: a, value: 1 }], id: d }
  - { title: Chart, chart: { categories: [a, b], series: [{ label: c, values: [1234.5, null] }] }, id: g }
  - { facts: [{ figure: 1, text: a }], id: f }
  - { timeline: [{ date: 2013-10, text: happened }], id: e }
  - { indicators: [rain], id: v }
  - { paragraph: { en: only }, only: [en], id: o }
`

describe('the passages of a publication', () => {
  it('are those of each block, in reading order, with what it says of itself first', () => {
    expect(lines(passagesOf(sound(everything)))).toMatchInlineSnapshot(`
      [
        "@title field T",
        "@subtitle field S",
        "@rights field R",
        "@date field May 26, 2014",
        "@notice-prevailing field N",
        "part heading Part",
        "c heading Chapter",
        "p/run-in run-in Run in.",
        "p paragraph 137 states in a link <https://example.org/> and[^rain] {ref: s title}.",
        "s heading Section",
        "l-1 item one",
        "l-2 item two",
        "l-2-1 item three",
        "q quote q",
        "q/source source someone",
        "k code a  =
      1",
        "i/picture picture a.png",
        "i/description description seen",
        "i/caption caption Picture",
        "t/caption caption Table",
        "t-head-1/1 cell a",
        "t-head-1/2 cell b",
        "t-row-1/1 cell c",
        "t-row-1/2 cell ",
        "n/title label Note",
        "n-1 paragraph x",
        "n-2 paragraph y",
        "d-1/label label a",
        "d-1/numeral figure 1",
        "g/title label Chart",
        "g/series-1 values a: 1,234.5; b: –",
        "f-1/figure figure 1",
        "f-1 paragraph a",
        "e-1/date label October 2013",
        "e-1 paragraph happened",
        "v/column-1 cell r",
        "v-2000/period cell 2000",
        "v-2000/1 cell 1",
        "v-2001/period cell 2001",
        "v-2001/1 cell 2",
        "o paragraph only",
        "@note-rain note See it.",
        "@figure-states figure 137 state",
        "@figure-states/label label took part",
        "@figure-states/period label 2013",
        "@term-United Nations term United Nations",
        "@term-United Nations/abbreviation term UN",
        "@remark-1 remark All of it.",
      ]
    `)
  })

  it('know under which titles they stand, and in which languages they are meant to be', () => {
    const passages = passagesOf(sound(everything))
    const find = (id: string) => passages.find((one) => one.id === id)
    expect(find('p')?.path).toEqual(['Part', 'Chapter'])
    expect(find('l-1')).toMatchObject({ path: ['Part', 'Chapter', 'Section'], isNumbered: true })
    expect(find('@note-rain')?.path).toEqual([])
    expect(find('o')).toMatchObject({ only: ['en'], texts: new Map([['en', 'only']]) })
  })

  it('hold the printed languages only', () => {
    const passages = passagesOf(sound(everything, ['zh-Hans']))
    expect(new Set(passages.flatMap(({ texts }) => [...texts.keys()]))).toEqual(new Set(['zh-Hans']))
  })

  it('leave out no text that an author wrote', () => {
    const path = 'content/progress-in-human-rights-2013-ix/publication.yaml'
    const yaml = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').replace(
      /^outputs:\n(?: .*\n|#.*\n)+/m,
      '',
    )
    for (const publication of [sound(everything), sound(yaml)]) {
      const said = passagesOf(publication).flatMap(({ texts }) => [...texts.values()].map(bare))
      const all = said.join('\n')
      const missing = written(publication).filter((text) => !all.includes(text))
      expect(missing).toEqual([])
      expect(said.length).toBeGreaterThan(20)
    }
  })

  it('have ids that nothing else has', () => {
    const passages = passagesOf(sound(everything))
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  })

  it('change with the values of a chart, of which its description says a part', () => {
    const values = Array.from({ length: 40 }, (_, index) => index + 1)
    const chart = (all: readonly number[]): string => {
      const categories = all.map((_, index) => `"${1980 + index}"`)
      return `${head}blocks: [{ chart: { categories: [${categories}], series: [{ label: c, values: [${all}] }] }, id: g }]\n`
    }
    const state = (all: readonly number[]) => ({ passages: passagesOf(sound(chart(all))), layout: null })
    const { passages } = compare(state(values), state(values.map((value) => (value === 20 ? 21.5 : value))))
    expect(
      passages.map(({ after, texts }) => [after?.id, texts.map(({ lang, figures }) => [lang, figures])]),
    ).toEqual([
      [
        'g/series-1',
        ['en', 'zh-Hans'].map((lang) => [
          lang,
          [{ before: { text: '20', value: '20' }, after: { text: '21.5', value: '21.5' } }],
        ]),
      ],
    ])
  })
})

it('the pages of passages are those on which their first words stand', () => {
  const blocks = ['one', 'two', 'three'].map(
    (id) => `  - { paragraph: { en: ${id}, zh-Hans: 一 }, id: ${id} }\n`,
  )
  const { laid } = layOut({
    content: `${head}blocks:\n${blocks.join('')}`,
    layout:
      '<article>{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}</article>',
    theme:
      '@page { size: 200pt 100pt; margin: 20pt } article { font-family: Square; font-size: 10pt; line-height: 30pt }',
  })
  const facts = pagesOfPassages(laid)
  expect(facts.pages).toBe(laid.pages.length)
  expect([...facts.places].map(([lang, places]) => [lang, [...places]])).toEqual([
    [
      'en',
      [
        ['one', 1],
        ['two', 1],
        ['three', 2],
      ],
    ],
    [
      'zh-Hans',
      [
        ['one', 1],
        ['two', 1],
        ['three', 2],
      ],
    ],
  ])
})

/** What no author wrote for readers, or another passage says: words to look for, the lines of the contents, titles of targets. */
const elsewhere: ReadonlySet<string> = new Set([
  'find',
  'contents',
  'targets',
  'charts',
  'languages',
  'alt',
  'month',
  'dayFirst',
  'outputs',
  'legend',
])

/** All texts anywhere in a publication, without marks and spaces. */
function written(publication: Publication): readonly string[] {
  const texts: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isLeaf(value)) texts.push(bare(value.text))
    else if (value instanceof Map) for (const one of value.values()) visit(one)
    else
      for (const [key, one] of Object.entries(value))
        if (!elsewhere.has(key) || isImage(value, key)) visit(one)
  }
  visit(publication)
  return texts
}

function isImage(value: object, key: string): boolean {
  return key === 'alt' && 'kind' in value && value.kind === 'image'
}

function isLeaf(value: object): value is Leaf {
  return 'text' in value && 'span' in value && 'lang' in value && typeof value.text === 'string'
}

function bare(text: string): string {
  return text.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1<$2>').replace(/[\s\u200b\u00ad\u2060*`\\]/g, '')
}
