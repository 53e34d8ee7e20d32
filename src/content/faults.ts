import { z } from 'zod'
import { type Diagnostic, didYouMean, type Hints } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { exampleAt } from './example.ts'
import { isPlainMap, isScalar, origin, type Path, type Plain, type PlainMap, valueAt } from './plain.ts'
import { isText, keysOf, kindOf, meantOptions, schemaAt } from './schema-at.ts'

/** What a schema finds wrong, in an author's words. */
export interface Fault {
  readonly path: Path
  /** Nothing stands at `path`, and something must. */
  readonly isMissing: boolean
  readonly code: Diagnostic['code']
  readonly message: string
  readonly span: Span
  readonly hints: Hints
}

type Issue = z.core.$ZodIssue

/** Translates what zod reports of a tree; `whole` is the place of the tree as such. */
export function faultsOf(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  root: Plain,
  whole: Span,
): readonly Fault[] {
  return issues.flatMap((issue) => faultsAt(issue, issue.path.map(toKey), { schema, root, whole }))
}

interface Tree {
  readonly schema: z.core.$ZodType
  readonly root: Plain
  readonly whole: Span
}

function faultsAt(issue: Issue, path: Path, tree: Tree): readonly Fault[] {
  const instead = scalarInstead(issue, path, tree)
  if (instead !== null) return [wrongValue('expected a map', valueAt(tree.root, instead), instead, tree)]
  const value = valueAt(tree.root, path)
  if (value === undefined) return [missing(path, tree)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, tree))
    case 'invalid_union':
      return unionFaults(issue, path, tree)
    case 'invalid_type':
      return [wrongValue(`expected ${issue.expected === 'array' ? 'a list' : 'a map'}`, value, path, tree)]
    case 'custom':
      return [wrongValue(issue.message, value, path, tree)]
    default:
      return [fault('content/wrong-value', issue.message, path, tree, howTo(path, tree))]
  }
}

/** The path of a scalar where the schema wants a map: zod takes the node for one, and speaks of its keys. */
function scalarInstead(issue: Issue, path: Path, tree: Tree): Path | null {
  const longest = issue.code === 'unrecognized_keys' ? path.length : path.length - 1
  for (let length = 0; length <= longest; length++) {
    const start = path.slice(0, length)
    if (isScalar(valueAt(tree.root, start))) return start
  }
  return null
}

function missing(path: Path, tree: Tree): Fault {
  const key = path.at(-1)
  const message = typeof key === 'string' ? `\`${key}\` is missing` : 'a value is missing'
  return { ...fault('content/missing-key', message, path, tree, howTo(path, tree)), isMissing: true }
}

function unknownKey(key: string, path: Path, tree: Tree): Fault {
  const schema = schemaAt(tree.schema, tree.root, path)
  const value = valueAt(tree.root, path)
  const meant = schema instanceof z.ZodUnion ? (meantOptions(schema.options, value)[0] ?? null) : schema
  const hint = didYouMean(key, keysOf(meant))
  return keyFault('content/unknown-key', `unknown key \`${key}\``, [...path, key], tree, hint)
}

function wrongValue(message: string, value: Plain, path: Path, tree: Tree): Fault {
  return fault('content/wrong-value', `${message}, not ${show(value)}`, path, tree, howTo(path, tree))
}

function howTo(path: Path, tree: Tree): string {
  return exampleAt(tree.schema, tree.root, path) ?? 'look at how the rest of the file says the like'
}

/** Of the alternatives only the one that the author meant is spoken of. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: Path, tree: Tree): readonly Fault[] {
  const union = schemaAt(tree.schema, tree.root, path)
  const options = union instanceof z.ZodUnion ? union.options : []
  const value = valueAt(tree.root, path)
  const meant = meantOptions(options, value)
  const [only] = meant
  if (only !== undefined && meant.length === 1) {
    const inner = issue.errors[options.indexOf(only)] ?? []
    return inner.flatMap((one) => faultsAt(one, [...path, ...one.path.map(toKey)], tree))
  }
  const isOfMaps = options.every((option) => option instanceof z.ZodObject)
  if (!isOfMaps) return [wrongValue(expected(options), value, path, tree)]
  if (!isPlainMap(value)) return [wrongValue('expected a map', value, path, tree)]
  return [meant.length > 1 ? twoKinds(value, meant, path, tree) : unknownKind(value, options, path, tree)]
}

/** What a value may be, where that is not only a map. */
function expected(options: readonly z.core.$ZodType[]): string {
  const single = options.some(isText) ? 'a text' : 'one value'
  return options.some((option) => option instanceof z.ZodArray)
    ? `expected ${single} or a list`
    : `expected ${single}`
}

function twoKinds(map: PlainMap, meant: readonly z.core.$ZodType[], path: Path, tree: Tree): Fault {
  const kinds = meant.flatMap(kindOf)
  const second = Object.keys(map).filter((key) => kinds.includes(key))[1] ?? ''
  const message = `two kinds in one block: ${kinds.map((kind) => `\`${kind}\``).join(' and ')}`
  const hint = 'begin a block of its own with `- `'
  return { ...keyFault('content/two-kinds', message, [...path, second], tree, hint), path }
}

function unknownKind(map: PlainMap, options: readonly z.core.$ZodType[], path: Path, tree: Tree): Fault {
  const kinds = options.flatMap(kindOf)
  const [key] = Object.keys(map)
  if (key === undefined) {
    return fault('content/unknown-block', 'the block is empty', path, tree, howTo(path, tree))
  }
  const message = `unknown block \`${key}\``
  return { ...keyFault('content/unknown-block', message, [...path, key], tree, didYouMean(key, kinds)), path }
}

function fault(code: Diagnostic['code'], message: string, path: Path, tree: Tree, hint: string): Fault {
  return { path, isMissing: false, code, message, span: spanAt(tree, path), hints: [hint] }
}

/** A fault of the key itself, whatever stands behind it. */
function keyFault(code: Diagnostic['code'], message: string, path: Path, tree: Tree, hint: string): Fault {
  const map = valueAt(tree.root, path.slice(0, -1))
  const entry = isPlainMap(map) ? map[origin].entries.get(String(path.at(-1))) : undefined
  const found = fault(code, message, path, tree, hint)
  return entry === undefined ? found : { ...found, span: entry.keySpan }
}

/** The value where it is a scalar, else the key at which it stands, else the nearest thing around it. */
function spanAt(tree: Tree, path: Path): Span {
  let value = tree.root
  let span = tree.whole
  for (const key of path) {
    const entry = isPlainMap(value) ? value[origin].entries.get(String(key)) : undefined
    if (entry !== undefined) span = entry.keySpan
    value = valueAt(value, [key])
    if (isPlainMap(value) && entry === undefined) span = firstKeySpan(value) ?? value[origin].span
  }
  return isScalar(value) ? value.span : span
}

function firstKeySpan(map: PlainMap): Span | null {
  const [first] = map[origin].entries.values()
  return first?.keySpan ?? null
}

function show(value: Plain): string {
  if (!isScalar(value)) return Array.isArray(value) ? 'a list' : 'a map'
  if (value.isNull) return 'nothing'
  const line = value.text.replace(/\s+/g, ' ')
  return `\`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``
}

function toKey(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key)
}
