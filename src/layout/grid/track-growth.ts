import type { Pt } from '../../base/length.ts'
import type { Contribution } from './track-sizing.ts'

/** A column or row while its size is found. */
export interface SizedTrack {
  readonly min: 'length' | 'fr' | 'auto' | 'min-content' | 'max-content'
  readonly max: SizedTrack['min']
  /** Its part of what the others leave; 0: it is no share. */
  readonly flex: number
  base: Pt
  limit: Pt
}

interface Growth {
  readonly key: 'base' | 'limit'
  readonly size: (of: Contribution) => Pt
  /** Which tracks may grow. */
  readonly isOpen: (track: SizedTrack) => boolean
}

/** Lets tracks grow by what each of a group asks for beyond those that it covers (CSS Grid 1, 12.5.1). */
export function growTo(
  tracks: SizedTrack[],
  group: readonly Contribution[],
  gap: Pt,
  { key, size, isOpen }: Growth,
): void {
  const planned = new Map<SizedTrack, Pt>()
  for (const one of group) {
    const covered = tracks.slice(one.from, one.to)
    const open = covered.filter(isOpen)
    const has = covered.reduce((sum, track) => sum + sizeOf(track, key), gap * (covered.length - 1))
    if (open.length === 0 || size(one) <= has) continue
    // Each by itself: of what several ask for, a track gets the most.
    const grown = open.map((track) => ({ ...track, [key]: sizeOf(track, key) }))
    const rest = share(grown, size(one) - has, key, ({ limit }) =>
      key === 'base' ? limit : Number.POSITIVE_INFINITY,
    )
    const beyond = grown.filter(({ max }) => max !== 'length')
    share(beyond.length > 0 ? beyond : grown, rest, key, () => Number.POSITIVE_INFINITY)
    open.forEach((track, index) => {
      const now = grown[index]
      if (now) planned.set(track, Math.max(planned.get(track) ?? 0, now[key]))
    })
  }
  for (const [track, wanted] of planned) {
    track[key] = Math.max(sizeOf(track, key), wanted)
    track.limit = Math.max(track.limit, track.base)
  }
}

function sizeOf(track: SizedTrack, key: 'base' | 'limit'): Pt {
  return key === 'base' || track.limit === Number.POSITIVE_INFINITY ? track.base : track.limit
}

/** Gives tracks of a length equally, none beyond its limit, shares by their parts; returns what is left. */
export function share(
  tracks: readonly SizedTrack[],
  length: Pt,
  key: 'base' | 'limit',
  limitOf: (track: SizedTrack) => Pt,
): Pt {
  let rest = length
  let open = tracks.filter((track) => limitOf(track) > track[key])
  while (rest > 1e-9 && open.length > 0) {
    const flex = open.reduce((sum, one) => sum + one.flex, 0)
    const partOf = (one: SizedTrack) => (flex > 0 ? one.flex / flex : 1 / open.length)
    const full = open.filter((one) => limitOf(one) - one[key] <= rest * partOf(one))
    if (full.length === 0) {
      for (const one of open) one[key] += rest * partOf(one)
      return 0
    }
    for (const one of full) {
      rest -= limitOf(one) - one[key]
      one[key] = limitOf(one)
    }
    open = open.filter((one) => !full.includes(one))
  }
  return Math.max(0, rest)
}

/** The size of one `fr` where tracks fill a length (CSS Grid 1, 12.7.1): a share that is less than its base counts as that. */
export function findFraction(tracks: readonly SizedTrack[], length: Pt): Pt {
  let flexible = tracks.filter(({ flex }) => flex > 0)
  for (;;) {
    const fixed = tracks.reduce((sum, track) => sum + (flexible.includes(track) ? 0 : track.base), 0)
    const parts = flexible.reduce((sum, { flex }) => sum + flex, 0)
    const fraction = Math.max(0, length - fixed) / Math.max(1, parts)
    const larger = flexible.filter(({ flex, base }) => flex * fraction >= base)
    if (larger.length === flexible.length) return fraction
    flexible = larger
  }
}
