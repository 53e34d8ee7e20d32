import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { place, Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { longest } from './bounds.ts'
import { cascade, type Styled } from './cascade.ts'
import { pageStyle } from './page-style.ts'

test.each([
  ['p { font-size: 0 }', '1:5'],
  ['p { font-size: 0.0004pt }', '1:5'],
  ['p { font-size: 0em }', '1:5'],
  ['p {\n margin: 0 -1e300pt }', '2:2'],
  ['p { padding: 1e308pt }', '1:5'],
  ['p { padding: 1e999pt }', '1:5'],
  ['p { line-height: 1e300 }', '1:5'],
  ['p { letter-spacing: 1e300pt }', '1:5'],
  ['p { text-indent: 201in }', '1:5'],
  ['p { width: 1e300% }', '1:5'],
  ['p { margin: 1e300em }', '1:5'],
  ['p { border: 1e300pt solid }', '1:5'],
  [`p { widows: ${'9'.repeat(400)} }`, '1:5'],
  ['@page { margin: 1e308pt }', '1:9'],
  ['@page { size: 0 0 }', '1:9'],
  ['@page { size: 9pt 1in }', '1:9'],
  ['@page { size: 1e5in 1in }', '1:9'],
  ['@page { bi-columns: 1e400fr 0 1fr }', '1:9'],
  ['@page { bi-columns: 0fr 0 0fr }', '1:9'],
  ['@page { bi-columns: 1fr 1e300pt 1fr }', '1:9'],
  ['article { counter-reset: page -7 }', '1:11'],
  ['article { counter-reset: rain 2 page 0 }', '1:11'],
  ['p { counter-increment: rain 99999 }', '1:5'],
])('%s cannot be set, which is said at its place', (css, at) => {
  const report = new Report()
  themeOf(css, report)
  expect(report.diagnostics.map(({ code, span }) => [code, place(span)])).toEqual([
    ['style/value', `theme.css:${at}`],
  ])
})

test('a counter is no length, and its hint no page’s', () => {
  const report = new Report()
  themeOf('p { counter-increment: rain 99999 } article { counter-reset: page -7 }', report)
  expect(report.diagnostics.map(({ message, hints }) => [message, ...hints])).toEqual([
    ['a number in `counter-increment` is too large', 'write a number from -14400 to 14400'],
    [
      'no page has the number -7',
      'pages are counted from 1: write `counter-reset: page 1`, or a larger number',
    ],
  ])
})

test('what variables come to is bounded as well', () => {
  const report = new Report()
  const text = ':root { --a: 1e300pt } p { margin: var(--a) }'
  cascade(tree('<html><p/></html>'), themeOf(text, report), report)
  expect(report.diagnostics.map(({ code, span }) => [code, place(span)])).toEqual([
    ['style/value', 'theme.css:1:28'],
  ])
})

test('the largest and the smallest are accepted', () => {
  const report = new Report()
  const text =
    'p { margin: -14400pt 200in; font-size: 1pt } @page { size: 10pt 14400pt; bi-columns: 0.001fr 0 1fr }'
  themeOf(text, report)
  expect(report.diagnostics).toEqual([])
})

test('shares of shares stay within bounds, however deep', () => {
  fc.assert(
    fc.property(fc.constantFrom('0.0001em', '1%', '14400em', '3em', '99%'), (share) => {
      const report = new Report()
      const text = `div { font-size: ${share}; line-height: 14400; margin: 100em; bi-autospace: 14400em }`
      const theme = themeOf(`${text} @page { size: 0.01em 2em }`, report)
      const root = cascade(tree(`<html>${'<div>'.repeat(60)}${'</div>'.repeat(60)}</html>`), theme, report)
      for (const { fontSize, lineHeight, margin, autospace } of stylesOf(root)) {
        expect(fontSize).toBeGreaterThanOrEqual(1)
        for (const length of [fontSize, lineHeight, margin.top, autospace]) {
          expect(length).toBeLessThanOrEqual(longest)
        }
      }
      const page = pageStyle(
        theme,
        { name: 'auto', side: 'right', isFirst: false, isBlank: false, languages: [] },
        root,
        report,
      )
      expect(page.size).toEqual({ width: 10, height: 20 })
      expect(report.diagnostics).toEqual([])
    }),
  )
})

test.each([
  `p { font-family: ${'a,'.repeat(4000)}a }`,
  `p { font-family: ${'a '.repeat(4000)} }`,
  `p { string-set: ${'a "b",'.repeat(300)} a "b" }`,
  `p { margin: ${'('.repeat(21)}${')'.repeat(21)} }`,
  `@page { bi-columns: 1fr ${'0 1fr '.repeat(200)} }`,
  `:root { --a: ${'a '.repeat(201)} }`,
])('%.30s… has more in it than is matched', (css) => {
  const consoles = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'log')]
  const report = new Report()
  themeOf(css, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['style/value'])
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
})

test('a value of as many words as are allowed is matched without a word on the console', () => {
  const consoles = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'log')]
  const list = (item: string, count: number, mark: string) => Array(count).fill(item).join(mark)
  const text = [
    `p { font-family: ${list('a', 200, ',')} }`,
    `p { font-family: ${list('a', 200, ' ')} }`,
    `p { string-set: ${list('a "b"', 100, ',')} }`,
    `p { string-set: a ${list('"b"', 199, ' ')} }`,
    `p::before { content: ${list('attr(id)', 100, ' ')} }`,
  ].join('\n')
  const report = new Report()
  themeOf(text, report)
  expect(report.diagnostics).toEqual([])
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
})

test('a finding quotes the beginning of a huge value only', () => {
  const report = new Report()
  themeOf(`p { color: ${'x'.repeat(9000)}; y${'y'.repeat(9000)}: 1 }`, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['style/value', 'style/property'])
  for (const { message } of report.diagnostics) expect(message.length).toBeLessThan(120)
})

function stylesOf(styled: Styled): Styled['style'][] {
  return [
    styled.style,
    ...styled.children.flatMap((child) => (child.kind === 'styled' ? stylesOf(child) : [])),
  ]
}
