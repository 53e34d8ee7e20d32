import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { boxes } from './boxes.ts'
import { cascade, type Styled, type StyledRoot } from './cascade.ts'
import { pageStyle } from './page-style.ts'
import type { Theme } from './theme.ts'

const css = `
  html { font-size: 10pt; --gap: 2pt }
  p { color: #123 }
  .b p { text-indent: 1em }
  p + p { text-indent: 2em }
  em { letter-spacing: var(--gap) }
  p:nth-last-child(1) { margin-bottom: 3pt }`

const query = {
  name: 'auto',
  side: 'right',
  isFirst: false,
  isBlank: false,
  languages: ['en', 'zh-Hans'],
} as const

/** A document through a theme: its styles in order, and what was found. */
function dressed(theme: Theme, markup: string) {
  const report = new Report()
  const styled = cascade(tree(markup), theme, report)
  boxes(styled, report)
  pageStyle(theme, query, styled, report)
  return {
    styled,
    found: report.diagnostics.map(({ code, span, message }) => `${code} ${place(span)} ${message}`),
  }
}

function stylesOf(styled: Styled): readonly unknown[] {
  return [
    styled.style,
    ...styled.children.flatMap((child) => (child.kind === 'styled' ? stylesOf(child) : [])),
  ]
}

const document = fc
  .array(fc.constantFrom('<p>a</p>', '<p><em>b</em></p>', '<div class="b"><p>c</p><p>d</p></div>'), {
    maxLength: 6,
  })
  .map((parts) => `<html>${parts.join('')}</html>`)

test('a document has the same styles in a theme that dressed others before as in a new one', () => {
  fc.assert(
    fc.property(fc.array(document, { minLength: 2, maxLength: 4 }), (documents) => {
      const used = themeOf(css, new Report())
      for (const markup of documents) {
        const warm = dressed(used, markup)
        const cold = dressed(themeOf(css, new Report()), markup)
        expect(warm.found).toEqual(cold.found)
        expect(JSON.stringify(stylesOf(warm.styled))).toBe(JSON.stringify(stylesOf(cold.styled)))
        const names = ({ looks }: StyledRoot) => looks.map(({ name }) => name)
        expect(names(warm.styled)).toEqual(names(cold.styled))
      }
    }),
  )
})

test.each([
  ['a variable that is nowhere set above', '.b { --x: 1pt } p { text-indent: var(--x) }'],
  ['what has no effect', 'em { margin-top: 3pt }'],
  ['columns that are too wide', '@page { bi-columns: 400pt 24pt 400pt }'],
  ['a page rule', '@page { margin: var(--y) } .b { --y: 1pt }'],
])('each document is told of %s', (_, wrong) => {
  const theme = themeOf(wrong, new Report())
  const first = dressed(theme, '<html><p>a<em>b</em></p></html>')
  expect(first.found).toHaveLength(1)
  expect(dressed(theme, '<html><p>a<em>b</em></p></html>').found).toEqual(first.found)
})

test('elements alike share their style from one document to the next', () => {
  const theme = themeOf(css, new Report())
  const [a, b] = ['x', 'y'].map((text) => dressed(theme, `<html><p>${text}</p></html>`).styled)
  expect(a?.look.computed.style.fontSize).toBe(10)
  expect(a?.look).toBe(b?.look)
})
