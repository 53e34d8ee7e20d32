import type { Lang } from '../base/lang.ts'
import type { Element, Node } from '../document/element.ts'
import { type Fact, type Facts, isTrue, type Standing } from './fact.ts'
import { matchesOnce } from './match.ts'
import type { Complex } from './selector.ts'

/**
 * All that a selector can ask about an element. Elements that no selector can tell apart share one: two equal
 * positions are the same object.
 */
export interface Position {
  readonly name: string
  readonly lang: Lang | null
  readonly classes: readonly string[]
  /** Null also for an id that no selector names. */
  readonly id: string | null
  /** Those of the theme's facts that hold. */
  readonly facts: ReadonlySet<Fact>
  readonly parent: Position | null
  /** Which selectors inside others choose it, as far as that was asked. */
  readonly answers: Map<Complex, boolean>
}

/** A position that was met, with what it was told apart by. */
interface Met {
  readonly position: Position
  /** The attribute as it was written. */
  readonly classes: string
  /** Which facts hold, as the bits of whole numbers. */
  readonly bits: readonly number[]
}

/** Few are compared one by one, many are looked up. */
interface Below {
  readonly list: Met[]
  readonly byKey: Map<string, Met>
}

/** Finds the positions of a document's elements, and keeps each once. */
export class Positions {
  readonly #facts: readonly Fact[]
  readonly #ids: ReadonlySet<string>
  readonly #counts: Counts
  readonly #earlier: readonly (Fact & { readonly kind: 'beside' })[]
  readonly #known = new Map<Position | null, Below>()
  readonly #classes = new Map<string, readonly string[]>()
  readonly #bits: number[]

  constructor(facts: Facts) {
    this.#facts = facts.all
    this.#ids = facts.ids
    const ofType = this.#facts.some((fact) => fact.kind === 'nth' && fact.isOfType)
    const fromEnd = this.#facts.some((fact) => fact.kind === 'nth' && fact.isFromEnd)
    this.#counts = ofType ? 'types' : fromEnd ? 'all' : 'start'
    this.#earlier = this.#facts.flatMap((fact) => (fact.kind === 'beside' && !fact.isNext ? [fact] : []))
    this.#bits = new Array(Math.ceil(this.#facts.length / bitsInNumber)).fill(0)
  }

  ofRoot(root: Element): Position {
    return this.of(root, new Place(null, [], 'start'))
  }

  /** A place for each of the elements in an element, in turn. */
  inside(parent: Position, children: readonly Node[]): Place {
    return new Place(parent, children, this.#counts)
  }

  /** The position of the next element at a place. */
  of(element: Element, place: Place): Position {
    place.enter(element)
    this.#findBits(element, place)
    const position = this.#meet(element, place.parent)
    place.leave(position)
    for (const fact of this.#earlier) {
      if (!place.hasEarlier(fact) && matchesOnce(fact.complex, position)) place.noteEarlier(fact)
    }
    return position
  }

  #findBits(element: Element, place: Place): void {
    const bits = this.#bits
    bits.fill(0)
    for (let index = 0; index < this.#facts.length; index++) {
      const fact = this.#facts[index]
      if (fact === undefined || !isTrue(fact, element, place)) continue
      const word = Math.floor(index / bitsInNumber)
      bits[word] = (bits[word] ?? 0) | (1 << (index % bitsInNumber))
    }
  }

  #meet(element: Element, parent: Position | null): Position {
    const { name, lang, attrs } = element
    const given = attrs.get('id')
    const id = given !== undefined && this.#ids.has(given) ? given : null
    const classes = attrs.get('class') ?? ''
    const below = this.#below(parent)
    if (below.list.length <= mostCompared) {
      for (const met of below.list) {
        const { position } = met
        if (position.name !== name || met.classes !== classes || position.lang !== lang) continue
        if (position.id === id && isSame(met.bits, this.#bits)) return position
      }
      return this.#make(name, lang, id, classes, parent, below)
    }
    const known = below.byKey.get(keyOf(name, lang, id, classes, this.#bits))
    return known?.position ?? this.#make(name, lang, id, classes, parent, below)
  }

  #below(parent: Position | null): Below {
    const known = this.#known.get(parent)
    if (known !== undefined) return known
    const made: Below = { list: [], byKey: new Map() }
    this.#known.set(parent, made)
    return made
  }

  #make(
    name: string,
    lang: Lang | null,
    id: string | null,
    classes: string,
    parent: Position | null,
    below: Below,
  ): Position {
    const bits = [...this.#bits]
    const facts = new Set(this.#facts.filter((_, index) => hasBit(bits, index)))
    const position: Position = {
      name,
      lang,
      classes: this.#classesOf(classes),
      id,
      facts,
      parent,
      answers: new Map(),
    }
    const met: Met = { position, classes, bits }
    below.list.push(met)
    below.byKey.set(keyOf(name, lang, id, classes, bits), met)
    return position
  }

  #classesOf(value: string): readonly string[] {
    const known = this.#classes.get(value)
    if (known !== undefined) return known
    const classes = [...new Set(value.split(/[ \t\n\r\f]+/).filter((name) => name !== ''))]
    this.#classes.set(value, classes)
    return classes
  }
}

/** JavaScript shifts whole numbers of 32 bits, the first of them a sign. */
const bitsInNumber = 30

/** Up to so many, comparing costs less than making a key. */
const mostCompared = 12

function hasBit(bits: readonly number[], index: number): boolean {
  return (((bits[Math.floor(index / bitsInNumber)] ?? 0) >> (index % bitsInNumber)) & 1) === 1
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

function keyOf(
  name: string,
  lang: Lang | null,
  id: string | null,
  classes: string,
  bits: readonly number[],
): string {
  return [name, lang ?? '', id ?? '', classes, ...bits].join('\n')
}

/** What facts ask of numbers among siblings: only from the start, also from the end, or also by name. */
type Counts = 'start' | 'all' | 'types'

/** The children of a parent, as they are gone through; numbers count from 1. */
class Place implements Standing {
  readonly parent: Position | null
  previous: Position | null = null
  number = 0
  numberFromEnd = 1
  numberOfType = 1
  numberOfTypeFromEnd = 1
  /** The `beside` facts that an element before brought about; most have none. */
  #earlier: Set<Fact> | null = null
  readonly #left: Map<string, number> | null
  readonly #met: Map<string, number> | null
  #total = 0

  constructor(parent: Position | null, children: readonly Node[], counts: Counts) {
    this.parent = parent
    this.#left = counts === 'types' ? new Map() : null
    this.#met = counts === 'types' ? new Map() : null
    if (counts === 'start') return
    for (const child of children) {
      if (child.kind !== 'element') continue
      this.#total++
      this.#left?.set(child.name, (this.#left.get(child.name) ?? 0) + 1)
    }
  }

  hasEarlier(fact: Fact): boolean {
    return this.#earlier?.has(fact) ?? false
  }

  noteEarlier(fact: Fact): void {
    this.#earlier ??= new Set()
    this.#earlier.add(fact)
  }

  enter({ name }: Element): void {
    this.number++
    if (this.#total > 0) this.numberFromEnd = this.#total - this.number + 1
    if (this.#left === null || this.#met === null || this.parent === null) return
    const left = this.#left.get(name) ?? 1
    const met = this.#met.get(name) ?? 0
    this.numberOfTypeFromEnd = left
    this.numberOfType = met + 1
    this.#left.set(name, left - 1)
    this.#met.set(name, met + 1)
  }

  leave(position: Position): void {
    this.previous = position
  }
}
