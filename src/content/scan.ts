import type { Stretch } from '../base/leaf.ts'
import { isWide } from './wide.ts'

/** A piece of a leaf's text as the scanner sees it, in UTF-16 offsets. Which asterisks count is not decided yet. */
export type Token =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'stars'
      readonly from: number
      readonly to: number
      readonly mayOpen: boolean
      readonly mayClose: boolean
    }
  | { readonly kind: 'bracket'; readonly from: number; readonly to: number }
  /** `](target)` of the link whose bracket is token number `bracket`. */
  | {
      readonly kind: 'link'
      readonly from: number
      readonly to: number
      readonly bracket: number
      readonly target: Stretch
    }
  | { readonly kind: 'code'; readonly from: number; readonly to: number; readonly inner: Stretch }
  | { readonly kind: 'break'; readonly from: number; readonly to: number }
  /** `[^id]`: a note is called. */
  | { readonly kind: 'note'; readonly from: number; readonly to: number; readonly id: Stretch }
  | Reference

/** `{ref: id}` and its forms; without an id it is none, and stands as text. */
export interface Reference {
  readonly kind: 'reference'
  readonly from: number
  readonly to: number
  readonly id: Stretch | null
  readonly form: ReferenceForm
}

/** What of its target a reference prints. */
export type ReferenceForm = 'page' | 'title' | 'number'

/** Cuts a text into tokens, in order and without gaps but for the backslashes of escapes. */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = []
  const backticks = new Backticks(text)
  /** Numbers of the tokens that are brackets and may still begin a link. */
  const brackets: number[] = []
  let from = 0
  let at = 0
  const add = (token: Token) => {
    if (token.from > from) tokens.push({ kind: 'text', from, to: token.from })
    tokens.push(token)
    from = at = token.to
  }
  while (at < text.length) {
    const character = text[at]
    if (character === '*') add(stars(text, at))
    else if (character === '`') {
      const code = backticks.code(at)
      if (code === null) at = endOfRun(text, at)
      else add(code)
    } else if (character === '[' && text[at + 1] === '^') {
      const note = noteAt(text, at)
      if (note === null) at++
      else add(note)
    } else if (character === '{') {
      const reference = referenceAt(text, at)
      if (reference === null) at++
      else add(reference)
    } else if (character === '[') {
      add({ kind: 'bracket', from: at, to: at + 1 })
      brackets.push(tokens.length - 1)
    } else if (character === ']') {
      const bracket = brackets.pop()
      const target = bracket === undefined ? null : targetAfter(text, at)
      if (bracket === undefined || target === null) at++
      else {
        add({ kind: 'link', from: at, to: target[1] + 1, bracket, target })
        // A link holds no other: the brackets around this one are text.
        brackets.length = 0
      }
    } else if (character === '\\' && text[at + 1] === '\n')
      add({ kind: 'break', from: at, to: lineStart(text, at + 1) })
    else if (character === '\\' && isMarkup(text[at + 1])) {
      if (at > from) tokens.push({ kind: 'text', from, to: at })
      // The escaped character begins the next text: its backslash is the gap.
      from = at + 1
      at += 2
    } else if (character === ' ') {
      const next = endOfRun(text, at)
      if (next - at >= 2 && text[next] === '\n') add({ kind: 'break', from: at, to: lineStart(text, next) })
      else at = next
    } else at++
  }
  if (from < text.length) tokens.push({ kind: 'text', from, to: text.length })
  return tokens
}

/** Whether a text may call notes or refer to something: a quick look, which may err on this side only. */
export function mayCall(text: string): boolean {
  return text.includes('[^') || text.includes('{ref')
}

function noteAt(text: string, from: number): Token | null {
  notePattern.lastIndex = from
  const [whole, name] = notePattern.exec(text) ?? []
  if (whole === undefined || name === undefined) return null
  return { kind: 'note', from, to: from + whole.length, id: [from + 2, from + 2 + name.length] }
}

const notePattern = /\[\^([A-Za-z0-9][A-Za-z0-9-]*)\]/y

function referenceAt(text: string, from: number): Token | null {
  bracePattern.lastIndex = from
  const [whole] = bracePattern.exec(text) ?? []
  if (whole === undefined) return null
  const to = from + whole.length
  const [, before = '', name = '', form] = referencePattern.exec(whole) ?? []
  if (name === '') return { kind: 'reference', from, to, id: null, form: 'page' }
  const start = from + before.length
  const isForm = form === 'title' || form === 'number'
  return { kind: 'reference', from, to, id: [start, start + name.length], form: isForm ? form : 'page' }
}

// A reference is short: the bound keeps many unclosed braces from being searched to the end of the text each.
const bracePattern = /\{ref:[^{}]{0,200}\}/y
const referencePattern = /^(\{ref:\s*)([\w-]+)(?:\s+(title|number))?\s*\}$/

/** Takes the backslashes of escapes out of a link's target. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** ASCII punctuation, which a backslash makes ordinary (CommonMark 2.4). */
function isMarkup(character: string | undefined): boolean {
  return character !== undefined && /[!-/:-@[-`{-~]/.test(character)
}

/** The start of the next line's text, after the line end at `at`: its leading spaces go (CommonMark 6.7). */
function lineStart(text: string, at: number): number {
  return endOfRun(text, at + 1, ' ')
}

function endOfRun(text: string, at: number, character = text[at]): number {
  let to = at
  while (to < text.length && text[to] === character) to++
  return to
}

/**
 * CommonMark 6.2, amended to be friendly to Chinese, Japanese and Korean: a run of asterisks beside punctuation is also
 * flanking when a wide character stands on its other side, and wide punctuation counts as letters.
 */
function stars(text: string, from: number): Token {
  const to = endOfRun(text, from)
  const before = kindOf(codePointBefore(text, from))
  const after = kindOf(text.codePointAt(to))
  const mayOpen = after !== 'space' && (after !== 'mark' || before !== 'letter')
  const mayClose = before !== 'space' && (before !== 'mark' || after !== 'letter')
  return { kind: 'stars', from, to, mayOpen, mayClose }
}

type Kind = 'space' | 'mark' | 'wide' | 'letter'

function kindOf(codePoint: number | undefined): Kind {
  if (codePoint === undefined) return 'space'
  if (codePoint === 0x3000) return 'space'
  if (isWide(codePoint)) return 'wide'
  const character = String.fromCodePoint(codePoint)
  if (/\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'letter'
}

function codePointBefore(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at - 1)
  const isLow = unit >= 0xdc00 && unit <= 0xdfff
  return at === 0 ? undefined : text.codePointAt(isLow && at > 1 ? at - 2 : at - 1)
}

// As commonmark.js: parentheses in a target nest so deep at most, which also bounds how far a search can go in vain.
const deepestParenthesis = 32

/** `](target)`: no spaces in it, parentheses balanced (CommonMark 6.3); no title, since nothing would show it. */
function targetAfter(text: string, bracket: number): Stretch | null {
  if (text[bracket + 1] !== '(') return null
  const from = bracket + 2
  let depth = 0
  for (let at = from - 1; at < text.length; at++) {
    const character = text[at] ?? ' '
    if (character === '\\' && isMarkup(text[at + 1])) at++
    else if (character === '(' && ++depth > deepestParenthesis) return null
    else if (character === ')' && --depth === 0) return at === from ? null : [from, at]
    else if (character <= ' ') return null
  }
  return null
}

/** Guards how far code spans have been looked for, so that many unclosed ones cost no more than one. */
class Backticks {
  readonly #text: string
  /** Where runs of each length begin, ascending, with the index of the first that may still close something. */
  readonly #runs = new Map<number, { readonly starts: number[]; next: number }>()

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', endOfRun(text, at))) {
      const length = endOfRun(text, at) - at
      const runs = this.#runs.get(length) ?? { starts: [], next: 0 }
      runs.starts.push(at)
      this.#runs.set(length, runs)
    }
  }

  /** The code span that begins with the run of backticks at `from` (CommonMark 6.1), or null when none ends it. */
  code(from: number): Token | null {
    const inside = endOfRun(this.#text, from)
    const length = inside - from
    const runs = this.#runs.get(length)
    if (runs === undefined) return null
    while ((runs.starts[runs.next] ?? Number.POSITIVE_INFINITY) < inside) runs.next++
    const close = runs.starts[runs.next]
    if (close === undefined) return null
    return { kind: 'code', from, to: close + length, inner: this.#trimmed(inside, close) }
  }

  /** One space on each side goes, so that code may begin or end with a backtick. */
  #trimmed(from: number, to: number): Stretch {
    const code = this.#text.slice(from, to)
    const isPadded = code.length > 2 && /^[ \n][\s\S]*[ \n]$/.test(code) && /[^ \n]/.test(code)
    return isPadded ? [from + 1, to - 1] : [from, to]
  }
}
