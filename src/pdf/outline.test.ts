import { expect, test } from 'vitest'
import { type Bookmark, nest } from './outline.ts'

function shape(...levels: number[]): unknown {
  const entries = levels.map((level) => ({
    title: String(level),
    level,
    lang: 'en',
    place: { page: 0, x: 0, y: 0 },
  }))
  const levelsOf = (bookmarks: readonly Bookmark[]): unknown =>
    bookmarks.map(({ entry, children }) => [entry.level, levelsOf(children)])
  return levelsOf(nest(entries))
}

test('an entry stands below the last one of a lower level', () => {
  expect(shape(1, 2, 2, 3, 1)).toEqual([
    [
      1,
      [
        [2, []],
        [2, [[3, []]]],
      ],
    ],
    [1, []],
  ])
})

test('a skipped level makes no empty bookmark', () => {
  expect(shape(2, 3, 1, 3, 2)).toEqual([
    [2, [[3, []]]],
    [
      1,
      [
        [3, []],
        [2, []],
      ],
    ],
  ])
})
