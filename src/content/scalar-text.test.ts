import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { placeInLeaf } from '../base/leaf.ts'
import { Report } from '../base/report.ts'
import { load } from './load.ts'
import { leafOf, type YamlScalar } from './yaml-node.ts'

function scalarOf(yaml: string): YamlScalar {
  const report = new Report()
  const loaded = load('test.yaml', new TextEncoder().encode(yaml), report)
  expect(report.diagnostics).toEqual([])
  const value = loaded?.root.kind === 'map' ? loaded.root.entries.get('key')?.value : undefined
  if (value?.kind !== 'scalar') throw new Error(`no scalar in ${JSON.stringify(yaml)}`)
  return value
}

/** What is left of a text when it does not matter where its lines end. */
function folded(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ').trim()
}

test.each([
  ['key: 5.20', '5.20'],
  ['key: 007', '007'],
  ['key: 0x1F', '0x1F'],
  ['key: 2014-05-26', '2014-05-26'],
  ['key: no', 'no'],
  ['key: True', 'True'],
  ['key: one # comment', 'one'],
  ["key: 'it''s'", "it's"],
  ['key: "a\\u200bb\\tc\\x41\\U0001F600"', 'a\u200bb\tcA😀'],
  ['key: "a\\\n   b"', 'ab'],
  ['key: "a  \n\n   b"', 'a\n\nb'],
  ['key: 中文\n  两行', '中文\n两行'],
  ["key: '中文  \n  两行'", '中文\n两行'],
  ['key: |\n  one\n    two\n\n  three\n\n', 'one\n  two\n\nthree'],
  ['key: >\n  one\n  two\n', 'one\ntwo'],
  ['key: |+\n  one\n\n', 'one'],
  ['key: |2\n   one\n', ' one'],
  ['key: |\r\n  one\r\n  two\r\n', 'one\ntwo'],
  ['key: "one\r\n  two"', 'one\ntwo'],
  ['key: one\r\n  two\r\n', 'one\ntwo'],
  ['key: |\n  \u3000one\n', '\u3000one'],
  ['key: ""', ''],
  ['key: !!str null', 'null'],
])('the text of %j is its source: %j', (yaml, text) => {
  expect(scalarOf(yaml).text).toBe(text)
})

test.each(['key:', 'key: ~', 'key: null'])('%j has no value', (yaml) => {
  expect(scalarOf(yaml).isNull).toBe(true)
})

test.each(['key: "null"', "key: ''", 'key: nothing'])('%j has a value', (yaml) => {
  expect(scalarOf(yaml).isNull).toBe(false)
})

const pieces = fc.constantFrom(
  'a',
  'Word',
  '中',
  '文字',
  '’',
  "'",
  '"',
  '\\',
  '#',
  ':',
  ' ',
  ' ',
  '\n',
  '😀',
  '-',
)
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))
const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED')
const documents = fc
  .tuple(texts, styles, fc.integer({ min: 20, max: 60 }))
  .map(([text, style, lineWidth]) =>
    stringify({ key: text }, { defaultKeyType: 'PLAIN', defaultStringType: style, lineWidth }),
  )

test('a text is what YAML reads, but for where its lines end', () => {
  fc.assert(
    fc.property(documents, (yaml) => {
      expect(folded(scalarOf(yaml).text)).toBe(folded(parse(yaml).key))
    }),
  )
})

test('each character has its place in the file', () => {
  fc.assert(
    fc.property(documents, (yaml) => {
      const leaf = leafOf(scalarOf(yaml), 'en')
      for (let offset = 0; offset < leaf.text.length; offset++) {
        const { start } = placeInLeaf(leaf, offset)
        const isEscape = yaml[start] === '\\' && yaml.startsWith('key: "')
        if (!isEscape) expect(yaml[start], `${offset} of ${yaml}`).toBe(leaf.text[offset])
      }
    }),
  )
})

test('the places of a text go forwards, one step a character', () => {
  fc.assert(
    fc.property(documents, (yaml) => {
      const leaf = leafOf(scalarOf(yaml), 'en')
      const places = Array.from({ length: leaf.text.length }, (_, offset) => placeInLeaf(leaf, offset).start)
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    }),
  )
})

test('an escape has the place of its backslash, and what follows has its own', () => {
  const yaml = 'key: "a\\u200bb"'
  const leaf = leafOf(scalarOf(yaml), 'en')
  expect([0, 1, 2].map((offset) => placeInLeaf(leaf, offset).start)).toEqual([6, 7, 13])
})

test('a text that runs along with its source needs no places', () => {
  expect(scalarOf("key: 'plain enough'").places).toBeNull()
})
