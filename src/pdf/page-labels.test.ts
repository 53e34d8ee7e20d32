import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelIn, labelRanges } from './page-labels.ts'

function expand(labels: readonly string[]): string[] {
  const ranges = labelRanges(labels)
  return labels.map((_, index) => {
    const range = ranges.findLast((candidate) => candidate.from <= index)
    return range ? labelIn(range, index) : ''
  })
}

test('front matter in Roman numerals and a body in decimals are two ranges', () => {
  expect(labelRanges(['i', 'ii', 'iii', '1', '2'])).toEqual([
    { from: 0, prefix: '', style: 'r', start: 1 },
    { from: 3, prefix: '', style: 'D', start: 1 },
  ])
})

test('pages without a number have empty labels', () => {
  expect(labelRanges(['', '', '3', '4'])).toEqual([
    { from: 0, prefix: '', style: null, start: 1 },
    { from: 2, prefix: '', style: 'D', start: 3 },
  ])
})

test('a prefix goes on with its number', () => {
  expect(labelRanges(['A-9', 'A-10', 'A-11'])).toEqual([{ from: 0, prefix: 'A-', style: 'D', start: 9 }])
  expect(labelRanges(['XIX', 'XX'])).toEqual([{ from: 0, prefix: '', style: 'R', start: 19 }])
})

test('a thousand pages in order are one range', () => {
  expect(labelRanges(Array.from({ length: 1000 }, (_, index) => String(index + 1)))).toHaveLength(1)
})

test('the ranges say exactly the labels, whatever these are', () => {
  const label = fc.oneof(
    fc.constantFrom('', 'i', 'iv', 'IV', 'cover', '007', '10', '1', '2', 'a0', 'd', 'mm', 'iiii', '封面'),
    fc.string(),
    fc.nat(3000).map(String),
  )
  fc.assert(
    fc.property(fc.array(label), (labels) => {
      expect(expand(labels)).toEqual(labels)
    }),
  )
})
