import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle, Content, MarginBoxName, PageStyle } from '../style/computed.ts'
import { counterText } from '../style/counter-style.ts'
import { type Line, setParagraph } from '../text/paragraph.ts'
import type { Workshop } from '../text/workshop.ts'

/** What a page's margin boxes may say. */
export interface Running {
  readonly label: string
  /** The page's number, for a style of its own. */
  readonly number: number
  /** How many pages there are. */
  readonly pages: number
  /** The value of a named string in a language on this page. */
  readonly text: (name: string, lang: Lang) => string
}

export interface FurnitureSettings {
  readonly languages: readonly Lang[]
  /** The element that margin boxes count as children of. */
  readonly root: Element
  readonly workshop: Workshop
}

/** A margin box and what it says. */
export interface SetBox {
  readonly where: 'left' | 'center' | 'right'
  readonly style: ComputedStyle
  readonly text: string
  line: Line | null
}

/** The boxes on one side of a page, left, centre and right, with their lines. */
export function setBoxes(
  side: 'top' | 'bottom',
  style: PageStyle,
  running: Running,
  settings: FurnitureSettings,
  report: Report,
): readonly (SetBox | null)[] {
  const boxes = (['left', 'center', 'right'] as const).map((where) => {
    const name: MarginBoxName = `${side}-${where}`
    const boxStyle = style.boxes.get(name)
    if (!boxStyle) return null
    const lang = where === 'right' ? settings.languages.at(-1) : settings.languages[0]
    const text = textOf(boxStyle, lang ?? 'en', running)
    const line = setText(text, boxStyle, lang ?? 'en', settings, report)
    return { where, style: boxStyle, text, line }
  })
  dropRepeat(boxes, settings.languages)
  return boxes
}

/** In one language the box at the right would say what the one at the left says. */
function dropRepeat(boxes: readonly (SetBox | null)[], languages: readonly Lang[]): void {
  const [left, , right] = boxes
  if (languages.length === 1 && left && right && left.text === right.text) right.line = null
}

function textOf(style: ComputedStyle, lang: Lang, running: Running): string {
  return (style.content ?? []).map((piece) => resolve(piece, lang, running)).join('')
}

/** One line, as wide as it is; most pages say what the one before says, which is then set already. */
function setText(
  text: string,
  style: ComputedStyle,
  lang: Lang,
  { root, workshop }: FurnitureSettings,
  report: Report,
): Line | null {
  if (text === '') return null
  const leaf = { text, lang, span: root.span, places: null }
  const inlines: readonly Inline[] = [{ kind: 'text', leaf, from: 0, to: text.length, style, element: root }]
  const setting = { measure: 1e6, indent: 0, align: 'start', isBalanced: false } as const
  return setParagraph(inlines, lang, setting, workshop, report).lines[0] ?? null
}

function resolve(piece: Content, lang: Lang, running: Running): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'string':
      return running.text(piece.name, lang)
    case 'counter':
      if (piece.name === 'pages') return counterText(running.pages, piece.style ?? 'decimal')
      if (piece.name !== 'page') return ''
      return piece.style === null ? running.label : counterText(running.number, piece.style)
    default:
      return ''
  }
}
