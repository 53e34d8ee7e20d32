import { latin } from './bytes.ts'
import type { PictureProblem } from './picture.ts'
import { left, type Profile, profileLimits, readProfile } from './profile.ts'

/** The parts of a profile, by their numbers, as far as they have been met. */
export interface ProfileParts {
  readonly parts: Map<number, Uint8Array>
  /** How many there should be; null before the first one. */
  count: number | null
  isBroken: boolean
}

export function noParts(): ProfileParts {
  return { parts: new Map(), count: null, isBroken: false }
}

const signature = 'ICC_PROFILE\0'

/** Takes an APP2 segment where it is part of a profile (ICC.1:2010, B.4): number from 1 and count behind a signature. */
export function takeProfile(content: Uint8Array, found: ProfileParts): void {
  if (latin(content, 0, signature.length) !== signature) return
  const [number = 0, count = 0] = content.subarray(signature.length)
  if (found.parts.has(number) || (found.count !== null && found.count !== count)) found.isBroken = true
  found.count = count
  found.parts.set(number, content.subarray(signature.length + 2))
}

/** The profile of all parts in their order; null: the file has none. */
export function jpegProfile(found: ProfileParts, components: 1 | 3 | 4): Profile | PictureProblem | null {
  const { parts, count, isBroken } = found
  if (count === null) return null
  const inOrder = Array.from({ length: count }, (_, index) => parts.get(index + 1) ?? null)
  if (isBroken || parts.size !== count || inOrder.includes(null)) return left('is damaged')
  const size = inOrder.reduce((sum, part) => sum + (part?.length ?? 0), 0)
  if (size > profileLimits.bytes) return left('is too large')
  return readProfile(Buffer.concat(inOrder.filter((part) => part !== null)), components)
}
