import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readCaliper,
  readGrammage,
  readLength,
  readPaper,
  readScale,
  readScheme,
  readSignature,
  type Said,
} from './press-values.ts'

function value<T>(said: Said<T>): T {
  if (!said.ok) throw new Error(said.message)
  return said.value
}

test.each([
  ['a3', 841.89, 1190.551],
  ['A4', 595.276, 841.89],
  ['a5', 419.528, 595.276],
  ['a6', 297.638, 419.528],
  ['letter', 612, 792],
  ['Legal', 612, 1008],
  ['tabloid', 792, 1224],
  ['210x297mm', 595.276, 841.89],
  ['210 x 297 mm', 595.276, 841.89],
  ['21cm × 297mm', 595.276, 841.89],
  ['8.5x11in', 612, 792],
])('%s is a paper', (text, width, height) => {
  const paper = value(readPaper(text))
  expect(paper.width).toBeCloseTo(width, 3)
  expect(paper.height).toBeCloseTo(height, 3)
  expect(paper.isOffice).toBe(/^[a-z]/i.test(text))
})

test.each([
  '',
  'a',
  'x',
  '210',
  '210x',
  '210x297',
  '210xmm',
  '1e9x1mm',
  'constructor',
  '__proto__',
  '9999999x1mm',
])('`%s` is none', (text) => {
  expect(readPaper(text).ok).toBe(false)
})

test('a length is what it is in millimetres, to the last digit that is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), (hundredths) => {
      const text = `${(hundredths / 100).toFixed(2)}mm`
      expect(value(readLength(text))).toBeCloseTo(((hundredths / 100) * 72) / 25.4, 9)
    }),
  )
})

test.each([
  ['0', 0],
  ['.5in', 36],
  ['1pc', 12],
  ['1cm', 28.346],
  [' 3 mm ', 8.504],
])('%s is a length', (text, length) => {
  expect(value(readLength(text))).toBeCloseTo(length, 3)
})

test('any text is a length, a paper, a scheme and a scale or none, and never throws', () => {
  const readers = [readLength, readPaper, readScheme, readScale, readCaliper, readGrammage]
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const reader of readers) {
        const said = reader(text)
        if (!said.ok) expect([said.message, said.hint].every((words) => words.length > 0)).toBe(true)
      }
    }),
  )
})

// design figures of the trade: office paper of 80, 90, 100 g/m2, and coated of 115
test.each([
  ['80', 0.1],
  ['90', 0.115],
  ['100g', 0.125],
  ['115 g/m2', 0.09],
])('a leaf of %s has %d mm', (text, millimetres) => {
  expect(value(readGrammage(text))).toBeCloseTo((millimetres * 72) / 25.4, 9)
})

test('a signature has whole sheets', () => {
  for (const [text, up, isSound] of [
    ['4', 2, true],
    ['12', 2, true],
    ['12', 4, false],
    ['16', 4, true],
    ['16', 8, true],
    ['8', 8, false],
    ['10', 2, false],
    ['0', 2, false],
    ['132', 2, false],
  ] as const)
    expect(readSignature(text, up).ok, `${text} of ${up}`).toBe(isSound)
})

test('a grid is columns by rows, or left to the paper', () => {
  expect(value(readScheme('repeat=2x4'))).toEqual({ kind: 'repeat', grid: { columns: 2, rows: 4 } })
  expect(value(readScheme('cut-stack=3×2'))).toEqual({ kind: 'cut-stack', grid: { columns: 3, rows: 2 } })
  expect(value(readScheme('repeat'))).toEqual({ kind: 'repeat', grid: null })
  for (const text of [
    'repeat=',
    'repeat=0x1',
    'repeat=2x4x2',
    'repeat=2x4=',
    'nup 2x2',
    'saddle=',
    'constructor',
  ])
    expect(readScheme(text).ok, text).toBe(false)
})

test('a scale is a share or a percentage', () => {
  expect([readScale('70%'), readScale('0.7'), readScale('141%')].map(value)).toEqual([0.7, 0.7, 1.41])
  expect([readScale('100%'), readScale('1'), readScale('1.0')].map(value)).toEqual([
    'exact',
    'exact',
    'exact',
  ])
  for (const text of ['0', '0%', '-1', '1e3', '99999%', 'Fit']) expect(readScale(text).ok, text).toBe(false)
})
