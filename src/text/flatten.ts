import type { Lang } from '../base/lang.ts'
import type { Inline } from '../style/box.ts'
import { type Flat, forcedBreak, pageNumberMark } from './flat.ts'
import {
  addMark,
  digit,
  type Flattener,
  settleWhite,
  startFlattener,
  type TextInline,
  write,
} from './flattener.ts'
import { firstCodePoint, tabSize } from './inlines.ts'
import { isWhite, isZeroWidth } from './white-space.ts'

/** Joins the inlines of a paragraph into one text. `lang` is that of inlines which have none. */
export function flatten(inlines: readonly Inline[], lang: Lang): Flat {
  const flattener = startFlattener(inlines)
  for (const inline of inlines) add(flattener, inline, lang)
  return flattener
}

function add(flattener: Flattener, inline: Inline, lang: Lang): void {
  const { spaces, units, pageNumbers, leaders, calls } = flattener
  const ordinal = flattener.elements.push(inline.element) - 1
  switch (inline.kind) {
    case 'text':
      flattener.inline = ordinal
      addText(flattener, inline)
      return
    case 'break':
      flattener.white = null
      addMark(flattener, forcedBreak, ordinal, inline.element, null, lang)
      return
    case 'space': {
      const at = flattener.text.length
      spaces.set(at, (spaces.get(at) ?? 0) + inline.width)
      return
    }
    case 'page-number':
      settleWhite(flattener, digit)
      pageNumbers.set(flattener.text.length, inline.anchor)
      addMark(flattener, pageNumberMark, ordinal, inline.element, inline.style, lang)
      return
    case 'leader':
      settleWhite(flattener, digit)
      leaders.set(flattener.text.length, inline.text)
      addMark(flattener, pageNumberMark, ordinal, inline.element, inline.style, lang)
      return
    case 'unit': {
      settleWhite(flattener, firstCodePoint(inline.inlines) ?? digit)
      const { isCollapsed } = flattener
      const from = flattener.text.length
      // White space at the edges of an inline-block is dropped, as at those of a line.
      flattener.isCollapsed = true
      for (const inner of inline.inlines) add(flattener, inner, lang)
      flattener.isCollapsed = flattener.text.length === from && isCollapsed
      flattener.white = null
      units.push({ from, to: flattener.text.length, width: inline.width })
      return
    }
    case 'note': {
      settleWhite(flattener, firstCodePoint(inline.call) ?? digit)
      const from = flattener.text.length
      for (const inner of inline.call) add(flattener, inner, lang)
      calls.push({ from, to: flattener.text.length, inline: ordinal })
      return
    }
    case 'reference':
      throw new Error('a reference is replaced by its number before its paragraph is set')
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
    if (at > from) write(flattener, text.slice(from, at), from, inline, flattener.inline)
    from = at + 1
    flattener.white ??= { inline, ordinal: flattener.inline, offset: at, hasBreak: false }
    if (unit === 0x0a) flattener.white.hasBreak = true
  }
  if (inline.to > from) write(flattener, text.slice(from, inline.to), from, inline, flattener.inline)
}

/** Spaces stay, lines end where the source has them, and a tab leads to the next column that 8 divides. */
function addPreformatted(flattener: Flattener, inline: TextInline): void {
  const { text } = inline.leaf
  const ordinal = flattener.inline
  let from = inline.from
  const flush = (to: number): void => {
    if (to <= from) return
    settleWhite(flattener, text.codePointAt(from) ?? 0)
    write(flattener, text.slice(from, to), from, inline, ordinal)
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
      for (let index = 0; index < spaces; index++) write(flattener, ' ', at, inline, ordinal)
      flattener.column += spaces
    } else if (unit === 0x0a) {
      flattener.white = null
      write(flattener, forcedBreak, at, inline, ordinal)
    }
  }
  flush(inline.to)
}
