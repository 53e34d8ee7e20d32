import { z } from 'zod'
import { type Path, type Plain, valueAt } from './plain.ts'
import { meantOptions, schemaAt } from './schema-at.ts'

type Schema = z.core.$ZodType

/** A hint that shows how what a schema wants at a path may be written, as in `level: 2`; null where it has no example. */
export function exampleAt(schema: Schema, root: Plain, path: Path): string | null {
  const wanted = schemaAt(schema, root, path)
  const key = path.at(-1)
  // Inside a text its schema knows no more: there a language has its words.
  const examples = wanted === null ? ['…'] : examplesOf(wanted, valueAt(root, path))
  if (examples.length === 0) return null
  const written = examples.map((example) => (typeof key === 'string' ? `${key}: ${example}` : example))
  return `write it as in ${written.map((text) => `\`${text}\``).join(' or ')}`
}

/** The examples of a schema, as YAML; of alternatives those of the one that is meant, if that can be told. */
function examplesOf(schema: Schema, value: Plain): readonly string[] {
  const own = z.globalRegistry.get(schema)?.examples
  if (Array.isArray(own)) return own.map(yaml)
  if (!(schema instanceof z.ZodUnion)) return []
  const [meant] = meantOptions(schema.options, value)
  return (meant === undefined ? schema.options : [meant]).flatMap((option) => examplesOf(option, value))
}

/** A value of an example in the flow style of YAML: none of them needs quotes. */
function yaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${yaml(inner)}`)
  return `{ ${entries.join(', ')} }`
}
