import type { AttributeSelector, CssNode, PseudoClassSelector } from 'css-tree'
import { excerpt } from './excerpt.ts'
import type { AttributeOperator, Fact } from './fact.ts'
import { pseudoElements } from './pseudo.ts'
import type { Complex, Compound, Problem } from './selector.ts'
import { selectorHints } from './unsupported.ts'

/** What a pseudo-class asks for. */
export interface PseudoClass {
  readonly isRoot?: true
  readonly langs?: readonly string[]
  readonly list?: Compound['lists'][number]
  readonly facts?: readonly Fact[]
}

/** The signs between an attribute and its value. */
export const attributeOperators: readonly AttributeOperator[] = ['=', '~=', '|=', '^=', '$=', '*=']

/** `[name]`, `[name=value]` and its like; `i` behind the value: capital or small is the same. */
export function readAttribute({ name, matcher, value, flags }: AttributeSelector): Fact {
  const operator = attributeOperators.find((known) => known === matcher) ?? null
  const text = value?.type === 'String' ? value.value : (value?.name ?? '')
  const ignoresCase = flags?.toLowerCase() === 'i'
  return { kind: 'attribute', name: name.name, operator, value: text, ignoresCase }
}

/** The pseudo-classes without brackets that ask for a place among the children of the parent. */
const places: ReadonlyMap<string, readonly Fact[]> = new Map([
  ['first-child', [nth(0, 1, false, false)]],
  ['last-child', [nth(0, 1, true, false)]],
  ['only-child', [nth(0, 1, false, false), nth(0, 1, true, false)]],
  ['first-of-type', [nth(0, 1, false, true)]],
  ['last-of-type', [nth(0, 1, true, true)]],
  ['only-of-type', [nth(0, 1, false, true), nth(0, 1, true, true)]],
  ['empty', [{ kind: 'empty' }]],
])

/** Those with a formula in brackets: [from the end, of the same name]. */
const formulas: ReadonlyMap<string, readonly [isFromEnd: boolean, isOfType: boolean]> = new Map([
  ['nth-child', [false, false]],
  ['nth-last-child', [true, false]],
  ['nth-of-type', [false, true]],
  ['nth-last-of-type', [true, true]],
])

/** All pseudo-classes of a theme, for the reference. */
export const pseudoClasses: readonly string[] = [
  ':root',
  ':lang(…)',
  ':is(…)',
  ':where(…)',
  ':not(…)',
  ...[...places.keys()].map((name) => `:${name}`),
  ...[...formulas.keys()].map((name) => `:${name}(an+b)`),
]

/** `readList` reads the selectors in brackets; null, and so `said`: one of them is wrong and has been reported. */
export function readPseudoClass(
  part: PseudoClassSelector,
  readList: (nodes: readonly CssNode[]) => readonly Complex[] | null,
): PseudoClass | Problem | 'said' {
  const name = part.name.toLowerCase()
  const inside = part.children?.toArray() ?? null
  const facts = places.get(name)
  if (inside === null) {
    if (name === 'root') return { isRoot: true }
    return facts ? { facts } : unsupported(part)
  }
  if (name === 'lang') return readLang(inside)
  const formula = formulas.get(name)
  if (formula) return readFormula(part.name, inside, formula)
  if (name !== 'is' && name !== 'where' && name !== 'not') return unsupported(part)
  const any = readList(inside)
  if (any === null) return 'said'
  if (any.length === 0)
    return { message: `\`:${name}()\` holds no selector`, hint: `write \`:${name}(.a, .b)\`` }
  return { list: { isNegated: name === 'not', any } }
}

function readLang(inside: readonly CssNode[]): PseudoClass | Problem {
  const langs = inside.flatMap((node) => {
    if (node.type === 'Identifier') return [node.name]
    return node.type === 'String' ? [node.value] : []
  })
  return langs.length > 0 ? { langs } : { message: '`:lang()` names no language', hint: 'write `:lang(zh)`' }
}

function readFormula(
  name: string,
  inside: readonly CssNode[],
  [isFromEnd, isOfType]: readonly [boolean, boolean],
): PseudoClass | Problem {
  const [node] = inside
  const message = `\`:${excerpt(name)}()\` takes a formula`
  if (node?.type !== 'Nth') return { message, hint: 'write `2n+1`, `odd`, `even` or a number' }
  if (node.selector !== null) {
    return {
      message: '`of` is not supported in a formula',
      hint: 'give those elements a class, and count by name',
    }
  }
  if (node.nth.type === 'Identifier') {
    return { facts: [nth(2, node.nth.name.toLowerCase() === 'odd' ? 1 : 0, isFromEnd, isOfType)] }
  }
  return { facts: [nth(Number(node.nth.a ?? 0), Number(node.nth.b ?? 0), isFromEnd, isOfType)] }
}

function unsupported(part: PseudoClassSelector): Problem {
  const name = part.name.toLowerCase()
  const brackets = part.children === null ? '' : '()'
  if (pseudoElements.some((known) => known === name)) {
    return { message: `\`:${name}\` is a pseudo-element`, hint: `write \`::${name}\` with two colons` }
  }
  return {
    message: `\`:${excerpt(part.name)}${brackets}\` is not supported`,
    hint: selectorHints.get(`:${name}`),
  }
}

function nth(a: number, b: number, isFromEnd: boolean, isOfType: boolean): Fact {
  return { kind: 'nth', a, b, isFromEnd, isOfType }
}
