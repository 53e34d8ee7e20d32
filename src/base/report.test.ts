import { expect, test } from 'vitest'
import { nearest, Report } from './report.ts'
import { wholeFile } from './span.ts'

const span = wholeFile('p.yaml', 'a: 1\na: 2\n')

function only(report: Report) {
  const [found] = report.diagnostics
  if (!found) throw new Error('there is a finding')
  return found
}

test('a sentence is a hint, a place is related', () => {
  const report = new Report()
  const at = { ...span, start: 5, end: 6 }
  report.error('x/y', 'two', span, 'delete one', { at, note: 'the first one' }, 'or rename it')
  expect(only(report)).toEqual({
    severity: 'error',
    code: 'x/y',
    message: 'two',
    span,
    hints: ['delete one', 'or rename it'],
    related: [{ at, note: 'the first one' }],
  })
})

test('a value of any length leaves a message that can be read', () => {
  const report = new Report()
  const long = '字'.repeat(100_000)
  report.error('x/y', `\`${long}\` is no \`date\``, span, `did you mean \`${long}\`?`, {
    at: span,
    note: long,
  })
  const { message, hints, related } = only(report)
  expect(message).toBe(`\`${'字'.repeat(160)}…\` is no \`date\``)
  expect(hints).toEqual([`did you mean \`${'字'.repeat(160)}…\`?`])
  expect(related[0]?.note).toBe(`${'字'.repeat(1000)}…`)
})

test('no cut parts a surrogate pair', () => {
  const report = new Report()
  report.error('x/y', `\`a${'😀'.repeat(500)}\``, span, 'hint')
  expect(only(report).message).toBe(`\`a${'😀'.repeat(79)}…\``)
})

test('short messages are as they were said, whatever stands in backquotes', () => {
  const report = new Report()
  report.warning('x/y', 'an odd ` and `a b`', span, 'hint')
  expect(only(report).message).toBe('an odd ` and `a b`')
})

test('a name of a whole chapter is like no other', () => {
  expect(nearest('titel', ['title'])).toBe('title')
  expect(nearest('a'.repeat(1_000_000), ['a'.repeat(1_000_001)])).toBeNull()
})
