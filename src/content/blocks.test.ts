import { expect, test } from 'vitest'
import type { Lang } from '../base/lang.ts'
import { placeInLeaf } from '../base/leaf.ts'
import { check, head, sound, versions } from '../testing/publication.ts'

test('a block may say in which languages it exists', () => {
  const yaml = `${head}blocks: [{ paragraph: { en: a }, only: [en] }, { paragraph: b, only: [zh-Hans] }, { paragraph: c }]`
  const [chapter] = sound(yaml).chapters
  expect(chapter?.blocks.map((block) => block.kind === 'paragraph' && versions(block.text))).toEqual([
    { en: 'a' },
    { 'zh-Hans': 'b' },
    { en: 'c', 'zh-Hans': 'c' },
  ])
})

test('a block that exists in no printed language is left out, and no id changes by it', () => {
  const yaml = `${head}blocks: [{ paragraph: Same, only: [en] }, { paragraph: Same }]`
  const ids = (asked: readonly Lang[]) => sound(yaml, asked).chapters[0]?.blocks.map((block) => block.id)
  expect(ids(['en'])).toEqual(['same', 'same-2'])
  expect(ids(['zh-Hans'])).toEqual(['same-2'])
})

test('a text in a language that `only` leaves out is said to be unused', () => {
  const { found } = check(`${head}blocks: [{ paragraph: { en: a, zh-Hans: b }, only: [en] }]`)
  expect(found).toEqual(['3:32 content/unused-text'])
})

test('headings of level 1 begin chapters', () => {
  const blocks = '[{ paragraph: before }, { heading: One }, { heading: Two, level: 2 }, { heading: Three }]'
  const { chapters } = sound(`${head}blocks: ${blocks}`)
  expect(
    chapters.map(({ id, heading, blocks }) => [id, versions(heading).en, blocks.map((one) => one.id)]),
  ).toEqual([
    ['opening', undefined, ['before']],
    ['one', 'One', ['two']],
    ['three', 'Three', []],
  ])
})

test('ids are made from the first five words, and are unique', () => {
  const blocks = `
  - paragraph: China’s “Été” is a *long* sentence
  - paragraph: China’s “Été” is a *long* story
  - paragraph: x
    id: one
  - paragraph: One
  - paragraph: { en: ——, zh-Hans: 好 }
  - list: [One, two]`
  const { chapters } = sound(`${head}blocks: ${blocks}`)
  expect(chapters[0]?.blocks.map((block) => block.id)).toEqual([
    'chinas-ete-is-a-long',
    'chinas-ete-is-a-long-2',
    'one',
    'one-2',
    'paragraph',
    'one-3',
  ])
  const list = chapters[0]?.blocks[5]
  expect(list?.kind === 'list' && list.items.map((item) => item.id)).toEqual(['one-3-1', 'one-3-2'])
})

test('an id is made of the kind where the first language is not written in Latin letters', () => {
  const yaml =
    'languages: { zh-Hans: { name: 中文 }, en: { name: English } }\ntitle: T\nblocks: [{ quote: Hello }]'
  expect(sound(yaml).chapters[0]?.blocks[0]?.id).toBe('quote')
})

test('ten thousand equal paragraphs get ids of their own', () => {
  const { chapters } = sound(`${head}blocks:\n${'  - paragraph: same\n'.repeat(10_000)}`)
  expect(chapters[0]?.blocks.at(-1)?.id).toBe('same-10000')
})

test('the contents list chapters, sections and run-in headings without their stop', () => {
  const blocks = `
  - heading: One.
  - heading: Two
    level: 2
  - heading: Three
    level: 3
  - paragraph: text
    runIn: { en: 'It''s run in.', zh-Hans: 标题。 }
  - paragraph: text
    runIn: And so on...`
  const { contents } = sound(`${head}blocks: ${blocks}`)
  expect(contents.map(({ level, text }) => [level, versions(text).en])).toEqual([
    [1, 'One.'],
    [2, 'Two'],
    [2, "It's run in"],
    [2, 'And so on...'],
  ])
  const leaf = contents[2]?.text.versions.get('en')
  if (leaf === undefined) throw new Error('no leaf')
  const last = placeInLeaf(leaf, leaf.text.length - 1)
  expect(leaf.span.file.text.slice(last.start, last.end)).toBe('n')
  expect(leaf.span.file.text[leaf.span.end]).toBe('.')
})
