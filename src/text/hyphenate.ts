import { createRequire } from 'node:module'
import type { Lang } from '../base/lang.ts'

/** Offsets inside a word at which it may be divided by a hyphen; it remembers the words that it has met. */
export type Hyphenator = (word: string) => readonly number[]

/** A hyphenator with a memory of its own. A language without patterns is never hyphenated. */
export function hyphenator(lang: Lang): Hyphenator {
  const known = new Map<string, readonly number[]>()
  return (word) => {
    let offsets = known.get(word)
    if (offsets === undefined) {
      offsets = hyphenate(word, lang)
      known.set(word, offsets)
    }
    return offsets
  }
}

/**
 * UTF-16 offsets, rising, at which a word may be divided by a hyphen. Marks around it do no harm; the parts of a
 * compound, and what an apostrophe parts, are each judged alone. Nothing is divided that holds a digit, a soft hyphen,
 * a combining mark or an address's point; nor a part in capitals, under 7 letters, or under 10 when it is capitalised.
 */
export function hyphenate(word: string, lang: Lang): readonly number[] {
  const load = patterns.get(lang) ?? patterns.get(lang.replace(/-.*/, ''))
  if (load === undefined || word.length < shortest || isUndivided.test(word)) return none
  const offsets: number[] = []
  for (const { 0: part, index } of word.matchAll(letters)) {
    if (!isLongEnough(part)) continue
    for (const offset of offsetsIn(part, load())) offsets.push(index + offset)
  }
  return offsets
}

const none: readonly number[] = []
const shortest = 7
/** A name should be met whole, unless it is long or only begins a sentence. */
const shortestCapitalised = 10
/** Beyond it there is no word, but a string that somebody made. */
const longest = 100
/** Letters that stay on the line and that go to the next one, at least. */
const kept = 3

const letters = /\p{L}+/gu
const isUndivided = /[\p{N}\p{M}\u00ad]|\p{L}[.@_:\\]\p{L}/u

function isLongEnough(part: string): boolean {
  if (part.length < shortest || part.length > longest) return false
  const rest = part.slice(1)
  if (rest !== rest.toLowerCase()) return false
  return part === part.toLowerCase() || part.length >= shortestCapitalised
}

function offsetsIn(part: string, hyphenateText: HyphenateText): readonly number[] {
  // In lower case already, so that the package's own lowering, which asks the system's locale, finds nothing to do.
  const lower = part.toLowerCase()
  if (lower.length !== part.length) return none
  const offsets: number[] = []
  let offset = 0
  for (const syllable of hyphenateText(lower).split('\u00ad')) {
    offset += syllable.length
    if (offset >= kept && offset <= part.length - kept) offsets.push(offset)
  }
  return offsets
}

type HyphenateText = (text: string) => string

/** Patterns cost 1 to 40 ms to load, so a language's are loaded when its first long word comes. Node keeps them. */
const require = createRequire(import.meta.url)
const patterns: ReadonlyMap<Lang, () => HyphenateText> = new Map([
  ['en', () => exported(require('hyphen/en-us/index.js'))],
  ['en-GB', () => exported(require('hyphen/en-gb/index.js'))],
  ['fr', () => exported(require('hyphen/fr/index.js'))],
  ['es', () => exported(require('hyphen/es/index.js'))],
  ['ru', () => exported(require('hyphen/ru/index.js'))],
  ['de', () => exported(require('hyphen/de/index.js'))],
  ['it', () => exported(require('hyphen/it/index.js'))],
  ['pt', () => exported(require('hyphen/pt/index.js'))],
])

function exported(module: unknown): HyphenateText {
  if (typeof module !== 'object' || !module || !('hyphenateSync' in module))
    throw new Error('hyphen has no hyphenateSync')
  const { hyphenateSync } = module
  if (typeof hyphenateSync !== 'function') throw new Error('hyphenateSync is no function')
  return (text) => String(hyphenateSync(text))
}
