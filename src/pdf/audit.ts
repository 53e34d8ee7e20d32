import { isKind, type Token } from './lexer.ts'
import { entry, type ReadFile, readFile, textOf } from './read-file.ts'
import { PageReader } from './read-page.ts'

/**
 * A structure element with text: a paragraph, a heading, a cell, a label, with all that stands inline in it. A note
 * follows the passage that calls it. What a Reference says (a number that was counted) is a passage of its own: it is
 * nobody's words.
 */
export interface Passage {
  readonly lang: string
  readonly role: string
  /** U+FFFC stands where a Reference does. */
  readonly text: string
  /** Whether it stands in a table of contents. */
  readonly isContents: boolean
}

/**
 * The text of one of our own PDFs as the structure tree orders it, through ToUnicode and ActualText. Only U+200B is
 * dropped: it fills gaps and stands for nothing. Throws when the file is not one that `paint` wrote.
 */
export function audit(bytes: Uint8Array): readonly Passage[] {
  return readText(bytes).map(({ lang, role, text, isContents }) => ({ lang, role, text, isContents }))
}

/** A passage as it is read, with the numbers that were counted. */
export interface ReadPassage extends Passage {
  /** Its text with what each Reference says in its place, the number of a note in brackets. */
  readonly said: string
  /** Whether it is a part of a Reference, and so in what another passage says. */
  readonly isReferred: boolean
}

/** The same, for those who read it. */
export function readText(bytes: Uint8Array): readonly ReadPassage[] {
  const file = readFile(bytes)
  const root = file.resolve(entry(file.catalog, 'StructTreeRoot'))
  const walk: Walk = { file, texts: new Map(), pages: new PageReader(file), passages: [] }
  for (const kid of kidsOf(root, file)) visit(kid, null, walk)
  return walk.passages
}

interface Walk {
  readonly file: ReadFile
  readonly pages: PageReader
  /** By the number of the page's object: the text of its sequences. */
  readonly texts: Map<number, ReadonlyMap<number, string>>
  readonly passages: OpenPassage[]
}

interface OpenPassage {
  readonly lang: string
  readonly role: string
  readonly isContents: boolean
  text: string
  said: string
  isReferred: boolean
}

/** The element that a kid stands in. */
interface Around {
  readonly role: string
  readonly lang: string
  readonly page: Token | undefined
  readonly isContents: boolean
  /** Where its text goes; made when there is any. */
  passage: OpenPassage | null
}

/** Elements that hold blocks: inline text right in them is a passage of its own. */
const groups: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Sect',
  'Div',
  'BlockQuote',
  'TOC',
  'TOCI',
  'L',
  'LI',
  'Table',
  'THead',
  'TBody',
  'TR',
])
const inline: ReadonlySet<string> = new Set(['Span', 'Link', 'Code'])
const asides: ReadonlySet<string> = new Set(['Note', 'Reference'])

function visit(token: Token, around: Around | null, walk: Walk): void {
  const kid = walk.file.resolve(token)
  if (typeof kid === 'number') {
    if (around) add(around, around.page, kid, walk)
    return
  }
  const id = entry(kid, 'MCID')
  if (typeof id === 'number') {
    if (around) add(around, entry(kid, 'Pg'), id, walk)
    return
  }
  const role = entry(kid, 'S')
  // An annotation has no text of its own.
  if (!isKind(role, 'name')) return
  const holder = around !== null && !groups.has(around.role) ? around : null
  // The passage around a note or a reference begins before it, even where it has no text yet.
  const outside = holder && asides.has(role.name) ? passageOf(holder, walk) : null
  const passage = holder && inline.has(role.name) ? passageOf(holder, walk) : null
  const lang = textOf(entry(kid, 'Lang')) ?? around?.lang ?? ''
  const isContents = role.name === 'TOC' || around?.isContents === true
  const element = { role: role.name, lang, page: entry(kid, 'Pg'), isContents, passage }
  const before = walk.passages.length
  for (const inner of kidsOf(kid, walk.file)) visit(inner, element, walk)
  if (outside && role.name === 'Reference') refer(outside, walk.passages.slice(before))
}

function refer(outside: OpenPassage, parts: readonly OpenPassage[]): void {
  outside.text += standIn(parts)
  for (const part of parts) {
    part.isReferred = true
    outside.said += part.role === 'Lbl' ? part.said.replace(/\S+/, '[$&]') : part.said
  }
}

/** What stands for a reference in the text around it: spaces at its ends are between words. */
function standIn(said: readonly OpenPassage[]): string {
  const text = said.map((passage) => passage.text).join('')
  return text.replace(/^(\s*).*?(\s*)$/s, '$1\ufffc$2')
}

function add(around: Around, page: Token | undefined, id: number, walk: Walk): void {
  if (!isKind(page, 'pointer')) throw new Error('a sequence of the structure has no page')
  let texts = walk.texts.get(page.id)
  if (!texts) {
    texts = walk.pages.read(walk.file.resolve(page))
    walk.texts.set(page.id, texts)
  }
  const text = texts.get(id)
  if (text === undefined) throw new Error(`the structure names sequence ${id}, which its page does not have`)
  // A figure is described by its Alt: what is painted has no text.
  if (around.role === 'Figure') return
  const passage = passageOf(around, walk)
  passage.text += text.replaceAll('\u200b', '')
  passage.said += text.replaceAll('\u200b', '')
}

function passageOf(around: Around, walk: Walk): OpenPassage {
  if (!around.passage) {
    const { lang, role, isContents } = around
    around.passage = { lang, role, isContents, text: '', said: '', isReferred: false }
    walk.passages.push(around.passage)
  }
  return around.passage
}

function kidsOf(element: Token, file: ReadFile): readonly Token[] {
  const kids = file.resolve(entry(element, 'K'))
  if (Array.isArray(kids)) return kids
  return kids === null ? [] : [kids]
}
