import { z } from 'zod'
import { isPlainMap, type Path, type Plain, valueAt } from './plain.ts'

type Schema = z.core.$ZodType

/** The part of a schema that speaks of what stands at a path; null where the schema has nothing to say. */
export function schemaAt(schema: Schema, root: Plain, path: Path): Schema | null {
  let found: Schema | null = unwrap(schema)
  let value = root
  for (const key of path) {
    const meant: Schema | null | undefined =
      found instanceof z.ZodUnion ? meantOptions(found.options, value)[0] : found
    found = meant ? stepInto(meant, key) : null
    value = valueAt(value, [key])
  }
  return found
}

/**
 * Which alternatives a value can be meant for: an object that has the first key of the alternative, a list for a list;
 * any other map for a text, whose keys are languages.
 */
export function meantOptions(options: readonly Schema[], value: Plain): readonly Schema[] {
  if (Array.isArray(value)) return options.filter((option) => option instanceof z.ZodArray)
  const single = options.filter((option) => !(option instanceof z.ZodArray))
  if (!isPlainMap(value)) return single.filter((option) => !(option instanceof z.ZodObject))
  const meant = single.filter((option) => kindOf(option).some((key) => key in value))
  if (meant.length > 0) return meant.filter((option) => !isKeyOfAnother(option, meant))
  const texts = single.filter(isText)
  if (texts.length > 0) return texts
  const maps = single.filter((option) => option instanceof z.ZodObject)
  return maps.length === 1 && maps.length < options.length ? maps : []
}

/** Whether the first key of an alternative is one that another may have as well: `table` of a chart makes no table. */
function isKeyOfAnother(option: Schema, options: readonly Schema[]): boolean {
  return options.some(
    (other) => other !== option && kindOf(option).some((key) => keysOf(other).includes(key)),
  )
}

/** Whether a schema is that of texts: a value, or a map of values. */
export function isText(schema: Schema): boolean {
  return schema instanceof z.ZodPipe && z.globalRegistry.get(schema)?.anyOf !== undefined
}

/** The keys that an object may have. */
export function keysOf(schema: Schema | null): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** The first key of an object: it tells the alternatives of a union apart. */
export function kindOf(schema: Schema): readonly string[] {
  return keysOf(schema).slice(0, 1)
}

function stepInto(schema: Schema, key: string | number): Schema | null {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, Schema>> = schema.shape
    const inner = Object.hasOwn(shape, key) ? shape[String(key)] : undefined
    return inner === undefined ? null : unwrap(inner)
  }
  if (schema instanceof z.ZodArray) return unwrap(schema.element)
  if (schema instanceof z.ZodRecord) return unwrap(schema.valueType)
  return null
}

function unwrap(schema: Schema): Schema {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}
