import {
  type Atrule,
  type CssNode,
  type Rule as CssRule,
  parse,
  type SyntaxParseError,
  tokenize,
  tokenTypes,
} from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { closers, openers, strayCloser } from './brackets.ts'
import { type Declaration, readDeclaration } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import type { Facts } from './fact.ts'
import { elementVocabulary } from './grammar.ts'
import { type Imports, targetOf } from './import.ts'
import type { Rule } from './match.ts'
import { type FitNames, type Media, type When, whenFor } from './media.ts'
import { type PageRule, readPageRule } from './page-rule.ts'
import { isClosed, spanOf, startOf } from './place.ts'
import { readSelector } from './selector.ts'
import { atRuleHints, selectorHints } from './unsupported.ts'

/** What a file of a theme says for an output, in its order; what it imports comes first. */
export interface Sheet {
  readonly rules: readonly Waiting<Omit<Rule, 'rank'>>[]
  readonly pages: readonly Waiting<PageRule>[]
}

/** A rule, and the steps of a fit that it waits for. */
export type Waiting<Kind> = Kind & { readonly when: When }

/** What the reading of a sheet needs beside its file. */
export interface SheetReading {
  readonly media: Media
  readonly facts: Facts
  /** The steps of a fit that the theme names; filled by reading. */
  readonly fits: FitNames
  readonly imports: Imports
  readonly report: Report
}

export function readSheet(file: SourceFile, reading: SheetReading, when: When = null): Sheet {
  const { report } = reading
  if (!checkTokens(file, report)) return { rules: [], pages: [] }
  const sheet = parse(file.text, {
    positions: true,
    parseCustomProperty: false,
    onParseError: (error) => refuseSyntax(error, file, report),
  })
  const draft: Draft = { file, reading, rules: [], pages: [] }
  let isAtTop = true
  for (const node of sheet.type === 'StyleSheet' ? sheet.children.toArray() : []) {
    const name = node.type === 'Atrule' ? node.name.toLowerCase() : null
    if (node.type === 'Atrule' && name === 'import') addImport(node, isAtTop, when, draft)
    else addNode(node, when, draft)
    if (name !== 'import' && name !== 'charset' && node.type !== 'Comment') isAtTop = false
  }
  return draft
}

interface Draft {
  readonly file: SourceFile
  readonly reading: SheetReading
  readonly rules: Waiting<Omit<Rule, 'rank'>>[]
  readonly pages: Waiting<PageRule>[]
}

/** Adds what a node says; where it is not for the output, it is checked all the same. */
function addNode(node: CssNode, when: When | 'never', draft: Draft): void {
  const { file, reading } = draft
  const { report } = reading
  if (node.type === 'Rule') {
    const rules = readRule(node, draft)
    if (when !== 'never') draft.rules.push(...rules.map((rule) => ({ ...rule, when })))
    return
  }
  if (node.type !== 'Atrule') return
  const name = node.name.toLowerCase()
  if (name === 'page') {
    const pages = readPageRule(node, file, report)
    if (when !== 'never') draft.pages.push(...pages.map((page) => ({ ...page, when })))
  } else if (name === 'media') {
    const own = whenFor(node.prelude, when === 'never' ? null : when, file, reading)
    const inside = when === 'never' ? when : own
    for (const inner of node.block?.children.toArray() ?? []) addNode(inner, inside, draft)
    checkClosed(node.block ?? node, file, report)
  } else {
    const isImport = name === 'import'
    const hint = isImport ? topHint : (atRuleHints.get(name) ?? didYouMean(name, atRules))
    const message = isImport
      ? '`@import` stands inside a block'
      : `\`@${excerpt(node.name)}\` is not supported`
    report.error('style/at-rule', message, startOf(node, file), hint)
  }
}

/** The at-rules of a theme, outside of all blocks. */
export const atRules: readonly string[] = ['page', 'media', 'import']

const topHint = 'move it to the top of the file, in front of all rules'

function addImport(node: Atrule, isAtTop: boolean, outer: When, draft: Draft): void {
  const { file, reading } = draft
  const { report } = reading
  if (!isAtTop) {
    report.error('style/import', '`@import` stands after a rule', startOf(node, file), topHint)
    return
  }
  const target = targetOf(node, file, report)
  const when = whenFor(node.prelude, outer, file, reading)
  const imported = target && reading.imports.open(target.path, file, target.span, report)
  if (!imported) return
  const sheet = readSheet(imported, reading, when === 'never' ? null : when)
  reading.imports.close()
  if (when === 'never') return
  draft.rules.push(...sheet.rules)
  draft.pages.push(...sheet.pages)
}

/** The rules of one block, one for each selector. */
function readRule(node: CssRule, { file, reading }: Draft): readonly Omit<Rule, 'rank'>[] {
  if (node.prelude.type === 'Raw') return []
  const { facts, report } = reading
  const selectors = node.prelude.children.toArray().flatMap((part) => {
    const selector = part.type === 'Selector' ? readSelector(part, { file, facts, report }) : null
    return selector === null ? [] : [selector]
  })
  const declarations = readBlock(node.block.children.toArray(), file, report)
  checkClosed(node.block, file, report)
  return selectors.map((selector) => ({ selector, declarations }))
}

function readBlock(nodes: readonly CssNode[], file: SourceFile, report: Report): readonly Declaration[] {
  return nodes.flatMap((node) => {
    if (node.type === 'Declaration') return readDeclaration(node, file, elementVocabulary, report)
    if (node.type === 'Rule') {
      const hint = selectorHints.get('&') ?? ''
      report.error('style/selector', 'nested rules are not supported', spanOf(node, file), hint)
    }
    if (node.type === 'Atrule') {
      const hint = 'write it outside of all rules, and the rules into it'
      const message = `\`@${excerpt(node.name)}\` is not supported here`
      report.error('style/at-rule', message, spanOf(node, file), hint)
    }
    return []
  })
}

function refuseSyntax(error: SyntaxParseError, file: SourceFile, report: Report): void {
  const at = Math.min(error.offset, Math.max(0, file.text.length - 1))
  const message = `this is not CSS: ${lowerFirst(error.message)}`
  const hint = 'check the brackets, colons and semicolons before this place: `p { color: black; }`'
  report.error('style/syntax', message, { file, start: at, end: at + 1 }, hint)
}

/** A block that the end of the file closes is CSS, but never what its author meant. */
function checkClosed(block: CssNode, file: SourceFile, report: Report): void {
  if (isClosed(block, file)) return
  report.error('style/syntax', 'this block is never closed', startOf(block, file), 'add `}`')
}

/** Brackets in each other: a theme has five, and whoever reads it reads them recursively. */
const deepestBracket = 100

/** Whether a file can be parsed; says also where a comment that is never closed swallows all that stands after it. */
function checkTokens(file: SourceFile, report: Report): boolean {
  let depth = 0
  let tooDeep: number | null = null
  tokenize(file.text, (type, start, end) => {
    if (openers.has(type)) depth++
    else if (closers.has(type)) depth = Math.max(0, depth - 1)
    if (depth > deepestBracket) tooDeep ??= start
    if (type !== tokenTypes.Comment || /^\/\*[\s\S]*\*\/$/.test(file.text.slice(start, end))) return
    report.error('style/syntax', 'this comment is never closed', { file, start, end: start + 2 }, 'add `*/`')
  })
  const stray = strayCloser(file.text)
  if (stray !== null) {
    const hint = 'delete it, or write the one that it closes: the rest of the file is read when it is mended'
    report.error('style/syntax', 'this bracket closes none', { file, start: stray, end: stray + 1 }, hint)
  }
  if (tooDeep !== null) {
    const hint = 'look for a bracket that is never closed'
    const span = { file, start: tooDeep, end: tooDeep + 1 }
    report.error('style/syntax', 'this is nested too deeply', span, hint)
  }
  return stray === null && tooDeep === null
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
