import type { Stretch } from '../base/leaf.ts'
import type { Reference, Token } from '../content/scan.ts'

/** What a text holds once it is decided which marks count; opens and closes are properly nested. */
export type Event =
  | Extract<Token, { readonly kind: 'text' | 'code' | 'break' | 'note' }>
  | (Reference & { readonly id: Stretch })
  | {
      readonly kind: 'open'
      readonly name: 'em' | 'strong' | 'a'
      readonly at: number
      readonly target: Stretch | null
    }
  | { readonly kind: 'close'; readonly at: number }

/** Decides which asterisks are emphasis: CommonMark's algorithm for nested emphasis, in linear time. */
export function resolveMarks(tokens: readonly Token[]): readonly Event[] {
  const targets = new Map<number, Stretch>()
  for (const token of tokens) if (token.kind === 'link') targets.set(token.bracket, token.target)
  const runs = matchRuns(tokens, targets)
  const events: Event[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'stars') addRun(runs[index], events)
    else if (token.kind === 'link') events.push({ kind: 'close', at: token.to })
    else if (token.kind === 'reference') events.push(referenceOf(token))
    else if (token.kind !== 'bracket') events.push(token)
    else {
      const { from, to } = token
      const target = targets.get(index)
      events.push(target ? { kind: 'open', name: 'a', at: from, target } : { kind: 'text', from, to })
    }
  }
  return events
}

/** Braces that hold no reference, which has been found wrong, are text. */
function referenceOf({ id, from, to, ...token }: Reference): Event {
  return id === null ? { kind: 'text', from, to } : { ...token, id, from, to }
}

/** The runs of asterisks by the number of their token, matched. */
function matchRuns(tokens: readonly Token[], targets: ReadonlyMap<number, Stretch>): readonly Run[] {
  const runs: Run[] = []
  // Emphasis does not cross the edge of a link: what stands in one is matched alone, and first.
  let waiting: Run[] = []
  let outside: Run[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'stars') {
      const { from, to, mayOpen, mayClose } = token
      const run = { from, to, order: index, length: to - from, mayOpen, mayClose, closes: [], opens: [] }
      runs[index] = run
      waiting.push(run)
    } else if (token.kind === 'bracket' && targets.has(index)) {
      outside = waiting
      waiting = []
    } else if (token.kind === 'link') {
      match(waiting)
      waiting = outside
    }
  }
  match(waiting)
  return runs
}

/** A run of asterisks while it is matched: closing takes from its left, opening from its right. */
interface Run {
  from: number
  to: number
  readonly order: number
  /** As written, before anything was taken. */
  readonly length: number
  readonly mayOpen: boolean
  readonly mayClose: boolean
  readonly closes: Event[]
  /** Innermost first. */
  readonly opens: Event[]
}

function match(runs: readonly Run[]): void {
  const openers: Run[] = []
  /** For each sort of closer, the order of the first run that is still worth trying. */
  const bottoms = new Map<number, number>()
  for (const closer of runs) {
    const sort = (closer.length % 3) + (closer.mayOpen ? 3 : 0)
    while (closer.mayClose && closer.from < closer.to) {
      const found = findOpener(openers, closer, bottoms.get(sort) ?? 0)
      const opener = openers[found]
      if (opener === undefined) {
        bottoms.set(sort, closer.order)
        break
      }
      openers.length = found + 1
      join(opener, closer)
      if (opener.from === opener.to) openers.pop()
    }
    if (closer.mayOpen && closer.from < closer.to) openers.push(closer)
  }
}

/** The index of the nearest opener that matches, or -1. */
function findOpener(openers: readonly Run[], closer: Run, bottom: number): number {
  for (let index = openers.length - 1; index >= 0; index--) {
    const opener = openers[index]
    if (opener === undefined || opener.order < bottom) return -1
    const isAmbiguous = opener.mayClose || closer.mayOpen
    const isThird = (opener.length + closer.length) % 3 === 0 && closer.length % 3 !== 0
    if (!isAmbiguous || !isThird) return index
  }
  return -1
}

function join(opener: Run, closer: Run): void {
  const isStrong = opener.to - opener.from >= 2 && closer.to - closer.from >= 2
  opener.to -= isStrong ? 2 : 1
  closer.from += isStrong ? 2 : 1
  opener.opens.push({ kind: 'open', name: isStrong ? 'strong' : 'em', at: opener.to, target: null })
  closer.closes.push({ kind: 'close', at: closer.from })
}

function addRun(run: Run | undefined, events: Event[]): void {
  if (run === undefined) throw new Error('a run of asterisks was not matched')
  for (const close of run.closes) events.push(close)
  if (run.from < run.to) events.push({ kind: 'text', from: run.from, to: run.to })
  for (const open of run.opens.reverse()) events.push(open)
}
