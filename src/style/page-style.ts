import { type CssNode, parse } from 'css-tree'
import { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { Styled } from './cascade.ts'
import { computeLonghand, inCascadeOrder, type Specified, Styles, specify } from './compute.ts'
import type { ComputedStyle, MarginBoxName, PageQuery, PageStyle } from './computed.ts'
import type { Declaration } from './declaration.ts'
import { classesOf, match, type Position } from './match.ts'
import { columnsDescriptor, type Descriptor, sizeDescriptor } from './page-descriptor.ts'
import { appliesTo, marginBoxNames, type PageRule, weightOf } from './page-rule.ts'
import type { Context } from './property.ts'
import type { Theme } from './theme.ts'
import { wordsOf } from './value.ts'

/** What the theme says of a page; the same query under the same root gives the same object. */
export function pageStyle(theme: Theme, query: PageQuery, root: Styled): PageStyle {
  const cache = theme.pageStyles.get(root) ?? { styles: new Styles(), byQuery: new Map() }
  theme.pageStyles.set(root, cache)
  const key = JSON.stringify([query.name, query.side, query.isFirst, query.languages])
  const style = cache.byQuery.get(key) ?? makePageStyle(theme, query, root, cache.styles)
  cache.byQuery.set(key, style)
  return style
}

/** Reports what is wrong with the values of page rules once the root's variables are put in. */
export function checkPageRules(theme: Theme, root: Styled, report: Report): void {
  for (const rule of theme.pages) {
    for (const declarations of [rule.declarations, ...rule.boxes.values()]) {
      specify(declarations, root.computed.custom, report)
    }
  }
}

function makePageStyle(theme: Theme, query: PageQuery, root: Styled, styles: Styles): PageStyle {
  const rules = theme.pages.filter((rule) => appliesTo(rule, query)).sort((a, b) => weightOf(a) - weightOf(b))
  const specified = specifyPage(rules, root)
  const { longhands } = root.computed
  const outer: Context = { em: longhands['font-size'], color: longhands.color, page: query.name }
  const em = computeLonghand('font-size', specified.get('font-size'), longhands, outer)
  const context = { ...outer, em }
  const value = (name: 'margin-top' | 'margin-right' | 'margin-bottom' | 'margin-left') =>
    computeLonghand(name, specified.get(name), longhands, context)
  return {
    size: describe('size', sizeDescriptor, specified, context),
    margin: {
      top: value('margin-top'),
      right: value('margin-right'),
      bottom: value('margin-bottom'),
      left: value('margin-left'),
    },
    background: computeLonghand('background-color', specified.get('background-color'), longhands, context),
    columns: describe('bi-columns', columnsDescriptor, specified, context),
    boxes: marginBoxes(theme, rules, query, root, styles),
  }
}

function specifyPage(rules: readonly PageRule[], root: Styled): Specified {
  const declarations = inCascadeOrder(rules.flatMap((rule) => rule.declarations))
  return specify(declarations, root.computed.custom, checked())
}

function describe<Value>(
  name: string,
  descriptor: Descriptor<Value>,
  specified: Specified,
  context: Context,
): Value {
  const value = specified.get(name)
  if (value?.kind === 'words') return descriptor.compute(value.words, context)
  const initial: CssNode = parse(descriptor.initial, { context: 'value' })
  return descriptor.compute(initial.type === 'Value' ? wordsOf(initial.children.toArray()) : [], context)
}

/** The margin boxes that have content. */
function marginBoxes(
  theme: Theme,
  rules: readonly PageRule[],
  query: PageQuery,
  root: Styled,
  styles: Styles,
): ReadonlyMap<MarginBoxName, ComputedStyle> {
  const boxes = new Map<MarginBoxName, ComputedStyle>()
  for (const name of marginBoxNames) {
    const own = rules.flatMap((rule) => rule.boxes.get(name) ?? [])
    if (own.length === 0) continue
    const inherited = matchMargin(theme, languageOf(name, query), root)
    const { style } = styles.compute(root.computed, [...inherited, ...own], checked())
    if (style.content !== null && style.display !== 'none') boxes.set(name, style)
  }
  return boxes
}

/** What the theme says of `bi-margin`, as if it were a child of the root in that language. */
function matchMargin(theme: Theme, lang: string | null, root: Styled): readonly Declaration[] {
  const element: Element = {
    kind: 'element',
    name: 'bi-margin',
    index: -1,
    lang,
    unit: null,
    attrs: new Map(),
    children: [],
    span: root.element.span,
  }
  const parent: Position = {
    element: root.element,
    classes: classesOf(root.element),
    parent: null,
    isFirstChild: true,
  }
  const rules = match(theme.rules, { element, classes: [], parent, isFirstChild: false })
  return rules.flatMap((rule) => rule.declarations)
}

/** The left box speaks the first printed language, the right box the last, the middle the first. */
function languageOf(name: MarginBoxName, { languages }: PageQuery): string | null {
  return (name.endsWith('-right') ? languages.at(-1) : languages[0]) ?? null
}

/** `cascade` has already reported what is wrong with page rules. */
function checked(): Report {
  return new Report()
}
