import type { YamlMap, YamlNode, YamlScalar } from './yaml-node.ts'

/** Where a plain object keeps the map that it was made from; a symbol can be no author's key. */
export const origin = Symbol('origin')

/** A YAML map as the object that zod expects: one property a key, no prototype. */
export interface PlainMap {
  readonly [origin]: YamlMap
  [key: string]: Plain
}

/** What zod sees: maps as objects, lists as arrays, scalars as they are; `undefined` is a key without a value. */
export type Plain = PlainMap | Plain[] | YamlScalar | undefined

export function plain(node: YamlNode): Plain {
  switch (node.kind) {
    case 'scalar':
      return node
    case 'list':
      return node.items.map(plain)
    case 'map':
      return plainMap(node)
  }
}

export type Path = readonly (string | number)[]

/** What stands at a path, or undefined. */
export function valueAt(root: Plain, path: Path): Plain {
  let value = root
  for (const key of path) {
    if (isPlainMap(value)) value = value[String(key)]
    else if (Array.isArray(value)) value = value[Number(key)]
    else return undefined
  }
  return value
}

export function isScalar(value: unknown): value is YamlScalar {
  // In a plain map even an author's key `kind` has no string as its value.
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'scalar'
}

export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && origin in value
}

function plainMap(map: YamlMap): PlainMap {
  const object: PlainMap = Object.create(null)
  Object.defineProperty(object, origin, { value: map })
  for (const [key, { value }] of map.entries) {
    // `isbn:` with nothing behind it is as good as no `isbn`.
    object[key] = isScalar(value) && value.isNull ? undefined : plain(value)
  }
  return object
}
