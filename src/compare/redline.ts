import { align } from './align.ts'
import { numbered } from './numbering.ts'
import { settled } from './settle-hunks.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A stretch of a redline. */
export interface Edit {
  readonly kind: 'same' | 'removed' | 'added'
  /** Never empty. */
  readonly text: string
}

/** Where two lists of tokens differ: what stands from `before[0]` to `before[1]` became what stands in `after`. */
export interface Hunk {
  readonly before: readonly [from: number, to: number]
  readonly after: readonly [from: number, to: number]
}

/**
 * How one text became another, word by word: `same` and `removed` together are the first, `same` and `added` the
 * second; what was removed stands before what took its place. The redline of two texts turned round is this one turned
 * round.
 */
export function redline(before: string, after: string): readonly Edit[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  // Where several ways are equally short, both directions must take the same.
  const isTurned = before > after
  const [first, second] = [before, after].map(tokensOf)
  if (first === undefined || second === undefined) throw new Error('two texts have two lists of tokens')
  const hunks = isTurned ? hunksOf(second, first).map(turned) : hunksOf(first, second)
  return editsOf(hunks, first, second)
}

function hunksOf(before: readonly Token[], after: readonly Token[]): readonly Hunk[] {
  const words = (tokens: readonly Token[]) => tokens.map(({ text }) => text)
  const hunks: Hunk[] = []
  let [a, b] = [0, 0]
  for (const [toA, toB] of [
    ...align(...numbered(words(before), words(after))),
    [before.length, after.length] as const,
  ]) {
    if (toA > a || toB > b) hunks.push({ before: [a, toA], after: [b, toB] })
    ;[a, b] = [toA + 1, toB + 1]
  }
  return settled(hunks, before, after)
}

function turned({ before, after }: Hunk): Hunk {
  return { before: after, after: before }
}

function editsOf(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): readonly Edit[] {
  const edits: Edit[] = []
  const add = (kind: Edit['kind'], tokens: readonly Token[], [from, to]: readonly [number, number]): void => {
    if (to > from)
      edits.push({
        kind,
        text: tokens
          .slice(from, to)
          .map(({ text }) => text)
          .join(''),
      })
  }
  let at = 0
  for (const hunk of hunks) {
    add('same', before, [at, hunk.before[0]])
    add('removed', before, hunk.before)
    add('added', after, hunk.after)
    at = hunk.before[1]
  }
  add('same', before, [at, before.length])
  return edits
}
