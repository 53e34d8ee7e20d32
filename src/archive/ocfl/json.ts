import { byCodeUnit } from '../vault.ts'

/** JSON as it is read and written here: objects are maps, so that no key means anything to JavaScript. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = ReadonlyMap<string, Json>

/** The value, or what is wrong in the file and in which line. */
export type ReadJson =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: string }

/** Levels of arrays and objects: an inventory has five. The reader calls itself for each. */
const deepest = 64

/**
 * Reads RFC 8259 to the letter: UTF-8 without errors or a byte order mark, no key twice in an object, no unpaired
 * surrogate. `JSON.parse` would take the last of two keys, and so read another inventory than the next program.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const text = decode(bytes)
  if (text === null) return { ok: false, problem: 'not UTF-8' }
  const reader = new Reader(text)
  try {
    return { ok: true, value: reader.document() }
  } catch (problem) {
    if (!(problem instanceof JsonError)) throw problem
    return { ok: false, problem: `line ${reader.line()}: ${problem.message}` }
  }
}

/** Sorted by key, two spaces a level, a line feed at the end: the same value, the same bytes. */
export function writeJson(value: Json): Uint8Array {
  return new TextEncoder().encode(`${written(value, '\n')}\n`)
}

/** An object of plain values, as a literal in the source. */
export function jsonObject(fields: Readonly<Record<string, Json>>): JsonObject {
  return new Map(Object.entries(fields))
}

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function written(value: Json, line: string): string {
  const deeper = `${line}  `
  if (isArray(value)) {
    if (value.length === 0) return '[]'
    return `[${deeper}${value.map((item) => written(item, deeper)).join(`,${deeper}`)}${line}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  if (value.size === 0) return '{}'
  const fields = [...value].sort(([one], [other]) => byCodeUnit(one, other))
  const lines = fields.map(([key, item]) => `${JSON.stringify(key)}: ${written(item, deeper)}`)
  return `{${deeper}${lines.join(`,${deeper}`)}${line}}`
}

class JsonError extends Error {}

const space = /[ \t\n\r]*/y
// In strings: all from the space on, but quotation mark and backslash.
const plainString = /"[ !#-[\]-\uffff]*"/y
const anyString = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const word = /true|false|null/y

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Json {
    const value = this.#value(0)
    this.#take(space)
    if (this.#at < this.#text.length) throw new JsonError('something follows the value')
    return value
  }

  line(): number {
    return this.#text.slice(0, this.#at).split('\n').length
  }

  #value(depth: number): Json {
    if (depth > deepest) throw new JsonError(`more than ${deepest} levels`)
    this.#take(space)
    const first = this.#text[this.#at]
    if (first === '{') return this.#object(depth)
    if (first === '[') return this.#array(depth)
    if (first === '"') return this.#string()
    const found = this.#take(number) ?? this.#take(word)
    if (found === null) throw new JsonError('a value is expected')
    return JSON.parse(found)
  }

  #object(depth: number): JsonObject {
    const fields = new Map<string, Json>()
    this.#items('}', () => {
      this.#take(space)
      const key = this.#string()
      if (fields.has(key)) throw new JsonError(`the key \`${key}\` stands twice`)
      this.#take(space)
      if (this.#text[this.#at] !== ':') throw new JsonError('`:` is expected')
      this.#at += 1
      fields.set(key, this.#value(depth + 1))
    })
    return fields
  }

  #array(depth: number): readonly Json[] {
    const items: Json[] = []
    this.#items(']', () => items.push(this.#value(depth + 1)))
    return items
  }

  /** What stands between brackets, with commas between. */
  #items(end: string, item: () => void): void {
    this.#at += 1
    this.#take(space)
    if (this.#text[this.#at] !== end) {
      item()
      this.#take(space)
      while (this.#text[this.#at] === ',') {
        this.#at += 1
        item()
        this.#take(space)
      }
    }
    if (this.#text[this.#at] !== end) throw new JsonError(`\`,\` or \`${end}\` is expected`)
    this.#at += 1
  }

  #string(): string {
    const plain = this.#take(plainString)
    if (plain !== null) return plain.slice(1, -1)
    const found = this.#take(anyString)
    if (found === null) throw new JsonError('a string in double quotes is expected')
    const value: unknown = JSON.parse(found)
    if (typeof value !== 'string' || /\p{Surrogate}/u.test(value))
      throw new JsonError('a string has half a character')
    return value
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) return null
    this.#at += found.length
    return found
  }
}
