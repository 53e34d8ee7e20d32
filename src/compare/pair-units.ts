import type { Lang } from '../base/lang.ts'
import { align } from './align.ts'
import { alikePairs } from './alike.ts'
import { numbered } from './numbering.ts'
import { contentKey, likeness, type Shingles, shinglesOf, type Unit } from './units.ts'

/** For each unit of one state the index of what it has become, for each of the other of what it was; -1: nothing. */
export interface Pairing {
  readonly toAfter: readonly number[]
  readonly toBefore: readonly number[]
}

/**
 * Recognises units: first by name and words; then by the same words, where a name says only a position, has vanished
 * or stands on another text; then by name and some of the words; then by nearly the same words; last by their place
 * between neighbours, or by a name that is all that has remained.
 */
export function pairUnits(
  before: readonly Unit[],
  after: readonly Unit[],
  languages: readonly Lang[],
): Pairing {
  const pairs = new Pairs(before, after, languages)
  pairNamed(pairs, (was, is) => pairs.key(was) === pairs.key(is))
  pairSame(pairs, (unit) => pairs.key(unit).length >= leastOfWords)
  pairNamed(pairs, (was, is) => likeness(pairs.shingles(was), pairs.shingles(is)) >= leastOfName)
  pairSame(pairs, (unit) => pairs.key(unit) !== '')
  pairAlike(pairs)
  pairInGaps(pairs)
  pairNamed(pairs, () => true)
  return pairs
}

/** Characters of a unit as JSON, its frame of 40 included: with fewer (`Yes`, `5`) the same words say nothing against a name. */
const leastOfWords = 90

/** Below it a name stands on another text: one that was made of first words, say, of which there are others now. */
const leastOfName = 0.2

/** Guards that a unit is paired once. */
class Pairs implements Pairing {
  readonly before: readonly Unit[]
  readonly after: readonly Unit[]
  readonly toAfter: number[]
  readonly toBefore: number[]
  readonly #languages: readonly Lang[]
  readonly #shingles = new Map<Unit, Shingles>()
  readonly #keys = new Map<Unit, string>()

  constructor(before: readonly Unit[], after: readonly Unit[], languages: readonly Lang[]) {
    this.#languages = languages
    this.before = before
    this.after = after
    this.toAfter = before.map(() => -1)
    this.toBefore = after.map(() => -1)
  }

  pair(from: number, to: number): void {
    if (this.toAfter[from] !== -1 || this.toBefore[to] !== -1) return
    this.toAfter[from] = to
    this.toBefore[to] = from
  }

  /** Indices of what is not paired. */
  left(side: 'before' | 'after', isMeant: (unit: Unit) => boolean = () => true): readonly number[] {
    const paired = side === 'before' ? this.toAfter : this.toBefore
    return this[side].flatMap((unit, index) => (paired[index] === -1 && isMeant(unit) ? [index] : []))
  }

  isLeft(after: number): boolean {
    return this.toBefore[after] === -1
  }

  /** What the unit says, in the languages that both states have. */
  key(unit: Unit): string {
    const known = this.#keys.get(unit)
    if (known !== undefined) return known
    const made = contentKey(unit, this.#languages)
    this.#keys.set(unit, made)
    return made
  }

  shingles(unit: Unit): Shingles {
    const known = this.#shingles.get(unit)
    if (known) return known
    const made = shinglesOf(unit)
    this.#shingles.set(unit, made)
    return made
  }
}

function pairNamed(pairs: Pairs, isPair: (was: Unit, is: Unit) => boolean): void {
  const names = new Map(pairs.after.map((unit, index) => [unit.id, { unit, index }]))
  for (const index of pairs.left('before')) {
    const unit = pairs.before[index]
    const there = unit && names.get(unit.id)
    if (!there || unit.isNumbered || there.unit.isNumbered) continue
    if (pairs.isLeft(there.index) && isPair(unit, there.unit)) pairs.pair(index, there.index)
  }
}

/** In order as many as can be, then those that stand once on both sides and have gone elsewhere. */
function pairSame(pairs: Pairs, isMeant: (unit: Unit) => boolean): void {
  const [before, after] = [pairs.left('before', isMeant), pairs.left('after', isMeant)]
  const keys = (units: readonly Unit[], indices: readonly number[]) =>
    indices.flatMap((index) => (units[index] ? [pairs.key(units[index])] : []))
  const [here, there] = numbered(keys(pairs.before, before), keys(pairs.after, after))
  for (const [from, to] of align(here, there)) pairs.pair(before[from] ?? -1, after[to] ?? -1)
  const places = new Map<number, number[]>()
  for (const [at, number] of there.entries()) {
    if (pairs.toBefore[after[at] ?? -1] === -1)
      places.set(number, [...(places.get(number) ?? []).slice(-1), at])
  }
  for (const [at, number] of here.entries()) {
    const [to, ...others] = places.get(number) ?? []
    if (to !== undefined && others.length === 0) pairs.pair(before[at] ?? -1, after[to] ?? -1)
  }
}

function pairAlike(pairs: Pairs): void {
  const facts = (units: readonly Unit[], indices: readonly number[]) =>
    indices.flatMap((index) => {
      const unit = units[index]
      return unit ? [{ index, kind: unit.passages[0].kind, shingles: pairs.shingles(unit) }] : []
    })
  const before = facts(pairs.before, pairs.left('before'))
  const after = facts(pairs.after, pairs.left('after'))
  for (const [from, to] of alikePairs(before, after)) pairs.pair(from, to)
}

/** Where as many numbered units of a kind are left between the same neighbours, they are those that were there. */
function pairInGaps(pairs: Pairs): void {
  const here = inGaps(pairs.before, pairs.toAfter, (index) => pairs.toAfter[index] ?? -1)
  const there = inGaps(pairs.after, pairs.toBefore, (index) => index)
  for (const [gap, own] of here) {
    const others = there.get(gap) ?? []
    if (own.length !== others.length) continue
    for (const [at, from] of own.entries()) pairs.pair(from, others[at] ?? -1)
  }
}

/** Numbered units that are left, by their kind and by the last paired unit before them, as the later state counts it. */
function inGaps(
  units: readonly Unit[],
  paired: readonly number[],
  onAfter: (index: number) => number,
): ReadonlyMap<string, readonly number[]> {
  const gaps = new Map<string, number[]>()
  let last = -1
  for (const [index, { isNumbered, passages }] of units.entries()) {
    if (paired[index] !== -1) last = onAfter(index)
    else if (isNumbered) {
      const gap = `${last} ${passages[0].kind}`
      const own = gaps.get(gap)
      if (own) own.push(index)
      else gaps.set(gap, [index])
    }
  }
  return gaps
}
