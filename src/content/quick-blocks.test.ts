import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { load } from './load.ts'
import { quickBlock } from './quick-blocks.ts'
import { chapterSchema } from './schema.ts'
import { settle, settleBlocks } from './settle.ts'

const value = fc.constantFrom(
  'a',
  '{ en: a, zh-Hans: b }',
  '{ en: ~ }',
  '{ en: [a] }',
  '~',
  '[a]',
  '{}',
  "''",
  '2',
  '4',
  'a b',
  '{ a: { b: c } }',
)
const key = fc.constantFrom('paragraph', 'heading', 'level', 'id', 'runIn', 'only', 'list', 'quote', 'parag')
const block = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '{ paragraph: a }',
      '{ heading: a, level: 2, id: x }',
      '{ paragraph: { en: a } }',
    ),
  },
  fc
    .uniqueArray(fc.tuple(key, value), { minLength: 1, maxLength: 4, selector: ([name]) => name })
    .map((entries) => `{ ${entries.map(([name, held]) => `${name}: ${held}`).join(', ')} }`),
  value,
)

test('blocks that are not shown to the schema come out as it makes them, and nothing else is found', () => {
  let count = 0
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const yaml = `blocks: [${blocks.join(', ')}]\n`
      const [quick, whole] = [settleBlocks, settle].map((way) => {
        const report = new Report()
        const loaded = load('c.yaml', new TextEncoder().encode(yaml), report)
        if (loaded?.root.kind === 'map') {
          const list = loaded.root.entries.get('blocks')?.value
          if (list?.kind === 'list') count += list.items.filter((item) => quickBlock(item) !== null).length
        }
        const settled = loaded && way(chapterSchema, loaded, {}, report)
        return { settled, found: report.diagnostics }
      })
      expect(quick).toEqual(whole)
    }),
    { numRuns: 1000 },
  )
  expect(count).toBeGreaterThan(500)
})
