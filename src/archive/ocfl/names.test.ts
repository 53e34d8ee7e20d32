import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conflicting, logicalPathProblem, storedPaths } from './names.ts'

/** Names that file systems have trouble with, and any others. */
const name = fc.oneof(
  fc.constantFrom('a', 'A', 'aB', 'Ab', 'é', 'e\u0301', 'E\u0301', 'ſ', 's', 'K', 'k', '\u212a'),
  fc.constantFrom('con', 'CON', 'nul.txt', 'com1', 'aux.', '.git', 'a.', 'a ', ' a', 'a~b', 'a%41', '%41'),
  fc.constantFrom('中文', '图表.png', 'x'.repeat(300), `${'x'.repeat(299)}y`, '图'.repeat(80)),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)
const path = fc
  .array(name, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
  .filter((one) => logicalPathProblem(one) === null)
const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 12 }).filter((all) => conflicting(all) === null)

/** Folders on the way and the path itself: all that a disk holds for it. */
function ways(stored: string): readonly string[] {
  const parts = stored.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

test('files and folders of different names never meet, on a disk that takes case and accents for the same', () => {
  fc.assert(
    fc.property(paths, (all) => {
      const stored = storedPaths(all)
      expect([...stored.keys()].sort()).toEqual([...all].sort())
      const owner = new Map<string, string>()
      for (const [logical, physical] of stored) {
        const [logicalWays, physicalWays] = [ways(logical), ways(physical)]
        expect(physicalWays).toHaveLength(logicalWays.length)
        for (const [index, way] of physicalWays.entries()) {
          const folded = way.normalize('NFKC').toLowerCase()
          expect(owner.get(folded) ?? logicalWays[index]).toBe(logicalWays[index])
          owner.set(folded, logicalWays[index] ?? '')
        }
      }
    }),
  )
})

test('stored names are those that any file system takes', () => {
  fc.assert(
    fc.property(paths, (all) => {
      for (const part of [...storedPaths(all).values()].flatMap((one) => one.split('/'))) {
        expect(part).toMatch(/^[A-Za-z0-9._%~-]{1,120}$/)
        expect(part).not.toMatch(/^\.|\.$/)
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(part).toMatch(/^(?:[^%]|%[0-9A-F]{2})*$/)
      }
    }),
  )
})

test('stored paths are the same in whatever order the files come', () => {
  fc.assert(
    fc.property(paths, (all) => {
      expect(storedPaths([...all].reverse())).toEqual(storedPaths(all))
    }),
  )
})

test.each([
  ['pdf/guide.pdf', 'pdf/guide.pdf'],
  ['text/zh-Hans.txt', 'text/zh-Hans.txt'],
  ['source/图.png', 'source/%E5%9B%BE.png'],
  ['source/.hidden', 'source/%2Ehidden'],
  ['source/a b~c', 'source/a%20b%7Ec'],
  ['source/nul.csv', 'source/%6Eul.csv'],
  ['source/100%.csv', 'source/100%25.csv'],
])('%s is stored as %s', (logical, stored) => {
  expect(storedPaths([logical]).get(logical)).toBe(stored)
})

test('names that differ in case alone are told apart by their capitals', () => {
  expect([...storedPaths(['img/A.png', 'img/a.png', 'Img/b', 'img/B'])]).toEqual([
    ['Img/b', '%49mg/b'],
    ['img/A.png', 'img/%41.png'],
    ['img/B', 'img/B'],
    ['img/a.png', 'img/a.png'],
  ])
})

test.each([
  ['', 'is empty'],
  ['/a', 'is absolute'],
  ['C:/a', 'is absolute'],
  ['a//b', 'has an empty name between its slashes'],
  ['a/', 'has an empty name between its slashes'],
  ['../a', 'has `.` or `..` among its folders'],
  ['a/..', 'has `.` or `..` among its folders'],
  ['./a', 'has `.` or `..` among its folders'],
  ['a\\b', 'has a backslash'],
  ['a\u0000', 'has a control character'],
  ['a\nb', 'has a control character'],
  ['a\ud800', 'has half a character'],
  ['a\u202eb', 'has a character that turns the direction'],
  ['é'.repeat(513), 'is longer than 1024 bytes'],
])('%j is no logical path: it %s', (logical, problem) => {
  expect(logicalPathProblem(logical)).toBe(problem)
})

test('a logical path of 1024 bytes is one, and so is one of dots in a name', () => {
  expect(logicalPathProblem('é'.repeat(512))).toBeNull()
  expect(logicalPathProblem('a/..b/c..')).toBeNull()
})

test('a file that is also a folder is found', () => {
  expect(conflicting(['a', 'a-b', 'a/b'])).toEqual(['a', 'a/b'])
  expect(conflicting(['a', 'ab/c'])).toBeNull()
})
