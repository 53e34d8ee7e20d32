import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'

const content =
  'languages: { en: { name: English } }\ntitle: T\nblocks: [{ paragraph: a }, { paragraph: b }]\n'
const theme = `@page { size: 100pt 100pt; margin: 10pt }
section { font-family: Square; font-size: 10pt; line-height: 15pt }
.new { break-before: page }
.foot { bi-stand: foot }`
const paragraph = '{{#passage}}<p>{{title}}</p>{{/passage}}'

/** Baselines of the tagged texts on each page. */
function baselines(layout: string): readonly (readonly number[])[] {
  const { laid, found } = layOut({ content, layout, theme })
  expect(found).toEqual([])
  return Array.from(laid.pages, ({ marks }) =>
    marks.flatMap(({ mark, tag, y }) =>
      mark.kind === 'glyphs' && tag !== null ? [Math.round(y * 10) / 10] : [],
    ),
  )
}

describe('bi-stand: foot', () => {
  it('moves a container with all that follows to the foot of the page', () => {
    const layout = `<section>${paragraph}<div class="foot">${paragraph}</div>${paragraph}</section>`
    expect(baselines(layout)).toEqual([[20.5, 70.5, 85.5]])
  })

  it('moves nothing where the container has no row, on its page and on the next', () => {
    const layout = `<section>${paragraph}<div class="foot"></div>${paragraph}</section><section class="new">${paragraph}</section>`
    expect(baselines(layout)).toEqual([[20.5, 35.5], [20.5]])
  })

  it('ends with its page', () => {
    const layout = `<section><div class="foot"></div></section><section class="new">${paragraph}</section>`
    expect(baselines(layout)).toEqual([[20.5]])
  })
})
