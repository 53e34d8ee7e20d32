import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { findingsForGithub } from './findings-github.ts'
import { findingsAsJson } from './findings-json.ts'
import { printFindings } from './print-findings.ts'

const file = { path: 'content/p.yaml', text: 'title: x\n标题: yes\n' }
const report = new Report()
report.error(
  'content/unknown-key',
  'unknown key `标题`',
  { file, start: 9, end: 11 },
  'did you mean `title`?',
  { at: { file, start: 0, end: 5 }, note: 'the title is here' },
)
report.warning('files/missing', 'there is no such file', wholeFile('theme.css'), 'check the name')

test('findings are printed with their place, line, other places and hints', () => {
  expect(printFindings(report.diagnostics, { colour: false })).toBe(
    [
      'content/p.yaml:2:1: error: unknown key `标题` [content/unknown-key]',
      '  1 | title: x',
      '  2 | 标题: yes',
      '    | ^^^^',
      '  content/p.yaml:1:1: the title is here',
      '  1 | title: x',
      '    | ^^^^^',
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
      related: [
        { path: 'content/p.yaml', line: 1, column: 1, endLine: 1, endColumn: 6, note: 'the title is here' },
      ],
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
      related: [],
    },
  ])
})

describe('what an author writes is shown, never obeyed', () => {
  const hidden = '\u001b[31m\u009b\u202e\u2066\u200f\u061c\u200b\ufeff\n::error::x\r\u2028'
  const hostile = new Report()
  const span = { file: { path: `a${hidden}`, text: `b${hidden}` }, start: 0, end: 3 }
  hostile.error('style/syntax', `odd \`${hidden}\``, span, hidden, { at: span, note: hidden })
  const unseen = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}]/u

  test('by a terminal', () => {
    const printed = printFindings(hostile.diagnostics, { colour: false })
    expect(printed).not.toMatch(unseen)
    expect(printed).toContain(
      'odd `<U+001B>[31m<U+009B><U+202E><U+2066><U+200F><U+061C><U+200B><U+FEFF><U+000A>',
    )
    // Place and message are one line, whatever stands in them; a frame has one, the other place two, the hint one.
    expect(printed.trimEnd().split('\n')).toHaveLength(1 + 2 + 1 + 2 + 1)
  })

  test('by GitHub', () => {
    const printed = findingsForGithub(hostile.diagnostics, '')
    expect(printed).not.toMatch(unseen)
    expect(printed.trimEnd().split('\n')).toHaveLength(1)
  })

  test('by who looks at JSON, which still says the same', () => {
    const printed = findingsAsJson(hostile.diagnostics)
    expect(printed).not.toMatch(unseen)
    expect(JSON.parse(printed)).toMatchObject({ message: `odd \`${hidden}\``, hints: [hidden] })
  })
})
