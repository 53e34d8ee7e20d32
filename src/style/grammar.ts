import { type CssNode, findAll, fork, type Value } from 'css-tree'
import { columnsDescriptor, pageNames, sizeDescriptor } from './page-descriptor.ts'
import { isLonghand, properties } from './property.ts'
import { shorthands } from './shorthand.ts'
import { lengthUnits } from './value.ts'

/** Which names a block may set: those of an element, or those of a page. */
export type Vocabulary = ReadonlySet<string>

export const elementVocabulary: Vocabulary = new Set([...Object.keys(properties), ...shorthands.keys()])
export const pageVocabulary: Vocabulary = pageNames

/** Why a value is refused. */
export type Refusal =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'value' }

/** Null when the value is one that the name may have, by its syntax in the tables. */
export function refusal(name: string, value: Value): Refusal | null {
  const odd = findAll(value, (node) => node.type === 'Function' && !functions.has(node.name.toLowerCase()))[0]
  if (odd?.type === 'Function') return { kind: 'function', name: odd.name }
  const isMatch = lexer.matchProperty(name, value).error === null
  if (isMatch && findAll(value, isColorWithAlpha).length === 0) return null
  const foreign = findAll(value, isForeign)[0]
  return foreign?.type === 'Dimension' ? { kind: 'unit', unit: foreign.unit } : { kind: 'value' }
}

/** The syntax of what a name may be, for hints and for the reference. */
export function syntaxOf(name: string): string {
  if (name === 'size') return sizeDescriptor.syntax
  if (name === 'bi-columns') return columnsDescriptor.syntax
  const entry = isLonghand(name) ? properties[name] : shorthands.get(name)
  if (entry === undefined) throw new Error(`no property: ${name}`)
  return entry.syntax
}

/** css-tree lets `calc()` and its like stand for any number; here only these are computed. */
const functions = new Set(['attr', 'content', 'counter', 'leader', 'string', 'target-counter', 'var'])

const units = {
  length: [...lengthUnits],
  flex: ['fr'],
  angle: [],
  time: [],
  frequency: [],
  resolution: [],
  decibel: [],
  semitones: [],
}

const { lexer } = fork({
  units,
  types: { 'bi-color': '<hex-color> | black | white' },
  properties: Object.fromEntries(
    [...elementVocabulary, ...pageVocabulary].map((name) => [name, syntaxOf(name)]),
  ),
})

function isForeign(node: CssNode): boolean {
  return node.type === 'Dimension' && ![...units.length, ...units.flex].includes(node.unit.toLowerCase())
}

/** Transparency is not for print: PDF/A allows it, but old presses do not. */
function isColorWithAlpha(node: CssNode): boolean {
  return node.type === 'Hash' && (node.value.length === 4 || node.value.length === 8)
}
