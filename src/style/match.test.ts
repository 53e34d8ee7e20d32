import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import { elementsOf, tree } from '../testing/tree.ts'
import { cascade, type Styled } from './cascade.ts'
import { parseTheme } from './theme.ts'

const sample = tree(
  `<html lang="en"><section class="a b"><h1 id="one" class="a">1</h1><p class="b">2<em>3</em><em class="c">4</em></p></section>
  <section lang="zh-Hans"><p>5<span><em data-x="1">6</em></span></p><p class="a c" lang="en-GB">7<em>8</em></p></section></html>`,
)

test.each([
  ['p', 'p p p'],
  ['.a', 'section h1 p'],
  ['.a.b', 'section'],
  ['#one', 'h1'],
  ['h1#one.a', 'h1'],
  ['[data-x]', 'em'],
  ['[data-x="1"]', 'em'],
  ['[data-x="2"]', ''],
  [':lang(zh)', 'section p span em'],
  ['p:lang(en)', 'p p'],
  ['p:lang(zh, en-GB)', 'p p'],
  [':root', 'html'],
  ['em:first-child', 'em em em'],
  ['section > em', ''],
  ['section em', 'em em em em'],
  ['p > em', 'em em em'],
  ['section > p > span em', 'em'],
  ['html section.a > p em.c', 'em'],
  ['em em', ''],
  ['h1, span', 'h1 span'],
])('%s chooses: %s', (selector, names) => {
  expect(chosen(selector, sample).map(({ name }) => name)).toEqual(names.split(' ').filter(Boolean))
})

test('of rules that match, the naive cascade of specificity and order has the same winner', () => {
  fc.assert(
    fc.property(fc.array(selector(), { minLength: 1, maxLength: 12 }), markup(), (selectors, root) => {
      const css = selectors.map(({ css, important }, index) => {
        return `${css} { widows: ${index + 1}${important ? ' !important' : ''} }`
      })
      const report = new Report()
      // `widows` is inherited: every element says first that it has its own.
      const theme = parseTheme([{ path: 'theme.css', text: ['* { widows: 99 }', ...css].join('\n') }], report)
      expect(report.diagnostics).toEqual([])
      for (const { element, style } of flat(cascade(root, theme, report))) {
        expect(style.widows).toBe(naiveWinner(selectors, element, root))
      }
    }),
  )
})

test('a pseudo-class that is said twice weighs twice', () => {
  const css = '* { widows: 1 } :root:root { widows: 3 } :root { widows: 4 }'
  const report = new Report()
  const { style } = cascade(sample, parseTheme([{ path: 'theme.css', text: css }], report), report)
  expect([report.diagnostics, style.widows]).toEqual([[], 3])
})

test('a selector that tries every ancestor of a deep tree still ends', () => {
  const depth = 90
  const root = tree(`<html>${'<div>'.repeat(depth)}${'</div>'.repeat(depth)}</html>`)
  expect(chosen(`p ${'div '.repeat(20)}div`, root)).toEqual([])
  expect(chosen(`p > ${'div > div '.repeat(10)}div`, root)).toEqual([])
  // Tried one by one, the ways to place 20 of 90 ancestors would outlast us all.
})

function chosen(selector: string, root: Element): readonly Element[] {
  const report = new Report()
  const css = `* { widows: 1 } * { widows: 1 } ${selector} { widows: 7 !important }`
  const styled = cascade(root, parseTheme([{ path: 'theme.css', text: css }], report), report)
  expect(report.diagnostics).toEqual([])
  return flat(styled)
    .filter(({ style }) => style.widows === 7)
    .map(({ element }) => element)
}

function flat(styled: Styled): readonly Styled[] {
  return [styled, ...styled.children.flatMap((child) => (child.kind === 'styled' ? flat(child) : []))]
}

interface Simple {
  readonly css: string
  readonly weight: number
  readonly holds: (element: Element, isRoot: boolean, isFirst: boolean) => boolean
}
interface Naive {
  readonly css: string
  readonly important: boolean
  readonly weight: number
  /** From left to right; the combinator stands before a compound. */
  readonly steps: readonly { readonly child: boolean; readonly all: readonly Simple[] }[]
}

function selector(): fc.Arbitrary<Naive> {
  const type = fc.constantFrom<Simple>(...['section', 'p', 'em'].map((name) => byType(name)), {
    css: '*',
    weight: 0,
    holds: () => true,
  })
  const others = fc.constantFrom<Simple>(
    ...['a', 'b'].map((name) => byClass(name)),
    { css: '#x', weight: 100, holds: ({ attrs }) => attrs.get('id') === 'x' },
    { css: '[href="y"]', weight: 10, holds: ({ attrs }) => attrs.get('href') === 'y' },
    { css: ':lang(zh)', weight: 10, holds: ({ lang }) => lang?.startsWith('zh') === true },
    { css: ':first-child', weight: 10, holds: (_, __, isFirst) => isFirst },
    { css: ':root', weight: 10, holds: (_, isRoot) => isRoot },
  )
  const compound = fc.tuple(type, fc.array(others, { maxLength: 2 })).map(([first, rest]) => [first, ...rest])
  const steps = fc.array(fc.record({ child: fc.boolean(), all: compound }), { minLength: 1, maxLength: 4 })
  return fc.record({ steps, important: fc.boolean() }).map(({ steps, important }) => ({
    steps,
    important,
    css: steps
      .map(
        ({ child, all }, at) => `${at === 0 ? '' : child ? ' > ' : ' '}${all.map(({ css }) => css).join('')}`,
      )
      .join(''),
    weight: steps.flatMap(({ all }) => all).reduce((sum, { weight }) => sum + weight, 0),
  }))
}

function byType(name: string): Simple {
  return { css: name, weight: 1, holds: (element) => element.name === name }
}

function byClass(name: string): Simple {
  return {
    css: `.${name}`,
    weight: 10,
    holds: ({ attrs }) => attrs.get('class')?.split(' ').includes(name) === true,
  }
}

function markup(): fc.Arbitrary<Element> {
  const attributes = fc.constantFrom(
    '',
    ' class="a"',
    ' class="b a"',
    ' id="x"',
    ' href="y"',
    ' lang="zh-Hans"',
  )
  const tag = fc.tuple(fc.constantFrom('section', 'p', 'em'), attributes)
  const { node } = fc.letrec<{ node: string; leaf: string; branch: string }>((tie) => ({
    leaf: tag.map(([name, attribute]) => `<${name}${attribute}/>`),
    branch: fc
      .tuple(tag, fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
      .map(([[name, attribute], children]) => `<${name}${attribute}>${children.join('')}</${name}>`),
    node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
  }))
  return fc.array(node, { maxLength: 3 }).map((children) => tree(`<html>${children.join('')}</html>`))
}

/** Tries every way to place each selector, and sorts what matches by importance, weight and order. */
function naiveWinner(selectors: readonly Naive[], element: Element, root: Element): number {
  const path = pathTo(element, root)
  let best = { value: 99, rank: [0, 0, -1] }
  for (const [index, { steps, important, weight }] of selectors.entries()) {
    const rank = [important ? 1 : 0, weight, index]
    if (places(steps, path) && compare(rank, best.rank) > 0) best = { value: index + 1, rank }
  }
  return best.value
}

function places(steps: Naive['steps'], path: readonly Element[]): boolean {
  const [last, element] = [steps.at(-1), path.at(-1)]
  if (last === undefined) return true
  if (element === undefined) return false
  const parent = path.at(-2)
  const isFirst =
    parent?.children.find((child) => child.kind === 'element') === element || parent === undefined
  if (!last.all.every(({ holds }) => holds(element, path.length === 1, isFirst))) return false
  if (steps.length === 1) return true
  if (last.child) return places(steps.slice(0, -1), path.slice(0, -1))
  return path.some((_, length) => places(steps.slice(0, -1), path.slice(0, length)))
}

function pathTo(element: Element, root: Element): readonly Element[] {
  return elementsOf(root).filter((above) => elementsOf(above).includes(element))
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
