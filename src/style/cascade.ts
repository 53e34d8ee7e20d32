import { handOn, Report } from '../base/report.ts'
import type { Element, Node, TextNode } from '../document/element.ts'
import type { Computed } from './compute.ts'
import type { ComputedStyle } from './computed.ts'
import { type Counting, countingOf, isTransparent } from './counters.ts'
import { checkHidden, dropsOf, holdsContent } from './hidden-text.ts'
import type { KeptLooks } from './kept-looks.ts'
import { match, type Rule } from './match.ts'
import { checkPageRules } from './page-style.ts'
import type { Position, Positions } from './position.ts'
import type { Pseudo } from './pseudo.ts'
import type { Theme } from './theme.ts'

/** An element with its style; its children in the order of the document. */
export interface Styled {
  readonly kind: 'styled'
  readonly element: Element
  readonly style: ComputedStyle
  readonly look: Look
  readonly children: readonly (Styled | TextNode)[]
}

/** The root of a styled document. */
export interface StyledRoot extends Styled {
  /** All looks that there are, each after that of what is around it. */
  readonly looks: readonly LookPlace[]
  /** What is kept of the theme. */
  readonly kept: KeptLooks
}

/** A look with the look and the name of what has it. */
export interface LookPlace {
  readonly look: Look
  readonly above: Look | null
  readonly name: string
}

/** All that the theme says of an element. Elements that no rule tells apart share one. */
export interface Look {
  readonly computed: Computed
  /** What stands before and after its content; null when the theme generates nothing there. */
  readonly before: Computed | null
  readonly after: Computed | null
  /** The marker of a list item; null for what is none. */
  readonly marker: Marker | null
  /** The call and the marker of a note; null for what is none. */
  readonly note: { readonly call: Computed; readonly marker: Marker; readonly body: ComputedStyle } | null
  /** The style of a block around the content, without margins, borders and breaks. */
  readonly content: ComputedStyle
  /** What it counts; null: nothing. */
  readonly counting: Counting | null
  /** Whether counters see nothing of it: a passage and its parts. */
  readonly isTransparent: boolean
  /** Whether it drops its text: by `display: none`, or by a `content` of its own. */
  readonly drops: 'element' | 'content' | null
  /** Whether it is a box of its own between others, in the flow. */
  readonly isBox: boolean
  /** Whether `string-set` keeps its text. */
  readonly keepsText: boolean
}

/** A marker: one line of its own, whatever the element's first line does (CSS Lists 3, 3.1). */
export interface Marker {
  readonly computed: Computed
  readonly style: ComputedStyle
}

/** Gives each element of the document the style that the theme says. */
export function cascade(root: Element, theme: Theme, report: Report): StyledRoot {
  theme.looks.begin()
  const looks = new Looks(theme, report)
  const { positions } = theme.looks
  const position = positions.ofRoot(root)
  const styled = style(root, position, looks.of(position, null), positions, looks)
  theme.looks.check('pages', [styled.look], report, (found) => checkPageRules(theme, styled, found))
  checkHidden(looks.dropping, report)
  return { ...styled, looks: looks.places, kept: theme.looks }
}

function style(element: Element, position: Position, look: Look, positions: Positions, looks: Looks): Styled {
  const children = styleChildren(element.children, position, look, positions, looks)
  const styled: Styled = { kind: 'styled', element, style: look.computed.style, look, children }
  if (look.drops !== null && !looks.isSettledAbove(position)) looks.dropping.push(styled)
  return styled
}

function styleChildren(
  nodes: readonly Node[],
  position: Position,
  look: Look,
  positions: Positions,
  looks: Looks,
): Styled['children'] {
  if (isText(nodes)) return nodes
  const place = positions.inside(position, nodes)
  const children: (Styled | TextNode)[] = []
  for (const node of nodes) {
    if (node.kind === 'text') {
      children.push(node)
      continue
    }
    const own = positions.of(node, place)
    children.push(style(node, own, looks.of(own, look), positions, looks))
  }
  return children
}

/** Most elements hold nothing but text: theirs need no copy. */
function isText(nodes: readonly Node[]): nodes is readonly TextNode[] {
  for (const node of nodes) if (node.kind !== 'text') return false
  return true
}

/** What a style depends on is its parent's and the rules that match: each pair of them is computed once a theme. */
class Looks {
  readonly #theme: Theme
  readonly #report: Report
  readonly #kept: KeptLooks
  /** Those of this document, kept or not. */
  readonly #looks = new Map<Position, Look>()
  /** The elements that drop their text, those in others that do or whose text is kept aside. */
  readonly dropping: Styled[] = []
  readonly places: LookPlace[] = []

  constructor(theme: Theme, report: Report) {
    this.#theme = theme
    this.#report = report
    this.#kept = theme.looks
  }

  /** The look of what stands at a position; `above` is its parent's. */
  of(position: Position, above: Look | null): Look {
    const known = this.#looks.get(position)
    if (known !== undefined) return known
    const look = this.#kept.looks.get(position) ?? this.#makeAndKeep(position, above)
    this.#looks.set(position, look)
    this.places.push({ look, above, name: position.name })
    return look
  }

  /** What gives a finding is made anew for each document, which then has it as well. */
  #makeAndKeep(position: Position, above: Look | null): Look {
    const found = new Report()
    const made = this.#make(position, above, found)
    handOn(found.diagnostics, this.#report)
    if (found.diagnostics.length === 0) this.#kept.looks.set(position, made)
    return made
  }

  #make(position: Position, above: Look | null, report: Report): Look {
    const computed = this.#compute(above?.computed ?? null, match(this.#theme.rules, position), report)
    const isNote = position.name === 'bi-note'
    return {
      computed,
      before: this.#generated('before', position, computed, report),
      after: this.#generated('after', position, computed, report),
      marker:
        computed.style.display === 'list-item' ? this.#marker('marker', position, computed, report) : null,
      note: isNote
        ? {
            // The call stands in the line around the note, not in the note.
            call: this.#pseudo('footnote-call', position, above?.computed ?? computed, report),
            marker: this.#marker('footnote-marker', position, computed, report),
            body: this.#kept.styles.variant(computed.style, { display: 'block', raise: 0 }),
          }
        : null,
      content: this.#kept.styles.variant(computed.anonymous, { display: 'block', raise: 0 }),
      counting: countingOf(position.name, computed),
      isTransparent: isTransparent(position.name),
      drops: dropsOf(computed.style),
      isBox: position.name !== 'bi-note' && isBoxInFlow(computed.style),
      keepsText: computed.style.stringSet.some(({ value }) => holdsContent(value)),
    }
  }

  /** Whether an element above drops its text as well, or keeps it for the running heads. */
  isSettledAbove(position: Position): boolean {
    for (let above = position.parent; above !== null; above = above.parent) {
      const look = this.#looks.get(above)
      if (look !== undefined && (look.keepsText || look.drops !== null)) return true
    }
    return false
  }

  #generated(
    pseudo: 'before' | 'after',
    position: Position,
    parent: Computed,
    report: Report,
  ): Computed | null {
    if (this.#theme[pseudo].isEmpty) return null
    const rules = match(this.#theme[pseudo], position)
    if (rules.length === 0) return null
    const computed = this.#compute(parent, rules, report)
    return computed.style.content === null || computed.style.display === 'none' ? null : computed
  }

  #pseudo(pseudo: Pseudo, position: Position, parent: Computed, report: Report): Computed {
    return this.#compute(parent, match(this.#theme[pseudo], position), report)
  }

  #marker(pseudo: Pseudo, position: Position, parent: Computed, report: Report): Marker {
    const computed = this.#pseudo(pseudo, position, parent, report)
    const { anonymous } = computed
    return {
      computed,
      style: this.#kept.styles.variant(anonymous, { textIndent: 0, textAlign: 'start', raise: 0 }),
    }
  }

  #compute(parent: Computed | null, rules: readonly Rule[], report: Report): Computed {
    const siblings = this.#kept.computed.get(parent) ?? new Map<string, Computed>()
    this.#kept.computed.set(parent, siblings)
    const key = rules.map(({ rank }) => rank).join(' ')
    const known = siblings.get(key)
    if (known !== undefined) return known
    const declarations = rules.flatMap((rule) => rule.declarations)
    const found = new Report()
    const computed = this.#kept.styles.compute(parent, declarations, found)
    handOn(found.diagnostics, report)
    if (found.diagnostics.length === 0) siblings.set(key, computed)
    return computed
  }
}

/** What stands in a line, at the start of a paragraph or at a place of its own is no box between others. */
function isBoxInFlow({ display, position }: ComputedStyle): boolean {
  return !['none', 'contents', 'inline', 'inline-block', 'run-in'].includes(display) && position === 'static'
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
