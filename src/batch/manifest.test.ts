import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  journalHead,
  journalLines,
  type Manifest,
  manifestText,
  readJournal,
  readManifest,
} from './manifest.ts'
import type { Answer, Line } from './unit.ts'

const answer: fc.Arbitrary<Answer> = fc.record({ path: fc.string(), answer: fc.string() })
const line: fc.Arbitrary<Line> = fc.record({
  row: fc.nat(),
  file: fc.string({ unit: 'binary' }),
  sha256: fc.option(fc.string()),
  pages: fc.nat(),
  status: fc.constantFrom('made', 'unchanged', 'failed'),
  key: fc.string(),
})
const manifest: fc.Arbitrary<Manifest> = fc.record({
  sheet: fc.string(),
  data: fc.string(),
  sources: fc.array(answer),
  files: fc.array(line),
  combined: fc.option(
    fc.record({ file: fc.string(), sha256: fc.string(), pages: fc.nat(), key: fc.string() }),
  ),
})

test('a manifest is read as it was written', () => {
  fc.assert(
    fc.property(manifest, (one) => {
      expect(readManifest(manifestText(one))).toEqual(one)
    }),
  )
})

test('a journal that breaks off anywhere gives all lines before', () => {
  fc.assert(
    fc.property(manifest, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
      const head = journalHead(one)
      const whole = head + journalLines(one)
      const torn = whole.slice(0, Math.floor(share * whole.length))
      const read = readJournal(torn)
      const complete = torn.split('\n').length - 1
      expect(read === null).toBe(complete === 0)
      if (read === null) return
      const all = [...one.sources, ...one.files]
      expect([...read.sources, ...read.files]).toEqual(all.slice(0, complete - 1))
    }),
  )
})

test.each([
  '',
  '{}',
  'null',
  '[1]',
  '{"version":2,"sheet":"a","data":"b","sources":[],"files":[],"combined":null}',
  '{"version":1,"sheet":"a","data":"b","sources":[{}],"files":[],"combined":null}',
  '{"version":1,"sheet":"a","data":"b","sources":[],"files":[{"row":1}],"combined":null}',
  '{"name":"a web page","icons":[]}',
])('what no batch wrote is no manifest: %s', (text) => {
  expect(readManifest(text)).toBeNull()
})

test('a line of a journal that is no line ends it', () => {
  const head = journalHead({ sheet: 'a', data: 'b' })
  const one = journalLines({
    sources: [],
    files: [{ row: 1, file: 'f', sha256: 's', pages: 1, status: 'made', key: 'k' }],
  })
  expect(readJournal(`${head}${one}{"row":2,"fi\n${one}`)?.files).toHaveLength(1)
})
