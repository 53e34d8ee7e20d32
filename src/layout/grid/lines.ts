import type { Pt } from '../../base/length.ts'

/** Where the columns or rows of a grid begin and end, from its content's left or top edge. */
export interface Lines {
  readonly starts: readonly Pt[]
  readonly ends: readonly Pt[]
}

export function linesOf(sizes: readonly Pt[], gap: Pt): Lines {
  const starts: Pt[] = []
  const ends: Pt[] = []
  let at = 0
  for (const size of sizes) {
    starts.push(at)
    at += size
    ends.push(at)
    at += gap
  }
  return { starts, ends }
}

/**
 * The tracks from one on that a subgrid covers, as it sees them: its content begins `inset` behind the first one's start
 * and is `extent` long, whatever stands at its sides.
 */
export function linesWithin(
  { starts, ends }: Lines,
  from: number,
  count: number,
  inset: Pt,
  extent: Pt,
): Lines {
  const origin = (starts[from] ?? 0) + inset
  const within = (at: Pt | undefined) => Math.min(extent, Math.max(0, (at ?? 0) - origin))
  const inner = Array.from({ length: count }, (_, index) => from + index)
  return {
    starts: inner.map((track, index) => (index === 0 ? 0 : within(starts[track]))),
    ends: inner.map((track, index) => (index === count - 1 ? extent : within(ends[track]))),
  }
}

/** Where what covers tracks `from` up to `to` begins, and how long it is. */
export function extentIn({ starts, ends }: Lines, from: number, count: number): { at: Pt; length: Pt } {
  const at = starts[from] ?? 0
  return { at, length: Math.max(0, (ends[from + count - 1] ?? at) - at) }
}
