import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { build } from '../build.ts'
import { openWorkshop } from '../read.ts'
import {
  dataPath,
  memoryStore,
  runTowns,
  settings,
  sheetPath,
  townFiles,
  townSource,
} from '../testing/batch.ts'
import { readBatch } from './read-batch.ts'

const cities = ['Accra', 'Bern', 'Cuzco', 'Dakar', 'Esfahan', 'Fez', 'Graz', 'Hue', 'Ibb', 'Jena', 'Kyiv']
const rows = cities.map((name, index) => `t${index},${name},${1000 + index}\n`)
const files = townFiles(rows.join(''))
const statuses = (lines: readonly { readonly status: string }[]): readonly string[] =>
  lines.map(({ status }) => status)

test('a batch makes the very files that a build of each row makes in a workshop of its own', async () => {
  const store = memoryStore()
  const { ran, report } = await runTowns(files, store)
  expect([...report.diagnostics, ...ran.findings]).toEqual([])
  const source = townSource(files)
  const batch = readBatch(sheetPath, null, source, report)
  expect(batch?.named).toHaveLength(cities.length)
  for (const { row, stem } of batch?.named ?? []) {
    const request = { path: sheetPath, name: stem, ...settings, row }
    const built = build(request, source, openWorkshop(source, new Report()), new Report())
    expect(
      Buffer.compare(built?.bytes ?? Buffer.alloc(0), store.read(`${stem}.pdf`) ?? Buffer.alloc(1)),
    ).toBe(0)
  }
})

test('neither the files nor the manifest say how many desks there were', async () => {
  const [one, three] = [memoryStore(), memoryStore()]
  await runTowns(files, one)
  await runTowns(files, three, { desks: 3 })
  expect([...three.files.keys()].sort()).toEqual([...one.files.keys()].sort())
  for (const [name, bytes] of one.files)
    expect(Buffer.from(three.read(name) ?? []).equals(bytes), name).toBe(true)
  expect(one.files.has('manifest.jsonl')).toBe(false)
})

test('a run that was stopped, its journal torn, ends with the same bytes as one that was not', async () => {
  const [whole, torn] = [memoryStore(), memoryStore()]
  await runTowns(files, whole)
  const stopped = await runTowns(files, torn, { stopAfter: 5 })
  expect(stopped.ran.isWhole).toBe(false)
  expect(torn.files.has('manifest.json')).toBe(false)
  const journal = torn.read('manifest.jsonl') ?? new Uint8Array()
  torn.files.set('manifest.jsonl', journal.subarray(0, -20))
  const made = torn.files.size - 1
  const resumed = await runTowns(files, torn)
  expect(made).toBeGreaterThanOrEqual(5)
  expect(resumed.ran.isWhole).toBe(true)
  expect([...torn.files.keys()].sort()).toEqual([...whole.files.keys()].sort())
  for (const [name, bytes] of whole.files)
    expect(Buffer.from(torn.read(name) ?? []).equals(bytes), name).toBe(true)
})

test('what a stopped run has made is not made again', async () => {
  const store = memoryStore()
  await runTowns(files, store, { stopAfter: 4 })
  const writes: string[] = []
  await runTowns(files, {
    ...store,
    write: (file, bytes, report) => {
      writes.push(file)
      store.write(file, bytes, report)
    },
  })
  expect(writes.filter((file) => file.endsWith('.pdf'))).toEqual(
    [4, 5, 6, 7, 8, 9, 10].map((n) => `t${n}.pdf`),
  )
})

test('a second run makes what changed: a cell, a file that is gone, a file that was tampered with', async () => {
  const store = memoryStore()
  await runTowns(files, store)
  store.files.delete('t2.pdf')
  store.files.set('t3.pdf', Buffer.from('%PDF-1.7 of someone else'))
  const changed = townFiles(rows.join('').replace('Accra,1000', 'Accra,1001'))
  const { ran } = await runTowns(changed, store)
  const made = ran.lines.filter(({ status }) => status === 'made').map(({ file }) => file)
  expect(made).toEqual(['t0.pdf', 't2.pdf', 't3.pdf'])
})

test('rows that move stay as they are', async () => {
  const store = memoryStore()
  await runTowns(files, store)
  const { ran } = await runTowns(townFiles(`x,Xian,1\n${rows.join('')}`), store)
  expect(statuses(ran.lines)).toEqual(['made', ...cities.map(() => 'unchanged')])
  expect(ran.lines.map(({ row }) => row)).toEqual(ran.lines.map((_, index) => index + 1))
})

test.each([
  ['the sheet', { [sheetPath]: files[sheetPath]?.replace(' people.', ' inhabitants.') ?? '' }],
  ['the theme', { 'templates/town/theme.css': `${files['templates/town/theme.css']} p { color: #f00 }` }],
  [
    'a partial that was not there',
    { 'templates/town/partials/paragraph.hbs': '{{#passage id=id}}<p>{{text}}</p>{{/passage}}' },
  ],
])('all are made anew after a change of %s', async (_, change) => {
  const store = memoryStore()
  await runTowns(files, store)
  const { ran } = await runTowns({ ...files, ...change }, store)
  expect(new Set(statuses(ran.lines))).toEqual(new Set(['made']))
})

test('a row that cannot be built is a line, and the rest goes on', async () => {
  const store = memoryStore()
  const { ran } = await runTowns(townFiles('a,Accra,1\nb,,2\nc,Cuzco,3\n'), store)
  expect(statuses(ran.lines)).toEqual(['made', 'failed', 'made'])
  expect(ran.lines[1]).toMatchObject({ file: 'b.pdf', sha256: null, pages: 0 })
  expect(store.files.has('b.pdf')).toBe(false)
  expect(ran.findings.map(({ code, span }) => [code, span.file.path])).toEqual([
    ['content/empty-cell', dataPath],
  ])
})

test('a finding of some rows names them, one of all rows none', async () => {
  const wrong = { 'templates/town/theme.css': `${files['templates/town/theme.css']} p { colour: #f00 }` }
  const all = await runTowns({ ...files, ...wrong }, memoryStore())
  expect(all.ran.findings.map(({ code, related }) => [code, related.length])).toEqual([['style/property', 0]])
  expect(new Set(statuses(all.ran.lines))).toEqual(new Set(['failed']))
})
