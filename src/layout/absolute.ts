import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { BlockBox } from '../style/box.ts'
import type { Length } from '../style/computed.ts'
import { extentOf } from '../style/sum.ts'
import { galley } from './galley.ts'
import type { Frame } from './geometry.ts'
import type { PageInking } from './inking.ts'
import { placeDecoration } from './marks.ts'
import type { Placed } from './page.ts'
import { placeGalley } from './place-cell.ts'
import type { Setting } from './setting.ts'

/** Places an absolutely positioned box: its insets count from the edges of the page (CSS 2.2, 10.3.7 and 10.6.4). */
export function placeAbsolute(
  marks: Placed[],
  box: BlockBox,
  frame: Frame,
  settings: Setting & { readonly lang: Lang },
  inking: PageInking,
  report: Report,
): void {
  const { inset } = box.style
  const width = extent(box.style.width, inset.left, inset.right, frame.size.width)
  const content = galley(
    { ...box, style: { ...box.style, background: null } },
    { ...settings, measure: width, lane: width, lanes: new Map(), depth: frame.size.height },
    report,
  )
  const natural = content.items.reduce((sum, item) => sum + item.space + item.height, 0)
  const given = box.style.height !== null || (inset.top !== null && inset.bottom !== null)
  const height = given ? extent(box.style.height, inset.top, inset.bottom, frame.size.height) : natural
  const x = inset.left ?? (inset.right === null ? 0 : frame.size.width - inset.right - width)
  const y = inset.top ?? (inset.bottom === null ? 0 : frame.size.height - inset.bottom - height)
  placeDecoration(marks, box.style, { x, y, width, height }, { top: true, bottom: true })
  placeGalley(marks, content, x, y, inking)
  for (const { notes } of content.items) for (const { element } of notes) reportNote(element, report)
}

function reportNote(element: Element, report: Report): void {
  const hint = 'call the note in a passage, or take its box out of `position: absolute`'
  report.error('layout/lost-note', 'a note is called where no column has a foot for it', element.span, hint)
}

function extent(given: Length | null, from: Pt | null, to: Pt | null, whole: Pt): Pt {
  if (given) return extentOf(given, whole)
  return Math.max(0, whole - (from ?? 0) - (to ?? 0))
}
