import type { CssNode, Selector as CssSelector, PseudoClassSelector } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'

/** A selector, from right to left: the first compound is the element that it chooses. */
export interface Selector {
  readonly compounds: readonly Compound[]
  /** What it chooses of that element; null: the element itself. */
  readonly pseudo: Pseudo | null
  readonly specificity: number
}

export type Pseudo = 'before' | 'after'

/** What must all hold of one element. */
export interface Compound {
  readonly type: string | null
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[]
  /** Each list is one `:lang()`: one of its ranges must match. */
  readonly langs: readonly (readonly string[])[]
  readonly isFirstChild: boolean
  readonly isRoot: boolean
  /** How the compound to the left stands to this one; null at the left end. */
  readonly left: 'parent' | 'ancestor' | null
}

const supported =
  'selectors are types, .class, #id, [attr], [attr=value], :lang(), :first-child, :root, ::before, ::after, and the combinators space and >'

/** One selector of a list, or null when it holds something that is not supported. */
export function readSelector(
  node: CssSelector,
  file: SourceFile,
  elementNames: ReadonlySet<string>,
  report: Report,
): Selector | null {
  const compounds: Draft[] = [draft()]
  let pseudo: Pseudo | null = null
  let isGood = true
  const parts = node.children.toArray()
  for (const part of parts) {
    const compound = compounds.at(-1)
    if (compound === undefined) throw new Error('a selector has a compound')
    const problem = pseudo !== null ? 'nothing may follow a pseudo-element' : add(part, compound, compounds)
    if (part.type === 'PseudoElementSelector' && problem === null) pseudo = pseudoOf(part.name)
    if (part.type === 'TypeSelector' && part.name !== '*' && !elementNames.has(part.name)) {
      const hint = didYouMean(part.name, [...elementNames])
      report.error('style/element', `there is no element \`${part.name}\``, spanOf(part, file), hint)
    }
    if (problem !== null) {
      // css-tree gives the combinator that is only a space no place.
      report.error('style/selector', problem, spanOf(part.loc ? part : node, file), supported)
      isGood = false
      break
    }
  }
  return isGood ? { compounds: compounds.reverse(), pseudo, specificity: weigh(parts) } : null
}

/** Higher wins: ids, then classes and their like, then types; what is said twice counts twice (Selectors 4, 17). */
function weigh(parts: readonly CssNode[]): number {
  return parts.reduce((weight, part) => weight + weightOf(part), 0)
}

function weightOf(part: CssNode): number {
  switch (part.type) {
    case 'IdSelector':
      return 1e6
    case 'ClassSelector':
    case 'AttributeSelector':
    case 'PseudoClassSelector':
      return 1e3
    case 'TypeSelector':
      return part.name === '*' ? 0 : 1
    case 'PseudoElementSelector':
      return 1
    default:
      return 0
  }
}

type Draft = { -readonly [Key in keyof Compound]: Mutable<Compound[Key]> }
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T

function draft(): Draft {
  return {
    type: null,
    ids: [],
    classes: [],
    attributes: [],
    langs: [],
    isFirstChild: false,
    isRoot: false,
    left: null,
  }
}

/** Adds one simple selector or combinator; a text says what is wrong with it. */
function add(part: CssNode, compound: Draft, compounds: Draft[]): string | null {
  switch (part.type) {
    case 'TypeSelector':
      if (part.name.includes('|')) return 'namespaces are not supported'
      if (part.name !== '*') compound.type = part.name
      return null
    case 'IdSelector':
      compound.ids.push(part.name)
      return null
    case 'ClassSelector':
      compound.classes.push(part.name)
      return null
    case 'AttributeSelector': {
      if (part.flags !== null || (part.matcher !== null && part.matcher !== '=')) {
        return `\`[${part.name.name}${part.matcher ?? ''}…]\` is not supported`
      }
      const value = part.value?.type === 'String' ? part.value.value : (part.value?.name ?? null)
      compound.attributes.push({ name: part.name.name, value })
      return null
    }
    case 'PseudoClassSelector':
      return addPseudoClass(part, compound)
    case 'PseudoElementSelector':
      return pseudoOf(part.name) === null ? `\`::${part.name}\` is not supported` : null
    case 'Combinator': {
      if (part.name !== ' ' && part.name !== '>') return `the combinator \`${part.name}\` is not supported`
      const next = draft()
      next.left = part.name === '>' ? 'parent' : 'ancestor'
      compounds.push(next)
      return null
    }
    case 'NestingSelector':
      return 'nested rules are not supported'
    default:
      return `\`${part.type}\` is not supported in a selector`
  }
}

function addPseudoClass(part: PseudoClassSelector, compound: Draft): string | null {
  const name = part.name.toLowerCase()
  if (name === 'first-child' && part.children === null) {
    compound.isFirstChild = true
    return null
  }
  if (name === 'root' && part.children === null) {
    compound.isRoot = true
    return null
  }
  if (name === 'lang' && part.children !== null) {
    const ranges = part.children.toArray().flatMap((node) => {
      if (node.type === 'Identifier') return [node.name]
      return node.type === 'String' ? [node.value] : []
    })
    compound.langs.push(ranges)
    return ranges.length > 0 ? null : '`:lang()` names no language'
  }
  if (pseudoOf(name) !== null) return `write \`::${name}\` with two colons`
  return `\`:${part.name}\` is not supported`
}

function pseudoOf(name: string): Pseudo | null {
  const lower = name.toLowerCase()
  return lower === 'before' || lower === 'after' ? lower : null
}

function spanOf(node: CssNode, file: SourceFile): Span {
  return { file, start: node.loc?.start.offset ?? 0, end: node.loc?.end.offset ?? 0 }
}
