import { type Diagnostic, didYouMean, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { baseSheet } from './base-sheet.ts'
import type { Styles } from './compute.ts'
import type { PageStyle } from './computed.ts'
import type { Declaration } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import { Facts } from './fact.ts'
import { Imports, type OpenImport } from './import.ts'
import { KeptLooks } from './kept-looks.ts'
import { indexRules, type Rule, type RuleIndex } from './match.ts'
import { holdsWith, type Media } from './media.ts'
import type { PageRule } from './page-rule.ts'
import type { Pseudo } from './pseudo.ts'
import { readSheet, type Sheet, type Waiting } from './sheet.ts'
import type { Word } from './value.ts'
import { references } from './variables.ts'

/** A theme, read and checked: the rules of its files after those that always hold. */
export interface Theme extends Readonly<Record<Pseudo, RuleIndex>> {
  readonly rules: RuleIndex
  /** What its selectors ask of single elements. */
  readonly facts: Facts
  /** In the order in which they were written. */
  readonly pages: readonly PageRule[]
  /** Page styles that were asked for, by the look of the root that they inherit from; filled by `pageStyle` alone. */
  readonly pageStyles: WeakMap<object, PageStyles>
  /** What it says of elements, as far as it was asked. */
  readonly looks: KeptLooks
  /** The first place at which each step of a fit is named: `@media (bi-fit: name)`. */
  readonly fits: ReadonlyMap<string, Span>
  /** All its rules, those that wait for a step as well. */
  readonly all: AllRules
  /** The same with the rules of some steps, by their names; filled by `tightened` alone. */
  readonly tighter: Map<string, Theme>
}

interface AllRules {
  readonly rules: readonly Waiting<Rule>[]
  readonly pages: readonly Waiting<PageRule>[]
}

interface PageStyles {
  readonly styles: Styles
  readonly byQuery: Map<string, CheckedPageStyle>
}

/** A page style, and what is wrong with it. */
export interface CheckedPageStyle {
  readonly style: PageStyle
  readonly found: readonly Diagnostic[]
}

/** What a theme is read for, and how it finds the files that it imports. */
export interface ThemeSettings {
  readonly media: Media
  readonly open: OpenImport
}

/** Reads the CSS files of a theme; of two rules of equal weight, the one in the later file wins. */
export function parseTheme(files: readonly SourceFile[], settings: ThemeSettings, report: Report): Theme {
  const facts = new Facts()
  const fits = new Map<string, Span>()
  const imports = new Imports(settings.open)
  const reading = { media: settings.media, facts, fits, imports, report }
  const sheets = [baseSheet, ...files].map((file) => readSheet(file, reading))
  const declarations = declarationsIn(sheets)
  checkVariables(declarations, report)
  checkCounters(declarations, report)
  const all = { rules: rank(sheets), pages: sheets.flatMap((sheet) => sheet.pages) }
  return themeOf({ facts, fits, all, tighter: new Map() }, new Set())
}

/** The theme once the steps of a fit with these names have been taken: their rules hold as well. */
export function tightened(theme: Theme, taken: ReadonlySet<string>): Theme {
  const key = [...taken].sort().join(' ')
  if (key === '') return theme
  const known = theme.tighter.get(key) ?? themeOf(theme, taken)
  theme.tighter.set(key, known)
  return known
}

function themeOf(
  { facts, fits, all, tighter }: Pick<Theme, 'facts' | 'fits' | 'all' | 'tighter'>,
  taken: ReadonlySet<string>,
): Theme {
  const rules = all.rules.filter(({ when }) => holdsWith(when, taken))
  return {
    rules: indexRules(rules, null),
    before: indexRules(rules, 'before'),
    after: indexRules(rules, 'after'),
    marker: indexRules(rules, 'marker'),
    'footnote-call': indexRules(rules, 'footnote-call'),
    'footnote-marker': indexRules(rules, 'footnote-marker'),
    facts,
    pages: all.pages.filter(({ when }) => holdsWith(when, taken)),
    pageStyles: new WeakMap(),
    looks: new KeptLooks(facts),
    fits,
    all,
    tighter,
  }
}

/** Ranks by sheet kind (the base sheet first), weight of the selector, and order. */
function rank(sheets: readonly Sheet[]): readonly Waiting<Rule>[] {
  const all = sheets.flatMap((sheet, index) =>
    sheet.rules.map((rule) => ({ ...rule, origin: Math.min(index, 1) })),
  )
  all.sort((a, b) => a.origin - b.origin || a.selector.specificity - b.selector.specificity)
  return all.map(({ selector, declarations, when }, index) => ({ selector, declarations, when, rank: index }))
}

function declarationsIn(sheets: readonly Sheet[]): readonly Declaration[] {
  return sheets.flatMap(({ rules, pages }) => [
    ...rules.flatMap((rule) => rule.declarations),
    ...pages.flatMap((page) => [...page.declarations, ...page.footnotes, ...[...page.boxes.values()].flat()]),
  ])
}

/** A `var()` whose property no rule ever sets can only be a slip. */
function checkVariables(declarations: readonly Declaration[], report: Report): void {
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

const counting: ReadonlySet<string> = new Set(['counter-reset', 'counter-increment', 'counter-set'])

/** So is a counter that is shown and that nothing counts. */
function checkCounters(declarations: readonly Declaration[], report: Report): void {
  const known = new Set(['page', 'pages', 'list-item'])
  for (const { name, value, span } of declarations) {
    if (!counting.has(name)) continue
    const page = value.kind === 'words' ? value.words.find((word) => isOfPages(word, name)) : undefined
    if (page?.kind === 'name') {
      const hint = 'write `counter-reset: page 1` where a page begins that is to have the number 1'
      report.error('style/counter', `\`${name}\` does not count \`${page.text}\``, span, hint)
    }
    // What a variable names is known only with the element.
    if (value.kind === 'late') return
    for (const word of value.kind === 'words' ? value.words : [])
      if (word.kind === 'name') known.add(word.text)
  }
  for (const { value, span } of declarations) {
    for (const name of value.kind === 'words' ? shownIn(value.words) : []) {
      if (known.has(name)) continue
      const message = `nothing counts \`${excerpt(name)}\``
      const hint = `write \`counter-increment: ${excerpt(name)}\` where it goes up`
      report.error('style/counter', message, span, didYouMean(name, [...known]), hint)
    }
  }
}

/** Pages count themselves: all that can be said is where they begin anew. */
function isOfPages(word: Word, property: string): boolean {
  if (word.kind !== 'name') return false
  return word.text === 'pages' || (word.text === 'page' && property !== 'counter-reset')
}

function shownIn(words: readonly Word[]): readonly string[] {
  return words.flatMap((word) => {
    if (word.kind !== 'function' || (word.name !== 'counter' && word.name !== 'counters')) return []
    const [name] = word.words
    return name?.kind === 'name' ? [name.text] : []
  })
}
