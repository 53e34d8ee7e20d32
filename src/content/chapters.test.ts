import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Source } from '../base/world.ts'
import { readPublication } from '../build.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { check, head, versions } from '../testing/publication.ts'
import { contentLimit, mostChapters, mostTokens } from './limits.ts'

const files = {
  'a/one.yaml': 'blocks: [{ heading: One }, { paragraph: x, id: x }]',
  'two.yaml': 'blocks: [{ paragraph: y }]',
}

test('the blocks of chapter files follow those of the publication, in their order', () => {
  const yaml = `${head}blocks: [{ heading: Own }]\nchapters: [a/one.yaml, two.yaml]`
  const { publication, found } = check(yaml, null, false, files)
  expect(found).toEqual([])
  expect(publication?.chapters.map(({ id, blocks }) => [id, blocks.map((block) => block.id)])).toEqual([
    ['own', []],
    ['one', ['x', 'y']],
  ])
})

test('with chapter files a publication needs no blocks of its own, and without them it does', () => {
  expect(check(`${head}chapters: [two.yaml]`, null, false, files).found).toEqual([])
  expect(check(head).found).toEqual(['1:1 content/missing-key!'])
})

test('what is wrong in a chapter file is found in it', () => {
  const broken = {
    'two.yaml': 'blocks:\n  - { paragraf: y }\n  - { paragraph: { en: z } }\n  - { paragraph: x, id: x }',
  }
  const { found } = check(`${head}chapters: [a/one.yaml, two.yaml]`, null, false, { ...files, ...broken })
  expect(found).toEqual([
    'two.yaml:2:7 content/unknown-block!',
    'two.yaml:4:25 content/duplicate-id!',
    'two.yaml:3:20 content/missing-translation!',
  ])
})

test('figures, terms and notes of chapter files are those of the publication', () => {
  const one = `blocks: [{ paragraph: "5 mm[^n]", id: rain }]
notes: { n: note }
figures: [{ id: f, value: 5, unit: mm, block: rain, find: 5 mm, label: Rain }]
terms: [{ text: rain }]`
  const { publication, found } = check(`${head}chapters: [one.yaml]`, null, false, { 'one.yaml': one })
  expect(found).toEqual([])
  expect(publication?.figures).toHaveLength(1)
  expect(publication?.terms).toHaveLength(1)
  expect(publication?.notes.map(({ id, number }) => [id, number])).toEqual([['n', 1]])
})

test('a file that is named twice is read once', () => {
  const { publication, found } = check(`${head}chapters: [two.yaml, two.yaml]`, null, false, files)
  expect(found).toEqual(['3:22 content/duplicate-chapter!'])
  expect(publication?.chapters[0]?.blocks).toHaveLength(1)
})

test.each(['./two.yaml', 'a/../two.yaml', 'a//../two.yaml', './/two.yaml', 'x/y/../../two.yaml'])(
  'a file is known in each spelling: %s',
  (spelling) => {
    const { publication, found } = check(`${head}chapters: [${spelling}, two.yaml]`, null, false, files)
    expect(found).toEqual([`3:${14 + spelling.length} content/duplicate-chapter!`])
    expect(publication?.chapters[0]?.blocks).toHaveLength(1)
  },
)

test.each([
  ['/two.yaml', 'begins with a slash'],
  ['file:///two.yaml', 'is an address'],
  ["'C:/two.yaml'", 'is an address'],
  ['npm:two/two.yaml', 'is an address'],
  ['a\\two.yaml', 'holds a backslash'],
])('what is no path beside the file is refused as such: %s', (written, message) => {
  for (const line of [
    `chapters: [${written}]`,
    `theme: ${written}\nblocks: [{ paragraph: x }]`,
    `blocks: [{ image: ${written}, alt: A }]`,
    `blocks: [{ image: { en: ${written}, zh-Hans: z.png }, alt: A }]`,
  ]) {
    const { found, messages } = check(head + line, null, false, files)
    expect(found, line).toEqual([expect.stringMatching(/^3:\d+ content\/path!$/)])
    expect(messages[0]).toContain(message)
  }
})

test('a file that names itself is found', () => {
  expect(check(`${head}chapters: [two.yaml, ./p.yaml]`, null, false, files).found).toEqual([
    '3:22 content/duplicate-chapter!',
  ])
})

test.each([
  [mostChapters, []],
  [mostChapters + 1, ['3:1 content/wrong-value!']],
])('a publication may name %i chapters', (count, expected) => {
  const names = Array.from({ length: count }, (_, index) => `${index}.yaml`)
  const all = Object.fromEntries(names.map((name) => [name, 'blocks: [{ paragraph: x }]']))
  const yaml = `${head}chapters: [${names}]`
  expect(check(yaml, null, false, all).found).toEqual(expected)
})

test.each([
  ['bytes', `# ${'x'.repeat(contentLimit / 2 - 200)}\n`],
  ['words and signs', '  - { paragraph: x }\n'.repeat(mostTokens / 20)],
])('the files of a publication have so many %s together, and no more are read', (_, text) => {
  const one = (id: string) =>
    text.startsWith('#') ? `${text}blocks: [{ paragraph: x, id: ${id} }]` : `blocks:\n${text}`
  const all = { 'a.yaml': one('a'), 'b.yaml': one('b'), 'c.yaml': one('c'), 'd.yaml': one('d') }
  const read: string[] = []
  const { source } = memoryWorld({ 'p.yaml': `${head}chapters: [a.yaml, b.yaml, c.yaml, d.yaml]`, ...all })
  const watching: Source = {
    ...source,
    read: (path, limit) => {
      read.push(path)
      return source.read(path, limit)
    },
  }
  const report = new Report()
  const request = {
    path: 'p.yaml',
    name: 'p',
    languages: null,
    isDraft: false,
    row: null,
    date: null,
  } as const
  readPublication({ ...request, media: 'screen', profile: 'archive' }, watching, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['content/too-large'])
  expect(report.diagnostics[0]?.span.file.path).toBe(read.at(-1))
  expect(read.length).toBeGreaterThan(2)
  expect(read).not.toContain('d.yaml')
})

test('where a file is missing, nothing is said of what may stand in it', () => {
  const yaml = `${head}blocks: [{ paragraph: "{ref: x}[^n]" }]\nnotes: { n: n, m: m }\nchapters: [gone.yaml]`
  expect(check(yaml).found).toEqual([])
})

test('a part begins with the next chapter, and stands in the contents above it', () => {
  const blocks =
    '[{ heading: Before }, { part: First }, { heading: One }, { heading: Two }, { part: Second }, { paragraph: x }]'
  const { publication, found } = check(`${head}blocks: ${blocks}`)
  expect(found).toEqual([])
  expect(publication?.hasParts).toBe(true)
  expect(publication?.chapters.map(({ id, part }) => [id, part?.id, versions(part?.text).en])).toEqual([
    ['before', undefined, undefined],
    ['one', 'first', 'First'],
    ['two', undefined, undefined],
    ['opening', 'second', 'Second'],
  ])
  expect(publication?.contents.map(({ level, id }) => [level, id])).toEqual([
    [1, 'before'],
    [0, 'first'],
    [1, 'one'],
    [1, 'two'],
    [0, 'second'],
  ])
})

test.each([
  ['[{ paragraph: x }, { part: P }]', '3:36 content/empty-part!'],
  ['[{ part: P }, { part: Q }, { paragraph: x }]', '3:18 content/empty-part!'],
])('a part of nothing is found: %s', (blocks, found) => {
  expect(check(`${head}blocks: ${blocks}`).found).toEqual([found])
})
