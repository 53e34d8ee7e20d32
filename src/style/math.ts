import type { CssNode, FunctionNode } from 'css-tree'
import { pointsPer } from '../base/length.ts'
import { longest } from './bounds.ts'
import { lengthUnits } from './length-units.ts'
import { least, linear, type Sum, times, total } from './sum.ts'
import type { Word } from './value.ts'

/** What is wrong in a calculation, and where. */
export interface MathProblem {
  readonly kind: 'math'
  readonly message: string
  readonly hint: string
  readonly node: CssNode
}

/** The functions that calculate (CSS Values 4, 10). */
export const mathFunctions: readonly string[] = ['calc', 'min', 'max', 'clamp']

export function isMath(node: CssNode): node is FunctionNode {
  return node.type === 'Function' && isMathName(node.name)
}

export function isMathName(name: string): boolean {
  return mathFunctions.includes(name.toLowerCase())
}

/** The word that a calculation comes to: a plain one where it hangs on nothing but itself. */
export function calculate(node: FunctionNode): Word | MathProblem {
  const quantity = ofFunction(node)
  if ('message' in quantity) return quantity
  if (quantity.kind === 'number') {
    if (Math.abs(quantity.value) <= longest) return quantity
    return problem('a calculated number is too large', `nothing is larger than ${longest}`, node)
  }
  const { sum } = quantity
  if (sum.kind !== 'linear') return { kind: 'calculated', sum }
  const { points, ems, share } = sum
  if ([points, ems, share * 100].some((value) => !(Math.abs(value) <= longest))) {
    return problem('a calculated length is too large', `nothing is larger than a page of ${longest}pt`, node)
  }
  if (ems === 0 && share === 0) return { kind: 'dimension', value: points, unit: 'pt' }
  if (points === 0 && share === 0) return { kind: 'dimension', value: ems, unit: 'em' }
  if (points === 0 && ems === 0) return { kind: 'dimension', value: share * 100, unit: '%' }
  return { kind: 'calculated', sum }
}

/** A number, or a length that may hang on the font size and on what percentages are shares of. */
type Quantity =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'length'; readonly sum: Sum }

type Outcome = Quantity | MathProblem

function ofFunction(node: FunctionNode): Outcome {
  const name = node.name.toLowerCase()
  const parts = splitAtCommas(node.children.toArray())
  const wanted = name === 'calc' ? 1 : name === 'clamp' ? 3 : Math.max(1, parts.length)
  if (parts.length !== wanted) {
    const hint = name === 'clamp' ? 'write `clamp(least, wanted, most)`' : 'write one sum: `calc(1em + 2pt)`'
    return problem(`\`${name}()\` takes ${wanted === 1 ? 'one value' : `${wanted} values`}`, hint, node)
  }
  const values: Quantity[] = []
  for (const part of parts) {
    const value = ofSum(part, node)
    if ('message' in value) return value
    values.push(value)
  }
  const [first, second, third] = values
  if (first === undefined) return problem(`\`${name}()\` is empty`, 'put a value into it', node)
  if (name === 'calc') return first
  if (name === 'clamp' && second && third) {
    const inner = extreme([second, third], false, node)
    return 'message' in inner ? inner : extreme([first, inner], true, node)
  }
  return extreme(values, name === 'max', node)
}

/** The least or the greatest of some quantities. */
function extreme(values: readonly Quantity[], isGreatest: boolean, node: CssNode): Outcome {
  const numbers = values.flatMap((value) => (value.kind === 'number' ? [value.value] : []))
  if (numbers.length === values.length) {
    return { kind: 'number', value: isGreatest ? Math.max(...numbers) : Math.min(...numbers) }
  }
  const sums = values.flatMap((value) => (value.kind === 'length' ? [value.sum] : []))
  if (sums.length < values.length) return mixed('compared', node)
  return { kind: 'length', sum: least(sums, isGreatest) }
}

/** Products between `+` and `-`, from left to right. */
function ofSum(nodes: readonly CssNode[], around: CssNode): Outcome {
  let result: Quantity | null = null
  let sign = 1
  let from = 0
  for (let at = 0; at <= nodes.length; at++) {
    const node = nodes[at]
    const operator = node?.type === 'Operator' ? node.value.trim() : null
    if (node !== undefined && operator !== '+' && operator !== '-') continue
    const value = ofProduct(nodes.slice(from, at), node ?? around)
    if ('message' in value) return value
    const next = add(result, sign, value, around)
    if ('message' in next) return next
    result = next
    if (node?.type === 'Operator' && !/^\s.*\s$/s.test(node.value)) return unspaced(node)
    sign = operator === '-' ? -1 : 1
    from = at + 1
  }
  return result ?? problem('a calculation is empty', 'put a value into it', around)
}

function add(before: Quantity | null, sign: number, value: Quantity, around: CssNode): Outcome {
  if (value.kind === 'number') {
    if (before?.kind === 'length') return mixed('added', around)
    return { kind: 'number', value: (before?.value ?? 0) + sign * value.value }
  }
  if (before?.kind === 'number') return mixed('added', around)
  const sum = times(value.sum, sign)
  return { kind: 'length', sum: before === null ? sum : total(before.sum, sum) }
}

/** Values between `*` and `/`: all but one are numbers. */
function ofProduct(nodes: readonly CssNode[], around: CssNode): Outcome {
  const [first, ...rest] = nodes
  if (first === undefined)
    return problem('a calculation lacks a value', 'write one on each side of the sign', around)
  let result = ofValue(first)
  for (let at = 0; at < rest.length && !('message' in result); at += 2) {
    const [operator, node] = [rest[at], rest[at + 1]]
    const sign = operator?.type === 'Operator' ? operator.value.trim() : null
    if (sign === null) return unspaced(operator ?? around)
    if (sign !== '*' && sign !== '/')
      return problem(`\`${sign}\` does not calculate`, signs, operator ?? around)
    if (node === undefined) return ofProduct([], operator ?? around)
    const value = ofValue(node)
    if ('message' in value) return value
    result = sign === '*' ? multiply(result, value, node) : divide(result, value, node)
  }
  return result
}

const signs = 'write `+`, `-`, `*` or `/`, with spaces around it'

function multiply(a: Quantity, b: Quantity, node: CssNode): Outcome {
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', value: a.value * b.value }
  if (a.kind === 'number' && b.kind === 'length') return { kind: 'length', sum: times(b.sum, a.value) }
  if (a.kind === 'length' && b.kind === 'number') return { kind: 'length', sum: times(a.sum, b.value) }
  return problem('a length is multiplied by a length', 'one of the two must be a number', node)
}

function divide(a: Quantity, b: Quantity, node: CssNode): Outcome {
  if (b.kind !== 'number') return problem('something is divided by a length', 'divide by a number', node)
  if (b.value === 0) return problem('something is divided by zero', 'divide by another number', node)
  return multiply(a, { kind: 'number', value: 1 / b.value }, node)
}

function ofValue(node: CssNode): Outcome {
  switch (node.type) {
    case 'Number':
      return { kind: 'number', value: Number(node.value) }
    case 'Percentage':
      return { kind: 'length', sum: linear(0, 0, Number(node.value) / 100) }
    case 'Dimension': {
      const unit = node.unit.toLowerCase()
      if (unit === 'em' || unit === 'ic') return { kind: 'length', sum: linear(0, Number(node.value), 0) }
      const points = lengthUnits.includes(unit) ? pointsPer(unit) : null
      if (points !== null) return { kind: 'length', sum: linear(Number(node.value) * points, 0, 0) }
      return problem(
        `\`${node.unit}\` cannot be calculated with`,
        `units are ${lengthUnits.join(', ')} and %`,
        node,
      )
    }
    case 'Parentheses':
      return ofSum(node.children.toArray(), node)
    case 'Function':
      if (isMathName(node.name)) return ofFunction(node)
      return problem(`\`${node.name}()\` cannot be calculated with`, `functions are ${functions}`, node)
    default:
      return problem('this cannot be calculated with', 'write numbers, lengths and percentages', node)
  }
}

const functions = mathFunctions.map((name) => `\`${name}()\``).join(', ')

function mixed(verb: string, node: CssNode): MathProblem {
  const hint = 'give the number a unit: `0pt`, not `0`'
  return problem(`a length and a plain number are ${verb}`, hint, node)
}

/** `1pt -2pt` is two values for CSS. */
function unspaced(node: CssNode): MathProblem {
  return problem('two values of a calculation stand side by side', signs, node)
}

function problem(message: string, hint: string, node: CssNode): MathProblem {
  return { kind: 'math', message, hint, node }
}

function splitAtCommas(nodes: readonly CssNode[]): readonly (readonly CssNode[])[] {
  const parts: CssNode[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'Operator' && node.value.trim() === ',') parts.push([])
    else if (node.type !== 'WhiteSpace') parts.at(-1)?.push(node)
  }
  return parts
}
