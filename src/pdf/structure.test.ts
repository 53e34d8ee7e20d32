import { expect, test } from 'vitest'
import type { Tag } from '../document/structure.ts'
import type { Laid, Page } from '../layout/page.ts'
import { codesOf, elementsOf, painted, word } from '../testing/painting.ts'
import { laidOf, page, tag } from '../testing/pdf.ts'
import { plain, treeOf } from '../testing/read-pdf.ts'
import { audit } from './audit.ts'
import { entry, readFile } from './read-file.ts'

/** A head over two columns, an empty corner, a row head and a cell of two rows. */
function table(change: (tags: Tag[]) => void = () => {}): Laid {
  const tags: Tag[] = [
    tag('Document', 'en', null),
    tag('Table', 'en', 0),
    tag('Caption', 'en', 1),
    tag('THead', 'en', 1),
    tag('TR', 'en', 3),
    { ...tag('TH', 'en', 4), scope: 'Column' },
    { ...tag('TH', 'en', 4), scope: 'Column', columns: 2 },
    tag('TBody', 'en', 1),
    tag('TR', 'en', 7),
    { ...tag('TH', 'en', 8), scope: 'Row' },
    tag('TD', 'en', 8),
    { ...tag('TD', 'en', 8), rows: 2 },
    tag('TR', 'en', 7),
    { ...tag('TH', 'en', 12), scope: 'Row' },
    tag('TD', 'en', 12),
  ]
  change(tags)
  const said = [
    [2, 'Prices'],
    [6, 'Year'],
    [9, 'a'],
    [10, '1'],
    [11, '2'],
    [13, 'b'],
    [14, '3'],
  ] as const
  return laidOf(tags, [page(said.map(([id, text], index) => word(text, 20, 20 + 14 * index, id)))])
}

test('a table keeps its rows, its spans, its scopes and its empty cells', () => {
  const bytes = painted(table())
  expect(treeOf(bytes)).toEqual([
    'Document en *',
    '  Table en * * *',
    '    Caption en 0:0',
    '    THead en *',
    '      TR en * *',
    '        TH en',
    '        TH en 0:1',
    '    TBody en * *',
    '      TR en * * *',
    '        TH en 0:2',
    '        TD en 0:3',
    '        TD en 0:4',
    '      TR en * *',
    '        TH en 0:5',
    '        TD en 0:6',
  ])
  expect(elementsOf(bytes, 'TH').map(({ A }) => A)).toEqual([
    { O: '/Table', Scope: '/Column' },
    { O: '/Table', Scope: '/Column', ColSpan: 2 },
    { O: '/Table', Scope: '/Row' },
    { O: '/Table', Scope: '/Row' },
  ])
  expect(elementsOf(bytes, 'TD').map(({ A }) => A)).toEqual([
    undefined,
    { O: '/Table', RowSpan: 2 },
    undefined,
  ])
  expect(audit(bytes).map(({ role, text }) => `${role} ${text}`)).toEqual([
    'Caption Prices',
    'TH Year',
    'TH a',
    'TD 1',
    'TD 2',
    'TH b',
    'TD 3',
  ])
})

test('a table whose rows are not equally wide is refused', () => {
  const widen = (id: number, columns: number) => (tags: Tag[]) => {
    tags[id] = { ...tag('TD', 'en', tags[id]?.parent ?? null), columns }
  }
  expect(codesOf(table())).toEqual([])
  expect(codesOf(table(widen(10, 2)))).toEqual(['pdf/table-rows'])
  expect(codesOf(table(widen(14, 2)))).toEqual(['pdf/table-rows'])
  expect(
    codesOf(
      table((tags) => {
        tags[14] = { ...tag('TD', 'en', 12), rows: 2 }
      }),
    ),
  ).toEqual(['pdf/table-rows'])
})

/** A paragraph that begins with a call and goes on over the page, with its note at the foot of the first. */
function notes(ids: readonly (string | null)[] = ['note-en-a']): Laid {
  const tags: Tag[] = [
    tag('Document', 'en', null),
    tag('P', 'en', 0),
    tag('Reference', 'en', 1),
    tag('Lbl', 'en', 2),
    { ...tag('Note', 'en', 1), id: ids[0] ?? null },
    tag('Lbl', 'en', 4),
    ...(ids.length > 1 ? [{ ...tag('Note', 'en', 1), id: ids[1] ?? null }] : []),
  ]
  const target = { kind: 'anchor', anchor: 'note-en-a' } as const
  const link = { kind: 'link', width: 6, height: 8, target, description: 'note 1' } as const
  const first = page([
    word('1', 20, 50, 3),
    { x: 20, y: 42, mark: link, tag: 3 },
    word('First ', 30, 50, 1),
    word('1', 20, 500, 5),
    word('Note.', 30, 500, 4),
    ...(ids.length > 1 ? [word('More.', 30, 514, 6)] : []),
  ])
  const place = { page: 0, x: 20, y: 490 }
  return laidOf(tags, [first, page([word('second.', 20, 50, 1)])], {
    anchors: new Map([['note-en-a', place]]),
  })
}

test('a note follows the passage that calls it, and its number leads to it', () => {
  const bytes = painted(notes())
  expect(treeOf(bytes)).toEqual([
    'Document en *',
    '  P en * * 0:1 1:0',
    '    Reference *',
    '      Link * link',
    '        Lbl en 0:0',
    '    Note en * 0:3',
    '      Lbl en 0:2',
  ])
  expect(elementsOf(bytes, 'Note').map(({ ID }) => ID)).toEqual(['note-en-a'])
  expect(audit(bytes).map(({ role, text }) => `${role} ${text}`)).toEqual([
    'P \ufffcFirst second.',
    'Reference ',
    'Lbl 1',
    'Lbl 1',
    'Note Note.',
  ])
})

test('the number of a note leads back through a Link inside its label', () => {
  const { tags, pages, anchors } = notes()
  const target = { kind: 'anchor', anchor: 'note-en-a' } as const
  const back = { kind: 'link', width: 6, height: 8, target, description: 'First second.' } as const
  const [first, ...others] = [...pages]
  const marks = [...(first?.marks ?? []), { x: 20, y: 492, mark: back, tag: 5 }]
  const bytes = painted(laidOf(tags, [page(marks), ...others], { anchors }))
  expect(treeOf(bytes).slice(-3)).toEqual(['    Note en * 0:3', '      Lbl en *', '        Link 0:2 link'])
})

test('each note has an id of its own', () => {
  expect(codesOf(notes([null]))).toEqual(['pdf/note-id'])
  expect(codesOf(notes(['a', 'a']))).toEqual(['pdf/note-id'])
  expect(codesOf(notes(['a', 'b']))).toEqual([])
})

test('the keys of the parent tree lead back to the elements', () => {
  const bytes = painted(notes())
  const file = readFile(bytes)
  const tree = plain(entry(file.resolve(entry(file.catalog, 'StructTreeRoot')), 'ParentTree'), file, 4)
  expect(tree).toMatchObject({
    Nums: [
      0,
      [{ S: '/Lbl' }, { S: '/P' }, { S: '/Lbl' }, { S: '/Note' }],
      1,
      [{ S: '/P' }],
      2,
      { S: '/Link' },
    ],
  })
})

test('pages are asked for once, each after the one before was painted', () => {
  const laid = notes()
  const asked: string[] = []
  const pages = {
    length: 2,
    *[Symbol.iterator](): Generator<Page> {
      for (const one of laid.pages) {
        asked.push('made')
        yield one
        asked.push('painted')
      }
    },
  }
  expect(painted({ ...laid, pages })).toEqual(painted(laid))
  expect(asked).toEqual(['made', 'painted', 'made', 'painted'])
  expect(() => painted({ ...laid, pages: Object.assign([...laid.pages], {}) })).not.toThrow()
  expect(() =>
    painted({ ...laid, pages: { length: 1, [Symbol.iterator]: () => laid.pages[Symbol.iterator]() } }),
  ).toThrow('more pages than were announced')
})
