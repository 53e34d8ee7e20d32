import { langMatches } from '../base/lang.ts'
import type { Element } from '../document/element.ts'
import type { Declaration } from './declaration.ts'
import type { Compound, Pseudo, Selector } from './selector.ts'

/** One selector and what it sets. A rule with a list of selectors becomes one for each. */
export interface Rule {
  readonly selector: Selector
  readonly declarations: readonly Declaration[]
  /** Its place in the cascade: of two that match, the higher rank wins. */
  readonly rank: number
}

/** Where an element stands: what a selector may ask about. */
export interface Position {
  readonly element: Element
  readonly classes: readonly string[]
  readonly parent: Position | null
  readonly isFirstChild: boolean
}

/** Rules by what they ask of the element itself, so that few are tried on each. */
export interface RuleIndex {
  readonly byId: ReadonlyMap<string, readonly Rule[]>
  readonly byClass: ReadonlyMap<string, readonly Rule[]>
  readonly byType: ReadonlyMap<string, readonly Rule[]>
  readonly others: readonly Rule[]
}

/** The rules that match, in cascade order: the last one wins. */
export function match(index: RuleIndex, position: Position): readonly Rule[] {
  const found: Rule[] = []
  collect(index.byType.get(position.element.name), position, found)
  for (const name of position.classes) collect(index.byClass.get(name), position, found)
  const id = position.element.attrs.get('id')
  if (id !== undefined) collect(index.byId.get(id), position, found)
  collect(index.others, position, found)
  return found.sort((a, b) => a.rank - b.rank)
}

/** An index of the rules for the elements themselves, or for one of their pseudo-elements. */
export function indexRules(rules: readonly Rule[], pseudo: Pseudo | null): RuleIndex {
  const byId = new Map<string, Rule[]>()
  const byClass = new Map<string, Rule[]>()
  const byType = new Map<string, Rule[]>()
  const others: Rule[] = []
  for (const rule of rules) {
    if (rule.selector.pseudo !== pseudo) continue
    const subject = rule.selector.compounds[0]
    const [id, className, type] = [subject?.ids[0], subject?.classes[0], subject?.type ?? undefined]
    if (id !== undefined) put(byId, id, rule)
    else if (className !== undefined) put(byClass, className, rule)
    else if (type !== undefined) put(byType, type, rule)
    else others.push(rule)
  }
  return { byId, byClass, byType, others }
}

/** The classes of an element, each once. */
export function classesOf(element: Element): readonly string[] {
  const value = element.attrs.get('class')
  if (value === undefined) return []
  return [...new Set(value.split(/[ \t\n\r\f]+/).filter((name) => name !== ''))]
}

function collect(rules: readonly Rule[] | undefined, position: Position, found: Rule[]): void {
  for (const rule of rules ?? []) {
    if (matchesFrom(rule.selector.compounds, 0, position) === 'yes') found.push(rule)
  }
}

/** `never`: no element further up can take this one's place either, which keeps the search linear in depth. */
type Answer = 'yes' | 'no' | 'never'

function matchesFrom(compounds: readonly Compound[], at: number, position: Position): Answer {
  const compound = compounds[at]
  if (compound === undefined) return 'yes'
  if (!holds(compound, position)) return 'no'
  if (compound.left === null) return 'yes'
  if (compound.left === 'parent') {
    return position.parent === null ? 'never' : matchesFrom(compounds, at + 1, position.parent)
  }
  for (let above = position.parent; above !== null; above = above.parent) {
    const answer = matchesFrom(compounds, at + 1, above)
    if (answer !== 'no') return answer
  }
  return 'never'
}

function holds(compound: Compound, { element, classes, parent, isFirstChild }: Position): boolean {
  if (compound.type !== null && compound.type !== element.name) return false
  if (compound.isFirstChild && !isFirstChild) return false
  if (compound.isRoot && parent !== null) return false
  for (const name of compound.classes) if (!classes.includes(name)) return false
  for (const id of compound.ids) if (element.attrs.get('id') !== id) return false
  for (const { name, value } of compound.attributes) {
    const actual = element.attrs.get(name)
    if (actual === undefined || (value !== null && actual !== value)) return false
  }
  for (const ranges of compound.langs) {
    const { lang } = element
    if (lang === null || !ranges.some((range) => langMatches(lang, range))) return false
  }
  return true
}

function put(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = map.get(key)
  if (list) list.push(rule)
  else map.set(key, [rule])
}
