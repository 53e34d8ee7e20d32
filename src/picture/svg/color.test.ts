import { expect, test } from 'vitest'
import { readColor } from './color.ts'
import { colorNames } from './color-names.ts'

test.each([
  ['black', [0, 0, 0], 1],
  ['RebeccaPurple', [0x66, 0x33, 0x99], 1],
  ['#1a2', [0x11, 0xaa, 0x22], 1],
  ['#1a2b3c', [0x1a, 0x2b, 0x3c], 1],
  ['#ff000080', [255, 0, 0], 128 / 255],
  ['rgb(1, 2, 300)', [1, 2, 255], 1],
  ['rgb(10% 20% 100%)', [26, 51, 255], 1],
  ['rgba(1 2 3 / 50%)', [1, 2, 3], 0.5],
  // CSS Color 4, 7.1: examples.
  ['hsl(120deg 100% 25%)', [0, 128, 0], 1],
  ['hsl(120, 75%, 75%)', [143, 239, 143], 1],
  ['hsla(0, 100%, 50%, .25)', [255, 0, 0], 0.25],
  ['transparent', [0, 0, 0], 0],
] as const)('%s', (text, color, opacity) => {
  expect(readColor(text)).toEqual({ color: [...color], opacity })
})

test.each([
  '',
  '#12',
  '#12345',
  'blak',
  'rgb(1,2)',
  'rgb(a,b,c)',
  'rgb(1 2 3',
  'lab(50% 0 0)',
  'constructor',
])('%j is no colour that is known', (text) => {
  expect(readColor(text)).toBeNull()
})

test('there are the 148 names of CSS Color 4, and grey is spelt in two ways', () => {
  expect(colorNames.size).toBe(148)
  for (const [name, digits] of colorNames) {
    expect(digits).toHaveLength(6)
    if (name.includes('gray')) expect(colorNames.get(name.replace('gray', 'grey'))).toBe(digits)
  }
})
