import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Laid, Placed } from '../layout/page.ts'
import { description, laidOf, page, run, tag, testFaces, widthOf } from '../testing/pdf.ts'
import { contentOf, pagesOf, plain, treeOf } from '../testing/read-pdf.ts'
import type { Face } from '../text/face.ts'
import { audit } from './audit.ts'
import { type Description, type Profile, paint } from './paint.ts'
import { entry, readFile } from './read-file.ts'

const { latin, han } = testFaces()

function painted(laid: Laid, more: Partial<Description> = {}, profile: Profile = 'archive'): Uint8Array {
  const report = new Report()
  const bytes = paint(laid, { ...description, ...more }, { profile }, report)
  expect(report.diagnostics).toEqual([])
  if (!bytes) throw new Error('nothing was painted')
  return bytes
}

function text(face: Face, words: string, x: number, y: number, of: number | null): Placed {
  return { x, y, mark: run(face, words, 10), tag: of }
}

/** Two languages, headings, a list, a link, furniture and a paragraph that goes on over the page. */
function booklet(latinFace = latin, hanFace = han): Laid {
  const tags = [
    tag('Document', 'en', null),
    tag('Part', 'en', 0),
    tag('H1', 'en', 1),
    tag('P', 'en', 1),
    tag('Link', 'en', 3),
    tag('L', 'en', 1),
    tag('LI', 'en', 5),
    tag('Lbl', 'en', 6),
    tag('LBody', 'en', 6),
    tag('P', 'en', 1),
    tag('Part', 'zh-Hans', 0),
    tag('H1', 'zh-Hans', 10),
    tag('P', 'zh-Hans', 10),
    tag('Span', 'en', 12),
  ]
  const uri = { kind: 'uri', uri: 'https://example.org/é' } as const
  const first = page(
    [
      { x: 20, y: 20, mark: { kind: 'rect', width: 380, height: 0.5, color: [200, 0, 0] }, tag: null },
      text(latinFace, 'Open science', 20, 50, 2),
      text(latinFace, 'Office ', 20, 80, 3),
      text(latinFace, 'hours', 60, 80, 4),
      {
        x: 60,
        y: 72,
        mark: { kind: 'link', width: 30, height: 11, target: uri, description: 'Hours' },
        tag: 4,
      },
      text(latinFace, ' vary.', 90, 80, 3),
      text(latinFace, '1.', 20, 100, 7),
      text(latinFace, 'inter', 35, 100, 8),
      { x: 60, y: 100, mark: run(latinFace, '-', 10, { actual: '\u00ad' }), tag: 8 },
      text(latinFace, 'national', 35, 114, 8),
      text(hanFace, '开放科学', 220, 50, 11),
      text(hanFace, '共享', 220, 80, 12),
      text(latinFace, 'iv', 200, 580, null),
    ],
    'iv',
  )
  const second = page([text(hanFace, '知识，', 20, 50, 12), text(latinFace, 'UNESCO', 50, 50, 13)], '1')
  return laidOf(tags, [first, second], {
    outline: [
      { title: 'Open science', level: 1, lang: 'en', place: { page: 0, x: 20, y: 40 } },
      { title: '开放科学', level: 2, lang: 'zh-Hans', place: { page: 1, x: 220, y: 40 } },
    ],
    anchors: new Map([['end', { page: 1, x: 20, y: 40 }]]),
  })
}

test('the text reads back from the file in the order of the tags', () => {
  const passages = audit(painted(booklet()))
  expect(passages.map(({ lang, role, text }) => ({ lang, role, text }))).toEqual([
    { lang: 'en', role: 'H1', text: 'Open science' },
    { lang: 'en', role: 'P', text: 'Office hours vary.' },
    { lang: 'en', role: 'Lbl', text: '1.' },
    { lang: 'en', role: 'LBody', text: 'inter\u00adnational' },
    { lang: 'zh-Hans', role: 'H1', text: '开放科学' },
    { lang: 'zh-Hans', role: 'P', text: '共享知识，UNESCO' },
  ])
})

test('any text reads back as it was, wherever lines, pages and inline tags divide it', () => {
  const piece = fc.record({
    words: fc.stringMatching(/^[ -~]{1,12}$/),
    isInline: fc.boolean(),
    turnsPage: fc.boolean(),
  })
  const paragraphs = fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(paragraphs, (all) => {
      const tags = [tag('Document', 'en', null)]
      const pages: Placed[][] = [[]]
      for (const pieces of all) {
        const paragraph = tags.push(tag('P', 'en', 0)) - 1
        for (const { words, isInline, turnsPage } of pieces) {
          if (turnsPage) pages.push([])
          const of = isInline ? tags.push(tag('Span', 'en', paragraph)) - 1 : paragraph
          pages.at(-1)?.push(text(latin, words, 20, 20 + pages.length, of))
        }
      }
      const laid = laidOf(
        tags,
        pages.map((marks) => page(marks)),
      )
      expect(audit(painted(laid)).map((passage) => passage.text)).toEqual(
        all.map((pieces) => pieces.map(({ words }) => words).join('')),
      )
    }),
    { numRuns: 25 },
  )
})

test('the same pages give the same bytes, whatever the faces were used for before', () => {
  const once = painted(booklet())
  const cold = testFaces()
  cold.latin.pair(900, 'used by another document')
  cold.han.shape('与此无关', { lang: 'zh-Hans', script: 'Hani', features: [], isRtl: false })
  expect(Buffer.compare(painted(booklet(cold.latin, cold.han)), once)).toBe(0)
})

test('a file after others has the bytes of one that is the first, though fonts and sources are kept', () => {
  const bytes = new TextEncoder().encode('a: 1')
  const [yaml, csv] = ['content/a.yaml', 'content/b.csv'].map((path) => [{ path, bytes }])
  const one = (face: Face) =>
    laidOf([tag('Document', 'en', null), tag('P', 'en', 0)], [page([text(face, 'naïve é', 20, 50, 1)])])
  const all: readonly (readonly [(latin: Face, han: Face) => Laid, Partial<Description>])[] = [
    [booklet, { sources: yaml ?? [] }],
    [one, { sources: csv ?? [] }],
    [booklet, { sources: yaml ?? [], date: '2015' }],
    [booklet, { sources: csv ?? [] }],
    [one, { sources: yaml ?? [] }],
    [booklet, { sources: yaml ?? [] }],
  ]
  const deflated = new WeakMap<Uint8Array, Uint8Array>()
  const warm = all.map(([laid, more]) =>
    paint(laid(latin, han), { ...description, ...more }, { profile: 'archive', deflated }, new Report()),
  )
  const cold = all.map(([laid, more]) => {
    const faces = testFaces()
    const sources = (more.sources ?? []).map(({ path }) => ({ path, bytes: bytes.slice() }))
    return painted(laid(faces.latin, faces.han), { ...more, sources })
  })
  expect(warm.map((file, index) => Buffer.compare(file ?? bytes, cold[index] ?? bytes))).toEqual(
    all.map(() => 0),
  )
})

test('another text gives another identifier', () => {
  const idOf = (bytes: Uint8Array) =>
    /\/ID \[(<[0-9a-f]{32}>) \1\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  const [one, two] = [painted(booklet()), painted(booklet(), { title: 'Other' })].map(idOf)
  expect(one).toMatch(/^<[0-9a-f]{32}>$/)
  expect(two).not.toBe(one)
})

test('marks of one tag that follow one another are one sequence, and furniture is an artifact', () => {
  const sequences = contentOf(painted(booklet())).match(/^\/.*B[DM]C$/gm)
  expect(sequences).toEqual([
    '/Artifact BMC',
    '/H1<</MCID 0>>BDC',
    '/P<</MCID 1>>BDC',
    '/Link<</MCID 2>>BDC',
    '/P<</MCID 3>>BDC',
    '/Lbl<</MCID 4>>BDC',
    '/LBody<</MCID 5>>BDC',
    '/H1<</MCID 6>>BDC',
    '/P<</MCID 7>>BDC',
    '/Artifact BMC',
  ])
})

test('the structure tree has every tag with content, with its language, and no empty one', () => {
  expect(treeOf(painted(booklet()))).toEqual([
    'Document en * *',
    '  Part en * * *',
    '    H1 en 0:0',
    '    P en 0:1 * 0:3',
    '      Link 0:2 link',
    '    L en *',
    '      LI en * *',
    '        Lbl en 0:4',
    '        LBody en 0:5',
    '  Part zh-Hans * *',
    '    H1 zh-Hans 0:6',
    '    P zh-Hans 0:7 1:0 *',
    '      Span en 1:1',
  ])
})

test('a list says how its items are numbered', () => {
  expect(Buffer.from(painted(booklet())).toString('latin1')).toContain('/ListNumbering/Decimal')
})

test('a link is an annotation with a description and a URI in ASCII', () => {
  const file = readFile(painted(booklet()))
  expect(plain(entry(pagesOf(file)[0], 'Annots'), file)).toEqual([
    {
      Type: '/Annot',
      Subtype: '/Link',
      Rect: [60, 512, 90, 523],
      Border: [0, 0, 0],
      F: 4,
      Contents: 'Hours',
      StructParent: 2,
      A: { S: '/URI', URI: 'https://example.org/%C3%A9' },
    },
  ])
})

test('a link inside the document leads to a page that comes later', () => {
  const link = {
    kind: 'link',
    width: 9,
    height: 9,
    target: { kind: 'anchor', anchor: 'end' },
    description: 'End',
  } as const
  const laid = laidOf(
    [tag('Document', 'en', null), tag('Link', 'en', 0)],
    [
      page([text(latin, 'end', 20, 50, 1), { x: 20, y: 40, mark: link, tag: 1 }]),
      { ...page([]), size: { width: 300, height: 595 } },
    ],
    { anchors: new Map([['end', { page: 1, x: 30, y: 95 }]]) },
  )
  const file = readFile(painted(laid))
  const [annotation] = listOf(plain(entry(pagesOf(file)[0], 'Annots'), file, 6))
  expect(annotation).toMatchObject({
    A: { S: '/GoTo', D: [{ MediaBox: [0, 0, 300, 595] }, '/XYZ', 30, 500, null] },
  })
})

test('bookmarks and page labels stand in the catalog', () => {
  const file = readFile(painted(booklet()))
  expect(plain(entry(file.catalog, 'Outlines'), file, 4)).toMatchObject({
    Count: 1,
    First: { Title: 'Open science', Count: -1, First: { Title: '开放科学' } },
  })
  expect(plain(entry(file.catalog, 'PageLabels'), file)).toEqual({
    Nums: [0, { S: '/r', St: 4 }, 1, { S: '/D' }],
  })
})

test('the sources are embedded, sorted by the bytes of their names', () => {
  const sources = [
    { path: 'content/源.yaml', bytes: new TextEncoder().encode('title: 甲\n') },
    { path: 'themes/a.css', bytes: new TextEncoder().encode('p {}\n') },
    { path: 'content/b.bin', bytes: Uint8Array.of(0, 255) },
  ]
  const file = readFile(painted(booklet(), { sources }))
  const names = plain(entry(file.resolve(entry(file.catalog, 'Names')), 'EmbeddedFiles'), file, 6)
  expect(names).toMatchObject({
    Names: [
      'content/b.bin',
      { AFRelationship: '/Source', EF: { F: { Subtype: '/application/octet-stream', Params: { Size: 2 } } } },
      'themes/a.css',
      { UF: 'themes/a.css', EF: { F: { Subtype: '/text/css', Params: { ModDate: 'D:20140526000000Z' } } } },
      'content/源.yaml',
      { UF: 'content/源.yaml', EF: { F: { Subtype: '/application/yaml' } } },
    ],
  })
})

test('without a profile the file is tagged but claims nothing', () => {
  const bytes = painted(booklet(), {}, 'none')
  expect(audit(bytes)).toEqual(audit(painted(booklet())))
  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/pdfaid|pdfuaid|OutputIntents/)
})

test('an uncompressed file says the same and its pages are text', () => {
  const report = new Report()
  const bytes = paint(booklet(), description, { profile: 'archive', compress: false }, report)
  expect(bytes && audit(bytes)).toEqual(audit(painted(booklet())))
  expect(Buffer.from(bytes ?? []).toString('latin1')).toContain('/H1<</MCID 0>>BDC\nBT ')
})

test('a run without glyphs leaves no trace', () => {
  const laid = laidOf(
    [tag('Document', 'en', null), tag('P', 'en', 0)],
    [page([text(latin, 'ab', 20, 50, 1), text(latin, '', 40, 50, 1)])],
  )
  expect(contentOf(painted(laid))).toMatch(/Tf \[<00010002>\] TJ ET\nEMC\n$/)
  expect(widthOf(run(latin, '', 10))).toBe(0)
})

test('an error found before keeps the file from being painted', () => {
  const report = new Report()
  report.error('check/missing', 'a passage is missing', tag('P', 'en', null).span, 'write it')
  expect(paint(booklet(), description, { profile: 'archive' }, report)).toBeNull()
})

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
