import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'

/** The least size of type that is still read without effort in print, by language. */
export function floorOf(lang: Lang): Pt {
  return dense.test(lang) ? denseFloor : alphabeticFloor
}

/** Languages with many strokes in an em: Chinese, Japanese, Korean. */
const dense = /^(?:zh|ja|ko)(?:-|$)/

/** Size 6 of the Chinese sizes (clreq, "sizes of characters"): the smallest that texts are set in. */
const denseFloor: Pt = 7.875

/** The smallest that the shipped layouts set in Latin or Cyrillic letters: the sources of a fact sheet. */
const alphabeticFloor: Pt = 7
