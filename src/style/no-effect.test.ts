import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { alone, themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { boxes } from './boxes.ts'
import { cascade } from './cascade.ts'
import { parseTheme } from './theme.ts'

const markup = `<html><div class="body"><bi-passage>
<bi-version lang="en"><p>one <em>two</em></p><p>three</p><ul><li>x</li></ul></bi-version>
</bi-passage><table><bi-passage><bi-version lang="en"><tr><td>four</td></tr></bi-version></bi-passage></table>
<bi-across><img src="a.png"/></bi-across></div></html>`

test.each([
  ['p { break-before: page }', '`break-before: page` has no effect on `<p>`'],
  ['p { position: absolute; top: initial }', '`position: absolute` has no effect on `<p>`'],
  ['p { width: 30pt }', '`width: 30pt` has no effect on `<p>`'],
  ['p { page: x }', '`page: x` has no effect on `<p>`'],
  ['p { bi-stand: foot }', '`bi-stand: foot` has no effect on `<p>`'],
  ['p { height: 50% }', '`height: 50%` has no effect on `<p>`'],
  ['p { counter-reset: page 3 }', '`counter-reset: page 3` has no effect on `<p>`'],
  ['p { vertical-align: super }', '`vertical-align: super` has no effect on `<p>`'],
  ['p { column-rule: 1pt solid }', '`column-rule: 1pt solid` has no effect on `<p>`'],
  ['p { max-width: 30pt }', '`max-width: 30pt` has no effect on `<p>`'],
  ['div { width: 40pt }', '`width: 40pt` has no effect on `<div>`'],
  ['div { margin-left: 100pt }', '`margin-left: 100pt` has no effect on `<div>`'],
  ['.body { padding-left: 9pt }', '`padding-left: 9pt` has no effect on `<div>`'],
  ['div { break-before: avoid }', '`break-before: avoid` has no effect on `<div>`'],
  ['div { top: 10pt }', '`top: 10pt` has no effect on `<div>`'],
  ['div { margin: 9pt }', '`margin-right`, `margin-left` in `margin: 9pt` have no effect on `<div>`'],
  ['em { margin-top: 1pt }', '`margin-top: 1pt` has no effect on `<em>`'],
  ['em { height: 9pt }', '`height: 9pt` has no effect on `<em>`'],
  ['em { text-indent: 9pt }', '`text-indent: 9pt` has no effect on `<em>`'],
  ['em { line-height: 9pt }', '`line-height: 9pt` has no effect on `<em>`'],
  ['em { background: #ccc }', '`background: #ccc` has no effect on `<em>`'],
  ['em, p { break-after: recto }', '`break-after: recto` has no effect on `<p>`, `<em>`'],
  ['td { margin: 3pt }', '`margin: 3pt` has no effect on `<td>`'],
  ['td { vertical-align: sub }', '`vertical-align: sub` has no effect on `<td>`'],
  ['img { padding: 3pt }', '`padding: 3pt` has no effect on `<img>`'],
  ['bi-across { bi-stand: foot }', '`bi-stand: foot` has no effect on `<bi-across>`'],
  ['p::before { content: "x"; margin-top: 3pt }', '`margin-top: 3pt` has no effect on `<p>::before`'],
  ['p { width: var(--w) } :root { --w: 3pt }', '`width: var(--w)` has no effect on `<p>`'],
  ['@page { @top-left { margin-left: 3pt } }', '`margin-left: 3pt` has no effect in a margin box'],
])('what does nothing is said once, with where to set it: %s', (css, message) => {
  const [found, ...others] = warnings(css)
  expect([found?.message, others]).toEqual([message, []])
  expect(found?.hints).toHaveLength(2)
  // The message begins with what was written, or with the parts of it.
  const written = message.split('`').find((part) => part.includes(':')) ?? ''
  const at = `theme.css:1:${css.indexOf(written) + 1}`
  expect(found && [found.severity, found.code, place(found.span)]).toEqual(['warning', 'style/no-effect', at])
})

test.each([
  // It acts on one of those that it reaches.
  'p, .body { break-before: page }',
  '* { page: x }',
  // It is handed on to what it acts on.
  '.body { text-align: justify; widows: 3; list-style-type: square }',
  // It never wins where it could not act.
  'p { width: 3pt } p { width: auto }',
  // It asks for what is there already.
  'p { width: auto; break-before: auto } em { text-indent: 0; line-height: 1.2 }',
  '.body { margin: 3pt 0 }',
  '.body { margin: 3pt; background: #ccc }',
  'em { margin-left: 1pt; padding-right: 1pt; vertical-align: 3pt; hyphens: auto; letter-spacing: 1pt }',
  'em { display: inline-block; width: 9pt }',
  'p { break-before: avoid; break-after: avoid; break-inside: avoid; min-height: 9pt; height: 9pt }',
  'bi-passage { break-before: avoid; min-height: 9pt; bi-stand: foot; page: x; counter-reset: page 3 }',
  '.body { position: absolute; top: 3pt; width: 50%; height: 50% }',
  'table { width: 50% } td { width: 9pt; vertical-align: middle; padding: 3pt } tr { height: 20pt }',
  'img { width: 50%; height: 3pt; max-width: 3pt; margin: 3pt; text-align: center; break-after: avoid }',
  '.body { display: grid; gap: 3pt; grid-template-columns: 1fr; height: 100%; padding: 3pt; break-before: page }',
  '.body { display: grid } bi-passage { grid-column: 1; align-self: end; padding: 3pt; background: #ccc }',
  '.body { display: grid } bi-passage { display: contents; color: #ccc } bi-version { grid-row: 1; margin: 3pt }',
  // What is hidden is said elsewhere.
  'p { display: none; width: 3pt; string-set: a content() }',
  '@page { @top-left { margin-top: 3pt; vertical-align: middle; text-align: end; margin-left: 0 } }',
])('nothing is said of %s', (css) => {
  expect(warnings(css)).toEqual([])
})

test('each declaration has one warning, however many elements it reaches', () => {
  expect(warnings('em, p { width: 3pt; page: x }').map(({ span }) => place(span))).toEqual([
    'theme.css:1:9',
    'theme.css:1:21',
  ])
})

test('who makes something else of an element answers for what another file has said of it', () => {
  const report = new Report()
  const files = ['p { break-after: avoid }', 'p { display: inline; page: x }'].map((text, index) => ({
    path: `${index}.css`,
    text,
  }))
  boxes(cascade(tree(markup), parseTheme(files, alone, report), report), report)
  expect(report.diagnostics.map(({ span }) => place(span))).toEqual(['1.css:1:22'])
})

function warnings(css: string) {
  const report = new Report()
  boxes(cascade(tree(markup), themeOf(css, report), report), report)
  return report.diagnostics
}
