import type { Pt } from '../base/length.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Face } from '../text/face.ts'

/** From a line's top to its baseline: as the theme says, else the first face centred in the leading (CSS 2.2, 10.8.1). */
export function baselineOf(style: ComputedStyle, face: Face | null): Pt {
  if (style.baseline !== null) return style.baseline
  if (!face) return style.lineHeight
  const scale = style.fontSize / face.upem
  return (style.lineHeight - (face.ascent - face.descent) * scale) / 2 + face.ascent * scale
}
