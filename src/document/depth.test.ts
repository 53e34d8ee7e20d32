import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { sampleLayout, samplePublication } from '../testing/sample-publication.ts'
import { template } from './template.ts'

test.each([
  ['blocks', around('{{#if title}}', '{{/if}}', 2400)],
  ['blocks on lines', around('{{#if title}}\n', '{{/if}}', 2400)],
  ['blocks that are never closed', '{{#if title}}'.repeat(2400)],
  ['blocks without', around('{{^if title}}', '{{/if}}', 101)],
  ['partials with a body', around('{{#> head}}', '{{/head}}', 101)],
  ['alternatives', `{{#if title}}${'{{else if title}}'.repeat(2000)}{{/if}}`],
  ['calls', `{{#if ${around('(is ', '1 1)', 5000)}}}{{/if}}`],
  ['calls in an argument of a partial', `{{> head at=${around('(is ', '1 1)', 101)}}}`],
  ['steps', `{{a${'.a'.repeat(50_000)}}}`],
  ['steps in an argument', `{{#if (is a${'.a'.repeat(20)} 1)}}{{/if}}`],
  ['steps outwards', `{{${'../'.repeat(50_000)}a}}`],
])('too many %s are one finding, and no stack is needed to say so', (_, main) => {
  const report = new Report()
  template(samplePublication(), sampleLayout(main, { head: '' }), report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['document/layout-depth'])
})

test('the place is that of the first that is too deep', () => {
  const report = new Report()
  const main = around('{{#if name}}\n', '{{/if}}', 101)
  template(samplePublication(), sampleLayout(main), report)
  expect(report.diagnostics.map(({ span }) => place(span))).toEqual(['layout.hbs:101:1'])
})

test('a hundred blocks and any number beside each other are no trouble', () => {
  const report = new Report()
  const main = `${around('{{#if name}}', '{{/if}}', 100, 'x')}${'{{#if name}}({{else}}{{/if}}'.repeat(1500)}`
  const markup = template(samplePublication(), sampleLayout(main), report)
  expect(report.diagnostics).toEqual([])
  expect(markup?.text).toBe(`x${'('.repeat(1500)}`)
})

test('blocks around a partial that calls itself do not overflow the stack', () => {
  const report = new Report()
  const partials = { loop: around('{{#with @root}}', '{{/with}}', 100, '{{> loop}}') }
  template(samplePublication(), sampleLayout('{{> loop}}', partials), report)
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)).toEqual([
    'loop.hbs:1:1501 document/endless-partial',
  ])
})

function around(open: string, close: string, count: number, inside = ''): string {
  return open.repeat(count) + inside + close.repeat(count)
}
