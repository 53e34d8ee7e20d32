import type { Publication, Text } from '../content/publication.ts'

/** A value of a layout's context: plain data; texts stay as they are and are printed by language. */
type Value = null | boolean | number | string | Text | readonly Value[] | Fields

/** An object of the context; only its own fields are looked up, never what it inherits. */
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

// Places, source files, the targets of references, what charts draw, what has changed, the ISBNs of what is not printed and
// what else is made of it are not for layouts.
const hidden: ReadonlySet<string> = new Set([
  'file',
  'span',
  'targets',
  'charts',
  'changed',
  'isbns',
  'outputs',
])

/** The fields of an object; most objects show all of theirs as they are, and are not copied. */
function fields(object: object): Fields {
  const names = Object.keys(object)
  const own = object as Readonly<Record<string, unknown>>
  let made: Record<string, Value> | null = null
  for (const [index, name] of names.entries()) {
    const isHidden = hidden.has(name)
    const value = isHidden ? null : plain(own[name])
    if (made === null && (isHidden || value !== own[name])) {
      made = Object.create(null) as Record<string, Value>
      for (const earlier of names.slice(0, index)) made[earlier] = own[earlier] as Value
    }
    if (made !== null && !isHidden) made[name] = value
  }
  return made ?? (own as Fields)
}

function plain(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isText(value)) return value
  if (Array.isArray(value)) return list(value)
  if (typeof value === 'object') return fields(value)
  throw new Error(`a publication holds data only, not a ${typeof value}`)
}

function list(values: readonly unknown[]): readonly Value[] {
  const made = values.map(plain)
  return made.every((one, index) => one === values[index]) ? (values as readonly Value[]) : made
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
