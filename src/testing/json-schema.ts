/** What stands at a place of a JSON document and does not fit its schema; empty where all fits. */
export type Misfits = readonly string[]

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type JsonMap = { readonly [key: string]: Json }

/**
 * Validates by JSON Schema 2020-12, as far as the schemas of this program go: a word that is not known here throws, so
 * that nothing passes unseen. Written from the specification, apart from the library that makes the schemas.
 */
export function misfits(schema: unknown, value: unknown): Misfits {
  // A cast: both come from JSON or YAML, which have nothing else.
  return check(schema as Json, value as Json, '')
}

function check(schema: Json, value: Json, path: string): Misfits {
  if (!isMap(schema)) return schema === false ? [`${path}: nothing may stand here`] : []
  return Object.entries(schema).flatMap(([word, wanted]) => {
    const keyword = keywords[word]
    if (keyword === undefined) throw new Error(`the validator does not know \`${word}\``)
    return keyword(wanted, value, path, schema)
  })
}

type Keyword = (wanted: Json, value: Json, path: string, schema: JsonMap) => Misfits

const nothing: Keyword = () => []

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: nothing,
  title: nothing,
  description: nothing,
  examples: nothing,
  type: (wanted, value, path) =>
    list(wanted).some((type) => isOfType(value, type)) ? [] : [`${path}: no ${list(wanted).join(' or ')}`],
  enum: (wanted, value, path) => (list(wanted).includes(value) ? [] : [`${path}: none of ${list(wanted)}`]),
  anyOf: (wanted, value, path) =>
    list(wanted).some((one) => check(one, value, path).length === 0) ? [] : [`${path}: none of the kinds`],
  pattern: (wanted, value, path) =>
    typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value)
      ? []
      : [`${path}: not ${wanted}`],
  minimum: (wanted, value, path) =>
    typeof value === 'number' && value < Number(wanted) ? [`${path}: less than ${wanted}`] : [],
  maximum: (wanted, value, path) =>
    typeof value === 'number' && value > Number(wanted) ? [`${path}: more than ${wanted}`] : [],
  minItems: (wanted, value, path) =>
    Array.isArray(value) && value.length < Number(wanted) ? [`${path}: fewer than ${wanted}`] : [],
  maxItems: (wanted, value, path) =>
    Array.isArray(value) && value.length > Number(wanted) ? [`${path}: more than ${wanted}`] : [],
  items: (wanted, value, path) =>
    Array.isArray(value) ? value.flatMap((item, index) => check(wanted, item, `${path}/${index}`)) : [],
  required: (wanted, value, path) =>
    isMap(value)
      ? list(wanted).flatMap((key) => (String(key) in value ? [] : [`${path}: no \`${key}\``]))
      : [],
  properties: (wanted, value, path) =>
    isMap(value) && isMap(wanted)
      ? Object.entries(value).flatMap(([key, inner]) => check(wanted[key] ?? true, inner, `${path}/${key}`))
      : [],
  propertyNames: (wanted, value, path) =>
    isMap(value) ? Object.keys(value).flatMap((key) => check(wanted, key, `${path}/${key}`)) : [],
  additionalProperties: (wanted, value, path, { properties = {} }) =>
    isMap(value)
      ? Object.entries(value).flatMap(([key, inner]) =>
          isMap(properties) && key in properties ? [] : check(wanted, inner, `${path}/${key}`),
        )
      : [],
}

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isMap(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value]
}

function isMap(value: Json): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
