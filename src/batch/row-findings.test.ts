import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { type SourceFile, wholeFile } from '../base/span.ts'
import { Gathering, Packing } from './row-findings.ts'

const data: SourceFile = { path: 'towns.csv', text: 'code\na\nb\nc\nd\ne\n' }
const theme: SourceFile = { path: 'theme.css', text: 'p {\n  colour: red\n}\n' }
const spans = new Map(
  [1, 2, 3, 4, 5].map((row) => [row, { file: data, start: 3 + 2 * row, end: 4 + 2 * row }]),
)

/** What rows found, by way of a message between threads. */
function gathered(found: readonly (readonly [row: number, Report])[]): Gathering['diagnostics'] {
  const gathering = new Gathering(data, spans)
  for (const [row, { diagnostics }] of found) {
    const packing = new Packing(data.path)
    packing.add(row, diagnostics)
    gathering.add(structuredClone(packing.packed))
  }
  return gathering.diagnostics
}

function inTheme(message = 'no such property'): Report {
  const report = new Report()
  report.warning('style/property', message, { file: theme, start: 6, end: 12 }, 'correct it')
  return report
}

test('a finding comes through with its place, its hints and its other places', () => {
  const report = new Report()
  const other = { at: { file: theme, start: 0, end: 1 }, note: 'here' }
  report.error('content/empty-cell', 'row 2 is empty', { file: data, start: 7, end: 8 }, 'fill it in', other)
  report.error('cli/output', 'the disk is full', wholeFile('output/b.pdf'), 'make room')
  const all = gathered([[2, report]])
  expect(all.map(({ span }) => place(span))).toEqual(['towns.csv:3:1', 'output/b.pdf:1:1'])
  expect(all[0]).toMatchObject({ severity: 'error', code: 'content/empty-cell', hints: ['fill it in'] })
  expect(all[0]?.related.map(({ at, note }) => [place(at), note])).toEqual([['theme.css:1:1', 'here']])
  expect(all[1]?.span.file.text).toBe('')
})

test('what several rows have is said once, with the first of them', () => {
  const all = gathered([5, 3, 1, 4].map((row) => [row, inTheme()] as const))
  expect(all.map(({ span }) => place(span))).toEqual(['theme.css:2:3'])
  expect(all[0]?.related.map(({ at, note }) => [place(at), note])).toEqual([
    ['towns.csv:2:1', 'in the file of row 1'],
    ['towns.csv:4:1', 'in the file of row 3'],
    ['towns.csv:5:1', 'in the file of row 4, and 1 more'],
  ])
})

test('what all rows have names none of them', () => {
  expect(gathered([1, 2, 3, 4, 5].map((row) => [row, inTheme()] as const))[0]?.related).toEqual([])
})

test('findings stand in the order of their rows, in whatever order they came', () => {
  const found = [4, 2, 3].map((row) => [row, inTheme(`of ${row}`)] as const)
  const messages = (all: readonly { readonly message: string }[]) => all.map(({ message }) => message)
  expect(messages(gathered(found))).toEqual(['of 2', 'of 3', 'of 4'])
  expect(messages(gathered(found.toReversed()))).toEqual(['of 2', 'of 3', 'of 4'])
})
