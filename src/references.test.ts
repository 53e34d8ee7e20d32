import { expect, test } from 'vitest'
import { Report } from './base/report.ts'
import { build } from './build.ts'
import { diskWorld } from './cli/disk.ts'
import { blocksSchema } from './content/schema-blocks.ts'
import { openWorkshop } from './read.ts'
import { memoryWorld } from './testing/memory-world.ts'
import { pngFile } from './testing/pictures.ts'
import { programFolder } from './testing/project.ts'

const path = 'content/x/publication.yaml'
const head =
  'languages: { en: { name: English }, zh-Hans: { name: 中文 } }\ntitle: T\nindicators: { rain: { label: r, values: { 2000: 1 } } }\nblocks:\n'

/** A block of each kind; with an id of its own where something inside it has one. */
const blocks: Readonly<Record<string, string>> = {
  part: 'part: P',
  heading: 'heading: H',
  paragraph: 'paragraph: a',
  list: 'list: [a, { item: b, list: [c] }]',
  quote: 'quote: a',
  code: 'code: a',
  image: 'image: a.png, decorative: true, width: 1mm',
  table: 'table: { head: [a], rows: [[b]] }',
  callout: 'callout: a',
  cards: 'cards: [{ label: a, value: 1 }]',
  chart: 'chart: { categories: [a, b], series: [{ label: c, values: [1, 2] }] }',
  indicators: 'indicators: [rain]',
  facts: 'facts: [{ figure: 1, text: a }]',
  timeline: 'timeline: [{ date: 2013-10, text: a }]',
}
const inner = ['list-1', 'list-2', 'list-2-list', 'list-2-1', 'table-head-1', 'table-row-1', 'callout-1']
const others = ['{ image: { en: a.png, zh-Hans: a.png }, decorative: true, width: 1mm, id: images }']

test('there is a block of each kind', () => {
  const kinds = blocksSchema.element.options.map(({ shape }) => Object.keys(shape)[0])
  expect(Object.keys(blocks).sort()).toEqual(kinds.sort())
})

test('a reference and a link lead to each kind of block, and to what has an id inside it', () => {
  const ids = [...Object.keys(blocks), 'images', ...inner]
  const named = Object.entries(blocks).map(([kind, block]) => `{ ${block}, id: ${kind} }`)
  const references = ids.map((id) => `{ paragraph: "{ref: ${id}} [a](#${id})" }`)
  const yaml = head + [...named, ...others, ...references].map((block) => `  - ${block}\n`).join('')
  const disk = diskWorld({ project: programFolder, program: programFolder, output: programFolder })
  const files = { [path]: yaml, 'content/x/a.png': pngFile({ width: 9, height: 9 }) }
  const { source } = memoryWorld(files, disk.source)
  const report = new Report()
  const request = { path, name: 'x', languages: null, isDraft: false, row: null, date: null } as const
  const workshop = openWorkshop(source, report)
  const built = build({ ...request, media: 'screen', profile: 'archive' }, source, workshop, report)
  expect(report.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([])
  expect(ids.filter((id) => !built?.laid.anchors.has(id))).toEqual([])
})
