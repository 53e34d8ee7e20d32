import type { Pt } from '../base/length.ts'
import type { Length } from './computed.ts'

/** A calculated length: it hangs on the font size, on what percentages are shares of, or on which of two is less. */
export type Sum =
  | { readonly kind: 'linear'; readonly points: Pt; readonly ems: number; readonly share: number }
  | { readonly kind: 'total' | 'least' | 'greatest'; readonly of: readonly Sum[] }

export function linear(points: Pt, ems: number, share: number): Sum {
  return { kind: 'linear', points, ems, share }
}

export function total(a: Sum, b: Sum): Sum {
  if (a.kind !== 'linear' || b.kind !== 'linear') return { kind: 'total', of: [a, b] }
  return linear(a.points + b.points, a.ems + b.ems, a.share + b.share)
}

/** A negative factor makes the greatest of what was the least. */
export function times(sum: Sum, factor: number): Sum {
  if (sum.kind === 'linear') return linear(sum.points * factor, sum.ems * factor, sum.share * factor)
  const kind = factor >= 0 || sum.kind === 'total' ? sum.kind : sum.kind === 'least' ? 'greatest' : 'least'
  return { kind, of: sum.of.map((one) => times(one, factor)) }
}

/** The least or greatest of some: found at once where all are measured by the same. */
export function least(sums: readonly Sum[], isGreatest: boolean): Sum {
  const order = isGreatest ? -1 : 1
  const [first] = sums
  for (const measure of ['points', 'ems', 'share'] as const) {
    if (first?.kind !== 'linear' || !sums.every((sum) => isOnly(sum, measure))) continue
    return sums.reduce(
      (best, sum) => (order * (partOf(sum, measure) - partOf(best, measure)) < 0 ? sum : best),
      first,
    )
  }
  return { kind: isGreatest ? 'greatest' : 'least', of: sums }
}

/** Whether a length hangs on what percentages are shares of. */
export function hasShare(sum: Sum): boolean {
  return sum.kind === 'linear' ? sum.share !== 0 : sum.of.some(hasShare)
}

/** The length for a font size, percentages kept. */
export function atSize(sum: Sum, em: Pt): Length {
  if (sum.kind === 'linear') {
    const value = sum.points + sum.ems * em
    if (sum.share === 0) return { kind: 'pt', value }
    const share: Length = { kind: 'share', value: sum.share }
    return value === 0 ? share : { kind: 'total', of: [{ kind: 'pt', value }, share] }
  }
  const of = sum.of.map((one) => atSize(one, em))
  const points = of.flatMap((one) => (one.kind === 'pt' ? [one.value] : []))
  return points.length < of.length ? { kind: sum.kind, of } : { kind: 'pt', value: folded(sum.kind, points) }
}

/** A length in points, once it is known what percentages are shares of; never negative. */
export function extentOf(length: Length, whole: Pt): Pt {
  return Math.max(0, pointsOf(length, whole))
}

/** The same, also where it comes to less than nothing. */
export function pointsOf(length: Length, whole: Pt): Pt {
  switch (length.kind) {
    case 'pt':
      return length.value
    case 'share':
      return length.value * whole
    default:
      return folded(
        length.kind,
        length.of.map((one) => pointsOf(one, whole)),
      )
  }
}

function folded(kind: 'total' | 'least' | 'greatest', values: readonly number[]): number {
  if (kind === 'total') return values.reduce((sum, value) => sum + value, 0)
  return kind === 'least' ? Math.min(...values) : Math.max(...values)
}

type Measure = 'points' | 'ems' | 'share'

function isOnly(sum: Sum, measure: Measure): boolean {
  if (sum.kind !== 'linear') return false
  return (['points', 'ems', 'share'] as const).every((other) => other === measure || sum[other] === 0)
}

function partOf(sum: Sum, measure: Measure): number {
  return sum.kind === 'linear' ? sum[measure] : 0
}
