import { describe, expect, it } from 'vitest'
import { Report } from '../base/report.ts'
import type { PngPicture } from '../picture/picture.ts'
import { layOut } from '../testing/documents.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import { dump } from './dump.ts'
import { lay } from './lay.ts'

describe('a picture', () => {
  it('stands across the columns once, with a place in the second language, above its captions', () => {
    expect(pagesOf(across, 'img { width: 100% }')).toBe(`page 1 auto, label 1, 240x200
  text 10,22 P#2:en Square 10 "text"
  picture 10,25 Figure#4:en 220x110 a.png
  text 10,147 Caption#5:en Square 10 "caption"
  text 132,22 P#7:zh-Hans Square 10 "text"
  area 10,25 Figure#9:zh-Hans 220x110
  text 132,147 Caption#10:zh-Hans Square 10 "caption"
`)
  })

  it('is kept with its caption, and gives way to it on a page that is too small for both', () => {
    const pages = pagesOf(across, '@page { size: 240pt 120pt } img { width: 100%; text-align: center }')
    // 100 pt of text area less a caption of 15 pt
    expect(pages).toContain('picture 35,10 Figure#4:en 170x85 a.png')
    expect(pages).toContain('page 2 auto')
  })

  it('stands in its column at most as wide as it', () => {
    const inside = '{{#passage}}<p>text</p><img src="a.png" alt="picture"/>{{/passage}}'
    expect(pagesOf(inside, '')).toContain('picture 10,25 Figure#3:en 98x49 a.png')
  })

  it('is an artifact where it is decoration', () => {
    const decoration = '{{#across}}<img src="a.png" alt=""/>{{/across}}'
    expect(pagesOf(decoration, '')).toContain('picture 10,10 artifact 150x75 a.png')
  })
})

const across = `{{#passage}}<p>text</p>{{/passage}}<figure>{{#across}}<img src="a.png" alt="picture"/>{{/across}}
{{#passage}}<figcaption>caption</figcaption>{{/passage}}</figure>`

function pagesOf(layout: string, css: string): string {
  const { manuscript } = layOut({
    content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
    layout,
    theme: `@page { size: 240pt 200pt; margin: 10pt } html { font-family: Square; font-size: 10pt; line-height: 15pt; bi-baseline: 12pt } ${css}`,
  })
  const report = new Report()
  const laid = lay({ ...manuscript, pictures: new Map([['a.png', picture]]) }, squareWorkshop(), report)
  const pages = dump(laid)
  expect(report.diagnostics.filter(({ code }) => code !== 'layout/coarse-picture')).toEqual([])
  return pages
}

const picture: PngPicture = {
  kind: 'png',
  path: 'a.png',
  width: 200,
  height: 100,
  pixelsPerInch: null,
  orientation: 1,
  profile: null,
  header: { width: 200, height: 100, bits: 8, colorType: 0, isInterlaced: false },
  palette: null,
  clear: null,
  data: new Uint8Array(),
}
