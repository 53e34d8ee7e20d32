import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { glyphText } from './glyph-text.ts'

const passage = (text: string) => `{{#passage}}<p>${text}</p>{{/passage}}`
const heading = '{{#passage}}<h2>heading</h2>{{/passage}}'
/** Three of the four lines of a page. */
const above = ['one', 'two', 'three'].map(passage).join('')

describe('a heading', () => {
  it('goes to the next page with what follows it, whatever that is', () => {
    const table = (row: string) =>
      `<table><tbody>{{#passage}}<tr><td>${row}</td></tr>{{/passage}}</tbody></table>`
    for (const next of [
      passage('next'),
      `<div>${passage('next')}</div>`,
      `<div class="padded">${passage('next')}</div>`,
      table('next'),
      `<div class="padded">${table('next')}</div>`,
      '{{#across}}<p>next</p>{{/across}}',
      `<aside>${passage('next')}</aside>`,
    ]) {
      expect(pagesOf(`${above}${heading}${next}`)).toEqual(['one two three', 'heading next'])
    }
  })

  it('does so at the end of its own container too, with an edge between them or not', () => {
    for (const name of ['plain', 'padded'])
      expect(pagesOf(`${above}<div class="${name}">${heading}</div>${passage('next')}`)).toEqual([
        'one two three',
        'heading next',
      ])
  })
})

describe('a table', () => {
  const row = (text: string) => `{{#passage}}<tr><td>${text}</td></tr>{{/passage}}`
  const caption = '{{#passage}}<caption>caption</caption>{{/passage}}'

  it('keeps its caption with its rows, above or below them', () => {
    const table = (inside: string) => `${above}<table>${inside}</table>`
    expect(pagesOf(table(`${caption}<tbody>${row('row')}</tbody>`))).toEqual(['one two three', 'caption row'])
    expect(pagesOf(table(`<tbody>${row('row')}</tbody>${caption}`))).toEqual(['one two three', 'row caption'])
  })

  it('keeps rows together that a cell joins', () => {
    const joined =
      '{{#passage}}<tr><td rowspan="2">a</td><td>b</td></tr>{{/passage}}{{#passage}}<tr><td>c</td></tr>{{/passage}}'
    expect(pagesOf(`${above}<table><tbody>${joined}</tbody></table>`)).toEqual(['one two three', 'a b c'])
  })

  it('repeats its head on each page that it goes on to', () => {
    const rows = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'].map(row).join('')
    const head = '<thead>{{#passage}}<tr><th>head</th></tr>{{/passage}}</thead>'
    expect(pagesOf(`<table>${head}<tbody>${rows}</tbody></table>`)).toEqual([
      'head r1 r2 r3',
      'head r4 r5',
      'head r6 r7',
    ])
  })

  it('of four rows or more leaves at least two of them on each of its pages, in a column of its own too', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`r${index + 1}`)).join('')
    const table = (count: number) => `<table><tbody>${rows(count)}</tbody></table>`
    const inside = (count: number) =>
      `{{#passage}}${table(count).replaceAll(/{{[#/]passage}}/g, '')}{{/passage}}`
    for (const body of [table, inside]) {
      expect(pagesOf(`${above}${body(4)}`)).toEqual(['one two three', 'r1 r2 r3 r4'])
      expect(pagesOf(`${above}${body(3)}`)).toEqual(['one two three r1', 'r2 r3'])
      expect(pagesOf(body(5))).toEqual(['r1 r2 r3', 'r4 r5'])
    }
  })

  it('keeps two rows with its caption and head', () => {
    const head = '<thead>{{#passage}}<tr><th>head</th></tr>{{/passage}}</thead>'
    const table = `<table>${caption}${head}<tbody>${row('r1')}${row('r2')}${row('r3')}</tbody></table>`
    expect(pagesOf(`${passage('one')}${table}`)).toEqual(['one', 'caption head r1 r2', 'head r3'])
    const inside = `{{#passage}}${table.replaceAll(/{{[#/]passage}}/g, '')}{{/passage}}`
    expect(pagesOf(`${passage('one')}${inside}`)).toEqual(['one', 'caption head r1 r2', 'head r3'])
  })
})

it('what is to be kept on one page and is taller is broken all the same, with a warning', () => {
  const box = `<aside>${['a', 'b', 'c', 'd', 'e', 'f'].map(passage).join('')}</aside>`
  const { found, laid } = layOut(sampleOf(box))
  expect(found.map((one) => one.split(' ').at(-1))).toEqual(['layout/broken-box'])
  expect(laid.pages).toHaveLength(2)
})

function pagesOf(layout: string): readonly string[] {
  const { laid, found } = layOut(sampleOf(layout))
  expect(found).toEqual([])
  return laid.pages.map(({ marks }) =>
    marks.flatMap(({ mark }) => (mark.kind === 'glyphs' ? glyphText(mark).trim() : [])).join(' '),
  )
}

/** Pages of four lines, in one language. */
function sampleOf(layout: string) {
  return {
    content: 'languages: { en: { name: E } }\ntitle: T\nblocks: []\n',
    layout,
    theme: `@page { size: 120pt 82pt; margin: 10pt } html { font-family: Square; font-size: 10pt; line-height: 15pt }
h2 { break-after: avoid; font-weight: 400 } .padded { padding: 1pt 0 } aside { break-inside: avoid } th, td { padding: 0 3pt 0 0; font-weight: 400 }`,
  }
}
