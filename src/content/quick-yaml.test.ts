import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Lexer } from 'yaml'
import { Report } from '../base/report.ts'
import { slowYaml } from './parse-yaml.ts'
import { quickYaml } from './quick-yaml.ts'

const guide = new URL('../../content/guide/', import.meta.url)
const chapters = readdirSync(new URL('chapters', guide)).filter((name) => name.endsWith('.yaml'))
const plain = [
  read(new URL('publication.yaml', guide)),
  ...chapters.map((name) => read(new URL(`chapters/${name}`, guide))),
]
const anchored = read(new URL('../progress-in-human-rights-2013-ix/publication.yaml', guide))
const samples = [...plain, anchored]

test('samples are read the quick way and come out as they do the other way; one with anchors is left to it', () => {
  for (const text of plain) {
    for (const written of [text, text.replaceAll('\n', '\r\n'), text.trimEnd()]) {
      const { quick, slow, found } = both(written)
      expect(found).toBe(0)
      expect(quick === null).toBe(false)
      expect(quick).toEqual(slow)
    }
  }
  expect(both(anchored).quick).toBeNull()
})

test.each([
  ['a comment further in than what follows it', 'a:\n  - b: c\n    # d\n  - e\n'],
  ['a value that is nothing', 'a:\nb: c\n'],
  ['a key that stands twice', 'a: b\na: c\n'],
  ['a second document', 'a: b\n---\nc: d\n'],
  ['a tab', 'a:\tb\n'],
  ['an escape of what no text may hold', 'a: "\\0"\n'],
  ['a comma behind the last of a list', 'a: [b, ]\n'],
  ['a colon in a value', 'a: b: c\n'],
])('%s is left to the parser', (_, text) => {
  expect(both(text).quick).toBeNull()
})

test('comments further in than the values before them, and lists below their keys, are read the quick way', () => {
  const { quick, slow, found } = both('a:\n- b\n- c # d\n   # e\nf: >-\n  g\n\n# h\ni: "j"\n  # k\n\n  # l\n')
  expect(found).toBe(0)
  expect(quick === null).toBe(false)
  expect(quick).toEqual(slow)
})

test('a text of many megabytes with an escape is read', () => {
  const file = { path: 'x.yaml', text: `a: "\\n${'x'.repeat(15_000_000)}"\n` }
  expect(quickYaml(file)?.root.kind).toBe('map')
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

function read(file: URL): string {
  return readFileSync(file, 'utf8')
}

function both(text: string) {
  const file = { path: 'x.yaml', text }
  const report = new Report()
  const quick = quickYaml(file)
  const slow = slowYaml(file, report)
  if (quick !== null) expect([...new Lexer().lex(text)].length).toBeLessThanOrEqual(quick.mostTokens)
  return { quick: quick?.root ?? null, slow, found: report.diagnostics.length }
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
  const key = fc.constantFrom('a', 'b', 'c', '字', '"k"', "'l'", '? q', '- a', '- "m"', '-  n', '- - o', '')
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
