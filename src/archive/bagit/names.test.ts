import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, bagPathProblem, decodePath, encodePath } from './names.ts'

const path = fc.stringMatching(/^[a%\r\n0dAD25/~ é]*$/)

test('a path is read as it was written, and stands in one line', () => {
  fc.assert(
    fc.property(path, (one) => {
      expect(decodePath(encodePath(one))).toBe(one)
      expect(encodePath(one)).not.toMatch(/[\r\n]/)
    }),
  )
})

test('line ends and percent signs are escaped, and only those', () => {
  expect(encodePath('data/50% of\r\nall ~é.txt')).toBe('data/50%25 of%0D%0Aall ~é.txt')
  expect(decodePath('%0d%0a%25%7E%')).toBe('\r\n%%7E%')
})

test.each([
  ['', 'is empty'],
  ['/etc/passwd', 'is absolute'],
  ['C:/Windows', 'begins with a drive'],
  ['~/x', 'begins with `~`, which some systems take for a home folder'],
  ['~root/x', 'begins with `~`, which some systems take for a home folder'],
  ['data\\x', 'has a backslash, which some systems take for the end of a folder'],
  ['data/\0', 'has a NUL'],
  ['data/../../x', 'has `..` among its folders'],
  ['data/./x', 'has an empty name or `.` among its folders'],
  ['data//x', 'has an empty name or `.` among its folders'],
  ['data/', 'has an empty name or `.` among its folders'],
  ['data/~x/..x/x..', null],
])('the path %j %s', (one, problem) => {
  expect(bagPathProblem(one)).toBe(problem)
})

test('names that differ in capitals or accents alone are found', () => {
  expect(alike(['b', 'A', 'a', 'N\u00fa\u00f1ez', 'Nu\u0301n\u0303ez', 'c'])).toEqual([
    ['A', 'a'],
    ['Nu\u0301n\u0303ez', 'N\u00fa\u00f1ez'],
  ])
})
