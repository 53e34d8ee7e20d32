import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { alone } from '../testing/theme.ts'
import { strayCloser } from './brackets.ts'
import { readLateValue } from './declaration.ts'
import { parseTheme } from './theme.ts'

test.each([
  ['p { color: black }', null],
  ['} p { }', 0],
  ['p { } } q { }', 6],
  ['a ] b', 2],
  ['calc(1pt) )', 10],
  // Inside of others it is theirs to say.
  ['p { color: ) }', null],
  ['( ]', null],
  ['"}" /* ) */', null],
])('the first bracket of `%s` that closes none', (text, at) => {
  expect(strayCloser(text)).toBe(at)
})

test('a theme with one says so at its place, once', () => {
  const report = new Report()
  parseTheme([{ path: 'x.css', text: 'p { color: black }\n}\n] h1 { color: black }' }], alone, report)
  expect(report.diagnostics.map(({ code, span }) => `${code} ${place(span)}`)).toEqual([
    'style/syntax x.css:2:1',
  ])
})

test('so does a value that gets one by a variable', () => {
  const report = new Report()
  const span = { file: { path: 'x.css', text: '' }, start: 0, end: 0 }
  expect(readLateValue('width', 'calc(1pt) )', span, report)).toEqual([])
  expect(report.diagnostics.map(({ message }) => message)).toEqual(['a bracket of a value closes none'])
})

test('what is read does not depend on what was read before, and reading comes to an end', () => {
  const brackets = fc.constantFrom(
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    'calc(',
    'p',
    ' ',
    ';',
    ':',
    '@media ',
    '"',
    ':not(',
  )
  const sheet = fc.array(brackets, { maxLength: 60 }).map((all) => all.join(''))
  const findingsOf = (text: string): readonly string[] => {
    const report = new Report()
    parseTheme([{ path: 'x.css', text }], alone, report)
    return report.diagnostics.map(({ message, span }) => `${message} ${span.start}`)
  }
  fc.assert(
    fc.property(sheet, sheet, (before, text) => {
      findingsOf('p{'.repeat(200))
      const found = findingsOf(text)
      findingsOf(before.padEnd(400, '[('))
      expect(findingsOf(text)).toEqual(found)
    }),
    { numRuns: 300 },
  )
})
