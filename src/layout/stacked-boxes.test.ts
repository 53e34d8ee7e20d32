import { describe, expect, it } from 'vitest'
import { Report } from '../base/report.ts'
import type { PngPicture } from '../picture/picture.ts'
import { layOut } from '../testing/documents.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import { glyphText } from './glyph-text.ts'
import { lay } from './lay.ts'

/** A passage in English and Chinese; latin letters are 5 pt wide, lines 10 pt high, 12 of them on a page. */
const passage = (text: string, attributes = '') => `{{#passage${attributes}}}<p>${text}</p>{{/passage}}`
/** So many lines in each version. */
const lines = (count: number, attributes = '') => passage(Array(count).fill('line').join('<br/>'), attributes)

describe('a passage whose versions are stacked', () => {
  it('has its margins, border, padding and least height once, around all of them', () => {
    const css =
      'p { margin: 4pt 0 } .box { margin: 7pt 0; border-top: 1pt solid; padding: 2pt 0; min-height: 50pt }'
    // The first begins at 10 + 4; from 34 on 7, 1 and 2 above the second; from 44 on its 50, then 2 and 7.
    expect(linesOf(`${passage('a')}${passage('b', ' class="box"')}${passage('c')}`, css)).toEqual([
      'zh a 24, en a 34, zh b 54, en b 64, zh c 113, en c 123',
    ])
  })

  it('has the larger of the margins of two versions between them, and those of their blocks around it', () => {
    const css =
      'p { margin: 9pt 0 } bi-version { margin-bottom: 3pt } bi-version:lang(en) { margin-top: 5pt }'
    expect(linesOf(`${passage('a')}${passage('b')}`, css)).toEqual(['zh a 29, en a 44, zh b 63, en b 78'])
  })

  it('is whole where it may not be broken, and else goes over with two lines below the first version', () => {
    const css = '.whole { break-inside: avoid } html { orphans: 1; widows: 1 }'
    const above = passage('a').repeat(3)
    expect(countsOf(`${above}${lines(4)}`, css)).toEqual([12, 2])
    expect(countsOf(`${above}${lines(4, ' class="whole"')}`, css)).toEqual([6, 8])
    expect(countsOf(`${above}<div class="whole">${lines(4)}</div>`, css)).toEqual([6, 8])
  })

  it('breaks in a version above the last only where that is long', () => {
    const css = 'html { orphans: 2; widows: 2 }'
    // Four and two of the next are half a page; of eleven, the last two go over with the next.
    expect(countsOf(`${passage('a').repeat(4)}${lines(4)}`, css)).toEqual([8, 8])
    expect(countsOf(`${passage('a')}${lines(11)}`, css)).toEqual([11, 11, 2])
  })

  it('follows its heading, whose versions stay with two lines of its second one', () => {
    const heading = '{{#passage}}<h2>h</h2>{{/passage}}'
    const css = 'h2 { break-after: avoid } html { orphans: 1; widows: 1 }'
    expect(countsOf(`${passage('a').repeat(3)}${heading}${lines(2)}`, css)).toEqual([12])
    expect(countsOf(`${passage('a').repeat(4)}${heading}${lines(2)}`, css)).toEqual([8, 6])
  })

  it('stands on the foot with all its versions', () => {
    expect(linesOf(`${passage('a')}${passage('b', ' class="foot"')}`, '.foot { bi-stand: foot }')).toEqual([
      'zh a 20, en a 30, zh b 120, en b 130',
    ])
  })

  it('has what its versions share beside the first of them that there is', () => {
    const axis = (text: string) => `{{#passage}}<p>${text}</p>{{#axis}}<p>9</p>{{/axis}}{{/passage}}`
    const css = '@page { bi-columns: 1fr 20pt }'
    expect(linesOf(`${axis('a')}`, css)).toEqual(['zh a 20, en a 30, en 9 20'])
    expect(linesOf(`${axis('a')}`, `${css} bi-version:lang(zh) { display: none }`)).toEqual([
      'en a 20, en 9 20',
    ])
  })
})

it('all pages of a name have the arrangement of a right one', () => {
  const layout = passage('a').repeat(7)
  const css = '@page :first, :left { bi-arrangement: columns }'
  expect(linesOf(layout, css)).toEqual(linesOf(layout, ''))
  expect(linesOf(layout, '')).toHaveLength(2)
})

it('the box of a passage that goes on ends with the last of its lines that stand on the page', () => {
  const css = 'bi-passage { border-left: 1pt solid black } html { orphans: 1; widows: 3 }'
  // Of the twelve lines of a page eleven are filled: three of the second version go over.
  const layout = `${passage('a')}${lines(6)}`
  expect(countsOf(layout, css)).toEqual([11, 3])
  expect(rectsOf(layout, css)).toEqual(['10,10 1x20', '10,30 1x90', '10,10 1x30'])
})

describe('a container of stacked passages', () => {
  it('has its padding, background and borders once', () => {
    const css = 'aside { background: #eeeeee; padding: 3pt 0; border-bottom: 1pt solid black }'
    const layout = `<aside>${passage('a')}${passage('b')}</aside>`
    expect(linesOf(layout, css)).toEqual(['zh a 23, en a 33, zh b 43, en b 53'])
    expect(rectsOf(layout, css)).toEqual(['10,10 100x47', '10,56 100x1'])
  })

  it('has no rule between columns', () => {
    expect(rectsOf(`<div>${passage('a')}</div>`, 'div { column-rule: 1pt solid black }')).toEqual([])
  })
})

it('running heads speak the first language at the left, as they stand, and the last at the right', () => {
  const css =
    '@page { @top-left { content: string(t) } @top-right { content: string(t); text-align: end } } h2 { string-set: t content() } bi-margin:lang(en) { font-size: 5pt }'
  const headings = '{{#passage}}<h2>{{title}}</h2>{{/passage}}'
  const content = sampleOf('', '').content.replace('en: T, zh-Hans: T', 'en: head, zh-Hans: 头')
  const { laid } = layOut({ ...sampleOf(headings, css), content })
  const heads = laid.pages.flatMap(({ marks }) =>
    marks.flatMap(({ x, mark, tag }) =>
      mark.kind === 'glyphs' && tag === null ? [[glyphText(mark), x, mark.size]] : [],
    ),
  )
  expect(heads).toEqual([
    ['头', 10, 10],
    ['head', 100, 5],
  ])
})

describe('what stands across the columns', () => {
  it('stands in the one lane, a picture for each language that describes it', () => {
    const layout = '{{#across}}<img src="a.png" alt="{{title}}"/>{{/across}}'
    const { manuscript } = layOut(sampleOf(layout, ''))
    const pictures = new Map([['a.png', picture]])
    const laid = lay({ ...manuscript, pictures }, squareWorkshop(), new Report())
    const places = [...laid.pages].flatMap(({ marks }) =>
      marks.map(({ x, y, mark, tag }) => [mark.kind, x, y, tag === null ? null : laid.tags[tag]?.lang]),
    )
    expect(places).toEqual([
      ['picture', 10, 10, 'en'],
      ['area', 10, 10, 'zh-Hans'],
    ])
  })

  it('keeps the order of the layout in a grid, unless the theme places the versions', () => {
    const layout = `<div>${passage('a')}</div>`
    const grid = 'div { display: grid; grid-template-columns: 1fr }'
    expect(linesOf(layout, grid)).toEqual(['en a 20, zh a 30'])
    const placed =
      'bi-passage { display: contents } bi-version:lang(zh) { grid-row: 1 } bi-version:lang(en) { grid-row: 2 }'
    expect(linesOf(layout, `${grid} ${placed}`)).toEqual(['zh a 20, en a 30'])
  })
})

const picture: PngPicture = {
  kind: 'png',
  path: 'a.png',
  width: 100,
  height: 50,
  pixelsPerInch: null,
  orientation: 1,
  profile: null,
  header: { width: 100, height: 50, bits: 8, colorType: 0, isInterlaced: false },
  palette: null,
  clear: null,
  data: new Uint8Array(),
}

function sampleOf(layout: string, css: string) {
  return {
    content:
      'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: { en: T, zh-Hans: T }\nblocks: []\n',
    layout,
    theme: `@page { size: 120pt 140pt; margin: 10pt; bi-arrangement: stacked zh }
html { font-family: Square; font-size: 10pt; line-height: 10pt; bi-baseline: 10pt } h2 { font-weight: 400 } ${css}`,
  }
}

/** Each line of each page with its language and baseline, in the order of painting. */
function linesOf(layout: string, css: string): readonly string[] {
  const { laid, found } = layOut(sampleOf(layout, css))
  expect(found).toEqual([])
  return laid.pages.map(({ marks }) =>
    marks
      .flatMap(({ y, mark, tag }) => {
        if (mark.kind !== 'glyphs' || tag === null) return []
        return [`${laid.tags[tag]?.lang.slice(0, 2)} ${glyphText(mark).trim()} ${Number(y.toFixed(2))}`]
      })
      .join(', '),
  )
}

/** How many lines each page has. */
function countsOf(layout: string, css: string): readonly number[] {
  return linesOf(layout, css).map((page) => page.split(', ').length)
}

function rectsOf(layout: string, css: string): readonly string[] {
  const { laid } = layOut(sampleOf(layout, css))
  return laid.pages.flatMap(({ marks }) =>
    marks.flatMap(({ x, y, mark }) =>
      mark.kind === 'rect' ? [`${x},${y} ${mark.width}x${mark.height}`] : [],
    ),
  )
}
