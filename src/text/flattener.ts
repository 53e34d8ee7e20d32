import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { type Flat, forcedBreak, type Stretch } from './flat.ts'
import { firstStyleOf, mostUnits } from './inlines.ts'
import { joinsLines, lastCodePoint, lastShown } from './white-space.ts'

export type TextInline = Inline & { kind: 'text' }
type GrowingStretch = Omit<Stretch, 'to'> & { to: number }

/** Collapsible white space that was met and not yet written: what it becomes depends on what follows. */
interface White {
  readonly inline: TextInline
  readonly ordinal: number
  readonly offset: number
  hasBreak: boolean
}

/** A text while it is joined. */
export interface Flattener extends Flat {
  text: string
  readonly origins: Int32Array
  readonly elements: Element[]
  readonly stretches: GrowingStretch[]
  readonly spaces: Map<number, number>
  readonly units: { readonly from: number; readonly to: number; readonly width: number }[]
  readonly pageNumbers: Map<number, string>
  readonly leaders: Map<number, string>
  readonly calls: { readonly from: number; readonly to: number; readonly inline: number }[]
  /** Of a forced break before any text. */
  readonly firstStyle: ComputedStyle | null
  /** That of the text which is being added. */
  inline: number
  white: White | null
  /** The last character written, and the language that it is in. */
  last: number
  lastLang: Lang
  /** Whether white space that comes now is dropped: at a line's start, and after other white space. */
  isCollapsed: boolean
  /** Columns since the line began, in preformatted text. */
  column: number
}

export function startFlattener(inlines: readonly Inline[]): Flattener {
  return {
    text: '',
    origins: new Int32Array(mostUnits(inlines)),
    elements: [],
    stretches: [],
    spaces: new Map(),
    units: [],
    pageNumbers: new Map(),
    leaders: new Map(),
    calls: [],
    firstStyle: firstStyleOf(inlines),
    inline: 0,
    white: null,
    last: 0,
    lastLang: '',
    isCollapsed: true,
    column: 0,
  }
}

/** Stands for the digits of a page number where its neighbours matter. */
export const digit = 0x30

/** White space becomes one space; nothing at the start of a line, and nothing where a line of the source ended between two wide characters. */
export function settleWhite(flattener: Flattener, next: number): void {
  const { white } = flattener
  flattener.white = null
  if (!white || flattener.isCollapsed) return
  const { lang } = white.inline.leaf
  if (white.hasBreak && joinsLines(flattener.last, flattener.lastLang) && joinsLines(next, lang)) return
  write(flattener, ' ', white.offset, white.inline, white.ordinal)
}

export function write(
  flattener: Flattener,
  text: string,
  origin: number,
  inline: TextInline,
  ordinal: number,
): void {
  const { origins } = flattener
  const { style, leaf, element } = inline
  const from = flattener.text.length
  for (let index = 0; index < text.length; index++) origins[from + index] = origin + index
  extend(flattener, text, style, element, ordinal, leaf.lang, leaf)
  flattener.last = lastCodePoint(text)
  flattener.lastLang = leaf.lang
  if (text === forcedBreak) flattener.column = 0
  const shown = lastShown(text)
  const isCollapsible = style.whiteSpace === 'normal' || style.whiteSpace === 'nowrap'
  if (shown !== null) flattener.isCollapsed = text === forcedBreak || (shown === 0x20 && isCollapsible)
}

export function addMark(
  flattener: Flattener,
  mark: string,
  ordinal: number,
  element: Element,
  style: ComputedStyle | null,
  lang: Lang,
): void {
  const markStyle = style ?? flattener.stretches.at(-1)?.style ?? flattener.firstStyle
  if (!markStyle) return
  flattener.origins[flattener.text.length] = 0
  extend(flattener, mark, markStyle, element, ordinal, lang, null)
  flattener.last = digit
  flattener.isCollapsed = mark === forcedBreak
  if (mark === forcedBreak) flattener.column = 0
}

function extend(
  flattener: Flattener,
  text: string,
  style: ComputedStyle,
  element: Element,
  inline: number,
  lang: Lang,
  leaf: Leaf | null,
): void {
  const before = flattener.stretches.at(-1)
  const from = flattener.text.length
  const to = from + text.length
  flattener.text += text
  if (
    before &&
    before.style === style &&
    before.element === element &&
    before.leaf === leaf &&
    before.lang === lang
  )
    before.to = to
  else flattener.stretches.push({ from, to, style, element, inline, lang, leaf })
}
