import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, type Sample } from '../testing/documents.ts'
import { anyRows } from '../testing/rows.ts'
import type { Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import { paginate } from './pages/paginate.ts'
import { placeRows } from './place.ts'

describe('placeRows', () => {
  it('places what was filled: every item once, in order, each page from the top', () => {
    fc.assert(
      fc.property(anyRows(2, 8), fc.integer({ min: 4, max: 24 }), (rows, depth) => {
        const section = sectionOf(rows)
        const pages = paginate(rows, { depth, noteHead: 2, lanes: 2, breadth: 2 }).map((fill) =>
          placeRows(section, fill, frame, 87),
        )
        for (const [index, row] of rows.entries()) {
          for (const [lane, cell] of row.cells.entries()) {
            const places = pages.flatMap((page) =>
              page.filter((placed) => placed.row === index).map(({ cells }) => cells[lane]),
            )
            const items = places.flatMap((place) => (place ? range(place.from, place.to) : []))
            expect(items).toEqual(range(0, cell?.items.length ?? 0))
            for (const place of places) expect(place?.tops).toHaveLength(place ? place.to - place.from : 0)
          }
        }
      }),
    )
  })

  it('sets items below each other, and begins the cells of a row level', () => {
    fc.assert(
      fc.property(anyRows(2, 8), fc.integer({ min: 4, max: 24 }), (rows, depth) => {
        for (const fill of paginate(rows, { depth, noteHead: 2, lanes: 2, breadth: 2 })) {
          let foot = frame.text.y
          for (const { row, cells, top, bottom } of placeRows(sectionOf(rows), fill, frame, 87)) {
            expect(top).toBeGreaterThanOrEqual(foot)
            for (const [lane, { tops, from }] of cells.entries()) {
              const items = rows[row]?.cells[lane]?.items ?? []
              let y = top
              for (const [index, itemTop] of tops.entries()) {
                const item = items[from + index]
                const isDropped = index === 0 && from > 0
                expect(itemTop).toBe(y + (isDropped ? 0 : (item?.space ?? 0)))
                y = itemTop + (item?.height ?? 0)
              }
              expect(bottom).toBeGreaterThanOrEqual(y)
            }
            foot = bottom
          }
        }
      }),
    )
  })
})

describe('a page', () => {
  it('closes the border of a container on its last page, and fills the rest of the pages before', () => {
    const rects = rectsOf('div { border: 1pt solid black; background: #eeeeee }', '<div>{{> rows}}</div>')
    expect(rects).toEqual([
      ['10,10 140x60', '10,10 140x1', '10,10 1x60', '149,10 1x60'],
      ['10,10 140x46', '10,55 140x1', '10,10 1x46', '149,10 1x46'],
    ])
  })

  it('draws the column rule on the axis, as far as the rows of its container stand on the page', () => {
    const rects = rectsOf(
      'div { column-rule: 2pt solid black }',
      '{{#passage}}<p>before</p>{{/passage}}<div>{{> rows}}</div>',
    )
    expect(rects).toEqual([['79,25 2x45'], ['79,10 2x45']])
  })

  it('has the padding of what stands across the columns inside its background, and no rule beside it', () => {
    const rects = rectsOf(
      'div { column-rule: 2pt solid black } bi-across { background: #eeeeee; padding: 5pt 0; margin: 4pt 0 }',
      '<div>{{#passage}}<p>a</p>{{/passage}}{{#across}}<p>b</p>{{/across}}</div>',
    )
    expect(rects).toEqual([['79,10 2x15', '10,29 140x25']])
  })

  it('draws no column rule beside the caption of what stands across the columns', () => {
    const figure =
      '<figure>{{#across}}<p>b</p>{{/across}}{{#passage}}<figcaption>c</figcaption>{{/passage}}</figure>'
    const text = '{{#passage}}<p>a</p>{{/passage}}'
    const rects = rectsOf('div { column-rule: 2pt solid black }', `<div>${text}${figure}${text}</div>`)
    expect(rects).toEqual([['79,10 2x15', '79,55 2x15']])
  })

  it('has the content of what stands across the columns inside its padding at the sides', () => {
    const theme = `@page { size: 160pt 80pt; margin: 10pt } :root { font-family: Square; font-size: 10pt; line-height: 15pt }
bi-across { margin: 0 4pt; border-left: 1pt solid black; padding: 0 5pt 0 7pt } .right { text-align: end } h1 { background: #eeeeee }`
    const { laid } = layOut({
      content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
      layout: '{{#across}}<h1>left</h1><p class="right">right</p>{{/across}}',
      theme,
    })
    const marks = laid.pages[0]?.marks ?? []
    // From 10 + 4 + 1 + 7 to 150 - 4 - 5.
    expect(marks.flatMap(({ x, mark }) => (mark.kind === 'glyphs' ? [x] : []))).toEqual([22, 116])
    expect(marks.flatMap(({ x, mark }) => (mark.kind === 'rect' ? [[x, mark.width]] : []))).toEqual([
      [14, 1],
      [22, 119],
    ])
  })

  it('draws no rule between the rows of a table through a cell that goes over both, nor in the gutter beside it', () => {
    const css = '@page { bi-columns: 60pt 20pt 60pt } td { width: 30pt; padding: 0 }'
    const rows = (first: string, second: string) =>
      `<table><tbody>{{#passage}}<tr>${first}</tr>{{/passage}}{{#passage}}<tr>${second}</tr>{{/passage}}</tbody></table>`
    const tall = '<td rowspan="2">a</td>'
    const passage = 'bi-passage:last-child { border-top: 1pt solid black }'
    // Columns of 30 pt from 10, 40 in the first lane and 90, 120 in the second.
    expect(rectsOf(`${css} ${passage}`, rows(`${tall}<td>b</td>`, '<td>c</td>'))).toEqual([
      ['40,25 30x1', '120,25 30x1'],
    ])
    expect(rectsOf(`${css} ${passage}`, rows(`<td>b</td>${tall}`, '<td>c</td>'))).toEqual([
      ['10,25 30x1', '90,25 30x1'],
    ])
    const each = 'tr { border-bottom: 1pt solid black }'
    expect(rectsOf(`${css} ${each}`, rows(`${tall}<td>b</td>`, '<td>c</td>'))).toEqual([
      ['40,25 30x1', '10,41 60x1', '120,25 30x1', '90,41 60x1'],
    ])
  })

  it('paints an outer background below an inner one', () => {
    const rects = rectsOf(
      'section { background: #eeeeee } div { background: #dddddd }',
      '<section><div>{{#passage}}<p>x</p>{{/passage}}</div></section>',
    )
    expect(rects).toEqual([['10,10 140x15', '10,10 140x15']])
  })
})

const frame: Frame = {
  size: { width: 100, height: 100 },
  text: { x: 0, y: 7, width: 100, depth: 80 },
  lanes: [],
  rows: [],
}

function sectionOf(rows: Section['rows']): Section {
  return { page: 'page', start: 'page', pageReset: null, rows, groups: [], absolutes: [] }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** The rectangles of each page, for six passages of a line each and pages of four lines. */
function rectsOf(css: string, body: string): readonly (readonly string[])[] {
  const passage = '{{#passage}}<p>line</p>{{/passage}}'
  const sample: Sample = {
    content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
    layout: `<article>${body.replace('{{> rows}}', passage.repeat(6))}</article>`,
    theme: `@page { size: 160pt 80pt; margin: 10pt } article { font-family: Square; font-size: 10pt; line-height: 15pt } ${css}`,
  }
  return Array.from(layOut(sample).laid.pages, ({ marks }) =>
    marks.flatMap(({ x, y, mark }) =>
      mark.kind === 'rect' ? [`${x},${y} ${mark.width}x${mark.height}`] : [],
    ),
  )
}
