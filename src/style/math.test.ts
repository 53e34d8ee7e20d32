import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import { extentOf } from './sum.ts'

test.each([
  ['margin-left: calc(1pt + 2em)', 25],
  ['margin-left: calc(1in - 2 * 1pt)', 70],
  ['margin-left: calc((1pt + 2pt) * 3 / 2)', 4.5],
  ['margin-left: calc(10pt - -2pt)', 12],
  ['margin-left: calc(1pt - (2pt - (3pt - 4pt)))', -2],
  ['margin-left: min(1em, 15pt, 1in)', 12],
  ['margin-left: max(1em, calc(2 * 1em))', 24],
  ['margin-left: clamp(5pt, 1em, 10pt)', 10],
  // The least wins over the most (CSS Values 4, 10.1).
  ['margin-left: clamp(20pt, 1em, 10pt)', 20],
  ['margin-left: calc(-1 * min(1em, 5pt))', -5],
  ['margin-left: CALC(1PT + 1Pt)', 2],
  ['--gap: 3pt; margin-left: calc(var(--gap) * 2)', 6],
])('%s is %d pt at 12 pt', (css, points) => {
  expect(styleOf(css).margin.left).toBeCloseTo(points, 9)
})

describe('where percentages are of something not known yet', () => {
  test.each([
    ['calc(50% - 10pt)', 90],
    ['min(50%, 60pt)', 60],
    ['max(50%, 60pt)', 100],
    ['clamp(20pt, 10%, 60pt)', 20],
    ['calc(2 * max(10%, 30pt) - 1em)', 48],
    ['calc(10% - 90pt)', 0],
  ])('%s of 200 pt is %d pt', (value, points) => {
    const { width } = styleOf(`width: ${value}`)
    expect(width && extentOf(width, 200)).toBeCloseTo(points, 9)
  })

  test('one kind alone stays a plain length or share', () => {
    expect(styleOf('width: calc(25% + 25%)').width).toEqual({ kind: 'share', value: 0.5 })
    expect(styleOf('width: min(1em, 20pt)').width).toEqual({ kind: 'pt', value: 12 })
  })
})

test('numbers stay numbers', () => {
  const style = styleOf('widows: calc(1 + 2); line-height: calc(3 / 2); font-weight: max(600, 3 * 100)')
  expect([style.widows, style.lineHeight, style.fontWeight]).toEqual([3, 18, 600])
})

test('the share of a size is of the size around', () => {
  expect(styleOf('font-size: calc(50% + 1em)').fontSize).toBe(18)
})

test('what hangs on the size may come to less than nothing, and is then nothing', () => {
  expect(styleOf('padding-left: calc(1pt - 1em)').padding.left).toBe(0)
})

interface Expression {
  readonly css: string
  /** In points at 12 pt, percentages of 200 pt. */
  readonly value: number
}

test('any calculation comes to what arithmetic says', () => {
  const { length } = fc.letrec<{ length: Expression; number: Expression }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 3 },
      fc.integer({ min: 1, max: 4 }).map((value) => ({ css: String(value), value })),
      fc.tuple(tie('number'), tie('number')).map(([a, b]) => sum(a, '+', b)),
    ),
    length: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -9, max: 9 }).map((value) => ({ css: `${value}pt`, value })),
      fc.integer({ min: -2, max: 2 }).map((value) => ({ css: `${value}em`, value: 10 * value })),
      fc.integer({ min: 0, max: 9 }).map((value) => ({ css: `${value}%`, value: 2 * value })),
      fc
        .tuple(tie('length'), fc.constantFrom('+', '-'), tie('length'))
        .map(([a, sign, b]) => sum(a, sign, b)),
      fc.tuple(tie('length'), tie('number')).map(([a, b]) => ({
        css: `${a.css} * ${b.css}`,
        value: a.value * b.value,
      })),
      fc.tuple(tie('length'), tie('number')).map(([a, b]) => ({
        css: `${a.css} / ${b.css}`,
        value: a.value / b.value,
      })),
      fc
        .tuple(fc.constantFrom('min', 'max'), fc.array(tie('length'), { minLength: 1, maxLength: 3 }))
        .map(([name, list]) => ({
          css: `${name}(${list.map(({ css }) => css).join(', ')})`,
          value: Math[name === 'min' ? 'min' : 'max'](...list.map(({ value }) => value)),
        })),
    ),
  }))
  fc.assert(
    fc.property(length, ({ css, value }) => {
      const report = new Report()
      const { width } = styleOf(`font-size: 10pt; width: calc(1000pt + ${css})`, report)
      expect(report.diagnostics).toEqual([])
      expect(width && extentOf(width, 200)).toBeCloseTo(1000 + value, 6)
    }),
    { numRuns: 300 },
  )
})

function sum(a: Expression, sign: string, b: Expression): Expression {
  const value = sign === '+' ? a.value + b.value : a.value - b.value
  return { css: `(${a.css} ${sign} ${b.css})`, value }
}

/** The style of an element in one of 12 pt. */
function styleOf(declarations: string, report = new Report()) {
  const theme = themeOf(`html { font-size: 12pt } p { ${declarations} }`, report)
  const child = cascade(tree('<html><p/></html>'), theme, report).children[0]
  if (child?.kind !== 'styled') throw new Error('the root has a child')
  expect(report.diagnostics).toEqual([])
  return child.style
}
