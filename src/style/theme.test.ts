import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { alone, themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import { parseTheme } from './theme.ts'

test.each([
  // [css, code, place, what message or hint must name]
  ['p {\n  font-wieght: 600;\n}', 'style/property', '2:3', 'did you mean `font-weight`?'],
  ['p { float: left }', 'style/property', '1:5', 'a column, a table'],
  ['p { text-align: left }', 'style/value', '1:5', 'write `start`'],
  ['p { text-align: justfy }', 'style/value', '1:5', 'did you mean `justify`?'],
  ['p {\n  margin-top: auto }', 'style/value', '2:3', '`margin-top` takes: <length>'],
  ['p { width: calc(1pt+2pt) }', 'style/calculation', '1:20', 'with spaces around it'],
  ['p {\n  margin: 3pt calc(1pt + 2) }', 'style/calculation', '2:15', 'give the number a unit'],
  ['p { width: calc(100% / 0pt) }', 'style/calculation', '1:24', 'divide by a number'],
  ['p { width: calc(100% / 0) }', 'style/calculation', '1:24', 'by zero'],
  ['p { width: calc(2pt * 1em) }', 'style/calculation', '1:23', 'one of the two'],
  ['p { width: calc(2px * 2) }', 'style/calculation', '1:17', '`px`'],
  ['p { width: calc(2pt + foo) }', 'style/calculation', '1:23', 'numbers, lengths and percentages'],
  ['p { width: min(2pt, 3) }', 'style/calculation', '1:12', '`0pt`'],
  ['p { width: clamp(2pt, 3pt) }', 'style/calculation', '1:12', '`clamp(least, wanted, most)`'],
  ['p { width: calc(20000pt) }', 'style/calculation', '1:12', '14400pt'],
  ['p { margin: calc(1pt + 2%) }', 'style/value', '1:5', '`margin` takes: [ <length> ]{1,4}'],
  ['p { widows: calc(5 / 2) }', 'style/value', '1:5', '<integer [1,∞]>'],
  ['p { padding: calc(1pt - 2pt) }', 'style/value', '1:5', '`padding`'],
  ['p { content: element(a) }', 'style/value', '1:5', '`element()`'],
  ['p { color: rgb(1, 2, 3) }', 'style/value', '1:5', '`rgb()`'],
  ['p { margin: 3px }', 'style/unit', '1:5', '0.75pt'],
  ['p { margin: 3rem }', 'style/unit', '1:5', 'write `pt`'],
  ['p { margin: 3ell }', 'style/unit', '1:5', 'pt, mm, cm, in, em, ic'],
  ['p { font-family: Source Serif 4 }', 'style/value', '1:5', '`Source Serif 4`'],
  ['p { color red }', 'style/syntax', '1:11', 'colon is expected'],
  ['p { color: }', 'style/value', '1:5', '`color`'],
  ['h1 { margin: 0 } p { margin: 0', 'style/syntax', '1:20', 'add `}`'],
  ['p { color: black }\n/* oops', 'style/syntax', '2:1', 'add `*/`'],
  ['p { color: black } /*/ h1 { color: white }', 'style/syntax', '1:20', 'add `*/`'],
  ['p, h1:nth-child(2 of .a) { margin: 0 }', 'style/selector', '1:6', 'count by name'],
  ['p:before { margin: 0 }', 'style/selector', '1:2', '`::before`'],
  ['p:hover { margin: 0 }', 'style/selector', '1:2', 'no pointer'],
  ['article:has(h1) { margin: 0 }', 'style/selector', '1:8', 'give the element a class'],
  ['p:first-letter { margin: 0 }', 'style/selector', '1:2', '<span class="initial">'],
  ['p:not() { margin: 0 }', 'style/selector', '1:2', 'holds no selector'],
  ['p:is(.a, q) { margin: 0 }', 'style/element', '1:10', '`q`'],
  ['p:is(.a, :hover) { margin: 0 }', 'style/selector', '1:10', 'no pointer'],
  ['p:not(p::before) { margin: 0 }', 'style/selector', '1:8', 'at the end of a selector'],
  ['p::first-line { margin: 0 }', 'style/selector', '1:2', 'style the paragraph'],
  ['p:nth-child() { margin: 0 }', 'style/selector', '1:2', '2n+1'],
  ['\np::before em { margin: 0 }', 'style/selector', '2:1', 'nothing may follow'],
  ['bi-pasage { margin: 0 }', 'style/element', '1:1', 'did you mean `bi-passage`?'],
  ['\n@media prin { p { margin: 0 } }', 'style/media', '2:8', 'did you mean `print`?'],
  ['@media screen and (min-width: 3pt) { p { margin: 0 } }', 'style/media', '1:8', '`@page`'],
  ['@media print { p { margni: 0 } }', 'style/property', '1:20', 'did you mean `margin`?'],
  ['@media print { @import "x.css"; }', 'style/at-rule', '1:16', 'top of the file'],
  ['@media print { p { margin: 0 }', 'style/syntax', '1:14', 'add `}`'],
  ['@supports (color: black) { p { margin: 0 } }', 'style/at-rule', '1:1', 'take the rules out'],
  ['p { margin: 0 } @import "x.css";', 'style/import', '1:17', 'top of the file'],
  ['@import "https://example.org/x.css";', 'style/import', '1:9', 'copy the file'],
  ['@import "x.css" layer(a);', 'style/import', '1:1', '`@import "file.css" print;`'],
  [
    'p::before { content: counter(chaptr) } h1 { counter-increment: chapter }',
    'style/counter',
    '1:13',
    'did you mean `chapter`?',
  ],
  ['p { color: var(--acent) } html { --accent: #fff }', 'style/variable', '1:5', 'did you mean `--accent`?'],
  ['p { margin: var(--a, var(--b)) }', 'style/variable', '1:5', '`--b`'],
  ['@page { color: black }', 'style/property', '1:9', '`color`'],
  ['@page { size: A7 }', 'style/value', '1:9', 'a4 | a5 | letter'],
  ['@page { bi-columns: 1fr 2fr }', 'style/value', '1:9', '`bi-columns`'],
  ['@page :nth(2) { margin: 0 }', 'style/selector', '1:7', '`@page name { … }`'],
  ['@page :odd { margin: 0 }', 'style/selector', '1:7', '`:first`'],
  ['p { counter-increment: chapter page }', 'style/counter', '1:5', 'counter-reset: page 1'],
  ['p { counter-reset: pages 3 }', 'style/counter', '1:5', 'counter-reset: page 1'],
  ['@page { @footnote { color: black } }', 'style/property', '1:21', '`color`'],
  ['@page { bi-page-label: greek }', 'style/value', '1:9', 'lower-roman'],
  ['@page { @top-lefft { content: "x" } }', 'style/at-rule', '1:9', 'did you mean `top-left`?'],
  ['@page { @top-left { contant: "x" } }', 'style/property', '1:21', 'did you mean `content`?'],
])('%s is reported as %s at %s', (css, code, at, words) => {
  const report = new Report()
  themeOf(css, report)
  const [found, ...others] = report.diagnostics
  if (found === undefined) throw new Error('nothing was reported')
  expect(others).toEqual([])
  expect(found.code).toBe(code)
  expect(place(found.span)).toBe(`theme.css:${at}`)
  expect([found.message, ...found.hints].join('\n')).toContain(words)
})

test('one run reports all that is wrong, and keeps what is right', () => {
  const report = new Report()
  const css = 'p { colour: black; margin-top: 3pt; hyphens: yes } q { margin: 0 }'
  const theme = themeOf(css, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual([
    'style/property',
    'style/value',
    'style/element',
  ])
  const styled = cascade(tree('<html><p/></html>'), theme, new Report()).children[0]
  expect(styled?.kind === 'styled' && styled.style.margin.top).toBe(3)
})

test('of two rules of equal weight the one in the later file wins', () => {
  const files = ['p { widows: 3 }', 'p { widows: 4 }'].map((text, index) => ({ path: `${index}.css`, text }))
  const widows = (order: typeof files) => {
    const styled = cascade(tree('<html><p/></html>'), parseTheme(order, alone, new Report()), new Report())
      .children[0]
    return styled?.kind === 'styled' ? styled.style.widows : null
  }
  expect(widows(files)).toBe(4)
  expect(widows(files.toReversed())).toBe(3)
})

test('a theme overrides the base sheet whatever the selectors weigh', () => {
  const report = new Report()
  const theme = themeOf('* { display: inline }', report)
  expect(report.diagnostics).toEqual([])
  expect(cascade(tree('<html/>'), theme, report).style.display).toBe('inline')
})

test('an empty theme says nothing wrong', () => {
  const report = new Report()
  parseTheme([], alone, report)
  parseTheme([{ path: 'a.css', text: '/* nothing */' }], alone, report)
  expect(report.diagnostics).toEqual([])
})

test('no text makes it throw, and what is not understood is reported', () => {
  const words = [
    ...'{ } ( ) [ ] : ; , > + * . # " / 1 0 2pt -3mm 50% 1px 1fr #abc #abcd ! important !important @page @top-left'.split(
      ' ',
    ),
    ...'p :root ::before :lang( zh --x var( --x, margin border content counter( page ) string-set size url(x) U+26'.split(
      ' ',
    ),
    ...'bi-columns auto none inherit calc( min( clamp( - * "text" <!-- --> \\ font-family color solid .a && | ~= ^= ~ \n'.split(
      ' ',
    ),
    ...'@import "a.css" @media print not screen , @footnote :not( :is( :nth-child( 2n+1 :empty ::marker :blank en'.split(
      ' ',
    ),
    ...'counter-reset counter-increment counters( list-item vertical-align width super display table url( layer'.split(
      ' ',
    ),
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const report = new Report()
      const theme = themeOf(parts.join(' '), report)
      cascade(tree('<html lang="zh"><p class="a"/></html>'), theme, report)
      for (const { span } of report.diagnostics) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(span.file.text.length)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  [':not(', ')'],
  ['@media print {', '}'],
  ['div + ', ''],
  ['div:nth-child(2) > ', ''],
])('deep nesting of `%s` in selectors and blocks is refused, not followed', (open, close) => {
  const report = new Report()
  const text = `${open.repeat(20_000)}p { margin: 0 }${close.repeat(20_000)}`
  const isBlock = open.startsWith('@')
  const css = isBlock ? text : text.replace('p { margin: 0 }', 'p').concat(' { margin: 0 }')
  cascade(tree('<html><p/></html>'), themeOf(css, report), report)
  expect(report.failed).toBe(true)
})

test('a theme that asks a thousand different things of places is refused', () => {
  const report = new Report()
  const rules = Array.from({ length: 1200 }, (_, index) => `p:nth-child(${index + 1}) { margin: 0 }`)
  themeOf(rules.join('\n'), report)
  const [first] = report.diagnostics
  // The sheet that always holds asks one thing as well.
  expect(first && place(first.span)).toBe('theme.css:1000:2')
  expect(new Set(report.diagnostics.map(({ code }) => code))).toEqual(new Set(['style/selector']))
})

test('negations of ancestors in each other are answered once for each position', () => {
  const report = new Report()
  const selector = `${':not(div '.repeat(7)}p${')'.repeat(7)}`
  const markup = `<html>${'<div>'.repeat(80)}${'</div>'.repeat(80)}</html>`
  cascade(tree(markup), themeOf(`${selector} { widows: 3 }`, report), report)
  expect(report.diagnostics).toEqual([])
  // Asked again at each place, they would ask some ten thousand million times.
})

test.each(['(', '{', '[', 'a(', 'var(--x, ', 'p { '])(
  'deep nesting of `%s` is refused, not followed',
  (part) => {
    const report = new Report()
    const text = `p { margin: ${part.repeat(50_000)} }`
    cascade(tree('<html><p/></html>'), themeOf(text, report), report)
    expect(report.failed).toBe(true)
    for (const { span } of report.diagnostics) expect(span.start).toBeGreaterThanOrEqual(0)
  },
)
