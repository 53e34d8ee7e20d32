import type { Hunk } from './redline.ts'
import { isSaying, type Token } from './tokens.ts'

/**
 * The hunks of a redline as a reader wants them: texts with little in common are one hunk; a replacement and what
 * has only a space, a mark or one Chinese character between it and that are joined; what was put in or taken out stands where
 * words and sentences begin.
 */
export function settled(
  hunks: readonly Hunk[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Hunk[] {
  if (hunks.length > 1 && isRewritten(hunks, before, after))
    return [{ before: [0, before.length], after: [0, after.length] }]
  const slid: Hunk[] = []
  for (const [index, hunk] of hunks.entries()) {
    const start = slid.at(-1)?.before[1] ?? 0
    const end = hunks[index + 1]?.before[0] ?? before.length
    slid.push(slidInto(hunk, { before: hunk.before[0] - start, after: end - hunk.before[1] }, before, after))
  }
  return joined(slid, before)
}

/** A third: below it what is the same are words like `the` and `of`, and the redline is shreds. */
const leastCommon = 1 / 3

function isRewritten(hunks: readonly Hunk[], before: readonly Token[], after: readonly Token[]): boolean {
  const count = (tokens: readonly Token[]): number => tokens.filter(isSaying).length
  const removed = hunks.reduce((sum, hunk) => sum + count(before.slice(...hunk.before)), 0)
  const all = count(before)
  return all - removed < leastCommon * Math.max(all, count(after))
}

/** How many tokens a hunk may move each way before it meets another. */
interface Room {
  readonly before: number
  readonly after: number
}

/** What was only put in, or only taken out, at the best of the places where it reads the same. */
function slidInto(hunk: Hunk, room: Room, before: readonly Token[], after: readonly Token[]): Hunk {
  const isAddition = hunk.before[0] === hunk.before[1]
  if (!isAddition && hunk.after[0] !== hunk.after[1]) return hunk
  const tokens = isAddition ? after : before
  const [from, to] = isAddition ? hunk.after : hunk.before
  let [best, bestScore] = [0, scoreOf(tokens, from, to)]
  const consider = (shift: number): void => {
    const score = scoreOf(tokens, from + shift, to + shift)
    if (score > bestScore) [best, bestScore] = [shift, score]
  }
  for (let left = 1; left <= room.before && isSame(tokens, from - left, to - left); left++) consider(-left)
  for (let right = 1; right <= room.after && isSame(tokens, from + right - 1, to + right - 1); right++)
    consider(right)
  const moved = ([start, end]: Hunk['before']) => [start + best, end + best] as const
  return { before: moved(hunk.before), after: moved(hunk.after) }
}

function isSame(tokens: readonly Token[], one: number, other: number): boolean {
  return tokens[one] !== undefined && tokens[one].text === tokens[other]?.text
}

/** Best is a whole sentence, then a word with the space behind it, then one with the space before it. */
function scoreOf(tokens: readonly Token[], from: number, to: number): number {
  const [earlier, first, last] = [tokens[from - 1], tokens[from], tokens[to - 1]]
  if (first?.kind === 'space') return last?.kind === 'space' ? 0 : 1
  const isSentence =
    earlier === undefined || isStop(earlier) || (earlier.kind === 'space' && isStop(tokens[from - 2]))
  const isWhole = last !== undefined && (last.kind === 'space' || isStop(last))
  if (isSentence && isWhole) return 4
  if (last?.kind === 'space') return 3
  return earlier === undefined || earlier.kind !== 'word' ? 2 : 1
}

function isStop(token: Token | undefined): boolean {
  return token !== undefined && '.!?;。！？；'.includes(token.text)
}

function joined(hunks: readonly Hunk[], before: readonly Token[]): readonly Hunk[] {
  const all: Hunk[] = []
  for (const hunk of hunks) {
    const last = all.at(-1)
    if (last !== undefined && isThin(last, hunk, before))
      all[all.length - 1] = {
        before: [last.before[0], hunk.before[1]],
        after: [last.after[0], hunk.after[1]],
      }
    else all.push(hunk)
  }
  return all
}

/** Whether between two hunks stands nothing that would be read by itself. */
function isThin(one: Hunk, other: Hunk, before: readonly Token[]): boolean {
  const between = before.slice(one.before[1], other.before[0])
  const count = Number(isReplacement(one)) + Number(isReplacement(other))
  if (count === 1) return between.every(({ kind }) => kind === 'space')
  const said = between.filter(isSaying)
  return count === 2 && (said.length === 0 || (between.length === 1 && said[0]?.kind === 'character'))
}

function isReplacement({ before, after }: Hunk): boolean {
  return before[0] < before[1] && after[0] < after[1]
}
