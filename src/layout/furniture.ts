import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle, Content, MarginBoxName, PageStyle } from '../style/computed.ts'
import { breakLines } from '../text/break.ts'
import { shape } from '../text/shape.ts'
import type { Line } from '../text/shaped.ts'
import type { Workshop } from '../text/workshop.ts'
import { edge } from './galley.ts'
import type { Frame } from './geometry.ts'
import { type Inking, placeDecoration, placeLine } from './marks.ts'
import type { Placed } from './page.ts'

/** What a page's margin boxes may say. */
export interface Running {
  readonly label: string
  /** The value of a named string in a language on this page. */
  readonly text: (name: string, lang: Lang) => string
}

export interface FurnitureSettings {
  readonly languages: readonly Lang[]
  /** The element that margin boxes count as children of. */
  readonly root: Element
  readonly workshop: Workshop
}

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
    const boxes = (['left', 'center', 'right'] as const).map((where) => {
      const name: MarginBoxName = `${side}-${where}`
      const boxStyle = style.boxes.get(name)
      if (!boxStyle) return null
      const lang = where === 'right' ? settings.languages.at(-1) : settings.languages[0]
      const line = setContent(boxStyle, lang ?? 'en', running, settings, report)
      return { where, style: boxStyle, line }
    })
    dropRepeat(boxes, settings.languages)
    const [left, center, right] = boxes
    const split = left && right ? (frame.text.x * 2 + frame.text.width) / 2 : null
    for (const box of boxes) {
      if (!box) continue
      const { x, width } = extentOf(box.where, box.line?.width ?? 0, frame, split)
      placeBox(marks, box.style, box.line, { x, width, side }, frame)
    }
    warnIfTight(left?.line ?? null, center?.line ?? null, right?.line ?? null, frame, settings, report)
  }
}

/** In one language the box at the right would say what the one at the left says. */
function dropRepeat(boxes: readonly ({ line: Line | null } | null)[], languages: readonly Lang[]): void {
  const [left, , right] = boxes
  if (languages.length === 1 && left && right && left.line?.of.flat.text === right.line?.of.flat.text)
    right.line = null
}

function setContent(
  style: ComputedStyle,
  lang: Lang,
  running: Running,
  settings: FurnitureSettings,
  report: Report,
): Line | null {
  const text = (style.content ?? []).map((piece) => resolve(piece, lang, running)).join('')
  if (text === '') return null
  const { root, workshop } = settings
  const leaf = { text, lang, span: root.span, places: null }
  const inlines: readonly Inline[] = [
    {
      kind: 'text',
      leaf,
      from: 0,
      to: text.length,
      style: { ...style, whiteSpace: 'nowrap' },
      element: root,
    },
  ]
  const shaped = shape(inlines, lang, workshop, report)
  const [line] =
    shaped.count > 0 ? breakLines(shaped, { measure: 1e6, indent: 0, align: 'start', isBalanced: false }) : []
  return line ?? null
}

function resolve(piece: Content, lang: Lang, running: Running): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'string':
      return running.text(piece.name, lang)
    case 'counter':
      return piece.name === 'page' ? running.label : ''
    default:
      return ''
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
  left: Line | null,
  center: Line | null,
  right: Line | null,
  frame: Frame,
  settings: FurnitureSettings,
  report: Report,
): void {
  const total = [left, center, right].reduce((sum, line) => sum + (line?.width ?? 0), 0)
  if (total <= frame.text.width) return
  const text = (left ?? right ?? center)?.of.flat.text ?? ''
  const hint = 'give a shorter title, or a smaller size in the theme’s margin boxes'
  report.warning(
    'layout/running-head',
    `the running texts of a page do not fit side by side: \`${text}\``,
    settings.root.span,
    hint,
  )
}
