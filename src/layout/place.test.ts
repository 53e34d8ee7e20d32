import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOut, type Sample } from '../testing/documents.ts'
import { anyRows } from '../testing/rows.ts'
import type { Section } from './flow.ts'
import type { Frame } from './geometry.ts'
import { paginate } from './paginate.ts'
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
