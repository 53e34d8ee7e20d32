import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wholeFile } from '../base/span.ts'
import { frame } from './frame.ts'

function frameOf(text: string, part: string): readonly string[] {
  const start = text.indexOf(part)
  return frame({ file: { path: 'p', text }, start, end: start + part.length }).split('\n')
}

test('a frame shows the line before, the line, and carets below the span', () => {
  expect(frameOf('first: 1\nsecond: two\nthird: 3\n', 'two')).toEqual([
    '  1 | first: 1',
    '  2 | second: two',
    '    |         ^^^',
  ])
})

test('the first line has none before it', () => {
  expect(frameOf('one two', 'two')).toEqual(['  1 | one two', '    |     ^^^'])
})

test('line numbers stand flush right', () => {
  expect(frameOf(`${'\n'.repeat(9)}x`, 'x')).toEqual(['   9 |', '  10 | x', '     | ^'])
})

test('wide characters have two columns', () => {
  expect(frameOf('中文：文字', '文字')).toEqual(['  1 | 中文：文字', '    |       ^^^^'])
})

test('tabs stay as they are', () => {
  expect(frameOf('\ta\tb', 'b')).toEqual(['  1 | \ta\tb', '    | \t \t^'])
})

test('an empty span has one caret', () => {
  expect(frame({ file: { path: 'p', text: 'ab' }, start: 1, end: 1 })).toBe('  1 | ab\n    |  ^')
})

test('a span of several lines ends with its first', () => {
  expect(frameOf('a b\nc d', 'b\nc')).toEqual(['  1 | a b', '    |   ^'])
})

test('a line end of two characters is not shown', () => {
  expect(frameOf('a\r\nb\r\n', 'b')).toEqual(['  1 | a', '  2 | b', '    | ^'])
})

test('where there is no text there is no frame', () => {
  expect(frame(wholeFile('missing.yaml'))).toBe('')
})

test('what nobody sees is spelled out, and the carets stand below what is shown', () => {
  expect(frameOf('a\u202eb\u001b[0m: c', 'c')).toEqual([
    '  1 | a<U+202E>b<U+001B>[0m: c',
    '    |                        ^',
  ])
  expect(frameOf('id: a\u200bb', '\u200b')).toEqual(['  1 | id: a<U+200B>b', '    |      ^^^^^^^^'])
})

test('a line of characters without a width is cut by their number', () => {
  const line = `${'\u200b'.repeat(100_000)}x${'\u0301'.repeat(100_000)}`
  expect(frameOf(`${line}\n${line}`, 'x').join('').length).toBeLessThan(1500)
  const second = line.length + 1 + line.indexOf('x')
  const file = { path: 'p', text: `${line}\n${line}` }
  expect(frame({ file, start: second, end: second + 1 }).length).toBeLessThan(2500)
})

test('of a long line the part around the span is shown, and the carets still stand below it', () => {
  const words = fc.array(fc.constantFrom('word ', '中文', '😀', '，', 'x'), { minLength: 50, maxLength: 400 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const [line = '', carets = ''] = frameOf(`${before.join('')}HERE${after.join('')}`, 'HERE')
      expect(line.length).toBeLessThan(110)
      expect(line).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
      // Han, full-width marks and the emoji, which is two code units, are twice as wide as a space.
      const indent = line.slice(0, line.indexOf('HERE')).replace(/[中文，]/g, '  ').length
      expect(carets.indexOf('^^^^')).toBe(indent)
    }),
  )
})
