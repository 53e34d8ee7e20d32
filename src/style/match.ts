import { langMatches } from '../base/lang.ts'
import type { Declaration } from './declaration.ts'
import type { Position } from './position.ts'
import type { Pseudo } from './pseudo.ts'
import type { Complex, Compound, Selector } from './selector.ts'

/** One selector and what it sets. A rule with a list of selectors becomes one for each. */
export interface Rule {
  readonly selector: Selector
  readonly declarations: readonly Declaration[]
  /** Its place in the cascade: of two that match, the higher rank wins. */
  readonly rank: number
}

/** Rules by what they ask of the element itself, so that few are tried on each. */
export interface RuleIndex {
  readonly byId: ReadonlyMap<string, readonly Rule[]>
  readonly byClass: ReadonlyMap<string, readonly Rule[]>
  readonly byType: ReadonlyMap<string, readonly Rule[]>
  readonly others: readonly Rule[]
  readonly isEmpty: boolean
}

/** The rules that match, in cascade order: the last one wins. */
export function match(index: RuleIndex, position: Position): readonly Rule[] {
  if (index.isEmpty) return []
  const found: Rule[] = []
  collect(index.byType.get(position.name), position, found)
  for (const name of position.classes) collect(index.byClass.get(name), position, found)
  if (position.id !== null) collect(index.byId.get(position.id), position, found)
  collect(index.others, position, found)
  return found.sort((a, b) => a.rank - b.rank)
}

/** An index of the rules for the elements themselves, or for one of their pseudo-elements. */
export function indexRules(rules: readonly Rule[], pseudo: Pseudo | null): RuleIndex {
  const byId = new Map<string, Rule[]>()
  const byClass = new Map<string, Rule[]>()
  const byType = new Map<string, Rule[]>()
  const others: Rule[] = []
  const own = rules.filter((rule) => rule.selector.pseudo === pseudo)
  for (const rule of own) {
    const subject = rule.selector.complex[0]
    const [id, className, type] = [subject?.ids[0], subject?.classes[0], subject?.type ?? undefined]
    if (id !== undefined) put(byId, id, rule)
    else if (className !== undefined) put(byClass, className, rule)
    else if (type !== undefined) put(byType, type, rule)
    else others.push(rule)
  }
  return { byId, byClass, byType, others, isEmpty: own.length === 0 }
}

/** Whether a selector chooses what stands at a position. */
export function matches(complex: Complex, position: Position): boolean {
  return matchesFrom(complex, 0, position) === 'yes'
}

/** The same, found out once for each position: where selectors stand in selectors, they would ask again and again. */
export function matchesOnce(complex: Complex, position: Position): boolean {
  const known = position.answers.get(complex)
  if (known !== undefined) return known
  const answer = matches(complex, position)
  position.answers.set(complex, answer)
  return answer
}

function collect(rules: readonly Rule[] | undefined, position: Position, found: Rule[]): void {
  for (const rule of rules ?? []) if (matches(rule.selector.complex, position)) found.push(rule)
}

/** `never`: no element further up can take this one's place either, which keeps the search linear in depth. */
type Answer = 'yes' | 'no' | 'never'

function matchesFrom(complex: Complex, at: number, position: Position): Answer {
  const compound = complex[at]
  if (compound === undefined) return 'yes'
  if (!holds(compound, position)) return 'no'
  if (compound.left === null) return 'yes'
  if (compound.left === 'parent') {
    return position.parent === null ? 'never' : matchesFrom(complex, at + 1, position.parent)
  }
  for (let above = position.parent; above !== null; above = above.parent) {
    const answer = matchesFrom(complex, at + 1, above)
    if (answer !== 'no') return answer
  }
  return 'never'
}

function holds(compound: Compound, position: Position): boolean {
  if (compound.type !== null && compound.type !== position.name) return false
  if (compound.isRoot && position.parent !== null) return false
  for (const name of compound.classes) if (!position.classes.includes(name)) return false
  for (const id of compound.ids) if (position.id !== id) return false
  for (const fact of compound.facts) if (!position.facts.has(fact)) return false
  for (const ranges of compound.langs) {
    const { lang } = position
    if (lang === null || !ranges.some((range) => langMatches(lang, range))) return false
  }
  for (const { isNegated, any } of compound.lists) {
    if (any.some((complex) => matchesOnce(complex, position)) === isNegated) return false
  }
  return true
}

function put(map: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = map.get(key)
  if (list) list.push(rule)
  else map.set(key, [rule])
}
