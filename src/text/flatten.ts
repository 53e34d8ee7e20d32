import type { Lang } from '../base/lang.ts'
import type { Element, Leaf } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { isWide } from './unicode.ts'

/** A paragraph as one text, white space collapsed (CSS Text 3, 4.1), with what each stretch of it is. */
export interface Flat {
  /** U+2028 stands for a forced line break, U+FFFC for a page number to come. */
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
  const flattener = { parts: [] as string[], length: 0, origins: [] as number[], stretches: [] as Stretch[], white: null as White | null, last: 0 }
  const spaces = new Map<number, number>()
  const units: { from: number; to: number; width: number }[] = []
  const pageNumbers = new Map<number, string>()
  const visit = (inline: Inline): void => {
    switch (inline.kind) {
      case 'text':
        return addText(flattener, inline)
      case 'break':
        flattener.white = null
        return addMark(flattener, forcedBreak, inline.element, null, lang)
      case 'space':
        settleWhite(flattener, 0x20)
        spaces.set(flattener.length, inline.width)
        return
      case 'page-number':
        settleWhite(flattener, 0x30)
        pageNumbers.set(flattener.length, inline.anchor)
        return addMark(flattener, pageNumberMark, inline.element, inline.style, lang)
      case 'unit': {
        settleWhite(flattener, 0x30)
        const from = flattener.length
        inline.inlines.forEach(visit)
        units.push({ from, to: flattener.length, width: inline.width })
        return
      }
    }
  }
  inlines.forEach(visit)
  const text = flattener.parts.join('')
  return { text, stretches: flattener.stretches, origins: Int32Array.from(flattener.origins), spaces, units, pageNumbers }
}

/** Collapsible white space that was met and not yet written: what it becomes depends on what follows. */
interface White {
  readonly inline: Inline & { kind: 'text' }
  readonly offset: number
  hasBreak: boolean
}

interface Flattener {
  readonly parts: string[]
  length: number
  readonly origins: number[]
  readonly stretches: Stretch[]
  white: White | null
  /** The last character written, 0 at the start and after a forced break. */
  last: number
}

function addText(flattener: Flattener, inline: Inline & { kind: 'text' }): void {
  const { text } = inline.leaf
  const isPre = inline.style.whiteSpace === 'pre' || inline.style.whiteSpace === 'pre-wrap'
  let from = inline.from
  const flush = (to: number): void => {
    if (to > from) write(flattener, text.slice(from, to), from, inline)
  }
  for (let at = inline.from; at < inline.to; at++) {
    const unit = text.charCodeAt(at)
    const isWhite = unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d
    if (!isWhite || (isPre && unit !== 0x0a && unit !== 0x0d)) {
      if (flattener.white) {
        settleWhite(flattener, text.codePointAt(at) ?? 0)
        from = at
      }
      continue
    }
    flush(at)
    from = at + 1
    if (!isPre) {
      flattener.white ??= { inline, offset: at, hasBreak: false }
      if (unit === 0x0a) flattener.white.hasBreak = true
    } else if (unit === 0x0a) write(flattener, forcedBreak, at, inline)
  }
  flush(inline.to)
}

/** White space becomes one space; nothing at the start of a line, and nothing where a line of the source ended between two wide characters. */
function settleWhite(flattener: Flattener, next: number): void {
  const { white, last } = flattener
  flattener.white = null
  if (!white || last === 0) return
  if (white.hasBreak && isWide(last) && isWide(next)) return
  write(flattener, ' ', white.offset, white.inline)
}

function write(flattener: Flattener, text: string, origin: number, inline: Inline & { kind: 'text' }): void {
  extend(flattener, text.length, inline.style, inline.element, inline.leaf.lang, inline.leaf)
  for (let index = 0; index < text.length; index++) flattener.origins.push(origin + index)
  flattener.parts.push(text)
  flattener.last = text === forcedBreak ? 0 : lastCodePoint(text)
}

function addMark(flattener: Flattener, mark: string, element: Element, style: ComputedStyle | null, lang: Lang): void {
  const before = flattener.stretches.at(-1)
  const markStyle = style ?? before?.style
  if (markStyle) extend(flattener, 1, markStyle, element, lang, null)
  else return
  flattener.origins.push(0)
  flattener.parts.push(mark)
  flattener.last = mark === forcedBreak ? 0 : 0x30
}

function extend(flattener: Flattener, length: number, style: ComputedStyle, element: Element, lang: Lang, leaf: Leaf | null): void {
  const before = flattener.stretches.at(-1)
  const from = flattener.length
  flattener.length += length
  if (before && before.style === style && before.element === element && before.leaf === leaf && before.lang === lang) {
    flattener.stretches[flattener.stretches.length - 1] = { ...before, to: flattener.length }
  } else flattener.stretches.push({ from, to: flattener.length, style, element, lang, leaf })
}

function lastCodePoint(text: string): number {
  const low = text.charCodeAt(text.length - 1)
  return low >= 0xdc00 && low < 0xe000 && text.length > 1 ? (text.codePointAt(text.length - 2) ?? low) : low
}
