import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { align } from './align.ts'
import { type Changes, isRenamed, type PassageChange, passageOf } from './changes.ts'
import { comparePassage } from './compare-passage.ts'
import { longestIncreasing } from './increasing.ts'
import { layoutChanges } from './layout-changes.ts'
import { numbered } from './numbering.ts'
import { pairUnits } from './pair-units.ts'
import { languagesOf, type Passage, type State, unitOf } from './passages.ts'
import { passagesAsJson } from './passages-json.ts'
import { type Unit, unitsOf } from './units.ts'

/**
 * What is different between two states of a publication, passage by passage and language by language. Compared the
 * other way round, it says the same the other way round.
 */
export function compare(before: State, after: State): Changes {
  const spoken = { before: languagesOf(before.passages), after: languagesOf(after.passages) }
  const common = spoken.after.filter((lang) => spoken.before.includes(lang))
  const units = { before: unitsOf(before.passages), after: unitsOf(after.passages) }
  const { toAfter, toBefore, stays } = recognise(before, after, units, common)
  const changes: PassageChange[] = []
  const add = (was: Unit | undefined, is: Unit | undefined, isMoved: boolean): void => {
    for (const [one, other] of pairPassages(was, is)) {
      const change = comparePassage(one, other, isMoved, common, spoken)
      if (isChange(change)) changes.push(change)
    }
  }
  // Removed units stand before what was added or moved to where they were.
  let [from, to] = [0, 0]
  for (const [stayed, there] of [...stays, [units.before.length, units.after.length] as const]) {
    for (; from < stayed; from++) if (toAfter[from] === -1) add(units.before[from], undefined, false)
    for (; to < there; to++) {
      const origin = toBefore[to] ?? -1
      add(units.before[origin], units.after[to], origin !== -1)
    }
    if (stayed < units.before.length) add(units.before[stayed], units.after[there], false)
    ;[from, to] = [stayed + 1, there + 1]
  }
  const pairs = toBefore.flatMap((origin, index) => {
    const [was, is] = [units.before[origin], units.after[index]]
    return was && is ? [[was, is] as const] : []
  })
  return {
    languages: {
      added: spoken.after.filter((lang) => !common.includes(lang)),
      removed: spoken.before.filter((lang) => !common.includes(lang)),
    },
    passages: changes,
    layout: before.layout && after.layout && layoutChanges(before.layout, after.layout, pairs, common),
  }
}

/** The units that say something else than before in each language, or are new in it: what change bars mark. */
export function changedUnits({ passages }: Changes): ReadonlyMap<Lang, ReadonlySet<UnitId>> {
  const units = new Map<Lang, Set<UnitId>>()
  for (const change of passages) {
    if (change.after === null) continue
    for (const { lang } of change.texts) {
      const own = units.get(lang) ?? new Set()
      units.set(lang, own.add(unitOf(passageOf(change))))
    }
  }
  return units
}

interface Recognised {
  readonly toAfter: readonly number[]
  readonly toBefore: readonly number[]
  /** The pairs that keep their order, ascending on both sides: as many as can be. */
  readonly stays: readonly (readonly [before: number, after: number])[]
}

/** Pairs units; where several ways are as good, both directions take the same. */
function recognise(
  before: State,
  after: State,
  units: { readonly before: readonly Unit[]; readonly after: readonly Unit[] },
  common: readonly Lang[],
): Recognised {
  const isTurned = passagesAsJson(before.passages) > passagesAsJson(after.passages)
  const [first, second] = isTurned ? [units.after, units.before] : [units.before, units.after]
  const { toAfter, toBefore } = pairUnits(first, second, common)
  const paired = toAfter.flatMap((to, from) => (to === -1 ? [] : [[from, to] as const]))
  const stays = longestIncreasing(paired.map(([, to]) => to)).flatMap((index) => {
    const pair = paired[index]
    return pair ? [pair] : []
  })
  if (!isTurned) return { toAfter, toBefore, stays }
  return { toAfter: toBefore, toBefore: toAfter, stays: stays.map(([from, to]) => [to, from] as const) }
}

type PassagePair = readonly [before: Passage | null, after: Passage | null]

/** The passages of a unit in both states: cells by their words and places, others by what they are in it. */
function pairPassages(was: Unit | undefined, is: Unit | undefined): readonly PassagePair[] {
  const [before, after] = [was?.passages ?? [], is?.passages ?? []]
  if (before.length !== after.length && [...before, ...after].every(({ kind }) => kind === 'cell'))
    return pairCells(before, after)
  const left = new Map(before.map((passage) => [partOf(passage), passage]))
  const pairs = after.map((passage): PassagePair => {
    const old = left.get(partOf(passage)) ?? null
    left.delete(partOf(passage))
    return [old, passage]
  })
  return [...[...left.values()].map((old): PassagePair => [old, null]), ...pairs]
}

function partOf({ id }: Passage): string {
  return id.slice(unitOf({ id }).length)
}

/** A column was put in or taken out: cells are recognised by what they say, the others in their order. */
function pairCells(before: readonly Passage[], after: readonly Passage[]): readonly PassagePair[] {
  const isTurned = before.length > after.length
  const [here, there] = isTurned ? [after, before] : [before, after]
  const matches = align(...numbered(here.map(textKey), there.map(textKey))).map(([from, to]) =>
    isTurned ? [to, from] : [from, to],
  )
  const pairs: PassagePair[] = []
  let [a, b] = [0, 0]
  for (const [toA = 0, toB = 0] of [...matches, [before.length, after.length]]) {
    for (; a < toA && b < toB; a++, b++) pairs.push([before[a] ?? null, after[b] ?? null])
    for (; a < toA; a++) pairs.push([before[a] ?? null, null])
    for (; b < toB; b++) pairs.push([null, after[b] ?? null])
    if (toA < before.length) pairs.push([before[toA] ?? null, after[toB] ?? null])
    ;[a, b] = [toA + 1, toB + 1]
  }
  return pairs
}

function textKey({ texts }: Passage): string {
  return JSON.stringify([...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isChange(change: PassageChange): boolean {
  const { before, after, isMoved, texts } = change
  if (texts.length > 0) return true
  return before !== null && after !== null && (isMoved || before.kind !== after.kind || isRenamed(change))
}
