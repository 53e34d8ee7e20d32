import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import { parseTheme } from './theme.ts'

test.each([
  // [css, code, place, what message or hint must name]
  ['p {\n  font-wieght: 600;\n}', 'style/property', '2:3', 'did you mean `font-weight`?'],
  ['p { float: left }', 'style/property', '1:5', '`float`'],
  ['p { text-align: justfy }', 'style/value', '1:5', 'did you mean `justify`?'],
  ['p {\n  margin-top: auto }', 'style/value', '2:3', '`margin-top` takes: <length>'],
  ['p { width: calc(1pt + 2pt) }', 'style/value', '1:5', '`calc()`'],
  ['p { content: element(a) }', 'style/value', '1:5', '`element()`'],
  ['p { color: rgb(1, 2, 3) }', 'style/value', '1:5', '`rgb()`'],
  ['p { margin: 3px }', 'style/unit', '1:5', '0.75pt'],
  ['p { margin: 3rem }', 'style/unit', '1:5', 'pt, mm, cm, in, em, ic'],
  ['p { font-family: Source Serif 4 }', 'style/value', '1:5', '`Source Serif 4`'],
  ['p { color red }', 'style/syntax', '1:11', 'colon is expected'],
  ['p { color: }', 'style/value', '1:5', '`color`'],
  ['h1 { margin: 0 } p { margin: 0', 'style/syntax', '1:20', 'add `}`'],
  ['p { color: black }\n/* oops', 'style/syntax', '2:1', 'add `*/`'],
  ['p { color: black } /*/ h1 { color: white }', 'style/syntax', '1:20', 'add `*/`'],
  ['p + p { margin: 0 }', 'style/selector', '1:3', '`+`'],
  ['p, h1:nth-child(2) { margin: 0 }', 'style/selector', '1:6', '`:nth-child`'],
  ['p:before { margin: 0 }', 'style/selector', '1:2', '`::before`'],
  ['li::marker { margin: 0 }', 'style/selector', '1:3', '`::marker`'],
  ['a[href^="#"] { margin: 0 }', 'style/selector', '1:2', '`[href^=…]`'],
  ['\np::before em { margin: 0 }', 'style/selector', '2:1', 'nothing may follow'],
  ['bi-pasage { margin: 0 }', 'style/element', '1:1', 'did you mean `bi-passage`?'],
  ['\n@media print { p { margin: 0 } }', 'style/at-rule', '2:1', '`@media`'],
  ['@import "x.css";', 'style/at-rule', '1:1', '`@import`'],
  ['p { color: var(--acent) } html { --accent: #fff }', 'style/variable', '1:5', 'did you mean `--accent`?'],
  ['p { margin: var(--a, var(--b)) }', 'style/variable', '1:5', '`--b`'],
  ['@page { color: black }', 'style/property', '1:9', '`color`'],
  ['@page { size: A7 }', 'style/value', '1:9', 'a4 | a5 | letter'],
  ['@page { bi-columns: 1fr 2fr }', 'style/value', '1:9', '`bi-columns`'],
  ['@page :blank { margin: 0 }', 'style/selector', '1:7', '`:first`'],
  ['@page { @top-lefft { content: "x" } }', 'style/at-rule', '1:9', 'did you mean `top-left`?'],
  ['@page { @top-left { contant: "x" } }', 'style/property', '1:21', 'did you mean `content`?'],
])('%s is reported as %s at %s', (css, code, at, words) => {
  const report = new Report()
  parseTheme([{ path: 'theme.css', text: css }], report)
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
  const theme = parseTheme([{ path: 'theme.css', text: css }], report)
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
    const styled = cascade(tree('<html><p/></html>'), parseTheme(order, new Report()), new Report())
      .children[0]
    return styled?.kind === 'styled' ? styled.style.widows : null
  }
  expect(widows(files)).toBe(4)
  expect(widows(files.toReversed())).toBe(3)
})

test('a theme overrides the base sheet whatever the selectors weigh', () => {
  const report = new Report()
  const theme = parseTheme([{ path: 'theme.css', text: '* { display: inline }' }], report)
  expect(report.diagnostics).toEqual([])
  expect(cascade(tree('<html/>'), theme, report).style.display).toBe('inline')
})

test('an empty theme says nothing wrong', () => {
  const report = new Report()
  parseTheme([], report)
  parseTheme([{ path: 'a.css', text: '/* nothing */' }], report)
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
    ...'bi-columns auto none inherit calc( "text" <!-- --> \\ font-family color solid .a && | ~= \n'.split(
      ' ',
    ),
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const report = new Report()
      const theme = parseTheme([{ path: 'theme.css', text: parts.join(' ') }], report)
      cascade(tree('<html lang="zh"><p class="a"/></html>'), theme, report)
      for (const { span } of report.diagnostics) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(span.file.text.length)
      }
    }),
    { numRuns: 500 },
  )
})

test.each(['(', '{', '[', 'a(', 'var(--x, ', 'p { '])(
  'deep nesting of `%s` is refused, not followed',
  (part) => {
    const report = new Report()
    const text = `p { margin: ${part.repeat(50_000)} }`
    cascade(tree('<html><p/></html>'), parseTheme([{ path: 'theme.css', text }], report), report)
    expect(report.failed).toBe(true)
    for (const { span } of report.diagnostics) expect(span.start).toBeGreaterThanOrEqual(0)
  },
)
