import type { CssNode, Selector as CssSelector, PseudoElementSelector } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { elementNames } from './base-sheet.ts'
import { excerpt } from './excerpt.ts'
import type { Fact, Facts } from './fact.ts'
import { spanOf } from './place.ts'
import { type Pseudo, pseudoElements } from './pseudo.ts'
import { readAttribute, readPseudoClass } from './simple-selector.ts'
import { weigh } from './specificity.ts'
import { selectorHints } from './unsupported.ts'

/** A selector: what it chooses, what of that, and how much it weighs. */
export interface Selector {
  readonly complex: Complex
  /** What it chooses of the element; null: the element itself. */
  readonly pseudo: Pseudo | null
  readonly specificity: number
}

/** Compounds from right to left: the first is about the element itself, the next one about one above it. */
export type Complex = readonly Compound[]

/** What must all hold of one element. */
export interface Compound {
  readonly type: string | null
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  /** Each list is one `:lang()`: one of its ranges must match. */
  readonly langs: readonly (readonly string[])[]
  readonly isRoot: boolean
  readonly facts: readonly Fact[]
  /** `:is()` and `:where()`: one of the list must match; `:not()`: none may. */
  readonly lists: readonly { readonly isNegated: boolean; readonly any: readonly Complex[] }[]
  /** How the compound to the left stands to this one; null at the left end. */
  readonly left: 'parent' | 'ancestor' | null
}

/** What the reading of a selector needs beside the selector. */
export interface Reading {
  readonly file: SourceFile
  readonly facts: Facts
  readonly report: Report
}

/** One selector of a list, or null when it holds something that is not supported. */
export function readSelector(node: CssSelector, reading: Reading): Selector | null {
  const parts = node.children.toArray()
  const at = parts.findIndex((part) => part.type === 'PseudoElementSelector')
  const last = parts[at]
  const pseudo = last?.type === 'PseudoElementSelector' ? pseudoOf(last) : null
  if (last?.type === 'PseudoElementSelector' && pseudo === null) {
    refuse(last, `\`::${excerpt(last.name)}\` is not supported`, reading, selectorHints.get(`::${last.name}`))
    return null
  }
  if (at >= 0 && at < parts.length - 1) {
    const next = parts[at + 1]
    // css-tree gives the combinator that is only a space no place.
    refuse(next?.loc ? next : node, 'nothing may follow a pseudo-element', reading)
    return null
  }
  const complex = readComplex(node, at < 0 ? parts : parts.slice(0, at), reading, 0)
  return complex && { complex, pseudo, specificity: weigh(parts) }
}

/** Lists in lists: a theme needs one, and they are read and matched recursively. */
const deepestList = 8

/** The selectors inside `:is()` and its like; null where one of them is refused. */
function readList(nodes: readonly CssNode[], reading: Reading, depth: number): readonly Complex[] | null {
  const selectors = nodes.flatMap((node) => (node.type === 'SelectorList' ? node.children.toArray() : []))
  const [first] = selectors
  if (depth > deepestList && first) {
    refuse(
      first,
      `lists stand more than ${deepestList} deep in each other`,
      reading,
      'write a rule for each case',
    )
    return null
  }
  const read = selectors.map((one) => {
    if (one.type !== 'Selector') return null
    const parts = one.children.toArray()
    const pseudo = parts.find((part) => part.type === 'PseudoElementSelector')
    if (pseudo) refuse(pseudo, 'a pseudo-element stands at the end of a selector alone', reading)
    return pseudo ? null : readComplex(one, parts, reading, depth)
  })
  const good = read.filter((complex) => complex !== null)
  return good.length === read.length ? good : null
}

type Draft = { -readonly [Key in keyof Compound]: Mutable<Compound[Key]> }
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T

function draft(): Draft {
  return { type: null, ids: [], classes: [], langs: [], isRoot: false, facts: [], lists: [], left: null }
}

/** Compounds of one selector: a theme needs five, and they are matched recursively. */
const mostCompounds = 100

/** The compounds of a selector; what stands to the left of `+` or `~` is a fact about the compound to the right. */
function readComplex(
  node: CssNode,
  parts: readonly CssNode[],
  reading: Reading,
  depth: number,
): Complex | null {
  if (parts.filter(({ type }) => type === 'Combinator').length >= mostCompounds) {
    refuse(node, `a selector has more than ${mostCompounds} parts`, reading, 'give the element a class')
    return null
  }
  let read: readonly Draft[] = []
  let compound = draft()
  for (const part of parts) {
    if (part.type !== 'Combinator') {
      const problem = add(part, compound, reading, depth)
      if (problem === null) continue
      if (problem !== 'said') refuse(part.loc ? part : node, problem.message, reading, problem.hint)
      return null
    }
    const left = [compound, ...read]
    compound = draft()
    read = left
    if (part.name === '>' || part.name === ' ') compound.left = part.name === '>' ? 'parent' : 'ancestor'
    else if (part.name === '+' || part.name === '~') {
      const problem = ask({ kind: 'beside', isNext: part.name === '+', complex: left }, compound, reading)
      if (problem !== null) {
        refuse(node, problem.message, reading, problem.hint)
        return null
      }
      read = []
    } else {
      refuse(part.loc ? part : node, `the combinator \`${part.name}\` is not supported`, reading)
      return null
    }
  }
  return [compound, ...read]
}

/** What is wrong with a part of a selector, and what to write instead. */
export interface Problem {
  readonly message: string
  readonly hint?: string | undefined
}

/** Adds one simple selector; null: it is there, `said`: something in it is wrong and has been reported. */
function add(part: CssNode, compound: Draft, reading: Reading, depth: number): Problem | 'said' | null {
  switch (part.type) {
    case 'TypeSelector':
      if (part.name.includes('|')) return { message: 'namespaces are not supported' }
      if (part.name === '*') return null
      checkElement(part.name, part, reading)
      compound.type = part.name
      return null
    case 'IdSelector':
      reading.facts.keepId(part.name)
      compound.ids.push(part.name)
      return null
    case 'ClassSelector':
      compound.classes.push(part.name)
      return null
    case 'AttributeSelector':
      return ask(readAttribute(part), compound, reading)
    case 'PseudoClassSelector': {
      const read = readPseudoClass(part, (nodes) => readList(nodes, reading, depth + 1))
      if (read === 'said' || 'message' in read) return read
      if (read.isRoot) compound.isRoot = true
      if (read.langs) compound.langs.push(read.langs)
      if (read.list) compound.lists.push(read.list)
      for (const fact of read.facts ?? []) {
        const problem = ask(fact, compound, reading)
        if (problem !== null) return problem
      }
      return null
    }
    case 'NestingSelector':
      return { message: 'nested rules are not supported', hint: selectorHints.get('&') }
    default:
      return { message: `\`${part.type}\` is not supported in a selector` }
  }
}

function ask(fact: Fact, compound: Draft, { facts }: Reading): Problem | null {
  const kept = facts.keep(fact)
  if (kept === null) {
    const hint = 'give the elements classes'
    return { message: 'the theme asks too many different things of attributes and places', hint }
  }
  compound.facts.push(kept)
  return null
}

function checkElement(name: string, part: CssNode, { file, report }: Reading): void {
  if (elementNames.has(name)) return
  const hint = didYouMean(name, [...elementNames])
  report.error('style/element', `there is no element \`${excerpt(name)}\``, spanOf(part, file), hint)
}

function pseudoOf(node: PseudoElementSelector): Pseudo | null {
  const name = node.name.toLowerCase()
  return node.children === null ? (pseudoElements.find((known) => known === name) ?? null) : null
}

function refuse(node: CssNode, message: string, { file, report }: Reading, hint = supported): void {
  report.error('style/selector', message, spanOf(node, file), hint)
}

const supported = `\`docs/theme.md\` lists the selectors; pseudo-elements are ${pseudoElements.map((name) => `\`::${name}\``).join(', ')}`
