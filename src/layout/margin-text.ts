import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import { rowsFor } from '../style/columns.ts'
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
  const spoken = rowsFor(style.arrangement, settings.languages).flat()
  const boxes = (['left', 'center', 'right'] as const).map((where) => {
    const name: MarginBoxName = `${side}-${where}`
    const boxStyle = style.boxes.get(name)
    if (!boxStyle) return null
    const lang = (where === 'right' ? spoken.at(-1) : spoken[0]) ?? 'en'
    const said = (boxStyle.content ?? []).flatMap((piece) => resolve(piece, lang, spoken, running))
    const line = setText(said, boxStyle, lang, settings, report)
    return { where, style: boxStyle, text: said.map(({ text }) => text).join(''), line }
  })
  dropRepeat(boxes, settings.languages)
  return boxes
}

/** In one language the box at the right would say what the one at the left says. */
function dropRepeat(boxes: readonly (SetBox | null)[], languages: readonly Lang[]): void {
  const [left, , right] = boxes
  if (languages.length === 1 && left && right && left.text === right.text) right.line = null
}

/** A text of a margin box, in a language. */
interface Said {
  readonly text: string
  readonly lang: Lang
}

/** One line, as wide as it is; most pages say what the one before says, which is then set already. */
function setText(
  said: readonly Said[],
  style: ComputedStyle,
  lang: Lang,
  { root, workshop }: FurnitureSettings,
  report: Report,
): Line | null {
  const inlines = stretches(said).map(({ text, lang }): Inline => {
    const leaf = { text, lang, span: root.span, places: null }
    return { kind: 'text', leaf, from: 0, to: text.length, style, element: root }
  })
  if (inlines.length === 0) return null
  const setting = { measure: 1e6, indent: 0, align: 'start', isBalanced: false } as const
  return setParagraph(inlines, lang, setting, workshop, report).lines[0] ?? null
}

/** What follows each other in one language is one text. */
function stretches(said: readonly Said[]): readonly Said[] {
  const joined: Said[] = []
  for (const { text, lang } of said) {
    if (text === '') continue
    const last = joined.at(-1)
    if (last?.lang === lang) joined[joined.length - 1] = { text: last.text + text, lang }
    else joined.push({ text, lang })
  }
  return joined
}

function resolve(piece: Content, lang: Lang, spoken: readonly Lang[], running: Running): readonly Said[] {
  switch (piece.kind) {
    case 'text':
      return [{ text: piece.text, lang }]
    case 'string':
      return [{ text: running.text(piece.name, lang), lang }]
    case 'strings':
      return spoken
        .map((lang) => ({ text: running.text(piece.name, lang), lang }))
        .filter(({ text }) => text !== '')
        .flatMap((said, index) => (index > 0 ? [{ text: piece.separator, lang }, said] : [said]))
    case 'counter':
      return [{ text: counted(piece, running), lang }]
    default:
      return []
  }
}

function counted({ name, style }: Extract<Content, { readonly kind: 'counter' }>, running: Running): string {
  if (name === 'pages') return counterText(running.pages, style ?? 'decimal')
  if (name !== 'page') return ''
  return style === null ? running.label : counterText(running.number, style)
}
