import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { compose } from './compose.ts'
import { composeDocument, readTokens } from './parse-yaml.ts'
import { quickCompose } from './quick-compose.ts'

const samples = ['guide', 'progress-in-human-rights-2013-ix'].map((name) =>
  readFileSync(new URL(`../../content/${name}/publication.yaml`, import.meta.url), 'utf8'),
)

test('a sample is read the quick way and comes out as it does the other way; one with anchors is left to it', () => {
  const [guide, paper] = samples.map(both)
  expect(guide?.found).toBe(0)
  expect(guide?.quick === null).toBe(false)
  expect(guide?.quick).toEqual(guide?.slow)
  expect(paper?.quick).toBeNull()
})

test('what is read the quick way is what is read the other way, and nothing is wrong with it', () => {
  let count = 0
  fc.assert(
    fc.property(yaml(), (text) => {
      const { quick, slow, found } = both(text)
      if (quick === null) return
      count++
      expect(found).toBe(0)
      expect(quick).toEqual(slow)
    }),
    { numRuns: 3000 },
  )
  expect(count).toBeGreaterThan(100)
})

test('a sample that is changed at random is read as the other way reads it, or left to it', () => {
  const lines = samples.flatMap((text) => text.split('\n'))
  const line = fc.nat(lines.length - 12)
  const change = fc.tuple(
    fc.nat(400),
    fc.constantFrom(...' \n\t:-#"\'{}[],|>&*!%@`a字\\'.split('')),
    fc.boolean(),
  )
  fc.assert(
    fc.property(
      line,
      fc.integer({ min: 1, max: 12 }),
      fc.array(change, { maxLength: 2 }),
      (from, count, changes) => {
        let text = lines.slice(from, from + count).join('\n')
        for (const [at, put, replaces] of changes) {
          const place = at % (text.length + 1)
          text = text.slice(0, place) + put + text.slice(replaces ? place + 1 : place)
        }
        const { quick, slow, found } = both(text)
        if (quick === null) return
        expect(found).toBe(0)
        expect(quick).toEqual(slow)
      },
    ),
    { numRuns: 1500 },
  )
})

function both(text: string) {
  const file = { path: 'x.yaml', text }
  const report = new Report()
  const tokens = readTokens(file, report)
  const quick = report.failed ? null : quickCompose(file, tokens)
  const contents = composeDocument(file, tokens, report)
  const slow = contents && compose(file, contents, report)
  return { quick, slow, found: report.diagnostics.length }
}

/** YAML-like text: mostly right, with the odd mark where it does harm. */
function yaml(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'a',
    'bc',
    '字',
    'null',
    '~',
    '12',
    'a b',
    "it's",
    '"q"',
    "'s'",
    '"a\\u00e9\\n"',
    '"\\q"',
    '"\\0"',
    'a: b',
    '#c',
    'a #c',
    '"x" #c',
    '"x"#c',
    '[a, b]',
    '{ a: b }',
    '{a: b,c: d}',
    '[a,]',
    '{ a }',
    '*x',
    '&x y',
    '!t z',
    '',
    '|',
    '>-',
    '|2',
    "'a\n  b'",
    '"a\n\n  b"',
    'a\n  b',
    '@',
    '%',
  )
  const key = fc.constantFrom('a', 'b', 'c', '字', '"k"', '? q', '- a', '')
  const entry = (indent: string) =>
    fc
      .tuple(
        key,
        fc.constantFrom(': ', ':', ' : ', ':\n'),
        word,
        fc.constantFrom('\n', ' # c\n', '\n\n', '\n# c\n', '\r\n'),
      )
      .map(([name, colon, value, end]) => `${indent}${name}${colon}${value}${end}`)
  const item = fc.tuple(word, fc.constantFrom('\n', ' # c\n')).map(([value, end]) => `  - ${value}${end}`)
  const block = fc
    .tuple(
      fc.constantFrom('|', '|-', '>', '>-', '|+', '|2', '| # c'),
      fc.array(fc.constantFrom('    x\n', '   y\n', '\n', '     z\n', '      \n', '    \tt\n'), {
        maxLength: 4,
      }),
    )
    .map(([header, lines]) => `k${header.length}: ${header}\n${lines.join('')}`)
  const line = fc.oneof(entry(''), entry('  '), entry('    '), item, block)
  return fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join(''))
}
