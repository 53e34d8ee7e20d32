import { inflateSync } from 'node:zlib'
import type { PictureProblem } from './picture.ts'
import { left, type Profile, profileLimits, readProfile } from './profile.ts'

/** The profile in an iCCP chunk (PNG 11.3.3.3): a name of up to 79 bytes, 0, the method 0, a zlib stream. */
export function pngProfile(content: Uint8Array, colorType: number): Profile | PictureProblem {
  const end = content.indexOf(0)
  if (end < 1 || end > 79 || content[end + 1] !== 0) return left('is damaged')
  const bytes = inflated(content.subarray(end + 2))
  // Grey and alpha stand in one component of colour, as grey does.
  return bytes ? readProfile(bytes, colorType === 0 || colorType === 4 ? 1 : 3) : left('is damaged')
}

/** Null for a broken stream, or one that becomes too large. */
function inflated(data: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(data, { maxOutputLength: profileLimits.bytes })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
