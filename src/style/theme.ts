import { type CssNode, type Rule as CssRule, parse, tokenize, tokenTypes } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { baseSheet, elementNames } from './base-sheet.ts'
import type { Styles } from './compute.ts'
import type { PageStyle } from './computed.ts'
import { type Declaration, readDeclaration } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import { elementVocabulary } from './grammar.ts'
import { indexRules, type Rule, type RuleIndex } from './match.ts'
import { type PageRule, readPageRule } from './page-rule.ts'
import { readSelector, type Selector } from './selector.ts'
import { references } from './variables.ts'

/** A theme, read and checked: the rules of its files after those that always hold. */
export interface Theme {
  readonly rules: RuleIndex
  readonly before: RuleIndex
  readonly after: RuleIndex
  /** In the order in which they were written. */
  readonly pages: readonly PageRule[]
  /** Page styles that were asked for, by the root that they inherit from; filled by `pageStyle` alone. */
  readonly pageStyles: WeakMap<object, PageStyles>
}

interface PageStyles {
  readonly styles: Styles
  readonly byQuery: Map<string, PageStyle>
}

/** Reads the CSS files of a theme; of two rules of equal weight, the one in the later file wins. */
export function parseTheme(files: readonly SourceFile[], report: Report): Theme {
  const sheets = [baseSheet, ...files].map((file) => readSheet(file, report))
  const rules = rank(sheets)
  checkVariables(sheets, report)
  return {
    rules: indexRules(rules, null),
    before: indexRules(rules, 'before'),
    after: indexRules(rules, 'after'),
    pages: sheets.flatMap((sheet) => sheet.pages),
    pageStyles: new WeakMap(),
  }
}

interface Sheet {
  readonly rules: readonly Omit<Rule, 'rank'>[]
  readonly pages: readonly PageRule[]
}

function readSheet(file: SourceFile, report: Report): Sheet {
  const sheet = parse(file.text, {
    positions: true,
    parseCustomProperty: false,
    onParseError: (error, fallback) => {
      // An error without an offset is no parse error: the nesting was deeper than the stack.
      const isDeep = !Number.isInteger(error.offset)
      const offset = isDeep ? (fallback.loc?.start.offset ?? 0) : error.offset
      const at = Math.min(offset, Math.max(0, file.text.length - 1))
      const message = isDeep ? 'this is nested too deeply' : `this is not CSS: ${lowerFirst(error.message)}`
      const hint = isDeep
        ? 'look for a bracket that is never closed'
        : 'check the brackets, colons and semicolons before this place: `p { color: black; }`'
      report.error('style/syntax', message, { file, start: at, end: at + 1 }, hint)
    },
  })
  checkComments(file, report)
  const rules: Omit<Rule, 'rank'>[] = []
  const pages: PageRule[] = []
  for (const node of sheet.type === 'StyleSheet' ? sheet.children.toArray() : []) {
    if (node.type === 'Rule') rules.push(...readRule(node, file, report))
    else if (node.type === 'Atrule' && node.name.toLowerCase() === 'page') {
      pages.push(...readPageRule(node, file, report))
    } else if (node.type === 'Atrule') {
      const span = spanOf(node, file)
      const hint = atRuleHints.get(node.name.toLowerCase()) ?? didYouMean(node.name, ['page'])
      report.error(
        'style/at-rule',
        `\`@${excerpt(node.name)}\` is not supported`,
        { ...span, end: span.start + 1 },
        hint,
      )
    }
  }
  return { rules, pages }
}

/** What to do without the at-rules of the web that authors know. */
const atRuleHints: ReadonlyMap<string, string> = new Map([
  ['media', 'a theme is always for print: take the rules out of it'],
  ['supports', 'take the rules out of it, or delete those that are not supported'],
  ['import', 'copy the rules into this file'],
  ['font-face', 'declare the font in `fonts/fonts.yaml`'],
  ['charset', 'delete it: a theme is always UTF-8'],
])

/** The rules of one block, one for each selector. */
function readRule(node: CssRule, file: SourceFile, report: Report): readonly Omit<Rule, 'rank'>[] {
  if (node.prelude.type === 'Raw') return []
  const selectors = node.prelude.children.toArray().flatMap((part): Selector[] => {
    const selector = part.type === 'Selector' ? readSelector(part, file, elementNames, report) : null
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
      const hint = 'write it after this rule, with both selectors: `.a .b { … }`'
      report.error('style/selector', 'nested rules are not supported', spanOf(node, file), hint)
    }
    if (node.type === 'Atrule') {
      const hint = 'only `@page` is supported, outside of all rules: its margin boxes stand in it'
      report.error(
        'style/at-rule',
        `\`@${excerpt(node.name)}\` is not supported here`,
        spanOf(node, file),
        hint,
      )
    }
    return []
  })
}

/** A block that the end of the file closes is CSS, but never what its author meant. */
function checkClosed(block: CssNode, file: SourceFile, report: Report): void {
  const span = spanOf(block, file)
  if (file.text[span.end - 1] === '}') return
  report.error('style/syntax', 'this block is never closed', { ...span, end: span.start + 1 }, 'add `}`')
}

/** A comment that the end of the file closes has swallowed all that stands after it. */
function checkComments(file: SourceFile, report: Report): void {
  tokenize(file.text, (type, start, end) => {
    if (type !== tokenTypes.Comment || /^\/\*[\s\S]*\*\/$/.test(file.text.slice(start, end))) return
    report.error('style/syntax', 'this comment is never closed', { file, start, end: start + 2 }, 'add `*/`')
  })
}

/** Ranks by sheet kind (the base sheet first), weight of the selector, and order. */
function rank(sheets: readonly Sheet[]): readonly Rule[] {
  const all = sheets.flatMap((sheet, index) =>
    sheet.rules.map((rule) => ({ ...rule, origin: Math.min(index, 1) })),
  )
  all.sort((a, b) => a.origin - b.origin || a.selector.specificity - b.selector.specificity)
  return all.map(({ selector, declarations }, index) => ({ selector, declarations, rank: index }))
}

/** A `var()` whose property no rule ever sets can only be a slip. */
function checkVariables(sheets: readonly Sheet[], report: Report): void {
  const declarations = sheets.flatMap(({ rules, pages }) => [
    ...rules.flatMap((rule) => rule.declarations),
    ...pages.flatMap((page) => [...page.declarations, ...[...page.boxes.values()].flat()]),
  ])
  const known = new Set(declarations.map(({ name }) => name).filter((name) => name.startsWith('--')))
  for (const { value, span } of declarations) {
    if (value.kind !== 'late' && value.kind !== 'custom') continue
    for (const name of missingIn(value.text, known)) {
      const message = `nothing sets the variable \`${excerpt(name)}\``
      report.error('style/variable', message, span, didYouMean(name, [...known]))
    }
  }
}

function missingIn(text: string, known: ReadonlySet<string>): readonly string[] {
  return references(text).flatMap(({ name, fallback }) => {
    if (fallback !== null) return missingIn(fallback, known)
    return known.has(name) ? [] : [name]
  })
}

function spanOf(node: CssNode, file: SourceFile): Span {
  return { file, start: node.loc?.start.offset ?? 0, end: node.loc?.end.offset ?? 0 }
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
