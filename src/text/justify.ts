import type { Pt } from '../base/length.ts'
import type { Setting } from './break.ts'
import { tracking } from './cost.ts'
import { wordShrink } from './glue.ts'
import { type BrokenLine, Chance, GapClass, type Shaped } from './shaped.ts'

/**
 * Sets one line: gaps of a class shrink or grow together, each in proportion to its capacity (C28), class after
 * class, until the line ends at its measure (C29).
 */
export function setLine(
  shaped: Shaped,
  from: number,
  to: number,
  setting: Setting,
  isLast: boolean,
  sizes: Float32Array = new Float32Array(shaped.count),
): BrokenLine {
  const { gaps } = shaped
  const indent = from === 0 ? setting.indent : 0
  const measure = setting.measure - indent
  const natural = (shaped.ends[to] ?? 0) - (shaped.starts[from] ?? 0)
  const line: OpenLine = { shaped, from, to, sizes, letters: 0, rest: measure - natural, tracking: 0 }
  const before = line.rest
  sizes.fill(0, from + 1, to)
  if (setting.align === 'justify') {
    if (!shaped.isChinese) line.letters = lettersIn(shaped, from, to)
    if (line.rest < 0) reduce(line)
    else if (!isLast) expand(line)
  }
  for (let k = from + 1; k < to; k++) {
    const tracked = line.tracking * (gaps.letters[k] ?? 0)
    sizes[k] = (gaps.natural[k] ?? 0) + (sizes[k] ?? 0) + tracked
  }
  const set = natural + before - line.rest
  const leaders = leadersIn(shaped, from, to)
  const leader = leaders > 0 ? Math.max(0, measure - set) / leaders : 0
  const width = set + leader * leaders
  const spare = Math.max(0, measure - width)
  const shift = setting.align === 'end' ? spare : setting.align === 'center' ? spare / 2 : 0
  return {
    of: shaped,
    from,
    to,
    x: indent + shift,
    width,
    sizes,
    tracking: line.tracking,
    leader,
    isHyphenated: to < shaped.count && gaps.chance[to] === Chance.hyphen,
    over: width > measure + 0.01 ? width - measure : 0,
  }
}

function leadersIn({ flat, atoms }: Shaped, from: number, to: number): number {
  let count = 0
  for (const at of flat.leaders.keys())
    if (at >= (atoms.from[from] ?? 0) && at < (atoms.from[to] ?? 0)) count++
  return count
}

/** A line while it is set. */
interface OpenLine {
  readonly shaped: Shaped
  readonly from: number
  readonly to: number
  /** What each gap has been given so far, beside its natural size. */
  readonly sizes: Float32Array
  /** Sizes of the letters that tracking can move, added up. */
  letters: number
  /** What is still to be given, or, if negative, to be taken. */
  rest: Pt
  tracking: number
}

/** C25. Latin word spaces shrink to three quarters, then letters move together, then word spaces go on. */
function reduce(line: OpenLine): void {
  const { shrink } = line.shaped.gaps
  if (!line.shaped.isChinese) {
    share(line, GapClass.word, shrink, wordShrink.good / wordShrink.most)
    track(line, tracking.shrink)
    share(line, GapClass.word, shrink, 1 - wordShrink.good / wordShrink.most)
  } else share(line, GapClass.word, shrink, 1)
  for (const gapClass of reducedLater) share(line, gapClass, shrink, 1)
}

const reducedLater = [GapClass.bracket, GapClass.comma, GapClass.autospace, GapClass.stop]

/** C26. Latin word spaces grow to 140 %, then letters move apart, then word spaces go on; Chinese ends with its Han gaps. */
function expand(line: OpenLine): void {
  const { stretch } = line.shaped.gaps
  share(line, GapClass.word, stretch, 1)
  share(line, GapClass.autospace, stretch, 1)
  if (!line.shaped.isChinese) track(line, tracking.stretch)
  if (line.rest > 0) growAll(line)
}

/** Gives to the gaps of a class, or takes from them, at most a part of their capacities. */
function share(line: OpenLine, gapClass: number, capacities: Float64Array, part: number): void {
  if (line.rest === 0) return
  const { from, to, sizes } = line
  const { kind } = line.shaped.gaps
  let capacity = 0
  for (let k = from + 1; k < to; k++) if (kind[k] === gapClass) capacity += capacities[k] ?? 0
  if (capacity <= 0) return
  const given = Math.sign(line.rest) * Math.min(Math.abs(line.rest), part * capacity)
  for (let k = from + 1; k < to; k++)
    if (kind[k] === gapClass) sizes[k] = (sizes[k] ?? 0) + (given * (capacities[k] ?? 0)) / capacity
  settle(line, given)
}

function track(line: OpenLine, most: number): void {
  if (line.letters <= 0 || line.rest === 0) return
  const given = Math.sign(line.rest) * Math.min(Math.abs(line.rest), most * line.letters)
  line.tracking = given / line.letters
  settle(line, given)
}

/** What is left after the ordered stretch: all Han gaps alike, or all word spaces where there are none. */
function growAll(line: OpenLine): void {
  const { from, to, sizes, rest } = line
  const { gaps, isChinese } = line.shaped
  for (const isByWord of [!isChinese, isChinese]) {
    let total = 0
    for (let k = from + 1; k < to; k++) total += growthOf(gaps, k, isByWord)
    if (total <= 0) continue
    for (let k = from + 1; k < to; k++)
      sizes[k] = (sizes[k] ?? 0) + (rest * growthOf(gaps, k, isByWord)) / total
    line.rest = 0
    return
  }
}

function growthOf({ kind, natural, grow }: Shaped['gaps'], k: number, isByWord: boolean): number {
  if (!isByWord) return grow[k] ?? 0
  return kind[k] === GapClass.word ? (natural[k] ?? 0) : 0
}

function settle(line: OpenLine, given: Pt): void {
  line.rest -= given
  if (Math.abs(line.rest) < 1e-9) line.rest = 0
}

function lettersIn({ atoms, gaps }: Shaped, from: number, to: number): number {
  let letters = atoms.letters[from] ?? 0
  for (let k = from + 1; k < to; k++) letters += (atoms.letters[k] ?? 0) + (gaps.letters[k] ?? 0)
  return letters
}
