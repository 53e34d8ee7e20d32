import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { ComputedStyle, PageStyle } from '../style/computed.ts'
import type { Line } from '../text/paragraph.ts'
import { edge } from './column.ts'
import type { Frame } from './geometry.ts'
import { type FurnitureSettings, type Running, type SetBox, setBoxes } from './margin-text.ts'
import { type Inking, placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'

/** Running heads and folios are artifacts: no tag, no link. */
const artifact: Inking = {
  tagOf: () => null,
  markerOf: () => null,
  linkOf: () => null,
  numberOf: () => null,
  textOf: () => {
    throw new Error('a margin box has plain text only')
  },
}

/** Adds the running heads, feet and folio of a page. The middle boxes stand on the axis between the columns. */
export function placeFurniture(
  marks: Placed[],
  style: PageStyle,
  frame: Frame,
  running: Running,
  settings: FurnitureSettings,
  report: Report,
): void {
  for (const side of ['top', 'bottom'] as const) {
    const boxes = setBoxes(side, style, running, settings, report)
    const [left, center, right] = boxes
    const split = left && right ? (frame.text.x * 2 + frame.text.width) / 2 : null
    for (const box of boxes) {
      if (!box) continue
      const { x, width } = extentOf(box.where, box.line?.width ?? 0, frame, split)
      placeBox(marks, box.style, box.line, { x, width, side }, frame)
    }
    const tight = [left ?? null, center ?? null, right ?? null]
    warnIfTight(tight, frame, { side, spans: style.spans.boxes, root: settings.root.span }, report)
  }
}

function extentOf(
  where: 'left' | 'center' | 'right',
  width: Pt,
  frame: Frame,
  split: Pt | null,
): { x: Pt; width: Pt } {
  const { x, width: whole } = frame.text
  if (where === 'center') {
    const axis = frame.lanes.at(-1)
    const center = axis && frame.lanes.length > 2 ? axis.x + axis.width / 2 : x + whole / 2
    return { x: center - width / 2, width }
  }
  if (split === null) return { x, width: whole }
  return where === 'left' ? { x, width: split - x } : { x: split, width: x + whole - split }
}

function placeBox(
  marks: Placed[],
  style: ComputedStyle,
  line: Line | null,
  box: { x: Pt; width: Pt; side: 'top' | 'bottom' },
  frame: Frame,
): void {
  const { margin, padding, border } = style
  const height = edge(border.top, padding.top) + style.lineHeight + edge(border.bottom, padding.bottom)
  const areaTop = box.side === 'top' ? 0 : frame.text.y + frame.text.depth
  const areaHeight = box.side === 'top' ? frame.text.y : frame.size.height - areaTop
  const spare = areaHeight - margin.top - height - margin.bottom
  const shift = style.verticalAlign === 'bottom' ? spare : style.verticalAlign === 'middle' ? spare / 2 : 0
  const y = areaTop + margin.top + shift
  placeDecoration(marks, style, { x: box.x, y, width: box.width, height }, { top: true, bottom: true })
  if (!line) return
  const room = box.width - line.width
  const x = box.x + (style.textAlign === 'end' ? room : style.textAlign === 'center' ? room / 2 : 0)
  placeLine(
    marks,
    line,
    x,
    y + edge(border.top, padding.top) + (style.baseline ?? style.lineHeight),
    artifact,
  )
}

function warnIfTight(
  boxes: readonly (SetBox | null)[],
  frame: Frame,
  theme: {
    readonly side: 'top' | 'bottom'
    readonly spans: PageStyle['spans']['boxes']
    readonly root: Span
  },
  report: Report,
): void {
  const set = boxes.filter((box) => box?.line)
  const total = set.reduce((sum, box) => sum + (box?.line?.width ?? 0), 0)
  if (total <= frame.text.width) return
  const [left, center, right] = boxes
  const first = [left, right, center].find((box) => box?.line)
  const text = first?.text ?? ''
  const written = first && theme.spans.get(`${theme.side}-${first.where}`)
  const hint = 'give a shorter title, or a smaller size in the theme’s margin boxes'
  report.warning(
    'layout/running-head',
    `the running texts of a page do not fit side by side: \`${text}\``,
    written ?? theme.root,
    hint,
  )
}
