import { likeness, type Shingles } from './units.ts'

/** A unit that is looked for, or may be what is looked for. */
export interface Candidate {
  readonly index: number
  readonly kind: string
  readonly shingles: Shingles
}

/** Half of all pairs of words: a text of twenty words in which every fourth was replaced still has as many. */
const leastLikeness = 0.5

/** What stands in more texts than these tells nothing about one of them, and would make the search quadratic. */
const mostHolders = 16

/** Of those that share the most rare pairs of words, so many are held against each other in full. */
const mostTried = 4

/** The pairs of indices of what says nearly the same in all languages, each index once, the most alike first. */
export function alikePairs(
  before: readonly Candidate[],
  after: readonly Candidate[],
): readonly (readonly [from: number, to: number])[] {
  const holders = holdersOf(after)
  const found = before.flatMap((one) =>
    nearest(one, holders).flatMap((other) => {
      const score = one.kind === other.kind ? likeness(one.shingles, other.shingles) : 0
      return score >= leastLikeness ? [{ from: one.index, to: other.index, score }] : []
    }),
  )
  found.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const [taken, given] = [new Set<number>(), new Set<number>()]
  return found.flatMap(({ from, to }) => {
    if (taken.has(from) || given.has(to)) return []
    taken.add(from)
    given.add(to)
    return [[from, to] as const]
  })
}

/** What holds each pair of words, by language and pair. */
function holdersOf(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const holders = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const own = holders.get(key)
      if (own === undefined) holders.set(key, [candidate])
      else if (own.length <= mostHolders) own.push(candidate)
    }
  }
  return holders
}

function nearest(one: Candidate, holders: ReadonlyMap<string, readonly Candidate[]>): readonly Candidate[] {
  const shared = new Map<Candidate, number>()
  for (const key of keysOf(one)) {
    const own = holders.get(key) ?? []
    if (own.length > mostHolders) continue
    for (const other of own) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  return [...shared]
    .sort(([a, most], [b, least]) => least - most || a.index - b.index)
    .slice(0, mostTried)
    .map(([other]) => other)
}

function* keysOf({ shingles }: Candidate): Iterable<string> {
  for (const [lang, counts] of shingles) for (const pair of counts.keys()) yield `${lang} ${pair}`
}
