import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { findingsAsJson, printFindings } from './print-findings.ts'

const file = { path: 'content/p.yaml', text: 'title: x\n标题: yes\n' }
const report = new Report()
report.error(
  'content/unknown-key',
  'unknown key `标题`',
  { file, start: 9, end: 11 },
  'did you mean `title`?',
)
report.warning('files/missing', 'there is no such file', wholeFile('theme.css'), 'check the name')

test('findings are printed with their place, line and hints', () => {
  expect(printFindings(report.diagnostics, { colour: false })).toBe(
    [
      'content/p.yaml:2:1: error: unknown key `标题` [content/unknown-key]',
      '  1 | title: x',
      '  2 | 标题: yes',
      '    | ^^^^',
      '  hint: did you mean `title`?',
      '',
      'theme.css: warning: there is no such file [files/missing]',
      '  hint: check the name',
      '',
    ].join('\n'),
  )
})

test('findings stand in the order of their places, in the file that was first found wrong first', () => {
  const mixed = new Report()
  const other = { path: 'a.css', text: 'p {}' }
  const places = [
    [file, 9],
    [other, 2],
    [file, 0],
    [other, 0],
    [file, 9],
  ] as const
  for (const [index, [where, start]] of places.entries())
    mixed.warning('x/y', `finding ${index}`, { file: where, start, end: start }, 'hint')
  const order = ['finding 2', 'finding 0', 'finding 4', 'finding 3', 'finding 1']
  const people = printFindings(mixed.diagnostics, { colour: false })
  const machines = findingsAsJson(mixed.diagnostics)
  expect([people.match(/finding \d/g), machines.match(/finding \d/g)]).toEqual([order, order])
})

test('colour changes nothing but the colour', () => {
  const coloured = printFindings(report.diagnostics, { colour: true })
  const stripped = coloured
    .split('\u001b')
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, '')))
  expect(coloured).toContain('\u001b[31merror\u001b[0m')
  expect(stripped.join('')).toBe(printFindings(report.diagnostics, { colour: false }))
})

test('nothing found is nothing printed', () => {
  expect([printFindings([], { colour: true }), findingsAsJson([])]).toEqual(['', ''])
})

test('machines get one object a line', () => {
  const lines = findingsAsJson(report.diagnostics).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      severity: 'error',
      code: 'content/unknown-key',
      message: 'unknown key `标题`',
      path: 'content/p.yaml',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 3,
      hints: ['did you mean `title`?'],
    },
    {
      severity: 'warning',
      code: 'files/missing',
      message: 'there is no such file',
      path: 'theme.css',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 1,
      hints: ['check the name'],
    },
  ])
})

test('control characters of an author do not reach the terminal', () => {
  const hostile = new Report()
  const text = 'a\u001b[31mb\u009b'
  hostile.error('style/syntax', `odd \`${text}\``, { file: { path: text, text }, start: 0, end: 1 }, text)
  expect(printFindings(hostile.diagnostics, { colour: false })).not.toMatch(/(?!\n)\p{Cc}/u)
})
