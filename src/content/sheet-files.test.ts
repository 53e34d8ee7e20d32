import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { readRows } from './data/read-rows.ts'
import { load } from './load.ts'
import { fileNameOf, rowsFile } from './sheet-files.ts'

function named(pattern: string | null, csv: string) {
  const report = new Report()
  const bytes = (text: string) => new TextEncoder().encode(text)
  const yaml = `title: T\n${pattern === null ? '' : `file: ${pattern}\n`}`
  const loaded = load('p.yaml', bytes(yaml), report)
  const row = readRows('d.csv', bytes(csv), report)?.rows[0]
  if (loaded === null || row === undefined) throw new Error('nothing to name')
  const name = fileNameOf(loaded, row, report)
  return {
    name,
    found: report.diagnostics.map(({ code, span, message }) => `${place(span)} ${code}: ${message}`),
  }
}

test.each([
  [`\${id}`, 'id\nCHN\n', 'CHN'],
  [`sheet-\${id}`, 'id\n中国\n', 'sheet-中国'],
  [`"\${id} \${n}"`, 'id,n\nSt. Vincent,3\n', 'St. Vincent 3'],
  [`\${id}`, 'id\n a \n', 'a'],
  [`\${id}`, 'id\n*a*\n', null],
  [null, 'id\nCHN\n', '1'],
])('%s with %j names a file', (pattern, csv, expected) => {
  expect(named(pattern, csv).name).toBe(expected)
})

test.each([
  ['../x', 'leads into another folder'],
  ['a/b', 'leads into another folder'],
  ['a\\b', 'leads into another folder'],
  ['..', 'begins with a full stop: files of that kind are hidden'],
  ['.x', 'begins with a full stop: files of that kind are hidden'],
  ['x.', 'ends in a full stop or space, which Windows takes away'],
  ['C:x', 'holds a sign that Windows keeps for itself'],
  ['a?', 'holds a sign that Windows keeps for itself'],
  ['con', 'Windows keeps for a device'],
  ['NUL.x', 'Windows keeps for a device'],
  ['com1', 'Windows keeps for a device'],
  ['中'.repeat(41), 'has more than 120 bytes'],
])('the name %j is refused, at its cell', (cell, why) => {
  const { name, found } = named(`\${id}`, `n,id\n1,${cell}\n`)
  expect(name).toBeNull()
  expect(found).toEqual([
    `d.csv:2:3 content/file-name: row 1, column \`id\` gives the file name \`${cell}\`, which ${why}`,
  ])
})

test('a cell that is empty or missing names no file', () => {
  expect(named(`\${id}`, 'n,id\n1,\n').found).toEqual([
    'd.csv:2:3 content/empty-cell: row 1, column `id` is empty, and is shown',
  ])
  expect(named(`\${code}`, 'id\n1\n').found).toEqual([
    'p.yaml:2:7 content/unknown-column: the data has no column `code`',
  ])
  expect(named(`x/\${id}`, 'id\n1\n').found).toEqual([
    'd.csv:2:1 content/file-name: row 1, column `id` gives the file name `x/1`, which leads into another folder',
  ])
})

test('whatever a cell holds, a name that is given stays in its folder and is written out in full', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (cell) => {
      fc.pre(!/["\p{Cc}]/u.test(cell))
      const { name, found } = named(`\${id}`, `id,n\n"${cell}",1\n`)
      if (name === null) expect(found).toHaveLength(1)
      else {
        expect(name).toBe(cell.trim())
        expect(name).not.toMatch(/[/\\:]|^\.|[. ]$/)
      }
    }),
  )
})

test('a pattern names its data beside it', () => {
  const report = new Report()
  const loaded = (yaml: string) => {
    const made = load('content/c/sheet.yaml', new TextEncoder().encode(yaml), report)
    if (made === null) throw new Error('no YAML')
    return made
  }
  expect(rowsFile(loaded('rows: d.csv\n'), report)).toMatchObject({
    path: 'content/c/d.csv',
    span: { start: 6 },
  })
  expect(rowsFile(loaded('title: T\n'), report)).toBeNull()
  expect(report.diagnostics).toEqual([])
  expect(rowsFile(loaded('rows: /etc/passwd\n'), report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['content/path'])
})
