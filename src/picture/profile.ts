import { latin, uint32 } from './bytes.ts'
import { type PictureProblem, problem } from './picture.ts'

/** An ICC profile that fits its picture. */
export interface Profile {
  readonly kind: 'profile'
  /** Components of a colour. */
  readonly components: 1 | 3 | 4
  readonly bytes: Uint8Array
}

/** Bytes of the profile of a picture: those of presses, the largest, have 2 to 3 MB. */
const mostProfile = 4 * 1024 * 1024

export const profileLimits = { bytes: mostProfile }

/** ICC.1:2010, table 15: what ISO 32000-1, table 67 takes by the number of components; Lab is none of a PNG or JPEG. */
const spaces = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' } as const

/** ICC.1:2010, table 14: input, display, output and colour spaces, as ISO 32000-1, 8.6.5.5 has them. */
const classes: readonly string[] = ['scnr', 'mntr', 'prtr', 'spac']

/** ICC.1:2010, 7.2: the header, then the number of tags. */
const headerSize = 132

/**
 * Checks a profile so far that a reader can use it (ISO 32000-1, 8.6.5.5; ISO 19005-3, 6.2.4.2); a problem is said of
 * the picture, which is printed without its profile then.
 */
export function readProfile(bytes: Uint8Array, components: 1 | 3 | 4): Profile | PictureProblem {
  const size = uint32(bytes, 0)
  if (bytes.length > mostProfile) return left('is too large')
  if (
    bytes.length < headerSize ||
    size < headerSize ||
    size > bytes.length ||
    latin(bytes, 36, 40) !== 'acsp'
  )
    return left('is damaged')
  if ((bytes[8] ?? 0) > 4) return left(`is of version ${bytes[8]}, which PDF 1.7 does not know`)
  if (!classes.includes(latin(bytes, 12, 16))) return left('is none of a device')
  if (latin(bytes, 16, 20) !== spaces[components]) return left('is for other colours than the picture has')
  if (!hasTags(bytes, size)) return left('is damaged')
  return { kind: 'profile', components, bytes: bytes.subarray(0, size) }
}

/** Whether each tag stands inside the profile (ICC.1:2010, 7.3). */
function hasTags(bytes: Uint8Array, size: number): boolean {
  const count = uint32(bytes, 128)
  if (count === 0 || headerSize + 12 * count > size) return false
  for (let at = headerSize; at < headerSize + 12 * count; at += 12)
    if (uint32(bytes, at + 4) + uint32(bytes, at + 8) > size) return false
  return true
}

/** A profile that is left out: completes "the picture `x` is printed without its colour profile: ". */
export function left(what: string): PictureProblem {
  return problem(`its colour profile ${what}`, 'convert the picture to sRGB, or embed the profile anew')
}
