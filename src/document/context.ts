import type { Publication, Text } from '../content/publication.ts'

/** A value of a layout's context: plain data without prototypes; texts stay as they are and are printed by language. */
type Value = null | boolean | number | string | Text | readonly Value[] | Fields

/** An object of the context; it has no prototype, so that only what was put there can be found. */
export interface Fields {
  readonly [name: string]: Value
}

/** What a layout's root context is: the publication's fields and `words`, the layout's own texts. */
export function context(publication: Publication, words: ReadonlyMap<string, Text>): Fields {
  const root: Record<string, Value> = Object.create(null)
  Object.assign(root, fields(publication))
  root.words = fields(Object.fromEntries(words))
  return root
}

/** Whether a value is a text, to be printed in the language of its passage. */
export function isText(value: unknown): value is Text {
  return isObject(value) && value.kind === 'text' && value.versions instanceof Map
}

export function isFields(value: unknown): value is Fields {
  return isObject(value) && !Array.isArray(value) && !isText(value)
}

// Places, source files and the targets of references are not for layouts.
const hidden: ReadonlySet<string> = new Set(['file', 'span', 'targets'])

function fields(object: object): Fields {
  const made: Record<string, Value> = Object.create(null)
  for (const [name, value] of Object.entries(object)) {
    if (!hidden.has(name)) made[name] = plain(value)
  }
  return made
}

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isText(value)) return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object') return fields(value)
  throw new Error(`a publication holds data only, not a ${typeof value}`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
