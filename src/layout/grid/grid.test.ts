import { describe, expect, it } from 'vitest'
import { layOut } from '../../testing/documents.ts'
import { glyphText } from '../glyph-text.ts'
import type { Placed } from '../page.ts'

// Letters are 5 pt wide in the square face, lines 15 pt high; the page has 200 pt from 10 at the left, 150 from 10 at the top.
const base = `@page { size: 220pt 170pt; margin: 10pt; bi-columns: 90pt 20pt 90pt }
html { font-family: Square; font-size: 10pt; line-height: 15pt; bi-baseline: 10pt; orphans: 1; widows: 1 }
`

describe('a grid', () => {
  it('sets what stands in it in its columns, row by row', () => {
    const found = textsOf(
      '<div class="g"><p>a</p><p>b</p><p>c</p></div>',
      '.g { display: grid; grid-template-columns: 60pt 1fr; gap: 5pt 10pt }',
    )
    expect(found).toEqual(['a 10 20', 'b 80 20', 'c 10 40'])
  })

  it('sets each as wide as its columns: lines are broken there', () => {
    const found = textsOf(
      '<div class="g"><p>aa bb</p><p>cc dd</p></div>',
      '.g { display: grid; grid-template-columns: 20pt 100pt }',
    )
    expect(found).toEqual(['aa 10 20', 'bb 10 35', 'cc dd 30 20'])
  })

  it('stands across the languages, whose versions are its items where the passage makes no box', () => {
    const found = textsOf(
      '<div class="g">{{#passage}}<p>{{title}}</p>{{/passage}}<p>z</p></div>',
      '.g { display: grid; grid-template-columns: 1fr 1fr 50pt } bi-passage { display: contents }',
    )
    expect(found).toEqual(['E 10 20', '中 85 20', 'z 160 20'])
  })

  it('has the versions of a passage one below the other, unless that is a grid itself', () => {
    const layout = '<div class="g">{{#passage}}<p>{{title}}</p>{{/passage}}<p>z</p></div>'
    const theme = '.g { display: grid; grid-template-columns: 100pt 1fr }'
    expect(textsOf(layout, theme)).toEqual(['E 10 20', '中 10 35', 'z 110 20'])
    const inner = `${theme} bi-passage { display: grid; grid-template-columns: 1fr 1fr }`
    expect(textsOf(layout, inner)).toEqual(['E 10 20', '中 60 20', 'z 110 20'])
  })

  it('may be a passage between others', () => {
    const found = textsOf(
      '{{#passage}}<p>{{title}}</p>{{/passage}}',
      'bi-passage { display: grid; grid-template-columns: 50pt 1fr }',
    )
    expect(found).toEqual(['E 10 20', '中 60 20'])
  })

  it('may stand in one language', () => {
    const found = textsOf(
      '{{#passage}}<div class="g"><p>{{title}}</p><p>b</p></div>{{/passage}}',
      '.g { display: grid; grid-template-columns: 1fr 1fr }',
    )
    expect(found).toEqual(['E 10 20', 'b 55 20', '中 120 20', 'b 165 20'])
  })

  it('places by areas, lines and spans', () => {
    const found = textsOf(
      '<div class="g"><p class="n">n</p><p class="h">h</p><p class="t">t</p><p class="w">w</p></div>',
      `.g { display: grid; grid-template-columns: 1fr 1fr; grid-template-areas: "h h" "t n" }
.n { grid-area: n } .h { grid-area: h; text-align: end } .t { grid-area: t } .w { grid-column: 1 / -1; text-align: end }`,
    )
    expect(found).toEqual(['h 205 20', 'n 110 35', 't 10 35', 'w 205 50'])
  })

  it('aligns what stands in an area', () => {
    const item = (align: string) => `<p>a<br/>b</p><p class="x ${align}">x</p>`
    const aligned = (align: string) =>
      textsOf(
        `<div class="g">${item('')}</div>`,
        `.g { display: grid; grid-template-columns: 100pt 1fr } .x { ${align} }`,
      ).at(-1)
    expect(aligned('align-self: start')).toBe('x 110 20')
    expect(aligned('align-self: end')).toBe('x 110 35')
    expect(aligned('align-self: center')).toBe('x 110 27.5')
    expect(aligned('justify-self: end')).toBe('x 205 20')
    expect(aligned('justify-self: center')).toBe('x 157.5 20')
  })

  it('levels first baselines', () => {
    const found = textsOf(
      '<div class="g"><p class="big">a</p><p>b</p></div>',
      '.g { display: grid; grid-template-columns: 1fr 1fr; align-items: baseline } .big { padding-top: 8pt }',
    )
    expect(found).toEqual(['a 10 28', 'b 110 28'])
  })

  it('fills a height by shares of it', () => {
    const layout = '<div class="g"><p>a</p><p>b</p><p>c</p></div>'
    const rows = 'display: grid; grid-template-rows: auto 1fr 20pt'
    expect(textsOf(layout, `.g { ${rows}; height: 100% }`)).toEqual(['a 10 20', 'b 10 35', 'c 10 150'])
    expect(textsOf(layout, `.g { ${rows}; height: 100pt; padding: 10pt 0 }`)).toEqual([
      'a 10 30',
      'b 10 45',
      'c 10 90',
    ])
    expect(textsOf(layout, `.g { ${rows}; min-height: 100pt }`)).toEqual(['a 10 20', 'b 10 35', 'c 10 100'])
    expect(textsOf(layout, `.g { ${rows} }`)).toEqual(['a 10 20', 'b 10 35', 'c 10 50'])
  })

  it('gives a grid in it the height of its area', () => {
    const found = textsOf(
      '<div class="g"><p>a<br/>b<br/>c</p><div class="i"><p>d</p><p>e</p></div></div>',
      '.g { display: grid; grid-template-columns: 1fr 1fr } .i { display: grid; grid-template-rows: 1fr auto }',
    )
    expect(found.slice(3)).toEqual(['d 110 20', 'e 110 50'])
  })

  it('lets a subgrid have its rows and columns', () => {
    const card = (label: string) => `<div class="c"><p>${label}</p><p>v</p></div>`
    const found = textsOf(
      `<div class="g">${card('one two')}${card('b')}</div>`,
      `.g { display: grid; grid-template-columns: 30pt 30pt; row-gap: 4pt }
.c { display: grid; grid-template-rows: subgrid; grid-row: span 2; padding-top: 3pt }`,
    )
    expect(found).toEqual(['one 10 23', 'two 10 38', 'v 10 57', 'b 40 23', 'v 40 57'])
    const columns = textsOf(
      '<div class="g"><p>abc</p><p>z</p><div class="c"><p>d</p><p>efgh</p></div></div>',
      `.g { display: grid; grid-template-columns: auto max-content; column-gap: 10pt }
.c { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding: 0 5pt }`,
    )
    // The second column is as wide as `efgh` and the padding behind it.
    expect(columns).toEqual(['abc 10 20', 'z 185 20', 'd 15 35', 'efgh 185 35'])
  })

  it('paints what is behind an item as large as its area, margins taken off', () => {
    const { rects } = marksOf(
      '<div class="g"><p>a<br/>b</p><p class="t">c</p></div>',
      '.g { display: grid; grid-template-columns: 100pt 1fr; padding: 2pt } .t { background: #ccc; margin: 0 -5pt 3pt 4pt }',
    )
    // The content of the grid is 196 pt wide from 12.
    expect(rects).toEqual(['116 12 97 27'])
  })

  it('reaches beyond the page text at its sides', () => {
    const { rects, texts } = marksOf(
      '<div class="g"><p class="t">c</p></div>',
      '.g { display: grid } .t { background: #ccc; margin: -6pt -5pt 0; padding: 5pt }',
    )
    expect(rects).toEqual(['5 4 210 25'])
    expect(texts).toEqual(['c 10 19'])
  })

  it('breaks between its rows, not where something covers two', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `<p>${index}</p>`).join('')
    const theme = '.g { display: grid; row-gap: 5pt; background: #eee }'
    const { pages, rects } = marksOf(`<div class="g">${rows}</div>`, theme)
    // 7 rows of 15 pt and 6 gaps are 135 of 150 pt.
    expect(pages.map((texts) => texts.length)).toEqual([7, 5])
    expect(pages[1]?.[0]).toBe('7 10 20')
    expect(rects).toEqual(['10 10 200 150', '10 10 200 95'])
    const joined = marksOf(
      `<div class="g"><p class="two">x</p>${rows}</div>`,
      `${theme} .g { grid-template-columns: 1fr 1fr } .two { grid-row: 7 / 9; padding-bottom: 30pt }`,
    )
    // Rows 7 and 8 stay together, and so go to the next page.
    expect(joined.pages.map((texts) => texts.length)).toEqual([12, 1])
    expect(joined.pages[1]?.[0]).toBe('x 10 20')
  })

  it('has the notes that are called in it at the feet of their languages', () => {
    const { texts } = marksOf(
      '<div class="g">{{#each chapters}}{{#each blocks}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}{{/each}}</div>',
      '.g { display: grid } bi-note::footnote-call { vertical-align: baseline; font-size: 10pt } @page { @footnote { margin-top: 0; border-top: none; padding-top: 0 } }',
      'notes: { n: { en: foot, zh-Hans: 脚 } }\nblocks: [{ paragraph: { en: "a[^n]", zh-Hans: "甲[^n]" } }]\n',
    )
    expect(texts.filter((text) => /foot|脚/.test(text))).toEqual(['foot 10 155', '脚 120 155'])
  })
})

describe('a grid of one column', () => {
  it('is the same as its blocks below each other', () => {
    const layout =
      '<div class="g">{{#across}}<p>aa bb cc dd</p><div class="t"><p>e</p></div><ul><li>f</li></ul><p>g</p>{{/across}}</div>'
    const theme = `p { text-align: justify } .t { background: #ccc; padding: 3pt } bi-across { border-top: 1pt solid black; padding: 2pt }`
    const set = (more: string) =>
      layOut(sampleOf(layout, theme + more)).laid.pages.map(({ marks }) => marks.map(shown).sort())
    expect(set('bi-across { display: grid }')).toEqual(set(''))
  })

  it('has text that stands in it in a box of its own', () => {
    expect(
      textsOf('<div class="g">a<p>b</p>c</div>', '.g { display: grid; grid-template-columns: 1fr 1fr }'),
    ).toEqual(['a 10 20', 'b 110 20', 'c 10 35'])
  })
})

describe('a table set as a grid', () => {
  it('has its texts where the table has them', () => {
    const row = (cells: string) => `<tr>${cells}</tr>`
    const layout = `<bi-across><table><tbody>${row('<td>a</td><td>bb cc dd ee ff</td>')}${row('<td>gg</td><td>h</td>')}</tbody></table></bi-across>`
    const table =
      'td { padding: 3pt } table { width: 100% } td:first-child { width: 50pt } td + td { width: 150pt }'
    const grid =
      'td { padding: 3pt } table { display: grid; grid-template-columns: 50pt 150pt } tbody, tr { display: contents }'
    const own = 'td { display: block }'
    expect(textsOf(layout, grid + own)).toEqual(textsOf(layout, table))
  })
})

describe('a grid that cannot be', () => {
  it.each([
    [
      '<div class="g"><p>a</p></div>',
      '.g { display: grid; grid-template-columns: 150pt 60pt }',
      'layout/wide-grid',
    ],
    [
      '<div class="g"><div class="c"><p>a</p><p>b</p></div></div>',
      '.g, .c { display: grid } .c { grid-template-rows: subgrid }',
      'layout/subgrid',
    ],
    ['<div class="g"><p>a</p></div>', '.g { display: grid } p { grid-area: b }', 'style/grid-area'],
    [
      '<div class="g"><p>a</p></div>',
      '.g { display: grid; grid-template-areas: "a b" "b a" }',
      'style/value',
    ],
    ['<div class="g"><p>a</p></div>', '.g { display: grid } p { grid-row: 0 }', 'style/value'],
    ['<div class="g"><p>a</p></div>', '.g { grid-template-columns: 1fr }', 'style/no-effect'],
  ])('is reported: %s %s', (layout, theme, code) => {
    const { found } = marksOf(layout, theme)
    expect(found.map((one) => one.split(' ')[1])).toContain(code)
  })
})

function textsOf(layout: string, theme: string): readonly string[] {
  const { texts, found } = marksOf(layout, theme)
  expect(found).toEqual([])
  return texts
}

/** Texts as `text x y`, rectangles as `x y width height`, in the order of painting. */
function marksOf(layout: string, theme: string, blocks = 'blocks: []\n') {
  const { laid, found } = layOut(sampleOf(layout, theme, blocks))
  const pages = laid.pages.map(({ marks }) =>
    marks.flatMap((one) => (one.mark.kind === 'glyphs' ? [shown(one)] : [])),
  )
  const rects = laid.pages.flatMap(({ marks }) =>
    marks.flatMap((one) => (one.mark.kind === 'rect' ? [shown(one)] : [])),
  )
  return { pages, texts: pages.flat(), rects, found }
}

function sampleOf(layout: string, theme: string, blocks = 'blocks: []\n') {
  const content = `languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: { en: E, zh-Hans: 中 }\n${blocks}`
  return { content, layout: `<section>${layout}</section>`, theme: base + theme }
}

function shown({ x, y, mark }: Placed): string {
  const at = `${round(x)} ${round(y)}`
  if (mark.kind === 'glyphs')
    return `${glyphText(mark)
      .replace(/\u200b/g, '')
      .trim()} ${at}`
  return mark.kind === 'rect' ? `${at} ${round(mark.width)} ${round(mark.height)}` : `${mark.kind} ${at}`
}

function round(value: number): number {
  return Number(value.toFixed(3))
}
