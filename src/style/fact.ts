import type { Element } from '../document/element.ts'
import { matchesOnce } from './match.ts'
import type { Position } from './position.ts'
import type { Complex } from './selector.ts'

/** What can be asked of an element beyond its name, classes, language and the elements above it. */
export type Fact =
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly operator: AttributeOperator | null
      readonly value: string
      readonly ignoresCase: boolean
    }
  /** It is number an + b (n = 0, 1, …) of the children of its parent, or of those of its name. */
  | {
      readonly kind: 'nth'
      readonly a: number
      readonly b: number
      readonly isFromEnd: boolean
      readonly isOfType: boolean
    }
  | { readonly kind: 'empty' }
  /** The element before it, or one of those before it, is chosen. */
  | { readonly kind: 'beside'; readonly isNext: boolean; readonly complex: Complex }

export type AttributeOperator = '=' | '~=' | '|=' | '^=' | '$=' | '*='

/** What a theme may ask for, each for every element: a theme needs a dozen. */
const mostFacts = 1000

/** Keeps each fact once, so that it is found out once an element however many rules ask. */
export class Facts {
  readonly #known = new Map<string, Fact>()
  readonly #numbers = new Map<unknown, number>()
  readonly #ids = new Set<string>()

  /** The fact as it was first asked for; null where there are too many. */
  keep(fact: Fact): Fact | null {
    // The facts in a fact are known by their numbers: written out, a long row of `+` would grow with its square.
    const key = JSON.stringify(fact, (name, value) =>
      name === '' ? value : (this.#numbers.get(value) ?? value),
    )
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#known.size >= mostFacts) return null
    this.#known.set(key, fact)
    this.#numbers.set(fact, this.#numbers.size)
    return fact
  }

  keepId(id: string): void {
    this.#ids.add(id)
  }

  /** A fact comes after those that it is made of. */
  get all(): readonly Fact[] {
    return [...this.#known.values()]
  }

  /** The ids that selectors name. */
  get ids(): ReadonlySet<string> {
    return this.#ids
  }
}

/** Where an element stands among the children of its parent; the numbers count from 1. */
export interface Standing {
  readonly number: number
  readonly numberFromEnd: number
  readonly numberOfType: number
  readonly numberOfTypeFromEnd: number
  readonly previous: Position | null
  /** The `beside` facts that an element before it brought about. */
  hasEarlier(fact: Fact): boolean
}

export function isTrue(fact: Fact, element: Element, place: Standing): boolean {
  switch (fact.kind) {
    case 'attribute':
      return hasAttribute(fact, element.attrs.get(fact.name))
    case 'nth':
      return isNth(fact, place)
    case 'empty':
      return isEmpty(element)
    case 'beside':
      if (!fact.isNext) return place.hasEarlier(fact)
      return place.previous !== null && matchesOnce(fact.complex, place.previous)
  }
}

/** White space alone is nothing (Selectors 4, 14.2). */
function isEmpty({ children }: Element): boolean {
  for (const child of children) {
    if (child.kind === 'element' || /[^ \t\r\n\f]/.test(child.leaf.text)) return false
  }
  return true
}

function isNth({ a, b, isFromEnd, isOfType }: Fact & { kind: 'nth' }, place: Standing): boolean {
  const number = isOfType
    ? isFromEnd
      ? place.numberOfTypeFromEnd
      : place.numberOfType
    : isFromEnd
      ? place.numberFromEnd
      : place.number
  const steps = number - b
  return a === 0 ? steps === 0 : steps % a === 0 && steps / a >= 0
}

/** Selectors 4, 6: an empty value is part of nothing. */
function hasAttribute(fact: Fact & { kind: 'attribute' }, actual: string | undefined): boolean {
  if (actual === undefined) return false
  const text = fact.ignoresCase ? actual.toLowerCase() : actual
  const value = fact.ignoresCase ? fact.value.toLowerCase() : fact.value
  switch (fact.operator) {
    case null:
      return true
    case '=':
      return text === value
    case '~=':
      return value !== '' && text.split(/[ \t\r\n\f]+/).includes(value)
    case '|=':
      return text === value || text.startsWith(`${value}-`)
    case '^=':
      return value !== '' && text.startsWith(value)
    case '$=':
      return value !== '' && text.endsWith(value)
    case '*=':
      return value !== '' && text.includes(value)
  }
}
