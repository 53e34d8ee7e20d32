import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { VectorPicture, VectorText } from '../picture/vector.ts'
import { layOut } from '../testing/documents.ts'
import { squareWorkshop } from '../testing/square-face.ts'
import { dump } from './dump.ts'
import { lay } from './lay.ts'

const run = { size: 20, families: [], weight: 400, isItalic: false, color: [0, 0, 0], lang: null } as const

function pages(texts: readonly VectorText[], css: string, layout = usual): string {
  const { manuscript } = layOut({
    content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
    layout,
    theme: `@page { size: 240pt 200pt; margin: 10pt } html { font-family: Square; font-size: 10pt; line-height: 15pt; bi-baseline: 12pt } ${css}`,
  })
  const picture: VectorPicture = { kind: 'vector', path: 'a.svg', width: 200, height: 100, shapes: [], texts }
  const report = new Report()
  const laid = lay({ ...manuscript, pictures: new Map([['a.svg', picture]]) }, squareWorkshop(), report)
  const text = dump(laid)
  // A drawing has no pixels that could be too few.
  expect(report.diagnostics).toEqual([])
  return text
}

const usual = '{{#across}}<img src="a.svg" alt="picture"/>{{/across}}'

test('the texts of a drawing stand where it says, in its figure, as large as it is stretched', () => {
  const texts: readonly VectorText[] = [
    { x: 50, y: 40, anchor: 'start', runs: [{ ...run, text: '字a' }] },
    { x: 50, y: 60, anchor: 'middle', runs: [{ ...run, text: '字字' }] },
    {
      x: 50,
      y: 80,
      anchor: 'end',
      runs: [
        { ...run, text: '字 ' },
        { ...run, size: 10, text: '字' },
      ],
    },
  ]
  // 200 pixels are 100 pt: letters of 10 pt, half an em for Latin ones
  expect(pages(texts, 'img { width: 100pt }')).toBe(`page 1 auto, label 1, 240x200
  picture 10,10 Figure#2:en 100x50 a.svg
  text 35,30 Figure#2:en Square 10 "字a"
  text 25,40 Figure#2:en Square 10 "字字"
  text 15,50 Figure#2:en Square 10 "字 "
  text 30,50 Figure#2:en Square 5 "字"
  area 10,10 Figure#4:zh-Hans 100x50
`)
})

test('they become smaller with a drawing that gives way to its caption', () => {
  const texts: readonly VectorText[] = [
    { x: 100, y: 100, anchor: 'middle', runs: [{ ...run, text: '字字' }] },
  ]
  const layout = `<figure>${usual}{{#passage}}<figcaption>caption</figcaption>{{/passage}}</figure>`
  const small = pages(texts, '@page { size: 240pt 120pt } img { width: 100% }', layout)
  // 85 pt high instead of 110: 170 pt for 200 pixels, 17 pt for 20
  expect(small).toContain('picture 10,10 Figure#3:en 170x85 a.svg')
  expect(small).toContain('text 78,95 Figure#3:en Square 17 "字字"')
})
