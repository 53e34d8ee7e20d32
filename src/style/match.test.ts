import { parse } from 'css-tree'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import { themeOf } from '../testing/theme.ts'
import { elementsOf, tree } from '../testing/tree.ts'
import { cascade, type Styled } from './cascade.ts'
import { specificityOf } from './specificity.ts'

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
  ['h1 + p', 'p'],
  ['h1 ~ p', 'p'],
  ['p + h1', ''],
  ['em + em', 'em'],
  ['section + section > p', 'p p'],
  ['section:not(.a)', 'section'],
  ['p:not(section + section p)', 'p'],
  ['em:not(.c, [data-x])', 'em em'],
  [':is(h1, p) > em', 'em em em'],
  [':where(section p) em:last-child', 'em em em'],
  ['p:nth-child(2)', 'p p'],
  ['em:nth-last-child(2)', 'em'],
  ['p:nth-of-type(odd)', 'p p'],
  ['p:last-of-type', 'p p'],
  ['em:only-child', 'em em'],
  ['span:only-of-type', 'span'],
  ['[class~=c]', 'em p'],
  ['[lang|=zh]', 'section'],
  ['[lang^=zh]', 'section'],
  ['[lang$="GB"]', 'p'],
  ['[lang*=H]', 'section'],
  ['[lang*=h i]', 'section'],
  ['[lang="ZH-HANS" i]', 'section'],
  ['[id=""]', ''],
  ['[id^=""]', ''],
  ['em:empty', ''],
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
      const theme = themeOf(['* { widows: 99 }', ...css].join('\n'), report)
      expect(report.diagnostics).toEqual([])
      const family = familyOf(root)
      for (const { element, style } of flat(cascade(root, theme, report))) {
        expect(style.widows).toBe(naiveWinner(selectors, element, family))
      }
    }),
    { numRuns: 400 },
  )
})

test.each([
  // Selectors 4, 17.
  ['*', [0, 0, 0]],
  ['li', [0, 0, 1]],
  ['ul li', [0, 0, 2]],
  ['ul ol+li', [0, 0, 3]],
  ['h1 + *[rel=up]', [0, 1, 1]],
  ['ul ol li.red', [0, 1, 3]],
  ['li.red.level', [0, 2, 1]],
  ['#x34y', [1, 0, 0]],
  ['#s12:not(FOO)', [1, 0, 1]],
  ['.foo :is(.bar, #baz)', [1, 1, 0]],
  [':is(em, #foo)', [1, 0, 0]],
  ['.qux:where(em, #foo#bar#baz)', [0, 1, 0]],
  [':nth-child(2n+1)', [0, 1, 0]],
  [':not(em, strong#foo)', [1, 0, 1]],
  ['p::before', [0, 0, 2]],
])('%s weighs %j', (css, weight) => {
  const selector = parse(css, { context: 'selector' })
  expect(specificityOf(selector.type === 'Selector' ? selector.children.toArray() : [])).toEqual(weight)
})

test('a list weighs as much as its heaviest part, whichever matches', () => {
  const css = '* { widows: 1 } :is(p, #none) { widows: 3 } p.b { widows: 4 } :where(#none, p) { widows: 5 }'
  const report = new Report()
  const all = flat(cascade(sample, themeOf(css, report), report))
  expect([report.diagnostics, all.find(({ element }) => element.name === 'p')?.style.widows]).toEqual([[], 3])
})

test('lists deep in each other are a finding', () => {
  const report = new Report()
  themeOf(`${':not('.repeat(9)}p${')'.repeat(9)} { widows: 3 }`, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['style/selector'])
  const allowed = new Report()
  themeOf(`${':not('.repeat(8)}p${')'.repeat(8)} { widows: 3 }`, allowed)
  expect(allowed.diagnostics).toEqual([])
})

test('a pseudo-class that is said twice weighs twice', () => {
  const css = '* { widows: 1 } :root:root { widows: 3 } :root { widows: 4 }'
  const report = new Report()
  const { style } = cascade(sample, themeOf(css, report), report)
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
  const styled = cascade(root, themeOf(css, report), report)
  expect(report.diagnostics).toEqual([])
  return flat(styled)
    .filter(({ style }) => style.widows === 7)
    .map(({ element }) => element)
}

function flat(styled: Styled): readonly Styled[] {
  return [styled, ...styled.children.flatMap((child) => (child.kind === 'styled' ? flat(child) : []))]
}

interface Naive {
  readonly css: string
  readonly important: boolean
  readonly complex: NaiveComplex
}

/** From left to right; the combinator stands before a compound, the first has none. */
type NaiveComplex = readonly { readonly combinator: string; readonly all: readonly Simple[] }[]

type Weight = readonly [number, number, number]

interface Simple {
  readonly css: string
  readonly weight: Weight
  readonly holds: (element: Element, family: Family) => boolean
}

/** Who stands above whom, found by looking. */
interface Family {
  readonly root: Element
  readonly parents: ReadonlyMap<Element, Element>
}

function selector(): fc.Arbitrary<Naive> {
  return fc.record({ complex: complexOf(2), important: fc.boolean() }).map(({ complex, important }) => {
    return { complex, important, css: cssOf(complex) }
  })
}

function complexOf(depth: number): fc.Arbitrary<NaiveComplex> {
  const type = fc.constantFrom<Simple>(...['section', 'p', 'em'].map(byType), {
    css: '*',
    weight: [0, 0, 0],
    holds: () => true,
  })
  const simple: fc.Arbitrary<Simple> =
    depth > 0 ? fc.oneof({ weight: 4, arbitrary: leaf() }, listOf(depth - 1)) : leaf()
  const compound = fc.tuple(type, fc.array(simple, { maxLength: 2 })).map(([first, rest]) => [first, ...rest])
  const step = fc.record({ combinator: fc.constantFrom(' ', ' > ', ' + ', ' ~ '), all: compound })
  return fc.array(step, { minLength: 1, maxLength: depth > 1 ? 4 : 2 })
}

function leaf(): fc.Arbitrary<Simple> {
  const formula = fc.record({
    a: fc.integer({ min: -2, max: 3 }),
    b: fc.integer({ min: -2, max: 4 }),
    name: fc.constantFrom('nth-child', 'nth-last-child', 'nth-of-type', 'nth-last-of-type'),
  })
  return fc.oneof(
    formula.map(({ a, b, name }): Simple => {
      const css = `:${name}(${a}n${b < 0 ? b : `+${b}`})`
      return { css, weight: [0, 1, 0], holds: (element, family) => isNth(element, family, name, a, b) }
    }),
    fc.constantFrom<Simple>(
      ...['a', 'b'].map(byClass),
      { css: '#x', weight: [1, 0, 0], holds: ({ attrs }) => attrs.get('id') === 'x' },
      byAttribute('[href]', (value) => value !== undefined),
      byAttribute('[href="y z"]', (value) => value === 'y z'),
      byAttribute('[href~=z]', (value) => value?.split(' ').includes('z') === true),
      byAttribute('[href^=y]', (value) => value?.startsWith('y') === true),
      byAttribute('[href$=z]', (value) => value?.endsWith('z') === true),
      byAttribute('[href*=" "]', (value) => value?.includes(' ') === true),
      { css: ':lang(zh)', weight: [0, 1, 0], holds: ({ lang }) => lang?.startsWith('zh') === true },
      { css: ':root', weight: [0, 1, 0], holds: (element, { root }) => element === root },
      { css: ':empty', weight: [0, 1, 0], holds: ({ children }) => children.length === 0 },
      ...['first-child', 'last-child', 'only-child', 'first-of-type', 'last-of-type', 'only-of-type'].map(
        byPlace,
      ),
    ),
  )
}

function listOf(depth: number): fc.Arbitrary<Simple> {
  const list = fc.array(complexOf(depth), { minLength: 1, maxLength: 2 })
  return fc.tuple(fc.constantFrom('is', 'where', 'not'), list).map(([name, any]): Simple => {
    const heaviest = any.map(weightOf).reduce((best, one) => (compare(one, best) > 0 ? one : best))
    return {
      css: `:${name}(${any.map(cssOf).join(', ')})`,
      weight: name === 'where' ? [0, 0, 0] : heaviest,
      holds: (element, family) => any.some((one) => isChosen(one, element, family)) === (name !== 'not'),
    }
  })
}

function byType(name: string): Simple {
  return { css: name, weight: [0, 0, 1], holds: (element) => element.name === name }
}

function byClass(name: string): Simple {
  const holds = ({ attrs }: Element) => attrs.get('class')?.split(' ').includes(name) === true
  return { css: `.${name}`, weight: [0, 1, 0], holds }
}

function byAttribute(css: string, holds: (value: string | undefined) => boolean): Simple {
  return { css, weight: [0, 1, 0], holds: ({ attrs }) => holds(attrs.get('href')) }
}

function byPlace(name: string): Simple {
  const [which] = name.split('-')
  const isOfType = name.endsWith('of-type')
  return {
    css: `:${name}`,
    weight: [0, 1, 0],
    holds: (element, family) => {
      const like = siblingsOf(element, family).filter((one) => !isOfType || one.name === element.name)
      if (which === 'only') return like.length === 1
      return (which === 'first' ? like[0] : like.at(-1)) === element
    },
  }
}

function cssOf(complex: NaiveComplex): string {
  return complex
    .map(({ combinator, all }, at) => `${at === 0 ? '' : combinator}${all.map(({ css }) => css).join('')}`)
    .join('')
}

function weightOf(complex: NaiveComplex): Weight {
  return complex
    .flatMap(({ all }) => all)
    .reduce<Weight>(([a, b, c], { weight }) => [a + weight[0], b + weight[1], c + weight[2]], [0, 0, 0])
}

function markup(): fc.Arbitrary<Element> {
  const attributes = fc.constantFrom(
    '',
    '',
    ' class="a"',
    ' class="b a"',
    ' id="x"',
    ' href="y z"',
    ' href="y"',
    ' lang="zh-Hans"',
  )
  const tag = fc.tuple(fc.constantFrom('section', 'p', 'em'), attributes)
  const { node } = fc.letrec<{ node: string; leaf: string; branch: string }>((tie) => ({
    leaf: tag.map(([name, attribute]) => `<${name}${attribute}/>`),
    branch: fc
      .tuple(tag, fc.array(tie('node'), { minLength: 1, maxLength: 4 }))
      .map(([[name, attribute], children]) => `<${name}${attribute}>${children.join('')}</${name}>`),
    node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
  }))
  return fc.array(node, { maxLength: 4 }).map((children) => tree(`<html>${children.join('')}</html>`))
}

/** Tries every way to place each selector, and sorts what matches by importance, weight and order. */
function naiveWinner(selectors: readonly Naive[], element: Element, family: Family): number {
  let best: { value: number; rank: readonly number[] } = { value: 99, rank: [0, 0, 0, 0, -1] }
  for (const [index, { complex, important }] of selectors.entries()) {
    const rank = [important ? 1 : 0, ...weightOf(complex), index]
    if (isChosen(complex, element, family) && compare(rank, best.rank) > 0) best = { value: index + 1, rank }
  }
  return best.value
}

/** Selectors 4, 4 and 16, word for word: the last compound holds, and some element that it points at is chosen by the rest. */
function isChosen(complex: NaiveComplex, element: Element, family: Family): boolean {
  const last = complex.at(-1)
  if (last === undefined || !last.all.every(({ holds }) => holds(element, family))) return false
  if (complex.length === 1) return true
  const rest = complex.slice(0, -1)
  return pointedAt(last.combinator, element, family).some((other) => isChosen(rest, other, family))
}

function pointedAt(combinator: string, element: Element, family: Family): readonly Element[] {
  const parent = family.parents.get(element)
  const siblings = siblingsOf(element, family)
  const before = siblings.slice(0, siblings.indexOf(element))
  switch (combinator) {
    case ' > ':
      return parent ? [parent] : []
    case ' + ':
      return before.slice(-1)
    case ' ~ ':
      return before
    default: {
      const above: Element[] = []
      for (let one = parent; one; one = family.parents.get(one)) above.push(one)
      return above
    }
  }
}

function isNth(element: Element, family: Family, name: string, a: number, b: number): boolean {
  const all = siblingsOf(element, family).filter(
    (one) => !name.endsWith('of-type') || one.name === element.name,
  )
  const ordered = name.includes('last') ? all.toReversed() : all
  const number = ordered.indexOf(element) + 1
  return Array.from({ length: 60 }, (_, n) => a * n + b).includes(number)
}

function siblingsOf(element: Element, family: Family): readonly Element[] {
  const parent = family.parents.get(element)
  return parent ? parent.children.filter((child) => child.kind === 'element') : [element]
}

function familyOf(root: Element): Family {
  const parents = new Map<Element, Element>()
  for (const parent of elementsOf(root)) {
    for (const child of parent.children) if (child.kind === 'element') parents.set(child, parent)
  }
  return { root, parents }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
