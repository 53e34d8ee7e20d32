import type { Pt } from '../base/length.ts'
import type { Setting } from './break.ts'
import { Chance, GapClass, type Line, type Shaped } from './shaped.ts'

/** The order in which gaps are reduced to fit (C25). */
const reduceOrder = [GapClass.word, GapClass.bracket, GapClass.comma, GapClass.autospace, GapClass.stop]
/** The order in which they are expanded, before all Han gaps grow alike (C26). */
const expandOrder = [GapClass.word, GapClass.autospace]

/**
 * Sets one line: gaps of a class shrink or grow together, each in proportion to its capacity (C28), class after
 * class, until the line ends at its measure (C29).
 */
export function setLine(shaped: Shaped, from: number, to: number, setting: Setting & { readonly isLast: boolean }): Line {
  const measure = setting.measure - setting.indent
  const natural = (shaped.ends[to] ?? 0) - (shaped.starts[from] ?? 0)
  const gaps = new Float32Array(Math.max(0, to - from - 1))
  for (let k = from + 1; k < to; k++) gaps[k - from - 1] = shaped.gaps.natural[k] ?? 0
  const isStretched = setting.align === 'justify' && !setting.isLast
  const wanted = measure - natural
  let rest = wanted
  if (setting.align === 'justify' && rest < 0) rest = reduce(shaped, from, to, gaps, rest)
  else if (isStretched && rest > 0) rest = expand(shaped, from, to, gaps, rest)
  const width = natural + (wanted - rest)
  const spare = Math.max(0, measure - width)
  const shift = setting.align === 'end' ? spare : setting.align === 'center' ? spare / 2 : 0
  return {
    of: shaped,
    from,
    to,
    x: setting.indent + shift,
    width,
    gaps,
    isHyphenated: to < shaped.count && shaped.gaps.chance[to] === Chance.hyphen,
    over: width > measure + 0.01 ? width - measure : 0,
  }
}

function reduce(shaped: Shaped, from: number, to: number, gaps: Float32Array, excess: Pt): Pt {
  const { kind, shrink } = shaped.gaps
  let rest = excess
  for (const gapClass of reduceOrder) {
    if (rest >= 0) break
    let capacity = 0
    for (let k = from + 1; k < to; k++) if (kind[k] === gapClass) capacity += shrink[k] ?? 0
    const taken = Math.min(-rest, capacity)
    if (taken <= 0) continue
    for (let k = from + 1; k < to; k++) {
      if (kind[k] === gapClass) gaps[k - from - 1] = (gaps[k - from - 1] ?? 0) - (taken * (shrink[k] ?? 0)) / capacity
    }
    rest += taken
  }
  return Math.abs(rest) < 1e-9 ? 0 : rest
}

function expand(shaped: Shaped, from: number, to: number, gaps: Float32Array, room: Pt): Pt {
  const { kind, stretch } = shaped.gaps
  let rest = room
  for (const gapClass of expandOrder) {
    if (rest <= 0) break
    let capacity = 0
    for (let k = from + 1; k < to; k++) if (kind[k] === gapClass) capacity += stretch[k] ?? 0
    const given = Math.min(rest, capacity)
    if (given <= 0) continue
    for (let k = from + 1; k < to; k++) {
      if (kind[k] === gapClass) gaps[k - from - 1] = (gaps[k - from - 1] ?? 0) + (given * (stretch[k] ?? 0)) / capacity
    }
    rest -= given
  }
  return rest > 0 ? grow(shaped, from, to, gaps, rest) : 0
}

/** What is left after the ordered stretch: all Han gaps alike, or all word spaces where there are none. */
function grow(shaped: Shaped, from: number, to: number, gaps: Float32Array, rest: Pt): Pt {
  const { kind, grow: share, natural } = shaped.gaps
  const shareOf = (k: number, byWord: boolean): number => {
    if (!byWord) return share[k] ?? 0
    return kind[k] === GapClass.word ? (natural[k] ?? 0) : 0
  }
  for (const byWord of shaped.isChinese ? [false, true] : [true, false]) {
    let total = 0
    for (let k = from + 1; k < to; k++) total += shareOf(k, byWord)
    if (total <= 0) continue
    for (let k = from + 1; k < to; k++) gaps[k - from - 1] = (gaps[k - from - 1] ?? 0) + (rest * shareOf(k, byWord)) / total
    return 0
  }
  return rest
}
