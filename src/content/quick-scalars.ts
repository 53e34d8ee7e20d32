import type { CST } from 'yaml'
import { findBad } from './decode.ts'
import { flowText, type ScalarText, scalarText } from './scalar-text.ts'

/** Where a scalar stands: in a key or in a flow collection, and there on one line only, or else. */
export type ScalarPlace = 'key' | 'value' | 'flow'

/** The sort of the scalar that begins at an offset. */
function flowSort(text: string, at: number): CST.FlowScalar['type'] {
  const first = text.charCodeAt(at)
  if (first === doubleQuote) return 'double-quoted-scalar'
  return first === singleQuote ? 'single-quoted-scalar' : 'scalar'
}

/**
 * The end of a scalar that is no block; -1 where it is none in which nothing can be wrong. `indent` is how many columns
 * its further lines stand in at least.
 */
export function flowEnd(text: string, at: number, place: ScalarPlace, indent: number): number {
  const first = text.charCodeAt(at)
  if (first === doubleQuote) return doubleQuotedEnd(text, at, place, indent)
  if (first === singleQuote) return singleQuotedEnd(text, at, place, indent)
  if (!mayBegin(text, at)) return -1
  return place === 'flow' ? plainEndInFlow(text, at) : plainEnd(text, at, place, indent)
}

/** The text of a scalar; null where its escapes say what no text may hold. */
export function flowTextOf(text: string, at: number, end: number): ScalarText | null {
  const sort = flowSort(text, at)
  const source = text.slice(at, end)
  const found = flowText(sort, source, at)
  const hasEscapes = sort === 'double-quoted-scalar' && source.includes('\\')
  return hasEscapes && findBad(found.text).length > 0 ? null : found
}

const [lineFeed, carriageReturn, space, colon, hash] = [0x0a, 0x0d, 0x20, 0x3a, 0x23]
const [doubleQuote, singleQuote, hyphen, backslash] = [0x22, 0x27, 0x2d, 0x5c]

/** Whether what stands at an offset is a space, a line end or the end of the file. */
export function isEmptyAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === space || unit === lineFeed || unit === carriageReturn || Number.isNaN(unit)
}

/** Whether a plain scalar may begin so (YAML 1.2, 7.3.3), marks that may only begin some left aside. */
function mayBegin(text: string, at: number): boolean {
  if (text.charCodeAt(at) === hyphen) return /[\dA-Za-z]/.test(text.charAt(at + 1))
  return !isEmptyAt(text, at) && !indicators.includes(text.charAt(at))
}

const indicators = '-?:,[]{}#&*!|>\'"%@`'

/** The end of a plain scalar; -1 where it is a key, or seems to be one. */
function plainEnd(text: string, from: number, place: ScalarPlace, indent: number): number {
  let end = from
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === colon && isEmptyAt(text, at + 1)) return place === 'key' ? end : -1
    if (unit === space) {
      if (text.charCodeAt(at + 1) === hash) break
    } else if (unit === lineFeed) {
      if (place === 'key') return -1
      const next = contentAt(text, at + 1)
      const isBlank = text.charCodeAt(next) === lineFeed || text.charCodeAt(next) === carriageReturn
      if (!isBlank && (next - at - 1 < indent || text.charCodeAt(next) === hash)) break
      at = next - 1
    } else if (unit !== carriageReturn) end = at + 1
  }
  return end
}

/** The end of a plain scalar in braces or brackets; -1 where it does not end on its line. */
function plainEndInFlow(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === lineFeed || unit === hash) return -1
    if (flowMarks.includes(text.charAt(at))) return end
    if (unit === colon && (isEmptyAt(text, at + 1) || flowMarks.includes(text.charAt(at + 1)))) return end
    if (unit !== space && unit !== carriageReturn) end = at + 1
  }
  return -1
}

const flowMarks = ',[]{}'

function doubleQuotedEnd(text: string, at: number, place: ScalarPlace, indent: number): number {
  let end = text.indexOf('"', at + 1)
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  if (end < 0) return -1
  const source = text.slice(at, end + 1)
  return hasSoundEscapes(source) && mayRun(source, place, indent) ? end + 1 : -1
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number): boolean {
  let from = at
  while (text.charCodeAt(from - 1) === backslash) from--
  return (at - from) % 2 === 1
}

/** Whether all escapes of a text in double quotes are known; each is looked at alone, since a text may be very long. */
function hasSoundEscapes(source: string): boolean {
  for (let at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', soundEscape.lastIndex)) {
    soundEscape.lastIndex = at
    if (!soundEscape.test(source)) return false
  }
  return true
}

/** YAML 1.2, 5.7. */
const soundEscape = /\\(?:[0abt\tnvfre "/\\N_LP\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4})/y

function singleQuotedEnd(text: string, at: number, place: ScalarPlace, indent: number): number {
  let end = text.indexOf("'", at + 1)
  while (end >= 0 && text.charCodeAt(end + 1) === singleQuote) end = text.indexOf("'", end + 2)
  return end >= 0 && mayRun(text.slice(at, end + 1), place, indent) ? end + 1 : -1
}

/** Whether the lines of a quoted scalar are as many, and as far in, as they may be. */
function mayRun(source: string, place: ScalarPlace, indent: number): boolean {
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) {
    if (place !== 'value') return false
    const next = contentAt(source, end + 1)
    const isBlank = source.charCodeAt(next) === lineFeed || source.charCodeAt(next) === carriageReturn
    if (!isBlank && next - end - 1 < indent) return false
  }
  return true
}

/** The offset of the first character from `at` on that is no space. */
export function contentAt(text: string, at: number): number {
  let content = at
  while (text.charCodeAt(content) === space) content++
  return content
}

/**
 * The end of the lines of a block scalar whose indentation is that of the first, at least `indent`; -1 for another.
 * `header` is where its mark stands, `start` where its first line begins.
 */
export function blockEnd(text: string, header: number, start: number, indent: number): number {
  const mark = blockHeader.exec(text.slice(header, start))?.[0]
  const content = contentAt(text, start)
  const own = content - start
  if (mark === undefined || own < indent || isEmptyAt(text, content)) return -1
  const last = lastLineEnd(text, start, own)
  if (last < 0) return -1
  const end = mark.endsWith('+') ? last : withoutBlankLines(text, start, last, own)
  return Math.min(text.length, end + 1)
}

/** The text of a block scalar that was found so. */
export function blockTextOf(text: string, header: number, start: number, end: number): ScalarText {
  const place = { offset: header, indent: 0 }
  return scalarText({
    ...place,
    type: 'block-scalar',
    // What indents it is not written: no digit that stands in a comment may be taken for it.
    props: [{ ...place, type: 'space', source: text.slice(header, start) }],
    source: text.slice(start, end),
  })
}

const blockHeader = /^[|>][-+]?(?=[ \r\n])/

/** The line end behind the last line that is blank or indented far enough; -1 where a blank one ends the file. */
function lastLineEnd(text: string, start: number, indent: number): number {
  for (let line = start; ; ) {
    const end = text.indexOf('\n', line)
    if (end < 0) return text.length
    const next = contentAt(text, end + 1)
    if (next >= text.length) return next === end + 1 ? end : -1
    if (next - end - 1 < indent && !isEmptyAt(text, next)) return end
    line = end + 1
  }
}

/** The line end behind the last line that is not blank: one with more spaces than the others are indented by is not. */
function withoutBlankLines(text: string, start: number, last: number, indent: number): number {
  let end = last
  while (true) {
    const unit = text.charCodeAt(end - 1)
    const lastCharacter = unit === carriageReturn ? end - 2 : end - 1
    let at = lastCharacter
    while (text.charCodeAt(at) === space) at--
    if (text.charCodeAt(at) !== lineFeed || at < start || at + 1 + indent <= lastCharacter) return end
    end = at
  }
}
