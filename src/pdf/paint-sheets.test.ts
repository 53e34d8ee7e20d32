import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Laid, Page } from '../layout/page.ts'
import { readPicture } from '../picture/read-picture.ts'
import { painted, word } from '../testing/painting.ts'
import { laidOf, page, run, tag, testFaces } from '../testing/pdf.ts'
import { pngFile } from '../testing/pictures.ts'
import { placeAt, printDescription, printed, sheetsOf } from '../testing/printing.ts'
import { pagesOf, plain } from '../testing/read-pdf.ts'
import { type ReadGlyph, readSides, textIn } from '../testing/read-side.ts'
import { paintSheets } from './paint-sheets.ts'
import { entry, readFile } from './read-file.ts'

const size = { width: 420, height: 595 }
const paper = { width: 1000, height: 1300 }

/** Pages with a word each. */
function pagesWith(...words: readonly string[]): Laid {
  const tags = [tag('Document', 'en', null), tag('P', 'en', 0)]
  return laidOf(
    tags,
    words.map((text) => page([word(text, 30, 50, 1)])),
  )
}

function glyphsOf(bytes: Uint8Array, side = 0): readonly ReadGlyph[] {
  return readSides(bytes)[side]?.glyphs ?? []
}

test('a page in eight places is one stream, and is read eight times', () => {
  const places = Array.from({ length: 8 }, (_, index) =>
    placeAt(0, (index % 4) * 250, Math.floor(index / 4) * 400, size, { scale: 0.5 }),
  )
  const bytes = printed(pagesWith('water'), sheetsOf([places], paper))
  const [side] = readSides(bytes)
  const streams = side?.streams ?? []
  const counts = new Map<number, number>()
  for (const stream of streams) counts.set(stream, (counts.get(stream) ?? 0) + 1)
  // Before the first page, between two, behind the last; and eight times the page.
  expect(streams).toHaveLength(17)
  expect([...counts.values()].sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 8])
  expect(textIn(side?.glyphs ?? [])).toBe('water'.repeat(8))
})

test('sides that are alike share what stands between their pages', () => {
  const places = [0, 1, 2, 3].map((index) => [placeAt(index, 100, 50, size)])
  const sides = readSides(printed(pagesWith('a', 'b', 'c', 'd'), sheetsOf(places, paper)))
  expect(new Set(sides.flatMap(({ streams }) => streams)).size).toBe(2 + 4)
})

test('pages are asked for once and in order, whichever sides they stand on', () => {
  const asked: number[] = []
  const { pages, ...rest } = pagesWith('a', 'b', 'c', 'd')
  const lazy = {
    length: 4,
    *[Symbol.iterator](): Generator<Page> {
      for (const [index, one] of [...pages].entries()) {
        asked.push(index)
        yield one
      }
    },
  }
  const at = (index: number) => placeAt(index, (index % 2) * 500, 0, size)
  const imposed = sheetsOf([[at(3), at(0)], [at(1), at(2)], [at(0)]], paper)
  const bytes = printed({ ...rest, pages: lazy }, imposed)
  expect(asked).toEqual([0, 1, 2, 3])
  expect(readSides(bytes).map(({ glyphs }) => textIn(glyphs))).toEqual(['da', 'bc', 'a'])
})

test('a page without a place leaves no trace', () => {
  const [both, front] = [[[0], [1]], [[0]]].map((sides) =>
    printed(
      pagesWith('a', 'xyz'),
      sheetsOf(
        sides.map((some) => some.map((index) => placeAt(index, 0, 0, size))),
        paper,
      ),
    ),
  )
  expect(front?.length).toBeLessThan(both?.length ?? 0)
  expect(printed(pagesWith('a'), sheetsOf([[placeAt(0, 0, 0, size)]], paper))).toEqual(front)
})

const { latin } = testFaces()

/** Two languages, a divided word, a link, what only readers of tags are told, and running heads. */
function everything(face = latin): Laid {
  const tags = [
    tag('Document', 'en', null),
    tag('P', 'en', 0),
    tag('Link', 'en', 1),
    tag('P', 'zh-Hans', 0),
    { ...tag('Figure', 'en', 0), alt: 'A square' },
  ]
  const uri = { kind: 'uri', uri: 'https://example.org/' } as const
  const link = { kind: 'link', width: 30, height: 11, target: uri, description: 'More' } as const
  const marks = [
    word('Head', 20, 20, null),
    { x: 20, y: 50, mark: run(face, 'inter', 10), tag: 1 },
    { x: 43, y: 50, mark: run(face, '-', 10, { actual: '\u00ad' }), tag: 1 },
    word('national', 20, 64, 1),
    word('here', 70, 64, 2),
    { x: 70, y: 55, mark: link, tag: 2 },
    word('开放科学', 220, 50, 3),
    { x: 20, y: 80, mark: { kind: 'area', width: 9, height: 9 } as const, tag: 4 },
    { x: 20, y: 90, mark: { kind: 'unseen', width: 0, height: 0, text: 'said' } as const, tag: 1 },
  ]
  return laidOf(tags, [page(marks, 'i'), page([word('End', 20, 50, 1)], '1')], {
    outline: [{ title: 'Start', level: 1, lang: 'en', place: { page: 0, x: 0, y: 0 } }],
  })
}

const sheet = sheetsOf([[placeAt(1, 0, 0, size), placeAt(0, 500, 0, size)], [placeAt(0, 0, 0, size)]], paper)

test('a print copy has live text, the same as the copy for reading', () => {
  const reading = readSides(painted(everything())).map(({ glyphs }) => textIn(glyphs))
  expect(reading).toEqual(['Headinter\u00adnationalhere开放科学', 'End'])
  const [front, back] = readSides(printed(everything(), sheet))
  expect(textIn(front?.glyphs ?? [])).toBe(`${reading[1]}${reading[0]}`)
  expect(textIn(back?.glyphs ?? [])).toBe(reading[0])
})

test('a print copy has no tags, links, bookmarks, sources or claims', () => {
  const bytes = printed(everything(), sheet, { compress: false })
  const file = readFile(bytes)
  expect([...file.catalog.entries.keys()].sort()).toEqual([
    'Lang',
    'Metadata',
    'Names',
    'PageLabels',
    'Pages',
    'Type',
    'ViewerPreferences',
  ])
  expect(plain(entry(file.catalog, 'Names'), file)).toEqual({})
  const text = Buffer.from(bytes).toString('latin1')
  expect(text).not.toMatch(/Annot|MCID|Artifact|BMC|StructParents|pdfaid|pdfuaid|OutputIntent|Tabs/)
  // What a divided word is to be read as is all that is marked.
  expect(text.match(/.*BDC/g)).toEqual([expect.stringContaining('/Span<</ActualText<FEFF00AD>>>BDC')])
})

test('the labels of sides are sheet and side', () => {
  const file = readFile(
    printed(pagesWith('a'), sheetsOf([[placeAt(0, 0, 0, size)], [], [placeAt(0, 0, 0, size)]], paper)),
  )
  expect(plain(entry(file.catalog, 'PageLabels'), file)).toEqual({
    Nums: [0, { P: '1 front' }, 1, { P: '1 back' }, 2, { P: '2 front' }],
  })
})

test('a side without pages is blank', () => {
  const sides = readSides(printed(pagesWith('a'), sheetsOf([[placeAt(0, 0, 0, size)], []], paper)))
  expect(sides.map(({ streams, glyphs }) => [streams.length, glyphs.length])).toEqual([
    [3, 1],
    [0, 0],
  ])
})

test('marks stand in the coordinates of the side, in faces that its pages may not have', () => {
  const marks = [
    word('晒', 20, 1290, null),
    { x: 10, y: 20, mark: { kind: 'rect', width: 0.25, height: 14, color: [0, 0, 0] } as const, tag: null },
  ]
  const place = placeAt(0, 100, 200, size, { scale: 0.5, turn: 180 })
  const [side] = readSides(printed(pagesWith('a'), sheetsOf([[place]], paper, { marks })))
  expect(side?.glyphs.at(-1)).toMatchObject({ text: '晒', x: 20, y: 1290, size: 10 })
  expect(side?.fills).toEqual([{ left: 10, top: 20, right: 10.25, bottom: 34 }])
})

test('what ends at the edge of a page bleeds as far on the sheet, at any scale', () => {
  const mark = { kind: 'rect', ...size, color: [200, 0, 0] } as const
  const laid = laidOf([], [page([{ x: 0, y: 0, mark, tag: null }])])
  const place = placeAt(0, 100, 200, size, { scale: 0.5 })
  const [side] = readSides(printed(laid, sheetsOf([[place]], paper), { bleed: 8.5 }))
  expect(side?.fills).toEqual([{ left: 91.5, top: 191.5, right: 318.5, bottom: 506 }])
})

test('a print window is told not to scale, and over which edge sheets are turned', () => {
  const preferences = (duplex?: 'long' | 'short') => {
    const file = readFile(printed(everything(), sheet, duplex ? { duplex } : {}))
    return plain(entry(file.catalog, 'ViewerPreferences'), file)
  }
  expect(preferences()).toEqual({ DisplayDocTitle: true, PrintScaling: '/None' })
  expect(preferences('short')).toMatchObject({ Duplex: '/DuplexFlipShortEdge' })
  expect(preferences('long')).toMatchObject({ Duplex: '/DuplexFlipLongEdge' })
})

test('the same sheets give the same bytes, whatever the faces were used for before', () => {
  const cold = testFaces()
  cold.latin.pair(900, 'used by another document')
  expect(Buffer.compare(printed(everything(cold.latin), sheet), printed(everything(), sheet))).toBe(0)
})

test('type that scaling makes too small is a warning, and the file is there all the same', () => {
  const report = new Report()
  const imposed = sheetsOf([[placeAt(0, 0, 0, size, { scale: 0.6 })]], paper)
  const settings = { bleed: 0, layoutHint: 'booklet-a5' }
  expect(paintSheets(pagesWith('a'), imposed, printDescription, settings, report)).not.toBeNull()
  expect(report.diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
    'warning press/small-type',
  ])
})

test('what cannot be painted is an error, and there is no file', () => {
  const report = new Report()
  const missing = { x: 20, y: 50, mark: run(latin, '汉', 10), tag: 0 }
  const laid = laidOf([tag('P', 'en', null)], [page([missing])])
  const imposed = sheetsOf([[placeAt(0, 0, 0, size)]], paper)
  expect(paintSheets(laid, imposed, printDescription, { bleed: 0 }, report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['pdf/missing-glyph'])
})

test('a side beyond what PDF allows is an error', () => {
  const report = new Report()
  const imposed = sheetsOf([[placeAt(0, 0, 0, size)]], { width: 20000, height: 700 })
  expect(paintSheets(pagesWith('a'), imposed, printDescription, { bleed: 0 }, report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['pdf/page-size'])
})

test('pages side by side share their faces and pictures', () => {
  const read = readPicture(pngFile({ width: 4, height: 4, colorType: 2 }), 'a.png')
  if (read.kind === 'problem') throw new Error(read.detail)
  const picture = { kind: 'picture', picture: read, width: 100, height: 50, crop: null } as const
  const one = page([word('水', 30, 50, 0), { x: 20, y: 90, mark: picture, tag: null }])
  const other = page([word('a', 30, 50, 0), word('火', 60, 50, 0), { x: 0, y: 90, mark: picture, tag: null }])
  const laid = laidOf([tag('P', 'en', null)], [one, other])
  const bytes = printed(laid, sheetsOf([[placeAt(0, 0, 0, size), placeAt(1, 500, 0, size)]], paper))
  const file = readFile(bytes)
  expect(plain(pagesOf(file)[0], file)).toMatchObject({
    Resources: {
      Font: { F1: { Subtype: '/Type0' }, F2: { Subtype: '/Type0' } },
      XObject: { I1: { Subtype: '/Image' } },
    },
  })
  const text = Buffer.from(bytes).toString('latin1')
  expect([text.match(/Subtype\/Image/g), text.match(/\/Length1/g)].map((found) => found?.length)).toEqual([
    1, 2,
  ])
  expect(textIn(glyphsOf(bytes))).toBe('水a火')
})

test('an error found before keeps the sheets from being painted', () => {
  const report = new Report()
  report.error('check/missing', 'a passage is missing', tag('P', 'en', null).span, 'write it')
  expect(paintSheets(everything(), sheet, printDescription, { bleed: 0 }, report)).toBeNull()
})
