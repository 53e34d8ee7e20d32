import { expect, test } from 'vitest'
import { progressBar } from './progress.ts'

/** What a bar writes over so many steps of so many milliseconds, its control sequences left out. */
function pictures(total: number, steps: readonly boolean[], pace: number): readonly string[] {
  const written: string[] = []
  let now = 0
  const bar = progressBar({ isTTY: true, write: (text) => written.push(text) }, 'towns', total, () => now)
  for (const isPassed of steps) {
    now += pace
    bar.step(isPassed)
  }
  bar.end()
  return written.map((text) => text.replaceAll('\r', '').replaceAll('\u001b[K', ''))
}

test('a bar shows how many files are there, how many come a second, and the time left', () => {
  const half = Array.from({ length: 6 }, () => false)
  expect(pictures(12, half, 500).at(-2)).toBe('towns ████████████░░░░░░░░░░░░ 6/12  2.0 a second  3 s left')
  expect(pictures(1200, half, 500).at(-2)).toMatch(/ 6\/1200 {2}2\.0 a second {2}9 min 57 s left$/)
  expect(pictures(120000, half, 500).at(-2)).toMatch(/ {2}2\.0 a second {2}16 h 39 min left$/)
})

test('files that were there already say nothing of the time', () => {
  expect(pictures(4, [true, true], 500).at(-2)).toBe('towns ████████████░░░░░░░░░░░░ 2/4')
  expect(pictures(4, [true, false], 500).at(-2)).toBe(
    'towns ████████████░░░░░░░░░░░░ 2/4  1.0 a second  2 s left',
  )
})

test('a bar is taken away at the end, and shown at most ten times a second', () => {
  const all = pictures(
    1000,
    Array.from({ length: 1000 }, () => false),
    1,
  )
  expect(all.at(-1)).toBe('')
  expect(all.length).toBeLessThanOrEqual(12)
})

test('nothing is written where it would not be seen', () => {
  const written: string[] = []
  const bar = progressBar({ write: (text) => written.push(text) }, 'towns', 2)
  bar.step(false)
  bar.end()
  expect(written).toEqual([])
})
