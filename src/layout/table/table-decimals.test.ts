import { describe, expect, it } from 'vitest'
import { layOut } from '../../testing/documents.ts'
import { glyphText } from '../glyph-text.ts'
import { wholeEnd } from './table-decimals.ts'

describe('the whole units of a figure end', () => {
  it('at its point or comma, as its language writes them', () => {
    for (const [lang, text, whole] of [
      ['en', '12.5', '12'],
      ['en', '1,234.5', '1,234'],
      ['en', '1,234', '1,234'],
      ['en', '1,234,567', '1,234,567'],
      ['en', '1.234', '1'],
      ['fr', '1\u202f234,5 %', '1\u202f234'],
      ['es', '1.234,56', '1.234'],
      ['es', '1.234', '1.234'],
      ['ru', '0,125', '0'],
      ['zh-Hans', '约3.2亿', '约3'],
      ['en', '−7', '−7'],
      ['en', '10.', '10'],
    ] as const) {
      const end = wholeEnd(text, lang)
      expect([text, text.slice(0, end ?? 0)]).toEqual([text, whole])
    }
    expect(wholeEnd('n/a', 'en')).toBeNull()
  })
})

describe('a column of figures', () => {
  // Latin letters and digits are 5 pt wide in the square face.
  const figures = ['1.25', '10', '123.5', '7 %']

  it('has their points below one another, whichever side it is set to', () => {
    for (const align of ['start', 'center', 'end']) {
      const places = placesOf(figures, `td { text-align: ${align} }`)
      expect(places.map((x, index) => x + 5 * (wholeEnd(figures[index] ?? '', 'en') ?? 0))).toEqual(
        figures.map(() => (places[2] ?? 0) + 15),
      )
    }
  })

  it('has the widest fraction at its end and the widest whole units at its start', () => {
    // In 60 pt from 10.
    expect(placesOf(figures, 'td { text-align: end }')).toEqual([50, 45, 40, 50])
    expect(placesOf(figures, 'td { text-align: start }')).toEqual([20, 15, 10, 20])
  })

  it('is as wide as both together', () => {
    expect(placesOf(['1.2345', '12345'], 'td { text-align: start } table { width: auto }')).toEqual([30, 10])
    // 25 pt of whole units and 25 pt of fractions.
    expect(placesOf(['1.2345', '12345'], 'td { text-align: end } table { width: auto }')).toEqual([30, 10])
  })

  it('stands towards the axis in a table that runs the other way', () => {
    const row = (figure: string) =>
      `{{#passage}}<tr><td>a</td><td class="decimal">${figure}</td></tr>{{/passage}}`
    const { laid } = layOut({
      content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
      layout: `<table class="mirrored"><tbody>${row('1.25')}${row('10')}</tbody></table>`,
      theme:
        '@page { size: 160pt 80pt; margin: 10pt; bi-columns: 60pt 20pt 60pt } html { font-family: Square; font-size: 10pt; line-height: 15pt } table { width: 100% } td { padding: 0 } .decimal { width: 40pt; text-align: end }',
    })
    const marks = laid.pages[0]?.marks ?? []
    const placesIn = (text: string) =>
      marks.flatMap(({ x, mark }) => (mark.kind === 'glyphs' && glyphText(mark) === text ? [x] : []))
    // Points 15 pt before the end of the lane at 70, and 10 pt behind the beginning of that at 90.
    expect(placesIn('1.25')).toEqual([50, 95])
    expect(placesIn('10')).toEqual([45, 90])
  })

  it('leaves its head, and what is no figure, where they stand', () => {
    expect(placesOf(['1.25', 'n/a'], 'td { text-align: end }')).toEqual([50, 55])
    expect(placesOf(['1.25'], 'th, td { text-align: end; padding: 0 }', '2013')).toEqual([50, 50])
  })
})

/** Where the text of each row begins, in a table of one column as wide as its lane of 60 pt, from 10. */
function placesOf(cells: readonly string[], css: string, title = ''): readonly number[] {
  const head = title && `<thead>{{#passage}}<tr><th class="decimal">${title}</th></tr>{{/passage}}</thead>`
  const rows = cells.map((cell) => `{{#passage}}<tr><td class="decimal">${cell}</td></tr>{{/passage}}`)
  const { laid, found } = layOut({
    content: 'languages: { en: { name: E } }\ntitle: T\nblocks: []\n',
    layout: `<table>${head}<tbody>${rows.join('')}</tbody></table>`,
    theme: `@page { size: 80pt 200pt; margin: 10pt } html { font-family: Square; font-size: 10pt; line-height: 15pt } table { width: 100% } td { padding: 0 } ${css}`,
  })
  expect(found).toEqual([])
  return laid.pages.flatMap(({ marks }) =>
    marks.flatMap(({ x, mark }) => (mark.kind === 'glyphs' && glyphText(mark) !== '' ? [x] : [])),
  )
}
