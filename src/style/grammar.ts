import {
  type CssNode,
  type Dimension,
  find,
  findAll,
  fork,
  List,
  type Percentage,
  type Value,
} from 'css-tree'
import { counterStyles } from './counter-style.ts'
import { lengthUnits } from './length-units.ts'
import { calculate, isMath, type MathProblem } from './math.ts'
import { descriptors, footnoteNames, pageNames } from './page-descriptor.ts'
import { isLonghand, properties } from './property.ts'
import { shorthands } from './shorthand.ts'
import { hasShare } from './sum.ts'
import type { Word } from './value.ts'

/** Which names a block may set: those of an element, or those of a page. */
export type Vocabulary = ReadonlySet<string>

export const elementVocabulary: Vocabulary = new Set([...Object.keys(properties), ...shorthands.keys()])
export const pageVocabulary: Vocabulary = pageNames
export const footnoteVocabulary: Vocabulary = footnoteNames

/** Why a value is refused. */
export type Refusal =
  | MathProblem
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'value' }

/** Null when the value is one that the name may have, by its syntax in the tables. */
export function refusal(name: string, value: Value): Refusal | null {
  const nodes = value.children.toArray()
  if (!nodes.some(isMath)) return refusalOf(name, value)
  const parts = nodes.map((node) => ({ node, word: isMath(node) ? calculate(node) : null }))
  for (const { word } of parts) if (word?.kind === 'math') return word
  // A length that hangs on percentages must be one where either may stand.
  for (const sample of [lengthSample, shareSample]) {
    const stood = parts.map(({ node, word }) =>
      word === null || word.kind === 'math' ? node : standIn(word, sample),
    )
    const children = new List<CssNode>().fromArray(stood)
    const refused = refusalOf(name, { ...value, children })
    if (refused !== null) return refused
  }
  return null
}

function refusalOf(name: string, value: Value): Refusal | null {
  const odd = findAll(value, (node) => node.type === 'Function' && !functions.has(node.name.toLowerCase()))[0]
  if (odd?.type === 'Function') return { kind: 'function', name: odd.name }
  if (find(value, (node) => node.type === 'Url') !== null) return { kind: 'function', name: 'url' }
  const isMatch = lexer.matchProperty(name, value).error === null
  if (isMatch && findAll(value, isColorWithAlpha).length === 0) return null
  const foreign = findAll(value, isForeign)[0]
  return foreign?.type === 'Dimension' ? { kind: 'unit', unit: foreign.unit } : { kind: 'value' }
}

/** The syntax of what a name may be, for hints and for the reference. */
export function syntaxOf(name: string): string {
  const descriptor = descriptors.get(name)
  if (descriptor !== undefined) return descriptor.syntax
  const entry = isLonghand(name) ? properties[name] : shorthands.get(name)
  if (entry === undefined) throw new Error(`no property: ${name}`)
  return entry.syntax
}

/** What is no calculation. */
const functions = new Set([
  'attr',
  'content',
  'counter',
  'counters',
  'leader',
  'minmax',
  'repeat',
  'string',
  'strings',
  'target-counter',
  'var',
])

const lengthSample: Dimension = { type: 'Dimension', value: '1', unit: 'pt' }
const shareSample: Percentage = { type: 'Percentage', value: '1' }

/** What the grammar sees in the place of a calculation; `sample` where it can only be known with the element. */
function standIn(word: Word, sample: Dimension | Percentage): CssNode {
  if (word.kind === 'number') return { type: 'Number', value: String(word.value) }
  if (word.kind === 'calculated') return hasShare(word.sum) ? sample : lengthSample
  if (word.kind !== 'dimension') throw new Error(`a calculation came to a ${word.kind}`)
  const value = String(word.value)
  return word.unit === '%' ? { type: 'Percentage', value } : { type: 'Dimension', value, unit: word.unit }
}

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
  types: {
    'bi-color': '<hex-color> | black | white',
    'bi-counter-style': counterStyles.join(' | '),
  },
  properties: Object.fromEntries(
    [...elementVocabulary, ...pageVocabulary, ...footnoteVocabulary].map((name) => [name, syntaxOf(name)]),
  ),
})

function isForeign(node: CssNode): boolean {
  return node.type === 'Dimension' && ![...units.length, ...units.flex].includes(node.unit.toLowerCase())
}

/** Transparency is not for print: PDF/A allows it, but old presses do not. */
function isColorWithAlpha(node: CssNode): boolean {
  return node.type === 'Hash' && (node.value.length === 4 || node.value.length === 8)
}
