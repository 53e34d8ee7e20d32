import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { type Passage, type Passages, unitOf } from './passages.ts'
import { isSaying, tokensOf } from './tokens.ts'

/** What is recognised as one: a paragraph with its run-in heading, the row of a table, a card. */
export interface Unit {
  readonly id: UnitId
  readonly isNumbered: boolean
  readonly passages: readonly [Passage, ...Passage[]]
}

/** The units of some passages, in the order in which they begin. */
export function unitsOf(passages: Passages): readonly Unit[] {
  const units = new Map<UnitId, [Passage, ...Passage[]]>()
  for (const passage of passages) {
    const id = unitOf(passage)
    const unit = units.get(id)
    if (unit) unit.push(passage)
    else units.set(id, [passage])
  }
  return [...units].map(([id, own]) => ({ id, isNumbered: own[0].isNumbered, passages: own }))
}

/** The same for units that say the same in these languages, whatever their ids; empty for what says nothing in them. */
export function contentKey({ passages }: Unit, languages: readonly Lang[]): string {
  const said = passages.map(({ id, kind, texts }) => ({
    part: id.slice(unitOf({ id }).length),
    kind,
    texts: languages.map((lang) => texts.get(lang) ?? null),
  }))
  return said.every(({ texts }) => texts.every((text) => text === null || text === ''))
    ? ''
    : JSON.stringify(said)
}

/**
 * The pairs of neighbouring words of a unit in each language, as often as they stand there; the ends count as words,
 * so that one word makes two pairs.
 */
export type Shingles = ReadonlyMap<Lang, ReadonlyMap<string, number>>

export function shinglesOf({ passages }: Unit): Shingles {
  const shingles = new Map<Lang, Map<string, number>>()
  for (const { texts } of passages) {
    for (const [lang, text] of texts) {
      const counts = shingles.get(lang) ?? new Map<string, number>()
      shingles.set(lang, counts)
      const words = tokensOf(text).flatMap((token) => (isSaying(token) ? [token.text] : []))
      if (words.length === 0 && text !== '') words.push(text)
      for (let at = 0; at <= words.length && words.length > 0; at++) {
        const pair = `${words[at - 1] ?? ''} ${words[at] ?? ''}`
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    }
  }
  return shingles
}

/**
 * How alike two units are, from 0 to 1: the share of word pairs that they have in common (Dice 1945), the mean of the
 * languages that both have; 0 where there is none.
 */
export function likeness(one: Shingles, other: Shingles): number {
  const shared = [...one.keys()].filter((lang) => other.has(lang))
  const sum = shared.reduce((total, lang) => total + dice(one.get(lang), other.get(lang)), 0)
  return shared.length === 0 ? 0 : sum / shared.length
}

type Counts = ReadonlyMap<string, number> | undefined

function dice(one: Counts = new Map(), other: Counts = new Map()): number {
  let [common, all] = [0, 0]
  for (const count of other.values()) all += count
  for (const [pair, count] of one) {
    all += count
    common += Math.min(count, other.get(pair) ?? 0)
  }
  return all === 0 ? 1 : (2 * common) / all
}
