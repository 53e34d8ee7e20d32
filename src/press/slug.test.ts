import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { glyphText } from '../layout/glyph-text.ts'
import { layOut } from '../testing/documents.ts'
import { squareFace, squareWorkshop } from '../testing/square-face.ts'
import { type SlugLine, slugOf } from './slug.ts'

const { manuscript } = layOut({
  content: 'languages: { zh-Hans: { name: Z }, en: { name: E } }\ntitle: T\nblocks: []\n',
  layout: '{{#passage}}<p>{{title}}</p>{{/passage}}',
  theme: 'html { font-family: Square; font-size: 10pt; font-weight: 700; color: #f00; letter-spacing: 1pt }',
})

const said = { title: '水a', date: '2014', sha256: '0123' }

/** What a line says, run by run, each with its face. */
function saidIn({ marks }: SlugLine): readonly string[] {
  return marks.map(({ mark }) =>
    mark.kind === 'glyphs'
      ? `${mark.face.name}: ${glyphText(mark).replaceAll('\u200b', '')}`
      : `no text: ${mark.kind}`,
  )
}

test('a slug line is small and black, in the face of the document, and begins at its left end', () => {
  const report = new Report()
  const slug = slugOf(said, manuscript, squareWorkshop(), report)
  const line = slug.set('水a', ' - bc')
  expect(saidIn(line)).toEqual(['Square: 水a - bc'])
  expect(line.marks).toMatchObject([
    { x: 0, y: 0, tag: null, mark: { kind: 'glyphs', size: 6, color: [0, 0, 0] } },
  ])
  // Of 6 pt: an em, and halves of one for what is Latin.
  expect(slug.set('', 'abcd').width).toBeCloseTo(4 * 3, 5)
  expect(slug.set('水水', 'abcd').width - slug.set('水', 'abcd').width).toBeCloseTo(6, 5)
  expect(report.diagnostics).toEqual([])
  expect(slug).toMatchObject(said)
})

test('a title that the document’s own families do not have is set in another', () => {
  const latin = squareFace({ name: 'Square', covers: (codePoint) => codePoint < 0x3000 })
  const han = squareFace({ name: 'Han' })
  const report = new Report()
  const slug = slugOf(said, manuscript, squareWorkshop(latin, han), report)
  expect(saidIn(slug.set('水a', ' - bc'))).toEqual(['Han: 水', 'Square: a - bc'])
  expect(report.diagnostics).toEqual([])
})

test('what no face has is a finding', () => {
  const latin = squareFace({ name: 'Square', covers: (codePoint) => codePoint < 0x3000 })
  const report = new Report()
  slugOf(said, manuscript, squareWorkshop(latin), report).set('水', '')
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['text/missing-glyph'])
})
