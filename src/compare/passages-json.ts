import type { Lang } from '../base/lang.ts'
import { type LayoutFacts, type Passage, type PassageKind, type Passages, passageKinds } from './passages.ts'

/** What stands first in each file: a reader of another form can tell that it is one. */
const passagesFormat = 'bifolio-passages-1'
const layoutFormat = 'bifolio-layout-1'

/** What was read, or why it could not be. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

/** Passages as `passages.json`: the same passages, the same text; a line each, so that other programs can compare it too. */
export function passagesAsJson(passages: Passages): string {
  const lines = passages.map(({ id, kind, isNumbered, path, texts, only }) =>
    JSON.stringify({
      id,
      kind,
      ...(isNumbered ? { numbered: true } : {}),
      path,
      ...(only === null ? {} : { only }),
      texts: Object.fromEntries(texts),
    }),
  )
  return `{"format":"${passagesFormat}","passages":[\n${lines.join(',\n')}\n]}\n`
}

/** Layout facts as `layout.json`. */
export function layoutAsJson({ pages, places }: LayoutFacts): string {
  const lines = [...places].map(
    ([lang, units]) => `${JSON.stringify(lang)}:${JSON.stringify(Object.fromEntries(units))}`,
  )
  return `{"format":"${layoutFormat}","pages":${pages},"places":{\n${lines.join(',\n')}\n}}\n`
}

/** Reads `passages.json`; what is not of its form is refused whole. */
export function readPassages(json: string): Read<Passages> {
  const file = parsed(json)
  if (!isObject(file) || file.format !== passagesFormat)
    return { ok: false, reason: `it is not of the form \`${passagesFormat}\`` }
  if (!Array.isArray(file.passages)) return { ok: false, reason: 'it has no list `passages`' }
  const seen = new Set<string>()
  const passages: Passage[] = []
  for (const [index, one] of file.passages.entries()) {
    const passage = readPassage(one)
    if (passage === null) return { ok: false, reason: `passage ${index + 1} is not of its form` }
    if (seen.has(passage.id)) return { ok: false, reason: `the id \`${passage.id}\` stands twice` }
    seen.add(passage.id)
    passages.push(passage)
  }
  return { ok: true, value: passages }
}

/** Reads `layout.json`. */
export function readLayout(json: string): Read<LayoutFacts> {
  const file = parsed(json)
  if (!isObject(file) || file.format !== layoutFormat)
    return { ok: false, reason: `it is not of the form \`${layoutFormat}\`` }
  const { pages, places } = file
  if (!isCount(pages) || !isObject(places)) return { ok: false, reason: 'it lacks `pages` or `places`' }
  const read = new Map<Lang, ReadonlyMap<string, number>>()
  for (const [lang, units] of Object.entries(places)) {
    if (!isLanguageTag(lang) || !isObject(units))
      return { ok: false, reason: `the places of \`${lang}\` are not of their form` }
    const own = new Map<string, number>()
    for (const [unit, page] of Object.entries(units)) {
      if (!isCount(page)) return { ok: false, reason: `the page of \`${unit}\` is no number of a page` }
      own.set(unit, page)
    }
    read.set(lang, own)
  }
  return { ok: true, value: { pages, places: read } }
}

function readPassage(one: unknown): Passage | null {
  if (!isObject(one)) return null
  const { id, kind, numbered = false, path, only = null, texts } = one
  if (typeof id !== 'string' || id === '' || !isKind(kind) || typeof numbered !== 'boolean') return null
  if (!isStrings(path) || (only !== null && !isStrings(only)) || !isObject(texts)) return null
  const versions = new Map<Lang, string>()
  for (const [lang, text] of Object.entries(texts)) {
    if (!isLanguageTag(lang) || typeof text !== 'string') return null
    versions.set(lang, text)
  }
  return { id, kind, isNumbered: numbered, path, texts: versions, only }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isKind(value: unknown): value is PassageKind {
  return passageKinds.some((kind) => kind === value)
}

/** A language that this program has come to know since, or knew once, is one as well. */
function isLanguageTag(tag: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
