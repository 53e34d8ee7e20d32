import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'

const markup = `<html><p class="a">one <em>two</em></p><p class="a">three</p><div class="b"/><p class="c"><em>four</em></p></html>`

test.each([
  ['.a { display: none }', ['theme.css:1:6 one']],
  ['.a, .c { display: none }', ['theme.css:1:10 one']],
  ['.a { display: none }\n.c { display: none }', ['theme.css:1:6 one', 'theme.css:2:6 four']],
  ['.c em { content: "x" }', ['theme.css:1:9 four']],
  // What is hidden already has no second finding.
  ['.c { display: none } em { display: none }', ['theme.css:1:27 two', 'theme.css:1:6 four']],
])('a text that is dropped is a warning, once a rule: %s', (css, expected) => {
  expect(warnings(css)).toEqual(expected)
})

test.each([
  '.b { display: none }',
  '.b { content: "x" }',
  'p { content: "<" content() ">" }',
  '.a::before { content: "x"; display: none }',
  '.a { display: none; string-set: title content() }',
  '.c { display: none } .c em { string-set: title content() }',
  '.c { string-set: title content() } .c em { display: none }',
  'html { font-size: 9pt }',
])('nothing is said of %s', (css) => {
  expect(warnings(css)).toEqual([])
})

test('it says how many texts are gone', () => {
  const report = new Report()
  cascade(tree(markup), themeOf('p { display: none }', report), report)
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    '`display: none` hides 3 texts that the author wrote, the first is `one`',
  ])
})

function warnings(css: string): readonly string[] {
  const report = new Report()
  cascade(tree(markup), themeOf(css, report), report)
  return report.diagnostics.map(({ severity, code, span, message }) => {
    expect([severity, code]).toEqual(['warning', 'style/hidden-text'])
    return `${place(span)} ${message.split('`').at(-2)}`
  })
}
