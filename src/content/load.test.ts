import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { aliasLimit, contentLimit, depthLimit } from './limits.ts'
import { load } from './load.ts'
import type { Loaded, YamlNode } from './yaml-node.ts'

function read(source: string | Uint8Array): { loaded: Loaded | null; found: readonly string[] } {
  const report = new Report()
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const loaded = load('test.yaml', bytes, report)
  return { loaded, found: report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`) }
}

function plainly(node: YamlNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.text
  if (node.kind === 'list') return node.items.map(plainly)
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plainly(value)]))
}

test('maps, lists and texts become a tree', () => {
  const { loaded, found } = read('a: 1.0\nb: [x, {c: "d"}]\n')
  expect(found).toEqual([])
  expect(plainly(loaded?.root)).toEqual({ a: '1.0', b: ['x', { c: 'd' }] })
})

test('a byte order mark is dropped', () => {
  const { loaded, found } = read('\ufeffa: b')
  expect(found).toEqual([])
  expect(loaded?.file.text).toBe('a: b')
})

test('a byte that is not UTF-8 is found at its place', () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('a: 中\nb: '), 0xff, 0x63])
  expect(read(bytes)).toEqual({ loaded: null, found: ['test.yaml:2:4 content/not-utf-8'] })
})

test('a file that ends within a character is not UTF-8', () => {
  const bytes = new TextEncoder().encode('a: 中').subarray(0, 5)
  expect(read(bytes)).toEqual({ loaded: null, found: ['test.yaml:1:4 content/not-utf-8'] })
})

test.each(['\0', '\x07', '\x7f', '\x9f', '\ufdd0', '\uffff', '\u{1fffe}', '\u202e', '\u2066'])(
  'the character %j is found at its place',
  (character) => {
    expect(read(`a: b\nb: 中${character}d\n`).found[0]).toBe('test.yaml:2:5 content/bad-character')
  },
)

test.each(['\t', '\r\n', '\u0085', '\u200b', '\ufffd', '😀'])(
  'the character %j may be there',
  (character) => {
    expect(read(`a: "b${character} c"\n`).found).toEqual([])
  },
)

test.each(['\\0', '\\uFDD0', '\\uD800', '\\a'])('the escape %s gives what no text may hold', (escaped) => {
  const { found, loaded } = read(`a: "b${escaped}"\n`)
  expect(found).toEqual(['test.yaml:1:5 content/bad-character'])
  expect(plainly(loaded?.root)).toEqual({ a: 'b\u200b' })
})

test('two escapes may make one character', () => {
  const { found, loaded } = read('a: "\\uD83D\\uDE00"\n')
  expect(found).toEqual([])
  expect(plainly(loaded?.root)).toEqual({ a: '😀' })
})

test('a key that stands twice is found, and the first one stays', () => {
  const { found, loaded } = read('a: 1\nb: 2\n"a": 3\n')
  expect(found).toEqual(['test.yaml:3:2 content/duplicate-key'])
  expect(plainly(loaded?.root)).toEqual({ a: '1', b: '2' })
})

test('an alias repeats what its anchor names', () => {
  const { found, loaded } = read('a: &x {b: c}\nd: *x\n')
  expect(found).toEqual([])
  expect(plainly(loaded?.root)).toEqual({ a: { b: 'c' }, d: { b: 'c' } })
})

test('an alias without an anchor is found', () => {
  expect(read('a: *x\n').found).toEqual(['test.yaml:1:4 content/unknown-alias'])
})

test('an alias inside what it repeats is found', () => {
  expect(read('a: &x [b, *x]\n').found).toEqual(['test.yaml:1:11 content/cycle'])
})

test('aliases repeat as much as the limit allows, and no more', () => {
  const within = `a: &x [${'b, '.repeat(aliasLimit - 2)}b]\nc: *x\n`
  expect(read(within).found).toEqual([])
  expect(read(`${within}d: *x\n`).found).toEqual(['test.yaml:3:4 content/many-aliases'])
})

test('an alias bomb is refused at once', () => {
  const levels = Array.from({ length: 40 }, (_, level) => {
    const inside =
      level === 0
        ? 'x'
        : Array(9)
            .fill(`*l${level - 1}`)
            .join(', ')
    return `l${level}: &l${level} [${inside}]`
  })
  const { found } = read(levels.join('\n'))
  expect(found[0]).toContain('content/many-aliases')
})

test('nesting is allowed up to the limit', () => {
  expect(read('['.repeat(depthLimit + 1) + ']'.repeat(depthLimit + 1)).found).toEqual([])
  const deeper = read('['.repeat(depthLimit + 2) + ']'.repeat(depthLimit + 2))
  expect(deeper).toEqual({ loaded: null, found: [`test.yaml:1:${depthLimit + 2} content/too-deep`] })
})

test.each(['[', '- ', '{a: ', '? '])('a hundred thousand of %j do no harm', (open) => {
  expect(read(open.repeat(100_000)).loaded).toBeNull()
})

test.each(['!!js/function "f"', '!mine x', '!!set {a}', '!!binary aGk='])(
  'the tag of %s is refused',
  (value) => {
    expect(read(`a: ${value}\n`).found[0]).toBe('test.yaml:1:4 content/unknown-tag')
  },
)

test('a value that is not what its tag says is refused', () => {
  expect(read('a: !!int word\n').found).toEqual(['test.yaml:1:4 content/unknown-tag'])
})

test('a directive is refused, so that no other version of YAML applies', () => {
  expect(read('%YAML 1.1\n---\na: b\n').found).toEqual(['test.yaml:1:1 content/directive'])
})

test('a second document is refused', () => {
  expect(read('a: b\n---\nc: d\n').found).toEqual(['test.yaml:2:1 content/many-documents'])
})

test.each(['', '\n', '# only a comment\n'])('a file of %j holds nothing', (source) => {
  expect(read(source).found).toEqual(['test.yaml:1:1 content/nothing'])
})

test('syntax errors are found at their places', () => {
  expect(read('a: b: c\n')).toEqual({ loaded: null, found: ['test.yaml:1:4 content/yaml'] })
})

test('a file over the limit is not read', () => {
  expect(read(new Uint8Array(contentLimit + 1).fill(0x20)).found).toEqual(['test.yaml:1:1 content/too-large'])
  expect(read(new Uint8Array(contentLimit).fill(0x20)).found).toEqual(['test.yaml:1:1 content/nothing'])
})

test('fifty thousand keys in one map are no trouble', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => `k${index}: v`).join('\n')
  expect(read(keys).found).toEqual([])
})
