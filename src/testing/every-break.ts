import type { Stretch } from '../text/break.ts'
import { Chance, GapClass, type Shaped } from '../text/shaped.ts'

/**
 * The least cost of setting a stretch, over all ways to break it: each line is added up atom by atom and gap by gap,
 * and its cost written down again from the model. For a dozen chances at most; the oracle for `chooseBreaks`.
 */
export function leastCost(shaped: Shaped, stretch: Stretch, measure: number, isJustified: boolean): number {
  const least = (from: number, hyphensBefore: boolean): number => {
    if (from === stretch.to) return 0
    let best = Number.POSITIVE_INFINITY
    for (let to = from + 1; to <= stretch.to; to++) {
      if (to < stretch.to && shaped.gaps.chance[to] === Chance.never) continue
      const isHyphen = to < stretch.to && endsInHyphen(shaped, to)
      const line = lineCost(shaped, from, to, stretch, measure, isJustified)
      const stacked = hyphensBefore && isHyphen ? 4e5 : 0
      best = Math.min(best, line + stacked + least(to, isHyphen))
    }
    return best
  }
  return least(stretch.from, false)
}

/** The cost of given breaks, by the same count. */
export function costOf(
  shaped: Shaped,
  breaks: readonly number[],
  stretch: Stretch,
  measure: number,
  isJustified: boolean,
): number {
  let total = 0
  for (let index = 1; index < breaks.length; index++) {
    const [from, to] = [breaks[index - 1] ?? 0, breaks[index] ?? 0]
    total += lineCost(shaped, from, to, stretch, measure, isJustified)
    if (from > stretch.from && to < stretch.to && endsInHyphen(shaped, from) && endsInHyphen(shaped, to))
      total += 4e5
  }
  return total
}

function endsInHyphen({ gaps }: Shaped, k: number): boolean {
  return gaps.chance[k] === Chance.hyphen || gaps.chance[k] === Chance.afterHyphen
}

function lineCost(
  shaped: Shaped,
  from: number,
  to: number,
  stretch: Stretch,
  measure: number,
  isJustified: boolean,
): number {
  const width = measure - (from === stretch.from ? stretch.indent : 0)
  const isLast = to === stretch.to
  const chance = isLast ? Chance.free : (shaped.gaps.chance[to] ?? 0)
  const rest = width - naturalWidth(shaped, from, to, chance === Chance.hyphen)
  const strain = isJustified
    ? justifiedStrain(shaped, from, to, rest, isLast)
    : raggedStrain(rest, width, isLast)
  const breaks = breakCost(shaped, from, to, chance, isLast)
  if (strain !== Number.POSITIVE_INFINITY) return demerits(strain) + breaks
  for (let k = from + 1; k < to; k++)
    if (shaped.gaps.chance[k] !== Chance.never) return Number.POSITIVE_INFINITY
  return 1e14 + demerits(-rest / 10) + breaks
}

function naturalWidth(
  { atoms, gaps, runs }: Shaped,
  from: number,
  to: number,
  isHyphenated: boolean,
): number {
  let width = -(atoms.shift[from] ?? 0)
  for (let k = from; k < to; k++) width += (atoms.width[k] ?? 0) + (k > from ? (gaps.natural[k] ?? 0) : 0)
  return isHyphenated ? width + (runs[atoms.run[to - 1] ?? 0]?.hyphenWidth ?? 0) : width
}

function raggedStrain(rest: number, width: number, isLast: boolean): number {
  if (rest < -1e-6) return Number.POSITIVE_INFINITY
  return isLast ? 0 : (6 * Math.max(0, rest)) / width
}

function justifiedStrain(shaped: Shaped, from: number, to: number, rest: number, isLast: boolean): number {
  if (Math.abs(rest) <= 1e-6 || (isLast && rest > 0)) return 0
  const size = shaped.runs[shaped.atoms.run[from] ?? 0]?.style.fontSize ?? 0
  const { gaps } = shaped
  const line = { soft: 0, firm: 0, stretch: 0, unit: 0, letters: shaped.atoms.letters[from] ?? 0 }
  for (let k = from + 1; k < to; k++) {
    const kind = gaps.kind[k] ?? 0
    const shrink = gaps.shrink[k] ?? 0
    const isFirm = shaped.isChinese
      ? kind === GapClass.autospace || kind === GapClass.stop
      : kind !== GapClass.word
    // Of a Latin space's 40 %, 25 are soft.
    const soft = isFirm ? 0 : shaped.isChinese ? shrink : 0.625 * shrink
    line.soft += soft
    line.firm += shrink - soft
    line.stretch += gaps.stretch[k] ?? 0
    line.letters += (shaped.atoms.letters[k] ?? 0) + (gaps.letters[k] ?? 0)
    if ((gaps.grow[k] ?? 0) > 0) line.unit += 0.05 * (gaps.grow[k] ?? 0)
    else if (!shaped.isChinese && kind === GapClass.word) line.unit += gaps.natural[k] ?? 0
  }
  const steps = shaped.isChinese
    ? { soft: 0.2, firm: 0.6, tracked: 0, closer: 0, wider: 0, start: 0.1, free: 0, lone: 0.05 * size }
    : {
        soft: 0.6,
        firm: 0.4,
        tracked: 0.1,
        closer: 0.008 * line.letters,
        wider: 0.012 * line.letters,
        start: 0,
        free: 0.4,
        lone: 0.125 * size,
      }
  return rest < 0 ? reduced(line, steps, -rest) : expanded(line, steps, rest)
}

interface Capacities {
  readonly soft: number
  readonly firm: number
  readonly stretch: number
  readonly unit: number
}

interface Steps {
  readonly soft: number
  readonly firm: number
  readonly tracked: number
  readonly closer: number
  readonly wider: number
  readonly start: number
  readonly free: number
  readonly lone: number
}

function reduced(line: Capacities, steps: Steps, excess: number): number {
  let strain = 0
  let rest = excess
  for (const [capacity, weight] of [
    [line.soft, steps.soft],
    [steps.closer, steps.tracked],
    [line.firm, steps.firm],
  ] as const) {
    if (capacity <= 1e-6) continue
    const used = Math.min(rest, capacity)
    strain += (weight * used) / capacity
    rest -= used
  }
  return rest > 1e-6 ? Number.POSITIVE_INFINITY : strain
}

function expanded(line: Capacities, steps: Steps, room: number): number {
  if (room <= line.stretch) return steps.start + (steps.free * room) / line.stretch
  const beyond = room - line.stretch
  if (beyond <= steps.wider) return steps.free + (steps.tracked * beyond) / steps.wider
  const unit = line.unit > 1e-6 ? line.unit : steps.lone
  return steps.start + steps.free + steps.tracked + (beyond - steps.wider) / unit
}

function demerits(strain: number): number {
  const cubed = strain < 2 ? strain ** 3 : 8 + 12 * (strain - 2)
  return (1 + 100 * cubed) ** 2
}

function breakCost(shaped: Shaped, from: number, to: number, chance: number, isLast: boolean): number {
  if (isLast) {
    if (to !== shaped.count || from === 0 || from < shaped.tail) return 0
    const isStub = from >= shaped.stub && shaped.gaps.chance[from] === Chance.hyphen
    return (shaped.isChinese ? 1e7 : 1e5) + (isStub ? 4e5 : 0)
  }
  if (chance === Chance.unwanted) return 1e8
  if (chance === Chance.bound) return 45 ** 2
  if (chance === Chance.hyphen) return 50 ** 2
  return chance === Chance.afterHyphen ? 30 ** 2 : 0
}
