import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import type { Role, Tag } from '../document/structure.ts'
import type { Laid, Link, Placed } from '../layout/page.ts'
import { description, laidOf, page, run, tag, testFaces } from '../testing/pdf.ts'
import type { Face } from '../text/face.ts'
import { type Description, type Profile, paint } from './paint.ts'

const { latin } = testFaces()
const file = { path: 'content/test.yaml', text: 'one\ntwo\nthree\n' }

function refused(
  laid: Laid,
  more: Partial<Description> = {},
  profile: Profile = 'archive',
): readonly string[] {
  const report = new Report()
  const bytes = paint(laid, { ...description, ...more }, { profile }, report)
  expect(bytes === null).toBe(report.failed)
  return report.diagnostics.map((found) => `${place(found.span)} ${found.code}`)
}

/** A tag of the second line of the file. */
function tagged(role: Role, parent: number | null, lang = 'en'): Tag {
  return { ...tag(role, lang, parent), span: { file, start: 4, end: 7 } }
}

function word(of: number | null, face: Face = latin, text = 'word'): Placed {
  return { x: 20, y: 50, mark: run(face, text, 10), tag: of }
}

function headings(...roles: Role[]): Laid {
  const tags = [tag('Document', 'en', null), ...roles.map((role) => tagged(role, 0))]
  return laidOf(tags, [page(roles.map((_, index) => word(index + 1)))])
}

function linked(link: Partial<Link>, of: number | null = 1): Laid {
  const mark: Link = {
    kind: 'link',
    width: 10,
    height: 10,
    target: { kind: 'uri', uri: 'https://example.org' },
    description: 'Example',
    ...link,
  }
  const tags = [tag('Document', 'en', null), tagged('Link', 0), tagged('P', 0)]
  return laidOf(tags, [page([word(1), { x: 20, y: 40, mark, tag: of }])], {
    anchors: new Map([['start', { page: 0, x: 0, y: 0 }]]),
  })
}

test('headings in order are accepted and a skipped level is found at its line', () => {
  expect(refused(headings('H1', 'H2', 'H3', 'H2', 'H1', 'H2'))).toEqual([])
  expect(refused(headings('H1', 'H3'))).toEqual(['content/test.yaml:2:1 pdf/heading-level'])
  expect(refused(headings('H2'))).toEqual(['content/test.yaml:2:1 pdf/heading-level'])
})

test('a heading without content counts for nothing', () => {
  const laid = headings('H1', 'H3')
  expect(refused({ ...laid, pages: [page([word(1)])] })).toEqual([])
})

test('a tag must have a language', () => {
  const laid = laidOf([tag('Document', 'en', null), tagged('P', 0, '')], [page([word(1)])])
  expect(refused(laid)).toEqual(['content/test.yaml:2:1 pdf/language'])
})

test('items stand in lists and lists hold items', () => {
  const nested = (inner: Role, outer: Role) =>
    laidOf([tag('Document', 'en', null), tag(outer, 'en', 0), tagged(inner, 1)], [page([word(2)])])
  expect(refused(nested('LI', 'L'))).toEqual([])
  expect(refused(nested('TOCI', 'TOC'))).toEqual([])
  for (const [inner, outer] of [
    ['LI', 'P'],
    ['P', 'L'],
    ['TOCI', 'Div'],
    ['Lbl', 'Div'],
  ] as const) {
    expect(refused(nested(inner, outer))).toEqual(['content/test.yaml:2:1 pdf/nesting'])
  }
})

test('a link needs a description, a tag, and a target that is there and safe', () => {
  expect(refused(linked({}))).toEqual([])
  expect(refused(linked({ target: { kind: 'anchor', anchor: 'start' } }))).toEqual([])
  expect(refused(linked({ description: ' ' }))).toEqual(['content/test.yaml:2:1 pdf/link-description'])
  expect(refused(linked({}, 2))).toEqual(['content/test.yaml:2:1 pdf/link-tag'])
  expect(refused(linked({}, null))).toEqual(['content/test.yaml:1:1 pdf/link-tag'])
  expect(refused(linked({ target: { kind: 'anchor', anchor: 'stat' } }))).toEqual([
    'content/test.yaml:2:1 pdf/anchor',
  ])
  for (const uri of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'example', '']) {
    expect(refused(linked({ target: { kind: 'uri', uri } }))).toEqual([
      'content/test.yaml:2:1 pdf/link-target',
    ])
  }
})

test('a missing glyph is an error in every profile', () => {
  const laid = laidOf([tag('Document', 'en', null), tagged('P', 0)], [page([word(1, latin, '字')])])
  expect(refused(laid)).toEqual(['content/test.yaml:2:1 pdf/missing-glyph'])
  expect(refused(laid, {}, 'none')).toEqual(['content/test.yaml:2:1 pdf/missing-glyph'])
})

test('private characters and what is no character are refused', () => {
  const glyph = latin.glyphOf(run(latin, 'a', 10).pairs[0] ?? 0)
  for (const [text, code] of [
    ['\ue000', 'pdf/private-character'],
    ['\ufeff', 'pdf/character'],
    ['\ud800', 'pdf/character'],
  ] as const) {
    const mark = { ...run(latin, 'a', 10), pairs: Uint32Array.of(latin.pair(glyph, text)) }
    const laid = laidOf(
      [tag('Document', 'en', null), tagged('P', 0)],
      [page([{ x: 20, y: 50, mark, tag: 1 }])],
    )
    expect(refused(laid)).toEqual([`content/test.yaml:2:1 ${code}`])
  }
})

test('a font with CFF outlines is refused with its name', () => {
  const bytes = new TextEncoder().encode('OTTO')
  const face = { ...latin, program: latin.program && { ...latin.program, bytes } }
  const laid = laidOf([tag('Document', 'en', null), tagged('P', 0)], [page([word(1, face)])])
  expect(refused(laid)).toEqual(['content/test.yaml:2:1 pdf/font-format'])
})

test('a font that cannot be cut is an error, not a crash', () => {
  const broken = latin.program && { ...latin.program, bytes: latin.program.bytes.slice(0, 5000) }
  const laid = laidOf(
    [tag('Document', 'en', null), tagged('P', 0)],
    [page([word(1, { ...latin, program: broken })])],
  )
  expect(refused(laid)).toEqual([`${latin.name}:1:1 pdf/font`])
})

test('an archive needs a title and languages', () => {
  expect(refused(headings('H1'), { title: '', languages: [] })).toEqual([
    'content/test.yaml:1:1 pdf/title',
    'content/test.yaml:1:1 pdf/language',
  ])
  expect(refused(headings('H1'), { title: '', languages: [] }, 'none')).toEqual([])
})

test('a file name that hides its ending is refused', () => {
  const sources = [{ path: 'content/a\u202elmay.exe', bytes: new Uint8Array() }]
  expect(refused(headings('H1'), { sources })).toEqual(['content/a\ufffdlmay.exe:1:1 pdf/attachment-name'])
})

test('a page has sides that every reader can show', () => {
  const sized = (side: number) =>
    laidOf([tag('Document', 'en', null)], [{ ...page([]), size: { width: side, height: 100 } }])
  expect([3, 14400].map((side) => refused(sized(side)))).toEqual([[], []])
  expect([2.9, 14401].map((side) => refused(sized(side)))).toEqual([
    ['content/test.yaml:1:1 pdf/page-size'],
    ['content/test.yaml:1:1 pdf/page-size'],
  ])
})
