import type { Pt } from '../../base/length.ts'
import type { TrackBreadth, TrackSize } from '../../style/grid-style.ts'
import { extentOf } from '../../style/sum.ts'
import { findFraction, growTo, type SizedTrack, share } from './track-growth.ts'

/** What something that covers tracks `from` up to `to` asks of them: its least and its natural size. */
export interface Contribution {
  readonly from: number
  readonly to: number
  readonly least: Pt
  readonly natural: Pt
}

/** What there is for tracks and the gaps between them. */
export interface Space {
  readonly gap: Pt
  /** Null: as much as they ask for, `isLeast` by the least of what they can do with. */
  readonly size: Pt | null
  readonly isLeast: boolean
  /** What they fill at least where `size` is null. */
  readonly atLeast: Pt
}

/** The sizes of tracks (CSS Grid 1, 12.3): what a template gives, what stands in them, what is left. */
export function sizeTracks(
  sizes: readonly TrackSize[],
  contributions: readonly Contribution[],
  space: Space,
): readonly Pt[] {
  const tracks = sizes.map((size) => openTrack(size, space.size))
  const gaps = space.gap * Math.max(0, tracks.length - 1)
  resolveContent(tracks, contributions, space.gap)
  for (const track of tracks) if (track.limit === Number.POSITIVE_INFINITY) track.limit = track.base
  maximise(tracks, space, gaps)
  expandFlexible(tracks, contributions, space, gaps)
  stretchAuto(tracks, space, gaps)
  return tracks.map(({ base }) => base)
}

/** Whether what stands in a track says how large it is. */
export function isByContent({ min, max }: TrackSize): boolean {
  return min.kind !== 'length' || (max.kind !== 'length' && max.kind !== 'fr')
}

function openTrack({ min, max }: TrackSize, whole: Pt | null): SizedTrack {
  const [least, most] = [known(min, whole), known(max, whole)]
  const base = least.kind === 'length' ? least.value : 0
  const limit = most.kind === 'length' ? Math.max(base, most.value) : Number.POSITIVE_INFINITY
  return { min: least.kind, max: most.kind, flex: most.kind === 'fr' ? most.value : 0, base, limit }
}

/** A share of what is not known is by content (CSS Grid 1, 7.2.1). */
function known(breadth: TrackBreadth, whole: Pt | null): { kind: SizedTrack['min']; value: number } {
  if (breadth.kind === 'fr') return breadth
  if (breadth.kind !== 'length') return { kind: breadth.kind, value: 0 }
  if (breadth.length.kind === 'pt') return { kind: 'length', value: breadth.length.value }
  return whole === null
    ? { kind: 'auto', value: 0 }
    : { kind: 'length', value: extentOf(breadth.length, whole) }
}

/** CSS Grid 1, 12.5: first what covers one track, then what covers ever more of them, in the end what covers shares. */
function resolveContent(tracks: SizedTrack[], contributions: readonly Contribution[], gap: Pt): void {
  const bySpan = new Map<number, Contribution[]>()
  const flexible: Contribution[] = []
  for (const one of contributions) {
    const span = one.to - one.from
    if (span === 1) addSingle(tracks[one.from], one)
    else if (hasShares(tracks, one)) flexible.push(one)
    else {
      const group = bySpan.get(span)
      if (group) group.push(one)
      else bySpan.set(span, [one])
    }
  }
  for (const [, group] of [...bySpan].sort(([a], [b]) => a - b)) addGroup(tracks, group, gap)
  if (flexible.length === 0) return
  // A share is at least as large as its content, but not where that covers other tracks too (CSS Grid 1, 6.6).
  const isOpen = ({ flex, min }: SizedTrack) => flex > 0 && (min === 'min-content' || min === 'max-content')
  growTo(tracks, flexible, gap, { key: 'base', size: ({ least }) => least, isOpen })
}

function hasShares(tracks: readonly SizedTrack[], { from, to }: Contribution): boolean {
  for (let index = from; index < to; index++) if ((tracks[index]?.flex ?? 0) > 0) return true
  return false
}

function addSingle(track: SizedTrack | undefined, { least, natural }: Contribution): void {
  if (!track) return
  if (track.min === 'max-content') track.base = Math.max(track.base, natural)
  else if (track.min !== 'length') track.base = Math.max(track.base, least)
  const wanted = track.max === 'min-content' ? least : natural
  if (track.max !== 'length' && track.max !== 'fr') {
    const limit = track.limit === Number.POSITIVE_INFINITY ? 0 : track.limit
    track.limit = Math.max(limit, wanted)
  }
  track.limit = Math.max(track.limit, track.base)
}

function addGroup(tracks: SizedTrack[], group: readonly Contribution[], gap: Pt): void {
  const least = ({ least }: Contribution) => least
  const natural = (one: Contribution) => one.natural
  growTo(tracks, group, gap, { key: 'base', size: least, isOpen: ({ min }) => min !== 'length' })
  growTo(tracks, group, gap, { key: 'base', size: natural, isOpen: ({ min }) => min === 'max-content' })
  const isOpen = ({ max }: SizedTrack) => max !== 'length' && max !== 'fr'
  growTo(tracks, group, gap, { key: 'limit', size: least, isOpen })
  const isNatural = (track: SizedTrack) => isOpen(track) && track.max !== 'min-content'
  growTo(tracks, group, gap, { key: 'limit', size: natural, isOpen: isNatural })
}

/** CSS Grid 1, 12.6: what is left goes to the tracks that could use it, equally. */
function maximise(tracks: SizedTrack[], { size, isLeast }: Space, gaps: Pt): void {
  if (size === null) {
    if (!isLeast) for (const track of tracks) track.base = Math.max(track.base, track.limit)
    return
  }
  share(tracks, size - gaps - sumOf(tracks), 'base', ({ limit }) => limit)
}

/** CSS Grid 1, 12.7: the shares. */
function expandFlexible(
  tracks: SizedTrack[],
  contributions: readonly Contribution[],
  { size, isLeast, atLeast, gap }: Space,
  gaps: Pt,
): void {
  if (!tracks.some(({ flex }) => flex > 0)) return
  let fraction = 0
  if (size !== null) fraction = findFraction(tracks, size - gaps)
  else if (!isLeast) {
    for (const { base, flex } of tracks) if (flex > 0) fraction = Math.max(fraction, base / Math.max(1, flex))
    for (const one of contributions) {
      if (!hasShares(tracks, one)) continue
      const { from, to, natural } = one
      fraction = Math.max(fraction, findFraction(tracks.slice(from, to), natural - gap * (to - from - 1)))
    }
    const filled = tracks.reduce((sum, { base, flex }) => sum + Math.max(base, flex * fraction), gaps)
    if (filled < atLeast) fraction = findFraction(tracks, atLeast - gaps)
  }
  for (const track of tracks) track.base = Math.max(track.base, track.flex * fraction)
}

/** CSS Grid 1, 12.8: what is then left goes to those that a theme says nothing of. */
function stretchAuto(tracks: SizedTrack[], { size, atLeast }: Space, gaps: Pt): void {
  const rest = (size ?? atLeast) - gaps - sumOf(tracks)
  if (rest <= 0) return
  const open = tracks.filter(({ max }) => max === 'auto')
  for (const track of open) track.base += rest / open.length
}

function sumOf(tracks: readonly SizedTrack[]): Pt {
  let sum = 0
  for (const { base } of tracks) sum += base
  return sum
}
