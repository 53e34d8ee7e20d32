import { expect, test } from 'vitest'
import { check, head, sound, versions } from '../testing/publication.ts'

const notes = '\nnotes: { n: { en: N, zh-Hans: 注 }, m: M, o: O }'

test('a note has one number in all languages, in the order of the texts and in a text in that of the languages', () => {
  const { publication, found } = check(`${head}blocks:
  - { paragraph: { en: "a[^o]", zh-Hans: "b[^m]" } }
  - { heading: "c[^n]", level: 2 }
  - { paragraph: "d[^m][^o]" }${notes}`)
  expect(found).toEqual(['4:43 content/calls-differ', '4:25 content/calls-differ'])
  expect(publication?.notes.map(({ id, number }) => [id, number])).toEqual([
    ['o', 1],
    ['m', 2],
    ['n', 3],
  ])
})

test('contents and titles have no calls', () => {
  const yaml = `${head}blocks: [{ heading: "a[^n] b", id: h, level: 2 }, { paragraph: "[^m][^o]", runIn: "r[^m]." }]${notes}`
  const { contents, targets } = sound(yaml)
  expect(contents.map(({ text }) => versions(text).en)).toEqual(['a b', 'r'])
  expect(versions(targets.get('h')?.title).en).toBe('a b')
})

test('a title that is referred to brings no titles and pages of others', () => {
  const titles = '{ heading: "a {ref: h title}b[^n] {ref: h}{ref: t number}", id: h }'
  const table = '{ table: { rows: [["[^n]"]] }, caption: "C {ref: h title}", id: t }'
  const { publication, found } = check(`${head}blocks: [${titles}, ${table}]\nnotes: { n: N }`)
  expect(new Set(found)).toEqual(
    new Set(['3:24 content/call-place!', '3:44 content/call-place!', '3:122 content/call-place!']),
  )
  const titleOf = (id: string) => versions(publication?.targets.get(id)?.title).en
  expect(['h', 't'].map(titleOf)).toEqual(['a b {ref: t number}', 'C '])
})

test('what a reference points at has a number or a title', () => {
  const { targets } = sound(`${head}blocks:
  - { heading: H, id: h }
  - { table: { rows: [[a]] }, caption: "C[^n]", id: t }
  - { paragraph: "{ref: t} {ref: t number} {ref:t title} {ref: h title} {ref: n number}[^m][^o]", id: p }${notes}`)
  expect(
    ['h', 't', 'p', 'n'].map((id) => [id, targets.get(id)?.number, versions(targets.get(id)?.title).en]),
  ).toEqual([
    ['h', null, 'H'],
    ['t', 1, 'C'],
    ['p', null, undefined],
    ['n', 1, undefined],
  ])
})

test.each([
  ['{ paragraph: "a[^n][^xyz]" }', '3:31 content/unknown-note!', 'known here: n'],
  ['{ paragraph: "a[^n] {ref: xyz}", id: para }', '3:36 content/unknown-reference!', 'known here: para, n'],
  ['{ paragraph: "a[^n] {ref: p q}" }', '3:30 content/bad-reference!', 'write `{ref: id}`'],
  ['{ paragraph: "a[^n] {ref: p number}", id: p }', '3:36 content/reference-form!', 'a table or picture'],
  ['{ paragraph: "a[^n] {ref: p title}", id: p }', '3:36 content/reference-form!', 'write `{ref: p}`'],
  ['{ heading: "a[^n] {ref: p}", id: p }', '3:28 content/call-place!', 'put it into the text'],
  ['{ heading: "a[^n] {ref: n}", id: p }', '3:28 content/call-place!', 'write `{ref: n number}`'],
  [
    '{ image: x.png, alt: "a[^n]" }, { paragraph: "[^n]" }',
    '3:33 content/call-place!',
    'call it in the text',
  ],
  ['{ paragraph: { en: "a[^n]", zh-Hans: b } }', '3:47 content/calls-differ', 'put it here as well'],
  ['{ paragraph: { en: "a[^n]", zh-Hans: b }, only: [en] }', '3:38 content/unused-text', 'add'],
  ['{ paragraph: a }', '4:10 content/unused-note', 'call it in a text'],
  ['{ code: "a[^x]" }, { paragraph: "`[^x]` \\\\[^x] [^n]" }', undefined, undefined],
])('%s: what it calls is checked at its place', (block, found, hint) => {
  const outcome = check(`${head}blocks: [${block}]\nnotes: { n: N }`)
  expect(outcome.found).toEqual(found === undefined ? [] : [found])
  if (hint !== undefined) expect(outcome.hints[0]).toContain(hint)
})

test.each([
  ['a note calls itself', 'notes: { n: "N[^n]" }', '4:15 content/call-place!'],
  ['notes call each other in a circle', 'notes: { n: "N[^m]", m: "M[^n]" }', '4:15 content/call-place!'],
])('%s: that is found, and ends', (_, written, found) => {
  expect(check(`${head}blocks: [{ paragraph: "[^n]" }]\n${written}`).found).toContain(found)
})

test('a note must be in the languages that call it, and in no other', () => {
  const called = (only: string) =>
    `${head}blocks: [{ paragraph: "a[^n]", only: [${only}] }]\nnotes: { n: { en: N } }`
  expect(check(called('en')).found).toEqual([])
  expect(check(called('en, zh-Hans')).found).toEqual(['4:15 content/missing-translation!'])
  expect(check(called('zh-Hans'), ['en']).found).toEqual([])
})

test('a reference leads to what is printed', () => {
  const yaml = `${head}blocks: [{ paragraph: "{ref: p}" }, { paragraph: { en: x }, id: p, only: [en] }]`
  expect(check(yaml).found).toEqual([])
  expect(check(yaml, ['zh-Hans']).found).toEqual(['3:30 content/unprinted-reference!'])
})

test('a note and a block cannot have one name, and no id is derived to that of a note', () => {
  expect(check(`${head}blocks: [{ paragraph: "[^n]", id: n }]\nnotes: { n: N }`).found).toEqual([
    '4:10 content/duplicate-id!',
  ])
  const { chapters } = sound(
    `${head}blocks: [{ paragraph: rain }, { paragraph: "x[^rain]" }]\nnotes: { rain: N }`,
  )
  expect(chapters[0]?.blocks.map(({ id }) => id)).toEqual(['rain-2', 'x'])
})

test('ten thousand notes are numbered', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `n${index}`)
  const blocks = names.map((name) => `  - paragraph: "x[^${name}]"`).join('\n')
  const yaml = `${head}blocks:\n${blocks}\nnotes:\n${names.map((name) => `  ${name}: text`).join('\n')}`
  expect(sound(yaml).notes.at(-1)?.number).toBe(10_000)
})
