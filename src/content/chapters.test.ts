import { expect, test } from 'vitest'
import { check, head, versions } from '../testing/publication.ts'

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
