import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { glyphText } from './glyph-text.ts'

describe('sizes to choose from', () => {
  // 100 pt of room: 8 letters of half an em.
  it('give way until the text stands in one line', () => {
    expect(linesOf('<h1>abcdefgh</h1>')).toEqual(['abcdefgh 25 10'])
    expect(linesOf('<h1>abcdefghi</h1>')).toEqual(['abcdefghi 20 10'])
  })

  it('leave a text that stands in one line in none of them in the last, in several', () => {
    expect(linesOf('<h1>abcdef ghijklm</h1>')).toEqual(['abcdef 20 10', 'ghijklm 20 40'])
  })

  it('count for each paragraph, and not for what stands deeper', () => {
    expect(linesOf('<h1>abcdefgh</h1><h1>abcdefghi</h1>')).toEqual(['abcdefgh 25 10', 'abcdefghi 20 40'])
    expect(linesOf('<div class="h"><p>abcd</p></div>')).toEqual(['abcd 10 10'])
  })

  it('keep the proportions of what stands in the line', () => {
    expect(linesOf('<h1>abcd<em>efgh</em></h1>')).toEqual(['abcd 25 10', 'efgh 12.5 10'])
    // 9 letters of 12.5 pt and 1 of 6.25 pt are too much, in 20 pt they are 95.
    expect(linesOf('<h1>abcdefghi<em>j</em></h1>')).toEqual(['abcdefghi 20 10', 'j 10 10'])
  })
})

/** The lines of a page as `text size top`, the first baseline at 10. */
function linesOf(content: string): readonly string[] {
  const { laid, found } = layOut({
    content: 'languages: { en: { name: E } }\ntitle: T\nblocks: []\n',
    layout: `<section>{{#passage}}${content}{{/passage}}</section>`,
    theme: `@page { size: 120pt 200pt; margin: 10pt }
html { font-family: Square; font-size: 10pt; line-height: 30pt; bi-baseline: 0 }
h1, .h { bi-font-sizes: 25pt 20pt } em { font-size: 50%; font-style: normal }`,
  })
  expect(found).toEqual([])
  return laid.pages.flatMap(({ marks }) =>
    marks.flatMap(({ mark, y }) =>
      mark.kind === 'glyphs' ? [`${glyphText(mark).replace(/[\u200b ]/g, '')} ${mark.size} ${y}`] : [],
    ),
  )
}
