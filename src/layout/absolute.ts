import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { BlockBox } from '../style/box.ts'
import type { Length } from '../style/computed.ts'
import type { Workshop } from '../text/workshop.ts'
import { galley } from './galley.ts'
import type { Frame } from './geometry.ts'
import { type Inking, placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'

/** Places an absolutely positioned box: its insets count from the edges of the page (CSS 2.2, 10.3.7 and 10.6.4). */
export function placeAbsolute(
  marks: Placed[],
  box: BlockBox,
  frame: Frame,
  settings: { readonly lang: Lang; readonly workshop: Workshop },
  inking: Inking,
  report: Report,
): void {
  const { inset } = box.style
  const width = extent(box.style.width, inset.left, inset.right, frame.size.width)
  const content = galley(
    { ...box, style: { ...box.style, background: null } },
    { measure: width, ...settings },
    report,
  )
  const natural = content.items.reduce((sum, item) => sum + item.space + item.height, 0)
  const given = box.style.height !== null || (inset.top !== null && inset.bottom !== null)
  const height = given ? extent(box.style.height, inset.top, inset.bottom, frame.size.height) : natural
  const x = inset.left ?? (inset.right === null ? 0 : frame.size.width - inset.right - width)
  const y = inset.top ?? (inset.bottom === null ? 0 : frame.size.height - inset.bottom - height)
  placeDecoration(marks, box.style, { x, y, width, height }, { top: true, bottom: true })
  let top = y
  for (const item of content.items) {
    top += item.space
    if (item.content)
      placeLine(marks, item.content.line, x + item.content.x, top + item.content.baseline, inking)
    top += item.height
  }
}

function extent(given: Length | null, from: Pt | null, to: Pt | null, whole: Pt): Pt {
  if (given) return given.kind === 'pt' ? given.value : given.value * whole
  return Math.max(0, whole - (from ?? 0) - (to ?? 0))
}
