import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { isKind } from '../pdf/lexer.ts'
import { entry, readFile } from '../pdf/read-file.ts'
import { memoryStore, runTowns, townFiles } from '../testing/batch.ts'
import { pagesOf, plain, treeOf } from '../testing/read-pdf.ts'
import { combine, mostCombined } from './combine.ts'
import type { Line } from './unit.ts'

const linked = townFiles('a,Accra,1\nb,Bern,2\nc,Cuzco,3\n')
const files = {
  ...linked,
  'content/towns/sheet.yaml': `${linked['content/towns/sheet.yaml']}  - heading: { en: "About \${name}" }
    level: 2
    id: about
  - paragraph: { en: "See {ref: about title}.[^n]" }
notes:
  n: { en: "A note on \${name}." }
`,
  'templates/town/theme.css': `${linked['templates/town/theme.css']} .body { break-before: page } h2 { bookmark-level: 2 } h1 { bookmark-level: 1 }`,
}

async function combined(store = memoryStore()) {
  const towns = await runTowns(files, store, { combine: true })
  return { ...towns, store, bytes: store.read('towns.pdf') ?? new Uint8Array() }
}

test('the combined file has all pages, a bookmark and a part of the tree for each row', async () => {
  const { ran, bytes, combined: line, report } = await combined()
  expect([...ran.findings, ...report.diagnostics].map(({ message }) => message)).toEqual([])
  const file = readFile(bytes)
  const pages = ran.lines.reduce((sum, one) => sum + one.pages, 0)
  expect(pages).toBe(6)
  expect(line?.pages).toBe(6)
  expect(pagesOf(file)).toHaveLength(6)
  const titles: unknown[] = []
  const first = entry(file.resolve(entry(file.catalog, 'Outlines')), 'First')
  for (let at = file.resolve(first); isKind(at, 'dictionary'); at = file.resolve(entry(at, 'Next') ?? null))
    titles.push(plain(entry(at, 'Title'), file))
  expect(titles).toEqual(['Accra', 'Bern', 'Cuzco'])
  const tree = treeOf(bytes)
  expect(tree.filter((one) => /^ {0,2}\S/.test(one))).toEqual([
    'Document en * * *',
    '  Part en *',
    '  Part en *',
    '  Part en *',
  ])
})

test('what the tree of each file holds, that of the combined one holds again, on its own pages', async () => {
  const { ran, store, bytes } = await combined()
  let before = 0
  const expected = ran.lines.flatMap(({ file, pages }) => {
    const tree = treeOf(store.read(file) ?? new Uint8Array()).map((line) =>
      line.replace(/ (\d+):/g, (_, page) => ` ${Number(page) + before}:`),
    )
    before += pages
    return tree.map((line) => `  ${line.replace(/^Document/, 'Part')}`)
  })
  expect(treeOf(bytes)).toEqual(['Document en * * *', ...expected])
})

test('nothing is combined again where all is as it was; one more row is', async () => {
  const { store, combined: first } = await combined()
  const writes: string[] = []
  const noting = {
    ...store,
    write: (file: string, bytes: Uint8Array, report: Report) => {
      writes.push(file)
      store.write(file, bytes, report)
    },
  }
  const again = await runTowns(files, noting, { combine: true })
  expect(again.combined).toEqual(first)
  expect(writes).toEqual(['manifest.json'])
  const more = { ...files, 'content/towns/towns.csv': `${linked['content/towns/towns.csv']}d,Dakar,4\n` }
  const { combined: larger } = await runTowns(more, noting, { combine: true })
  expect(larger?.pages).toBe(8)
  expect(larger?.sha256).not.toBe(first?.sha256)
})

test('more pages than one file may have are a finding: batch/too-many-pages', async () => {
  const { ran, store } = await combined()
  const line: Line = { row: 1, file: 'a.pdf', sha256: 'x', status: 'made', pages: mostCombined + 1, key: 'k' }
  const report = new Report()
  const data = { file: { path: 'towns.csv', text: 'code\n' }, columns: [], rows: [] }
  const batch = { sheet: 'sheet.yaml', data, named: [], unnamed: 0 }
  const rest = {
    settings: { languages: null, isDraft: false, media: 'screen', profile: 'none', date: null } as const,
    name: 'towns',
    earlier: null,
    store,
  }
  const openDesk = () => {
    throw new Error('nothing is to be laid out')
  }
  expect(combine({ batch, lines: [line], openDesk, ...rest }, report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['batch/too-many-pages'])
  expect(ran.isWhole).toBe(true)
})
