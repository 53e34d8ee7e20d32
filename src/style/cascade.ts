import type { Report } from '../base/report.ts'
import type { Element, TextNode } from '../document/element.ts'
import { type Computed, Styles } from './compute.ts'
import type { ComputedStyle } from './computed.ts'
import { classesOf, match, type Position, type Rule, type RuleIndex } from './match.ts'
import { checkPageRules } from './page-style.ts'
import type { Theme } from './theme.ts'

/** An element with its style; its children in the order of the document. */
export interface Styled {
  readonly kind: 'styled'
  readonly element: Element
  readonly style: ComputedStyle
  readonly computed: Computed
  /** What stands before and after its content; null when the theme generates nothing there. */
  readonly before: Computed | null
  readonly after: Computed | null
  readonly children: readonly (Styled | TextNode)[]
}

/** Gives each element of the document the style that the theme says. */
export function cascade(root: Element, theme: Theme, report: Report): Styled {
  const cache = new StyleCache(theme, report)
  const styled = styleElement(root, null, null, true, cache)
  checkPageRules(theme, styled, report)
  return styled
}

function styleElement(
  element: Element,
  above: Position | null,
  parent: Computed | null,
  isFirstChild: boolean,
  cache: StyleCache,
): Styled {
  const position: Position = { element, classes: cache.classesOf(element), parent: above, isFirstChild }
  const computed = cache.style(position, parent)
  let isFirst = true
  const children = element.children.map((child) => {
    if (child.kind === 'text') return child
    const styled = styleElement(child, position, computed, isFirst, cache)
    isFirst = false
    return styled
  })
  return {
    kind: 'styled',
    element,
    style: computed.style,
    computed,
    before: cache.pseudo('before', position, computed),
    after: cache.pseudo('after', position, computed),
    children,
  }
}

/** What a style depends on is its parent's and the rules that match: each pair of them is computed once. */
class StyleCache {
  readonly #theme: Theme
  readonly #report: Report
  readonly #styles = new Styles()
  readonly #known = new Map<Computed | null, Map<string, Computed>>()
  readonly #classes = new Map<string, readonly string[]>()

  constructor(theme: Theme, report: Report) {
    this.#theme = theme
    this.#report = report
  }

  style(position: Position, parent: Computed | null): Computed {
    return this.#compute(parent, match(this.#theme.rules, position))
  }

  pseudo(pseudo: 'before' | 'after', position: Position, parent: Computed): Computed | null {
    const index = this.#theme[pseudo]
    const rules = isEmpty(index) ? [] : match(index, position)
    if (rules.length === 0) return null
    const computed = this.#compute(parent, rules)
    return computed.style.content === null || computed.style.display === 'none' ? null : computed
  }

  classesOf(element: Element): readonly string[] {
    const value = element.attrs.get('class') ?? ''
    const known = this.#classes.get(value) ?? classesOf(element)
    this.#classes.set(value, known)
    return known
  }

  #compute(parent: Computed | null, rules: readonly Rule[]): Computed {
    const siblings = this.#known.get(parent) ?? new Map<string, Computed>()
    this.#known.set(parent, siblings)
    const key = rules.map(({ rank }) => rank).join(' ')
    const known = siblings.get(key)
    if (known !== undefined) return known
    const declarations = rules.flatMap((rule) => rule.declarations)
    const computed = this.#styles.compute(parent, declarations, this.#report)
    siblings.set(key, computed)
    return computed
  }
}

function isEmpty(index: RuleIndex): boolean {
  return index.byType.size + index.byClass.size + index.byId.size + index.others.length === 0
}

/** The elements that are not displayed, by `Element.index`; what is inside them is not listed. */
export function hiddenIn(styled: Styled): ReadonlySet<number> {
  const hidden = new Set<number>()
  const visit = (one: Styled): void => {
    if (one.style.display === 'none') hidden.add(one.element.index)
    else for (const child of one.children) if (child.kind === 'styled') visit(child)
  }
  visit(styled)
  return hidden
}
