import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { placeInLeaf } from '../base/leaf.ts'
import { Report } from '../base/report.ts'
import { load } from './load.ts'
import type { Text } from './publication.ts'
import { validate } from './validate.ts'

const folder = 'content/progress-in-human-rights-2013-ix'
const report = new Report()
const loaded = load(`${folder}/publication.yaml`, readFileSync(`${folder}/publication.yaml`), report)
const publication =
  loaded &&
  validate(
    loaded,
    { name: 'progress-in-human-rights-2013-ix', languages: null, isDraft: false, row: null },
    report,
  )

function english(text: Text | null | undefined): string {
  return text?.versions.get('en')?.text ?? ''
}

test('the chapter is without findings', () => {
  expect(report.diagnostics).toEqual([])
})

test('the English of the chapter is the source, character for character', () => {
  const lines = [
    english(publication?.title),
    ...(publication?.chapters ?? []).flatMap(({ heading, blocks }) => [
      english(heading),
      ...blocks.map((block) => {
        if (block.kind !== 'paragraph') throw new Error(`the chapter has no ${block.kind}`)
        return block.runIn === null ? english(block.text) : `${english(block.runIn)} ${english(block.text)}`
      }),
    ]),
    english(publication?.notices.prevailing),
  ]
  expect(lines.join('\n')).toBe(readFileSync(`${folder}/source.en.txt`, 'utf8'))
})

test('each character of the chapter is found again at its place in the file', () => {
  const texts = (publication?.chapters ?? []).flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runIn, block.text] : [])),
  ])
  let compared = 0
  for (const leaf of texts.flatMap((text) => [...(text?.versions.values() ?? [])])) {
    for (let offset = 0; offset < leaf.text.length; offset++) {
      const written = leaf.span.file.text[placeInLeaf(leaf, offset).start]
      expect(written).toBe(leaf.text[offset] === '\u200b' ? '\\' : leaf.text[offset])
      compared++
    }
  }
  expect(compared).toBeGreaterThan(5000)
})

test('the chapter has its figures, terms and contents', () => {
  expect(publication?.figures).toHaveLength(21)
  expect(publication?.figures.filter((figure) => figure.isHeadline)).toHaveLength(7)
  expect(publication?.terms).toHaveLength(20)
  expect(publication?.contents.map((entry) => entry.level)).toEqual([1, 2, 2, 2, 2, 2])
  expect(publication?.prevailing).toBe('zh-Hans')
  expect(publication?.languages.map(({ tag, status }) => [tag, status])).toEqual([
    ['en', 'as-issued'],
    ['zh-Hans', 'working-translation'],
  ])
})
