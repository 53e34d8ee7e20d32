import { posix } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderOf, pathIn, pathProblem } from './path.ts'

test('a path has one spelling, that of the system', () => {
  const part = fc.constantFrom('a', 'b.c', '.', '..', '', '…')
  const path = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('/'))
  fc.assert(
    fc.property(path, (written) => {
      const expected = posix.join('x/y/', written).replace(/\/$/, '')
      expect(pathIn('x/y/', written)).toBe(expected === '.' ? '' : expected)
      expect(pathIn('', pathIn('x/y/', written))).toBe(pathIn('x/y/', written))
    }),
  )
})

test.each([
  ['/etc/passwd', 'absolute'],
  ['//host/a', 'absolute'],
  ['a\\b.yaml', 'backslash'],
  ['C:/a.yaml', 'scheme'],
  ['https://a.b/c.png', 'scheme'],
  ['DATA:image/png;base64,x', 'scheme'],
  ['npm:a/b', 'scheme'],
  ['a/b:c.yaml', null],
  ['../a.yaml', null],
  ['', null],
])('what is no path beside a file: %s', (written, problem) => {
  expect(pathProblem(written)).toBe(problem)
})

test('the folder of a file ends in a slash, or is none', () => {
  expect(folderOf('a/b/c.yaml')).toBe('a/b/')
  expect(folderOf('c.yaml')).toBe('')
})
