import { lineText, position, type Span } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { widthOf } from './width.ts'

/** Columns of text that a frame shows of a line; a paragraph is often one line of a thousand. */
const frameWidth = 96

/**
 * The line of a span with the one before it and a line of carets below; empty where there is no text to show. What
 * cannot be seen is spelled out, as `<U+202E>`; only tabs stay, as only the terminal knows their width.
 */
export function frame(span: Span): string {
  if (span.file.text === '') return ''
  const { line, column } = position(span)
  const text = lineText(span.file, line)
  const start = Array.from(text)
    .slice(0, column - 1)
    .join('').length
  const length = Math.max(0, Math.min(span.end - span.start, text.length - start))
  const shown = window(text, start, length)
  const gutter = String(line).length
  const before = line > 1 ? lineText(span.file, line - 1) : null
  const lines = [
    ...(before === null ? [] : [`${String(line - 1).padStart(gutter)} | ${cut(before)}`]),
    `${line} | ${shown.text}`,
    `${' '.repeat(gutter)} | ${blank(shown.text.slice(0, shown.start))}${carets(shown)}`,
  ]
  return lines.map((one) => `  ${one}`.trimEnd()).join('\n')
}

interface Shown {
  readonly text: string
  readonly start: number
  readonly length: number
}

/** The part of a line around a span that fits; an ellipsis stands for what is left out. */
function window(line: string, at: number, size: number): Shown {
  const { text, start, length } = spelledOut(line, at, size)
  // Marks without a width may stand in any number on a column.
  if (text.length <= 4 * frameWidth && widthOf(text) <= frameWidth) return { text, start, length }
  const from = backwards(text, start, frameWidth / 3)
  const to = forwards(text, from, frameWidth - 2)
  const head = from > 0 ? '…' : ''
  const tail = to < text.length ? '…' : ''
  const shift = head.length - from
  return {
    text: `${head}${text.slice(from, to)}${tail}`,
    start: start + shift,
    length: Math.min(length, to - start),
  }
}

/** The neighbourhood of a span with all that is hidden spelled out; a line may have a million characters. */
function spelledOut(line: string, at: number, size: number): Shown {
  // More than the frame holds, so that what is cut off here counts as left out.
  const near = 4 * frameWidth + 2
  const end = whole(line, at + size)
  const before = visibleLine(line.slice(whole(line, at - near), at))
  const marked = visibleLine(line.slice(at, whole(line, Math.min(end, at + near))))
  const after = visibleLine(line.slice(end, whole(line, end + near)))
  return { text: before + marked + after, start: before.length, length: marked.length }
}

function visibleLine(text: string): string {
  return text.split('\t').map(visible).join('\t')
}

/** An offset in a text, moved back where it would part a surrogate pair. */
function whole(text: string, offset: number): number {
  const at = Math.max(0, Math.min(offset, text.length))
  return at < text.length && isLowSurrogate(text, at) ? at - 1 : at
}

function cut(text: string): string {
  return window(text, 0, 0).text
}

function carets({ text, start, length }: Shown): string {
  return '^'.repeat(Math.max(1, widthOf(text.slice(start, start + length))))
}

/** Spaces as wide as a text; its tabs stay, as only the terminal knows their width. */
function blank(text: string): string {
  return text.replace(/[^\t]+/g, (part) => ' '.repeat(widthOf(part)))
}

/** The offset about `width` columns before another; never within a character. */
function backwards(text: string, offset: number, width: number): number {
  const before = Array.from(text.slice(Math.max(0, offset - 2 * width), offset)).reverse()
  let at = offset
  let used = 0
  for (const character of before) {
    used += widthOf(character)
    if (used > width) break
    at -= character.length
  }
  return isLowSurrogate(text, at) ? at + 1 : at
}

function forwards(text: string, offset: number, width: number): number {
  let at = offset
  let used = 0
  for (const character of text.slice(offset, offset + 4 * width)) {
    used += widthOf(character)
    if (used > width) break
    at += character.length
  }
  return isLowSurrogate(text, at) && at < text.length ? at - 1 : at
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
