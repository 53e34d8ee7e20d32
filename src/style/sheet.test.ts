import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import type { Media } from './media.ts'
import { parseTheme, tightened } from './theme.ts'

describe('imports', () => {
  test('come before the file that names them, in order, and each path is for the reader to find', () => {
    const files = {
      'theme.css': '@import "a.css"; @import url(sub/b.css); p { widows: 9 }',
      'a.css': 'p { widows: 3; orphans: 3 } em { widows: 3 }',
      'sub/b.css': '@import "c.css"; p { orphans: 4 }',
      'c.css': 'em { widows: 5 }',
    }
    const { found, asked, style } = read(files)
    expect(found).toEqual([])
    expect(asked).toEqual(['theme.css a.css', 'theme.css sub/b.css', 'sub/b.css c.css'])
    expect([style('p').widows, style('p').orphans, style('em').widows]).toEqual([9, 4, 5])
  })

  test('may be repeated, and may be for a medium', () => {
    const files = {
      'theme.css': '@import "a.css"; @import "b.css" print; @import "a.css";',
      'a.css': 'p { widows: 3 }',
    }
    const both = { ...files, 'b.css': 'p { orphans: 7 } em { color: red }' }
    expect(read(both).style('p')).toMatchObject({ widows: 3, orphans: 2 })
    expect(read(both, 'print').style('p')).toMatchObject({ widows: 3, orphans: 7 })
    // What is not for this medium is checked as well.
    expect(read(both).found).toEqual(['style/value b.css:1:23'])
  })

  test('bring their pages and variables along', () => {
    const files = {
      'theme.css': '@import "a.css"; p { margin-top: var(--gap) }',
      'a.css': ':root { --gap: 3pt }',
    }
    const { found, style } = read(files)
    expect([found, style('p').margin.top]).toEqual([[], 3])
  })

  test.each([
    ['itself', { 'theme.css': '@import "theme.css";' }, 'style/import theme.css:1:9'],
    [
      'a circle',
      { 'theme.css': '@import "a.css";', 'a.css': '@import "b.css";', 'b.css': '@import "a.css";' },
      'style/import b.css:1:9',
    ],
  ])('of %s are a finding', (_, files, found) => {
    expect(read(files).found).toEqual([found])
  })

  test('end at ten files deep, and at fifty in all', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        index === 0 ? 'theme.css' : `${index}.css`,
        `@import "${index + 1}.css";`,
      ]),
    )
    expect(read(chain).found).toEqual(['style/import 9.css:1:9'])
    const wide = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [
        index === 0 ? 'theme.css' : `${index}.css`,
        `@import "${index + 1}.css"; `.repeat(4),
      ]),
    )
    const { found, asked } = read({ ...wide, '9.css': '' })
    expect(asked.length).toBe(50)
    expect(new Set(found.map((one) => one.split(' ')[0]))).toEqual(new Set(['style/import']))
  })

  test('of what cannot be read leave the rest', () => {
    const { found, style } = read({ 'theme.css': '@import "none.css"; p { widows: 3 }' })
    expect([found, style('p').widows]).toEqual([['read/missing theme.css:1:9'], 3])
  })
})

describe('media', () => {
  test.each<[string, boolean, boolean]>([
    ['screen', true, false],
    ['PRINT', false, true],
    ['all', true, true],
    ['not print', true, false],
    ['not all', false, false],
    ['only print', false, true],
    ['screen, print', true, true],
    ['not screen, screen', true, true],
  ])('`@media %s` holds on a screen: %s, in print: %s', (query, onScreen, inPrint) => {
    const files = { 'theme.css': `@media ${query} { p { widows: 7 } @page { margin: 1pt } }` }
    expect(read(files).found).toEqual([])
    expect(read(files).style('p').widows === 7).toBe(onScreen)
    expect(read(files, 'print').style('p').widows === 7).toBe(inPrint)
  })

  test('stand in each other, and change no order', () => {
    const css = '@media print { p { widows: 5 } @media not screen { em { widows: 6 } } } p { widows: 4 }'
    const { style, found } = read({ 'theme.css': css }, 'print')
    expect([found, style('p').widows, style('em').widows]).toEqual([[], 4, 6])
    expect(read({ 'theme.css': css }).style('em').widows).toBe(4)
  })
})

describe('steps of a fit', () => {
  test.each<[string, readonly string[], boolean]>([
    ['(bi-fit: gaps)', [], false],
    ['(bi-fit: gaps)', ['gaps'], true],
    ['(bi-fit: gaps)', ['lines'], false],
    ['(BI-FIT: gaps)', ['gaps'], true],
    ['(bi-fit: gaps) and (bi-fit: lines)', ['gaps'], false],
    ['(bi-fit: gaps) and (bi-fit: lines)', ['gaps', 'lines'], true],
    ['(bi-fit: gaps), (bi-fit: lines)', ['lines'], true],
    ['print, (bi-fit: lines)', ['lines'], true],
    ['screen, (bi-fit: lines)', [], true],
    ['screen and (bi-fit: gaps)', ['gaps'], true],
    ['print and (bi-fit: gaps)', ['gaps'], false],
  ])('`@media %s` holds on a screen once %j were taken: %s', (query, taken, isHolding) => {
    const css = `@media ${query} { p { widows: 7 } @page { margin: 1pt } }`
    for (const files of [
      { 'theme.css': css },
      { 'theme.css': `@import "a.css" ${query};`, 'a.css': 'p { widows: 7 } @page { margin: 1pt }' },
    ]) {
      const { found, style, theme } = read(files, 'screen', taken)
      expect(found).toEqual([])
      expect(style('p').widows === 7).toBe(isHolding)
      const always = read({ 'theme.css': '' }).theme.pages.length
      expect(theme.pages).toHaveLength(always + (isHolding ? 1 : 0))
      expect([...theme.fits.keys()]).toEqual(query.match(/gaps|lines/g))
    }
  })

  test('stand in each other, and change no order', () => {
    const css = `@media (bi-fit: a) { @media (bi-fit: b) { p { widows: 5 } } em { widows: 6 } } p { orphans: 3 }
@media print { @media (bi-fit: a) { p { orphans: 4 } } } @media (bi-fit: c) { em { widows: 7 } } em { orphans: 5 }`
    const widows = (...taken: readonly string[]) => {
      const { style } = read({ 'theme.css': css }, 'screen', taken)
      return [style('p').widows, style('em').widows, style('p').orphans, style('em').orphans]
    }
    expect(widows()).toEqual([2, 2, 3, 5])
    expect(widows('a')).toEqual([2, 6, 3, 5])
    expect(widows('b')).toEqual([2, 2, 3, 5])
    expect(widows('b', 'a')).toEqual([5, 6, 3, 5])
    expect(widows('c', 'a')).toEqual([2, 7, 3, 5])
  })

  test.each([
    'not (bi-fit: a)',
    '(bi-fit: a) or (bi-fit: b)',
    'not print and (bi-fit: a)',
    '(bi-fit)',
    '(bi-fit: 3)',
  ])('`@media %s` is refused, and its rules never hold', (query) => {
    const { found, style } = read({ 'theme.css': `@media ${query} { p { widows: 7 } }` }, 'screen', [
      'a',
      'b',
    ])
    expect(found).toEqual(['style/media theme.css:1:8'])
    expect(style('p').widows).not.toBe(7)
  })

  test('with the same steps in any order there is one theme', () => {
    const { theme } = read({ 'theme.css': '@media (bi-fit: a) { p { widows: 7 } }' })
    expect(tightened(theme, new Set(['a', 'b']))).toBe(tightened(theme, new Set(['b', 'a'])))
    expect(tightened(tightened(theme, new Set(['a'])), new Set(['b']))).toBe(tightened(theme, new Set(['b'])))
    expect(tightened(theme, new Set())).toBe(theme)
  })

  test('rules that wait for a step are checked all the same', () => {
    const css = '@media (bi-fit: a) { p { margni: 0; color: var(--none) } }'
    expect(read({ 'theme.css': css }).found).toEqual([
      'style/property theme.css:1:26',
      'style/variable theme.css:1:37',
    ])
  })
})

function read(
  files: Readonly<Record<string, string>>,
  media: Media = 'screen',
  taken: readonly string[] = [],
) {
  const report = new Report()
  const asked: string[] = []
  const settings = {
    media,
    open: (path: string, from: SourceFile, span: Parameters<typeof report.error>[2]) => {
      asked.push(`${from.path} ${path}`)
      const text = files[path]
      if (text === undefined) report.error('read/missing', `there is no \`${path}\``, span, 'check the name')
      return text === undefined ? null : { path, text }
    },
  }
  const whole = parseTheme([{ path: 'theme.css', text: files['theme.css'] ?? '' }], settings, report)
  const theme = tightened(whole, new Set(taken))
  const root = cascade(tree('<html><p><em/></p></html>'), theme, report)
  const p = root.children[0]
  const em = p?.kind === 'styled' ? p.children[0] : undefined
  if (p?.kind !== 'styled' || em?.kind !== 'styled') throw new Error('the tree has a paragraph')
  return {
    theme,
    asked,
    found: report.diagnostics.map(({ code, span }) => `${code} ${place(span)}`),
    style: (name: 'p' | 'em') => (name === 'p' ? p : em).style,
  }
}
