import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'

describe('page labels', () => {
  it('go on from page to page', () => {
    expect(labelsOf('')).toEqual(['1', '2', '3'])
  })

  it('are written as the theme says, and begin anew where it says so', () => {
    const css =
      '@page front { bi-page-label: lower-roman } .front { page: front } .body { page: body; counter-reset: page 1 }'
    expect(labelsOf(css)).toEqual(['i', 'ii', '1'])
  })

  it('leave out pages without a number, which count all the same', () => {
    expect(
      labelsOf('@page front { bi-page-label: none } .front { page: front } .body { page: body }'),
    ).toEqual(['', '', '3'])
  })

  it('count the page that is left blank before a recto with what ends before it', () => {
    const css = `@page front { bi-page-label: lower-roman } .front { page: front }
      .body { page: body; break-before: recto; counter-reset: page 1 } .b { display: none }`
    const { laid } = layOut(sampleOf(css))
    expect(laid.pages.map(({ name, label }) => `${name} ${label}`)).toEqual(['front i', 'blank ii', 'body 1'])
    expect(laid.pages[1]?.marks).toEqual([])
  })

  it('give a blank page the background that the theme gives it, and no furniture', () => {
    const css = `@page { @bottom-center { content: counter(page) } } @page :blank { background: #eeeeee }
      .body { break-before: recto } .b { display: none }`
    const { laid } = layOut(sampleOf(css))
    expect(laid.pages.map(({ marks }) => marks.map(({ mark }) => mark.kind))).toEqual([
      ['glyphs', 'glyphs'],
      ['rect'],
      ['glyphs', 'glyphs'],
    ])
  })

  it('cannot begin anew in the middle of a page', () => {
    const { found } = layOut(sampleOf('.b { counter-reset: page 5 }', true))
    expect(found.map((one) => one.split(' ').at(-1))).toEqual(['layout/page-reset'])
  })
})

function labelsOf(css: string): readonly string[] {
  return layOut(sampleOf(css)).laid.pages.map(({ label }) => label)
}

/** Two passages in front, each on a page of its own unless `isTogether`, one in the body. */
function sampleOf(css: string, isTogether = false) {
  const passage = '{{#passage}}<p>line</p>{{/passage}}'
  const breaks = isTogether ? '' : '.b, .body { break-before: page }'
  return {
    content: 'languages: { en: { name: E } }\ntitle: T\nblocks: []\n',
    layout: `<div class="front">${passage}<div class="b">${passage}</div></div><div class="body">${passage}</div>`,
    theme: `@page { size: 120pt 80pt; margin: 20pt } html { font-family: Square; font-size: 10pt; line-height: 15pt } ${breaks} ${css}`,
  }
}
