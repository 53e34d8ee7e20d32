import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { anyPublication, type LaidSample, layOut } from '../testing/documents.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import type { Changed } from './change-bars.ts'
import { dump } from './dump.ts'
import { lay } from './lay.ts'
import type { Page, Rect } from './page.ts'

const bar = '1pt solid #ff0000'

/** Columns of 100 and 60 pt on pages of 200 by 100 pt; latin letters are 5 pt wide, lines 10 pt high, eight on a page. */
const look = `html { font-family: Square; font-size: 10pt; line-height: 10pt; orphans: 1; widows: 1 }
table { width: 100% }
bi-note { font-size: 8pt; line-height: 10pt }`

interface Setting {
  readonly page?: string
  readonly css?: string
  readonly layout?: string
  readonly languages?: readonly string[]
}

const paragraphs =
  '<div>{{#each chapters}}{{#each blocks}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}</div>'

function set(
  blocks: string,
  { page = '', css = '', layout = paragraphs, languages = ['en', 'zh-Hans'] }: Setting = {},
): LaidSample {
  const content = `languages: { en: { name: E }, zh-Hans: { name: 中 }, fr: { name: F } }\ntitle: T\n${blocks}`
  const theme = `@page { size: 200pt 100pt; margin: 10pt; bi-columns: 1fr 20pt 60pt; bi-change-bar: ${bar}; ${page} }\n${look}\n${css}`
  return layOut({ content, layout, theme }, languages)
}

/** The pages of what was laid out, with bars beside what has changed. */
function withBars({ manuscript }: LaidSample, changed: Changed | null): readonly Page[] {
  const report = new Report()
  const pages = [...lay({ ...manuscript, changed }, squareWorkshop(), report).pages]
  expect(report.diagnostics).toEqual([])
  return pages
}

const inEnglish = (...units: string[]): Changed => new Map([['en', new Set(units)]])
const inBoth = (...units: string[]): Changed =>
  new Map(['en', 'zh-Hans'].map((lang) => [lang, new Set(units)]))

/** `page: x y height` of each bar. */
function barsOn(pages: readonly Page[]): readonly string[] {
  return pages.flatMap(({ marks }, index) =>
    marks.flatMap(({ x, y, mark, tag }) => {
      if (mark.kind !== 'rect' || mark.color[0] !== 255) return []
      expect(tag).toBeNull()
      expect(mark.width).toBe(1)
      return `${index + 1}: ${round(x)} ${round(y)} ${round(mark.height)}`
    }),
  )
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}

/** A paragraph of so many lines in each language. */
const block = (id: string, lines: number) => {
  const said = (word: string) => Array(lines).fill(word).join('\\\\\\n')
  return `  - { id: ${id}, paragraph: { en: "${said('line')}", zh-Hans: "${said('行')}", fr: "${said('ligne')}" } }\n`
}
const three = `blocks:\n${block('a', 1)}${block('b', 2)}${block('c', 3)}`

describe('a bar beside what is not as it was', () => {
  test('is as high as the lines of its unit, 6 pt left of the first column', () => {
    expect(barsOn(withBars(set(three), inEnglish('b')))).toEqual(['1: 3 20 20'])
  })

  test('is right of each other column', () => {
    expect(barsOn(withBars(set(three), new Map([['zh-Hans', new Set(['b'])]])))).toEqual(['1: 196 20 20'])
    const page = 'size: 400pt 100pt; bi-columns: 100pt 20pt 100pt 20pt 1fr'
    const languages = ['en', 'zh-Hans', 'fr']
    const changed: Changed = new Map(languages.map((lang) => [lang, new Set(['a'])]))
    expect(barsOn(withBars(set(three, { page, languages }), changed))).toEqual([
      '1: 3 10 10',
      '1: 236 10 10',
      '1: 396 10 10',
    ])
  })

  test('is one along units that touch, and two where there is a blank between them', () => {
    expect(barsOn(withBars(set(three), inBoth('a', 'b')))).toEqual(['1: 3 10 30', '1: 196 10 30'])
    const css = 'p { margin-top: 5pt }'
    expect(barsOn(withBars(set(three, { css }), inEnglish('a', 'b')))).toEqual(['1: 3 15 10', '1: 3 30 20'])
    expect(barsOn(withBars(set(three), inEnglish('a', 'c')))).toEqual(['1: 3 10 10', '1: 3 40 30'])
  })

  test('goes on on the next page', () => {
    const sample = set(`blocks:\n${block('a', 6)}${block('b', 5)}`)
    expect(barsOn(withBars(sample, inEnglish('b')))).toEqual(['1: 3 70 20', '2: 3 10 30'])
  })

  test('stands on the fore-edge of a single column', () => {
    const blocks = `blocks:\n${block('a', 12)}`
    expect(barsOn(withBars(set(blocks, { languages: ['en'] }), inEnglish('a')))).toEqual([
      '1: 196 10 80',
      '2: 3 10 40',
    ])
  })

  test('is beside the lines of one language of those that are stacked, on the fore-edge', () => {
    const sample = set(`blocks:\n${block('a', 5)}${block('b', 3)}`, { page: 'bi-arrangement: stacked' })
    expect(barsOn(withBars(sample, inEnglish('a', 'b')))).toEqual(['1: 196 10 50', '2: 3 30 30'])
    expect(barsOn(withBars(sample, new Map([['zh-Hans', new Set(['a'])]])))).toEqual([
      '1: 196 60 30',
      '2: 3 10 20',
    ])
  })

  test('is what the theme makes of it', () => {
    const sample = set(three, { page: 'bi-change-bar: 2pt solid #0000ff' })
    const [bars] = withBars(sample, inEnglish('b')).map(({ marks }) =>
      marks.filter(({ mark }) => mark.kind === 'rect'),
    )
    const mark: Rect = { kind: 'rect', width: 2, height: 20, color: [0, 0, 255] }
    expect(bars).toEqual([{ x: 2, y: 20, mark, tag: null }])
    const none = withBars(set(three, { page: 'bi-change-bar: none' }), inEnglish('b'))
    expect(none.flatMap(({ marks }) => marks.filter(({ mark: { kind } }) => kind === 'rect'))).toEqual([])
  })
})

describe('what is in a passage', () => {
  test('has bars in a grid as well, beside the column of its language', () => {
    const layout = `<div class="grid">${paragraphs.slice(5, -6)}</div>`
    const css =
      '.grid, .grid bi-passage { display: grid } .grid bi-passage { grid-template-columns: 80pt 1fr }'
    expect(barsOn(withBars(set(three, { layout, css }), inBoth('b')))).toEqual(['1: 3 20 20', '1: 196 20 20'])
  })

  test('has them row by row in a table', () => {
    const blocks = 'blocks: [{ id: t, table: { head: [h], rows: [[x], [y]] } }]\n'
    const layout = `{{#each chapters}}{{#each blocks}}<table><thead>{{#each head}}{{#passage id=id}}<tr>{{#each cells}}<th scope="col">{{text}}</th>{{/each}}</tr>{{/passage}}{{/each}}</thead><tbody>{{#each rows}}{{#passage id=id}}<tr>{{#each cells}}<td>{{text}}</td>{{/each}}</tr>{{/passage}}{{/each}}</tbody></table>{{/each}}{{/each}}`
    const sample = set(blocks, { layout })
    // Cells have 2 pt above and below.
    expect(barsOn(withBars(sample, inEnglish('t-row-2')))).toEqual(['1: 3 40 10'])
    expect(barsOn(withBars(sample, inBoth('t-row-1')))).toEqual(['1: 3 26 10', '1: 196 26 10'])
  })

  test('has none for its notes: they are units of their own', () => {
    const blocks = `notes: { n: { en: Note., zh-Hans: 注。, fr: Note. } }
blocks:
  - { id: a, paragraph: { en: "line[^n]", zh-Hans: "行[^n]", fr: "ligne[^n]" } }
`
    const sample = set(blocks)
    expect(barsOn(withBars(sample, inEnglish('a')))).toEqual(['1: 3 10 10'])
    expect(barsOn(withBars(sample, inEnglish('@note-n')))).toEqual(['1: 3 80 10'])
  })
})

test('nothing else changes, whatever has changed, and nothing at all where nothing was compared', () => {
  fc.assert(
    fc.property(anyPublication(), fc.infiniteStream(fc.boolean()), ({ sample, languages }, choices) => {
      const theme = sample.theme.replace('margin: 20pt', `margin: 20pt; bi-change-bar: ${bar}`)
      const laid = layOut({ ...sample, theme }, languages)
      const { units } = unitsOf(laid)
      const changed = new Map(
        languages.map((lang) => [lang, new Set(units.filter(() => choices.next().value === true))]),
      )
      const plain = lay(laid.manuscript, squareWorkshop(), new Report())
      const marked = lay({ ...laid.manuscript, changed }, squareWorkshop(), new Report())
      const withoutBars = dump(marked)
        .split('\n')
        .filter((line) => !/^ {2}rect .* #ff0000$/.test(line))
      expect(withoutBars.join('\n')).toBe(dump(plain))
      expect(dump({ ...laid.laid })).toBe(dump(plain))
    }),
    { numRuns: 40 },
  )
})

test('each line of a unit that has changed has a bar beside it, and no other line has', () => {
  let [marked, plain] = [0, 0]
  fc.assert(
    fc.property(anyPublication(), fc.infiniteStream(fc.boolean()), ({ sample, languages }, choices) => {
      const theme = sample.theme.replace('margin: 20pt', `margin: 20pt; bi-change-bar: ${bar}`)
      const laid = layOut({ ...sample, theme }, languages)
      const { units, unitOf } = unitsOf(laid)
      const changed = new Map(
        languages.map((lang) => [lang, new Set(units.filter(() => choices.next().value === true))]),
      )
      for (const { marks } of withBars(laid, changed)) {
        const bars = marks.flatMap(({ x, y, mark }) =>
          mark.kind === 'rect' && mark.color[0] === 255 ? [{ x, top: y, bottom: y + mark.height }] : [],
        )
        for (const { x, y, mark, tag } of marks) {
          if (mark.kind !== 'glyphs' || tag === null) continue
          const { lang = '' } = laid.laid.tags[tag] ?? {}
          const isFirst = lang === languages[0]
          // Columns are at least 20 pt apart.
          const beside = bars.filter((one) =>
            languages.length > 1
              ? isFirst
                ? one.x < 20
                : one.x > x && one.x < x + 400
              : one.x < 20 || one.x > 100,
          )
          const isBarred = beside.some(({ top, bottom }) => top <= y && y <= bottom)
          const isChanged = changed.get(lang)?.has(unitOf(tag)) === true
          if (isChanged) expect(isBarred).toBe(true)
          else if (languages.length < 3) expect(isBarred).toBe(false)
          if (isChanged) marked++
          else plain++
        }
      }
    }),
    { numRuns: 40 },
  )
  expect(Math.min(marked, plain)).toBeGreaterThan(100)
})

function unitsOf({ laid: { tags } }: LaidSample) {
  const unitOf = (tag: number): string => {
    for (let at: number | null = tag; at !== null; at = tags[at]?.parent ?? null) {
      const unit = tags[at]?.unit
      if (unit) return unit
    }
    return ''
  }
  return { units: [...new Set(tags.flatMap(({ unit }) => unit ?? []))], unitOf }
}
