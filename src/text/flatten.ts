import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { isWhite, isZeroWidth, joinsLines, lastCodePoint, lastShown } from './white-space.ts'

/** A paragraph as one text, white space collapsed (CSS Text 3, 4.1), with what each stretch of it is. */
export interface Flat {
  /** U+2028 stands for a forced line break, U+FFFC for a page number to come or a leader. */
  readonly text: string
  readonly stretches: readonly Stretch[]
  /** For each UTF-16 unit of `text`, its offset in the leaf that it came from. */
  readonly origins: Int32Array
  /** Empty stretches of given width (points) before an offset, such as the margin after a run-in heading. */
  readonly spaces: ReadonlyMap<number, number>
  /** Unbreakable stretches with a least width in points. */
  readonly units: readonly { readonly from: number; readonly to: number; readonly width: number }[]
  /** The anchors of the page numbers, by the offset of their U+FFFC. */
  readonly pageNumbers: ReadonlyMap<number, string>
  /** The patterns of the leaders, by the offset of their U+FFFC. */
  readonly leaders: ReadonlyMap<number, string>
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly style: ComputedStyle
  readonly element: Element
  readonly lang: Lang
  readonly leaf: Leaf | null
}

export const forcedBreak = '\u2028'
export const pageNumberMark = '\ufffc'

/** Joins the inlines of a paragraph into one text. `lang` is that of inlines which have none. */
export function flatten(inlines: readonly Inline[], lang: Lang): Flat {
  const flattener = startFlattener(inlines)
  const { spaces, units, pageNumbers, leaders } = flattener
  const visit = (inline: Inline): void => {
    switch (inline.kind) {
      case 'text':
        addText(flattener, inline)
        return
      case 'break':
        flattener.white = null
        addMark(flattener, forcedBreak, inline.element, null, lang)
        return
      case 'space': {
        const at = flattener.length
        spaces.set(at, (spaces.get(at) ?? 0) + inline.width)
        return
      }
      case 'page-number':
        settleWhite(flattener, digit)
        pageNumbers.set(flattener.length, inline.anchor)
        addMark(flattener, pageNumberMark, inline.element, inline.style, lang)
        return
      case 'leader':
        settleWhite(flattener, digit)
        leaders.set(flattener.length, inline.text)
        addMark(flattener, pageNumberMark, inline.element, inline.style, lang)
        return
      case 'unit': {
        settleWhite(flattener, firstCodePoint(inline.inlines) ?? digit)
        const { length: from, isCollapsed } = flattener
        // White space at the edges of an inline-block is dropped, as at those of a line.
        flattener.isCollapsed = true
        inline.inlines.forEach(visit)
        flattener.isCollapsed = flattener.length === from && isCollapsed
        flattener.white = null
        units.push({ from, to: flattener.length, width: inline.width })
        return
      }
    }
  }
  inlines.forEach(visit)
  const { parts, stretches, origins, length } = flattener
  const text = parts.join('')
  return { text, stretches, origins: origins.subarray(0, length), spaces, units, pageNumbers, leaders }
}

type TextInline = Inline & { kind: 'text' }
type GrowingStretch = Omit<Stretch, 'to'> & { to: number }

/** Collapsible white space that was met and not yet written: what it becomes depends on what follows. */
interface White {
  readonly inline: TextInline
  readonly offset: number
  hasBreak: boolean
}

interface Flattener {
  readonly parts: string[]
  length: number
  readonly origins: Int32Array
  readonly stretches: GrowingStretch[]
  readonly spaces: Map<number, number>
  readonly units: { readonly from: number; readonly to: number; readonly width: number }[]
  readonly pageNumbers: Map<number, string>
  readonly leaders: Map<number, string>
  /** Of a forced break before any text. */
  readonly firstStyle: ComputedStyle | null
  white: White | null
  /** The last character written, and the language that it is in. */
  last: number
  lastLang: Lang
  /** Whether white space that comes now is dropped: at a line's start, and after other white space. */
  isCollapsed: boolean
  /** Columns since the line began, in preformatted text. */
  column: number
}

function startFlattener(inlines: readonly Inline[]): Flattener {
  return {
    parts: [],
    length: 0,
    origins: new Int32Array(capacityOf(inlines)),
    stretches: [],
    spaces: new Map(),
    units: [],
    pageNumbers: new Map(),
    leaders: new Map(),
    firstStyle: firstStyleOf(inlines),
    white: null,
    last: 0,
    lastLang: '',
    isCollapsed: true,
    column: 0,
  }
}

function addText(flattener: Flattener, inline: TextInline): void {
  if (inline.style.whiteSpace === 'pre' || inline.style.whiteSpace === 'pre-wrap')
    addPreformatted(flattener, inline)
  else addCollapsing(flattener, inline)
}

function addCollapsing(flattener: Flattener, inline: TextInline): void {
  const { text } = inline.leaf
  let from = inline.from
  for (let at = inline.from; at < inline.to; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x20 || !isWhite(unit)) {
      if (flattener.white) {
        settleWhite(flattener, text.codePointAt(at) ?? 0)
        from = at
      }
      continue
    }
    // One space between two words stays what it is: nothing to cut.
    const isAfterText = at > from && !isZeroWidth(text.charCodeAt(at - 1))
    if (unit === 0x20 && isAfterText && at + 1 < inline.to && !isWhite(text.charCodeAt(at + 1))) continue
    if (at > from) write(flattener, text.slice(from, at), from, inline)
    from = at + 1
    flattener.white ??= { inline, offset: at, hasBreak: false }
    if (unit === 0x0a) flattener.white.hasBreak = true
  }
  if (inline.to > from) write(flattener, text.slice(from, inline.to), from, inline)
}

/** Spaces stay, lines end where the source has them, and a tab leads to the next column that 8 divides. */
function addPreformatted(flattener: Flattener, inline: TextInline): void {
  const { text } = inline.leaf
  let from = inline.from
  const flush = (to: number): void => {
    if (to <= from) return
    settleWhite(flattener, text.codePointAt(from) ?? 0)
    write(flattener, text.slice(from, to), from, inline)
    flattener.column += to - from
  }
  for (let at = inline.from; at < inline.to; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x0a && unit !== 0x0d && unit !== 0x09) continue
    flush(at)
    from = at + 1
    if (unit === 0x09) {
      settleWhite(flattener, 0x20)
      const spaces = tabSize - (flattener.column % tabSize)
      for (let index = 0; index < spaces; index++) write(flattener, ' ', at, inline)
      flattener.column += spaces
    } else if (unit === 0x0a) {
      flattener.white = null
      write(flattener, forcedBreak, at, inline)
    }
  }
  flush(inline.to)
}

const tabSize = 8
/** Stands for the digits of a page number where its neighbours matter. */
const digit = 0x30

/** White space becomes one space; nothing at the start of a line, and nothing where a line of the source ended between two wide characters. */
function settleWhite(flattener: Flattener, next: number): void {
  const { white } = flattener
  flattener.white = null
  if (!white || flattener.isCollapsed) return
  const { lang } = white.inline.leaf
  if (white.hasBreak && joinsLines(flattener.last, flattener.lastLang) && joinsLines(next, lang)) return
  write(flattener, ' ', white.offset, white.inline)
}

function write(flattener: Flattener, text: string, origin: number, inline: TextInline): void {
  const { origins, length } = flattener
  for (let index = 0; index < text.length; index++) origins[length + index] = origin + index
  extend(flattener, text.length, inline.style, inline.element, inline.leaf.lang, inline.leaf)
  flattener.parts.push(text)
  flattener.last = lastCodePoint(text)
  flattener.lastLang = inline.leaf.lang
  if (text === forcedBreak) flattener.column = 0
  const shown = lastShown(text)
  const isCollapsible = inline.style.whiteSpace === 'normal' || inline.style.whiteSpace === 'nowrap'
  if (shown !== null) flattener.isCollapsed = text === forcedBreak || (shown === 0x20 && isCollapsible)
}

function addMark(
  flattener: Flattener,
  mark: string,
  element: Element,
  style: ComputedStyle | null,
  lang: Lang,
): void {
  const markStyle = style ?? flattener.stretches.at(-1)?.style ?? flattener.firstStyle
  if (!markStyle) return
  flattener.origins[flattener.length] = 0
  extend(flattener, 1, markStyle, element, lang, null)
  flattener.parts.push(mark)
  flattener.last = digit
  flattener.isCollapsed = mark === forcedBreak
  if (mark === forcedBreak) flattener.column = 0
}

function extend(
  flattener: Flattener,
  length: number,
  style: ComputedStyle,
  element: Element,
  lang: Lang,
  leaf: Leaf | null,
): void {
  const before = flattener.stretches.at(-1)
  const from = flattener.length
  const to = from + length
  flattener.length = to
  if (
    before &&
    before.style === style &&
    before.element === element &&
    before.leaf === leaf &&
    before.lang === lang
  )
    before.to = to
  else flattener.stretches.push({ from, to, style, element, lang, leaf })
}

/** The most UTF-16 units that inlines can come to. */
function capacityOf(inlines: readonly Inline[]): number {
  let capacity = 0
  for (const inline of inlines) {
    if (inline.kind === 'unit') capacity += capacityOf(inline.inlines)
    else if (inline.kind !== 'text') capacity++
    else {
      capacity += inline.to - inline.from
      if (inline.style.whiteSpace === 'normal' || inline.style.whiteSpace === 'nowrap') continue
      for (let at = inline.from; at < inline.to; at++)
        if (inline.leaf.text.charCodeAt(at) === 0x09) capacity += tabSize - 1
    }
  }
  return capacity
}

function firstStyleOf(inlines: readonly Inline[]): ComputedStyle | null {
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'unit' || inline.kind === 'page-number') return inline.style
  }
  return null
}

function firstCodePoint(inlines: readonly Inline[]): number | null {
  const [first] = inlines
  if (first?.kind === 'unit') return firstCodePoint(first.inlines)
  if (first?.kind !== 'text') return null
  for (let at = first.from; at < first.to; at++) {
    if (!isWhite(first.leaf.text.charCodeAt(at))) return first.leaf.text.codePointAt(at) ?? null
  }
  return null
}
