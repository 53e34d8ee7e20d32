import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade, type Styled } from './cascade.ts'

describe('inheritance', () => {
  test('type is inherited, boxes are not', () => {
    const [html, p, em] = styles(
      'html { color: #fff; font-size: 12pt; margin: 3pt }',
      '<html><p><em/></p></html>',
    )
    expect([html, p, em].map((style) => style?.color)).toEqual(Array(3).fill([255, 255, 255]))
    expect([html, p, em].map((style) => style?.fontSize)).toEqual([12, 12, 12])
    expect([html, p, em].map((style) => style?.margin.top)).toEqual([3, 0, 0])
  })

  test('a line height without a unit follows the size, a length does not', () => {
    const markup = '<html><h1/></html>'
    expect(
      styles('html { font-size: 10pt; line-height: 1.5 } h1 { font-size: 20pt }', markup)[1]?.lineHeight,
    ).toBe(30)
    expect(
      styles('html { font-size: 10pt; line-height: 150% } h1 { font-size: 20pt }', markup)[1]?.lineHeight,
    ).toBe(15)
  })

  test('an em is the own size, for the size itself that of the parent', () => {
    const [, p] = styles(
      'html { font-size: 10pt } p { text-indent: 2em; font-size: 1.05em }',
      '<html><p/></html>',
    )
    expect(p?.fontSize).toBeCloseTo(10.5)
    expect(p?.textIndent).toBeCloseTo(21)
  })

  test('the gap between Han and Latin follows the size, until it is switched off', () => {
    const css =
      'html { font-size: 10pt } h1 { font-size: 20pt } h2 { text-autospace: no-autospace } p { bi-autospace: 0.125em }'
    expect(styles(css, '<html><h1/><h2/><p><em/></p></html>').map(({ autospace }) => autospace)).toEqual([
      2.5, 5, 0, 1.25, 1.25,
    ])
  })

  test('a page name holds below until another is said', () => {
    const css = 'section { page: chapter } h1 { page: opener } p { page: auto }'
    const names = styles(css, '<html><section><h1/><p/></section><div/></html>').map(({ page }) => page)
    expect(names).toEqual(['auto', 'chapter', 'opener', 'chapter', 'auto'])
  })

  test('what is placed absolutely is a block', () => {
    expect(styles('span { position: absolute }', '<html><span/></html>')[1]?.display).toBe('block')
  })
})

describe('the base sheet', () => {
  test('says what the elements are', () => {
    const [html, ol, li, em, strong, pre] = styles('', '<html><ol><li/></ol><em/><strong/><pre/></html>')
    expect([html, ol, li, em, strong, pre].map((style) => style?.display)).toEqual([
      'block',
      'block',
      'list-item',
      'inline',
      'inline',
      'block',
    ])
    expect(li?.listStyle).toBe('decimal')
    expect([em?.fontStyle, strong?.fontWeight, pre?.whiteSpace]).toEqual(['italic', 700, 'pre'])
  })
})

describe('variables', () => {
  test('are inherited, overridden below, and put into shorthands', () => {
    const css =
      'html { --gap: 3pt; --all: var(--gap) 4pt } section { --gap: 5pt } p { margin: var(--all); padding-top: var(--gap) }'
    const [, outer, , inner] = styles(css, '<html><p/><section><p/></section></html>')
    expect(outer?.margin).toEqual({ top: 3, right: 4, bottom: 3, left: 4 })
    expect([outer?.padding.top, inner?.padding.top]).toEqual([3, 5])
    // `--all` was put together where it was set.
    expect(inner?.margin.top).toBe(3)
  })

  test('have fallbacks, which may hold variables and functions', () => {
    const css =
      'p { margin: var(--none, var(--neither, 1pt) 2pt); string-set: x attr(href) var(--more, "(a, b)") }'
    const [, p] = styles(css, '<html><p/></html>')
    expect(p?.margin).toEqual({ top: 1, right: 2, bottom: 1, left: 2 })
    expect(p?.stringSet[0]?.value).toEqual([
      { kind: 'attr', name: 'href' },
      { kind: 'text', text: '(a, b)' },
    ])
  })

  test('a value that they make wrong is reported at the declaration, and counts as unset', () => {
    const { styled, found } = style(
      'html { --w: wide; color: #fff } p { color: var(--w); margin: 1pt var(--w) }',
      '<html><p/></html>',
    )
    expect(found).toEqual(['style/value theme.css:1:37', 'style/value theme.css:1:54'])
    const [, p] = flat(styled)
    expect([p?.style.color, p?.style.margin.top]).toEqual([[255, 255, 255], 0])
  })

  test('one that is not set here is reported where it is used', () => {
    expect(style('h1 { --x: 1pt }\np { margin: var(--x) }', '<html><p/></html>').found).toEqual([
      'style/variable theme.css:2:5',
    ])
  })

  test('one that needs itself is reported and has no value', () => {
    const { found, styled } = style(
      'html { --a: var(--b); --b: var(--a) } p { margin: var(--a, 3pt) }',
      '<html><p/></html>',
    )
    expect(found).toEqual(['style/variable theme.css:1:8'])
    expect(flat(styled)[1]?.style.margin.top).toBe(3)
    const used = 'html { --a: var(--b); --b: var(--a) } p { margin: var(--a) }'
    expect(style(used, '<html><p/></html>').found).toEqual(['style/variable theme.css:1:8'])
  })

  test('ones that name each other in a long chain are one finding, and a short chain is none', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => `--x${index}: var(--x${index + 1});`)
    const use = '--x20000: 1pt; margin: var(--x0)'
    const { found } = style(`html { ${chain.join(' ')} ${use} }`, '<html/>')
    expect(found).toEqual([
      `style/variable theme.css:1:${`html { ${chain.slice(0, 100).join(' ')} `.length + 1}`,
    ])
    const short = chain.slice(0, 99).join(' ')
    expect(styles(`html { ${short} --x99: 1pt; margin: var(--x0) }`, '<html/>')[0]?.margin.top).toBe(1)
  })

  test('chains through fallbacks inside each other need no stack either', () => {
    const chain = Array.from({ length: 100 }, (_, index) => {
      return `--x${index}: ${'var(--none, '.repeat(20)}var(--x${index + 1})${')'.repeat(20)};`
    })
    const shallow = chain.map((one) => one.replace('var(--none, ', '').replace(')', ''))
    expect(style(`html { ${chain.join(' ')} }`, '<html/>').found).toContain('style/value theme.css:1:8')
    const css = `html { ${shallow.slice(0, 99).join(' ')} --x99: 2pt; margin: var(--x0) }`
    expect(styles(css, '<html/>')[0]?.margin.top).toBe(2)
  })

  test('ones that double each other do not fill the memory', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `--x${index + 1}: var(--x${index}) var(--x${index});`,
    )
    const { found } = style(`html { --x0: 1pt; ${doubling.join(' ')} margin: var(--x40) }`, '<html/>')
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('what stands before and after', () => {
  test('has a style of its own that inherits from the element', () => {
    const { styled } = style(
      'p { color: #fff } p::before { content: "§"; font-weight: 600 }',
      '<html><p/></html>',
    )
    const before = flat(styled)[1]?.look.before
    expect(before?.style).toMatchObject({
      color: [255, 255, 255],
      fontWeight: 600,
      display: 'inline',
      content: [{ kind: 'text', text: '§' }],
    })
    expect(flat(styled)[1]?.look.after).toBeNull()
  })

  test.each([
    'p::before { color: #fff }',
    'p::before { content: none }',
    'p::before { content: "x"; display: none }',
  ])('is not there by %s', (css) => {
    expect(flat(style(css, '<html><p/></html>').styled)[1]?.look.before).toBeNull()
  })
})

describe('equal styles', () => {
  test('are the same object, however the rules came to them', () => {
    const css = '.a { margin: 3pt } .b { margin: 3pt 3pt } section { widows: 2 }'
    const markup = '<html><p class="a"/><p class="b"/><section><p class="a"/></section><h1 class="b"/></html>'
    const [, a, b, , inner, heading] = styles(css, markup)
    expect(b).toBe(a)
    expect(inner).toBe(a)
    expect(heading).toBe(a)
  })

  test('and unequal ones are not', () => {
    const all = styles('.a { margin: 3pt } .b { margin: 4pt }', '<html><p class="a"/><p class="b"/></html>')
    expect(new Set(all).size).toBe(3)
  })
})

test('of styles that differ in their places alone the first is kept', () => {
  const css = '.a { font-family: Mono }\n.b { font-family: Mono } .b em { font-family: inherit }'
  const [html, a, b, em] = styles(css, '<html><p class="a"/><p class="b"><em/></p></html>')
  expect(html?.fontFamilySpan).toBeNull()
  expect(a?.fontFamilySpan && place(a.fontFamilySpan)).toBe('theme.css:1:6')
  expect(b).toBe(a)
  // What inherits it has its place too.
  expect(em?.fontFamilySpan).not.toBeNull()
})

test('elements that no selector tells apart are looked at once, whatever their ids and places', () => {
  const css = 'p:first-child { widows: 3 } p + p { orphans: 4 } em ~ strong { widows: 5 }'
  const passage = (id: number) => `<section id="s${id}"><p data-n="${id}">a</p><p>b</p><p>c</p></section>`
  const markup = `<html>${Array.from({ length: 500 }, (_, id) => passage(id)).join('')}</html>`
  const all = flat(style(css, markup).styled)
  const looks = (name: string) =>
    new Set(all.filter(({ element }) => element.name === name).map(({ look }) => look))
  // The first section and the others, and in each the first paragraph and the others.
  expect([all.length, looks('section').size, looks('p').size]).toEqual([2001, 2, 4])
})

test('60,000 elements and 100 rules come to few styles', () => {
  const rules = Array.from(
    { length: 100 },
    (_, index) => `section p.c${index}:lang(zh) > em { margin-left: ${index}pt }`,
  )
  const passage = '<p class="c7"><em>a</em><strong>b</strong></p>'
  const root = tree(`<html lang="zh-Hans">${`<section>${passage.repeat(10)}</section>`.repeat(2000)}</html>`)
  const theme = themeOf(rules.join('\n'), new Report())
  const all = flat(cascade(root, theme, new Report()))
  expect(all.length).toBe(62_001)
  expect(new Set(all.map((each) => each.style)).size).toBe(3)
})

function styles(css: string, markup: string) {
  const { styled, found } = style(css, markup)
  expect(found).toEqual([])
  return flat(styled).map((each) => each.style)
}

function style(css: string, markup: string) {
  const report = new Report()
  const theme = themeOf(css, report)
  const styled = cascade(tree(markup), theme, report)
  return { styled, found: report.diagnostics.map(({ code, span }) => `${code} ${place(span)}`) }
}

function flat(styled: Styled): readonly Styled[] {
  return [styled, ...styled.children.flatMap((child) => (child.kind === 'styled' ? flat(child) : []))]
}
