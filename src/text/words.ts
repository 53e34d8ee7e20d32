import type { Face, ShapeSettings, Word } from './face.ts'
import type { Cut } from './row-words.ts'
import { Chance, type Run } from './shaped.ts'

/** The words of one face, language, script and set of features, each shaped once. */
export interface Words {
  readonly face: Face
  readonly settings: ShapeSettings
  readonly known: Map<string, KnownWord>
  /** Words met lately, by a hash of their units: found without a string being cut out. */
  readonly recent: (KnownWord | undefined)[]
  /** For each UTF-16 unit from `firstSingle` on, its pair and one more, 0 where it is not known, and its advance. */
  singles: Int32Array
  /** Advance of a space; null: not asked yet. */
  space: number | null
  /** Where the glyphs of the next word are copied to. */
  page: GlyphPage
  /** What is painted beside them, by the number of the style. */
  readonly runs: Map<number, Run>
}

export interface KnownWord {
  readonly text: string
  readonly word: Word
  /** Its glyphs again, side by side with those of other words: `from` up to `to`. */
  readonly page: GlyphPage
  readonly from: number
  readonly to: number
  /** Where hyphenation divides it; null: not asked yet. */
  hyphens: readonly Cut[] | null
}

/** Glyphs of many words, in font units, so that what a text reads again and again stands close together. */
export interface GlyphPage {
  readonly pairs: Uint32Array
  readonly advances: Int32Array
  count: number
}

export function openWords(face: Face, settings: ShapeSettings): Words {
  const singles = new Int32Array(0)
  const recent = new Array<KnownWord | undefined>(recentRoom).fill(undefined)
  return { face, settings, known: new Map(), recent, singles, space: null, page: newPage(0), runs: new Map() }
}

function newPage(room: number): GlyphPage {
  return { pairs: new Uint32Array(room), advances: new Int32Array(room), count: 0 }
}

/** The word between two offsets of a text. */
export function wordAt(words: Words, text: string, from: number, to: number): KnownWord {
  let hash = 0
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  const slot = (hash ^ (hash >>> 15)) & (recentRoom - 1)
  const recent = words.recent[slot]
  if (recent && isAt(recent.text, text, from, to)) return recent
  const known = wordOf(words, text.slice(from, to))
  if (to - from <= longestKept) words.recent[slot] = known
  return known
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let index = 0; index < word.length; index++)
    if (word.charCodeAt(index) !== text.charCodeAt(from + index)) return false
  return true
}

/** A power of two. */
const recentRoom = 2048

/** A word and what is known of it; what is longer than any word does not come again, and is not kept. */
export function wordOf(words: Words, text: string): KnownWord {
  const known = words.known.get(text)
  if (known) return known
  const word = words.face.shape(text, words.settings)
  if (text.length > longestKept) return copied(text, word, newPage(word.pairs.length))
  if (words.known.size >= mostKept) words.known.clear()
  if (words.page.count + word.pairs.length > words.page.pairs.length)
    words.page = newPage(Math.max(pageRoom, word.pairs.length))
  const kept = copied(ownCopy(text), word, words.page)
  words.known.set(kept.text, kept)
  return kept
}

function copied(text: string, word: Word, page: GlyphPage): KnownWord {
  const from = page.count
  page.pairs.set(word.pairs, from)
  page.advances.set(word.advances, from)
  page.count += word.pairs.length
  return { text, word, page, from, to: page.count, hyphens: null }
}

/** Advance of the space in font units. */
export function spaceOf(words: Words): number {
  words.space ??= wordOf(words, ' ').word.width
  return words.space
}

/** Whether one UTF-16 unit that is a character is one glyph at its origin: then `singlePair` and `singleAdvance` are known. */
export function isSingle(words: Words, unit: number): boolean {
  if (unit < firstSingle) return false
  return singlePair(words, unit) >= 0 || learnSingle(words, unit)
}

export function singlePair({ singles }: Words, unit: number): number {
  return (singles[2 * (unit - firstSingle)] ?? 0) - 1
}

export function singleAdvance({ singles }: Words, unit: number): number {
  return singles[2 * (unit - firstSingle) + 1] ?? 0
}

function learnSingle(words: Words, unit: number): boolean {
  const { word } = wordOf(words, String.fromCharCode(unit))
  const pair = word.pairs[0]
  if (pair === undefined || word.pairs.length > 1 || word.xOffsets || word.yOffsets) return false
  if (words.singles.length === 0) words.singles = new Int32Array(2 * (0x10000 - firstSingle))
  words.singles[2 * (unit - firstSingle)] = pair + 1
  words.singles[2 * (unit - firstSingle) + 1] = word.width
  return true
}

/** Chinese characters and full-width marks lie behind it. */
const firstSingle = 0x2e80
/** UTF-16 units of the longest text whose shape is remembered. */
const longestKept = 100
/** Words that are remembered of each face and setting: those of all the reports of a year. */
const mostKept = 100_000
/** Glyphs side by side. */
const pageRoom = 4096

/** The same text as a string of its own: a part of a string keeps the whole of it in memory, here the author's file. */
function ownCopy(text: string): string {
  return text.length < shortestPart ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

/** UTF-16 units from which on V8 does not copy a part of a string. */
const shortestPart = 13

/** Offsets in a word at which a hyphen may divide it, as cuts before its glyphs; one inside a ligature is passed over. */
export function hyphensAt({ clusters }: Word, offsets: readonly number[]): readonly Cut[] {
  return cutsAt(
    clusters,
    offsets.map((at) => ({ at, chance: Chance.hyphen })),
  )
}

/** Places in a word, as cuts before its glyphs; one inside a ligature is passed over. */
export function cutsAt(
  clusters: Uint32Array,
  places: readonly { readonly at: number; readonly chance: number }[],
): readonly Cut[] {
  const cuts: Cut[] = []
  let next = 0
  for (let glyph = 1; glyph < clusters.length && next < places.length; glyph++) {
    const cluster = clusters[glyph] ?? 0
    let place = places[next]
    while (place && place.at < cluster) place = places[++next]
    if (place?.at !== cluster) continue
    cuts.push({ glyph, chance: place.chance })
    next++
  }
  return cuts
}
