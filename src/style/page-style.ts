import { type CssNode, parse } from 'css-tree'
import { knownLanguages, parseLang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import { handOn, nearest, Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { baseSheet } from './base-sheet.ts'
import type { Styled } from './cascade.ts'
import { hasStrip, rowsFor, tracksFor } from './columns.ts'
import { computeLonghand, contextWithin, inCascadeOrder, Styles, specify, type Winner } from './compute.ts'
import type { ComputedStyle, MarginBoxName, PageQuery, PageStyle } from './computed.ts'
import type { Declaration } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import type { Longhand, Longhands } from './longhands.ts'
import { match } from './match.ts'
import { checkMarginBoxes } from './no-effect.ts'
import {
  arrangementDescriptor,
  changeBarDescriptor,
  columnsDescriptor,
  type Descriptor,
  labelDescriptor,
  ruleDescriptor,
  sizeDescriptor,
} from './page-descriptor.ts'
import { appliesTo, marginBoxNames, type PageRule, weightOf } from './page-rule.ts'
import { type Position, Positions } from './position.ts'
import type { Context } from './property.ts'
import type { CheckedPageStyle, Theme } from './theme.ts'
import { keywordOf, wordsOf } from './value.ts'

/**
 * What the theme says of a page; the same query under a root of the same look gives the same object. What does not fit
 * the page is reported each time that it is asked for.
 */
export function pageStyle(theme: Theme, query: PageQuery, root: Styled, report: Report): PageStyle {
  const cache = theme.pageStyles.get(root.look) ?? { styles: new Styles(), byQuery: new Map() }
  theme.pageStyles.set(root.look, cache)
  const { name, side, isFirst, isBlank, languages } = query
  const key = JSON.stringify([name, side, isFirst, isBlank, languages])
  const { style, found } = cache.byQuery.get(key) ?? makeAndCheck(theme, query, root, cache.styles)
  cache.byQuery.set(key, { style, found })
  handOn(found, report)
  return style
}

function makeAndCheck(theme: Theme, query: PageQuery, root: Styled, styles: Styles): CheckedPageStyle {
  const style = makePageStyle(theme, query, root, styles)
  const report = new Report()
  checkColumns(style, query.languages, report)
  return { style, found: report.diagnostics }
}

/** Reports what is wrong with the values of page rules once the root's variables are put in. */
export function checkPageRules(theme: Theme, root: Styled, report: Report): void {
  checkMarginBoxes(theme, report)
  const { custom } = root.look.computed
  for (const rule of theme.pages) {
    for (const declarations of [rule.declarations, rule.footnotes, ...rule.boxes.values()]) {
      const specified = specify(declarations, custom, report)
      for (const name of ['bi-columns', 'bi-arrangement'] as const)
        checkLanguages(specified.get(name), usages[name], report)
    }
  }
}

/** How languages are named, where one is that there is not. */
const usages = {
  'bi-columns': 'a column may have a language in front: `bi-columns: en 1fr 24pt zh 18ic`',
  'bi-arrangement': 'the languages that stand first are named: `bi-arrangement: stacked zh`',
} as const

/** What is for a language that there is not could never be for any. */
function checkLanguages(winner: Winner | undefined, usage: string, report: Report): void {
  if (winner?.value.kind !== 'words' || keywordOf(winner.value.words) !== null) return
  const [first, ...others] = winner.value.words
  const isKeyword = first?.kind === 'name' && first.text.toLowerCase() === 'stacked'
  for (const word of isKeyword ? others : winner.value.words) {
    if (word.kind !== 'name' || parseLang(word.text) !== null) continue
    const message = `\`${excerpt(word.text)}\` is no language that is known`
    const hint = nearest(word.text, knownLanguages())
    report.error('style/value', message, winner.span, hint === null ? usage : `did you mean \`${hint}\`?`)
  }
}

/** Columns that are wider than the page, or leave nothing to share, would be made to fit, each to its cost. */
function checkColumns(
  { size, margin, columns, arrangement, spans }: PageStyle,
  languages: readonly string[],
  report: Report,
) {
  if (spans.columns === null || (languages.length < 2 && !hasStrip(columns))) return
  const width = size.width - margin.left - margin.right
  const tracks = tracksFor(columns, languages, arrangement)
  const fixed = tracks.reduce((sum, track) => sum + (track.kind === 'pt' ? track.value : 0), 0)
  const isShared = tracks.some(({ kind }) => kind === 'fr')
  if (fixed <= width + tolerance && (!isShared || fixed < width - tolerance)) return
  const message = `the columns take ${written(fixed)}pt and the page has ${written(width)}pt between its margins`
  const hint = isShared
    ? 'make the columns or the margins narrower: nothing is left for those in `fr`'
    : 'make the columns or the margins narrower, or give one column `1fr`'
  report.error('style/columns', message, spans.columns, hint)
}

/** Widths in millimetres and in points do not add up to the last digit. */
const tolerance: Pt = 0.01

function written(points: Pt): string {
  return String(Math.round(points * 10) / 10)
}

function makePageStyle(theme: Theme, query: PageQuery, root: Styled, styles: Styles): PageStyle {
  const rules = theme.pages.filter((rule) => appliesTo(rule, query)).sort((a, b) => weightOf(a) - weightOf(b))
  const page = measured(
    rules.flatMap((rule) => rule.declarations),
    root,
    query.name,
  )
  const notes = measured(
    rules.flatMap((rule) => rule.footnotes),
    root,
    query.name,
  )
  const arrangement = page.descriptor('bi-arrangement', arrangementDescriptor)
  const spoken = { ...query, languages: rowsFor(arrangement, query.languages).flat() }
  const { boxes, spans } = marginBoxes(theme, rules, spoken, root, styles)
  return {
    size: page.descriptor('size', sizeDescriptor),
    margin: {
      top: page.longhand('margin-top'),
      right: page.longhand('margin-right'),
      bottom: page.longhand('margin-bottom'),
      left: page.longhand('margin-left'),
    },
    background: page.longhand('background-color'),
    columns: page.descriptor('bi-columns', columnsDescriptor),
    arrangement,
    labels: page.descriptor('bi-page-label', labelDescriptor),
    footnotes: {
      marginTop: notes.longhand('margin-top'),
      borderTop: {
        width: notes.longhand('border-top-style') === 'none' ? 0 : notes.longhand('border-top-width'),
        color: notes.longhand('border-top-color'),
      },
      paddingTop: notes.longhand('padding-top'),
      ruleLength: notes.descriptor('bi-rule-length', ruleDescriptor),
    },
    changeBar: page.descriptor('bi-change-bar', changeBarDescriptor),
    boxes,
    spans: { size: page.spanOf('size'), columns: page.spanOf('bi-columns'), boxes: spans },
  }
}

/** Reads values out of declarations as if they were the root's child; `font-size` among them is what em is. */
function measured(declarations: readonly Declaration[], root: Styled, page: string) {
  const { custom, longhands } = root.look.computed
  const specified = specify(inCascadeOrder(declarations), custom, checked())
  const outer: Context = { ...contextWithin(longhands), page }
  const em = computeLonghand('font-size', specified.get('font-size')?.value, longhands, outer)
  const context: Context = { ...outer, em }
  return {
    longhand: <Name extends Longhand>(name: Name): Longhands[Name] =>
      computeLonghand(name, specified.get(name)?.value, longhands, context),
    descriptor: <Value>(name: string, descriptor: Descriptor<Value>): Value => {
      const value = specified.get(name)?.value
      if (value?.kind === 'words') return descriptor.compute(value.words, context)
      const initial: CssNode = parse(descriptor.initial, { context: 'value' })
      return descriptor.compute(initial.type === 'Value' ? wordsOf(initial.children.toArray()) : [], context)
    },
    spanOf: (name: string): Span | null => {
      const winner = specified.get(name)
      return winner && winner.span.file !== baseSheet ? winner.span : null
    },
  }
}

/** The margin boxes that have content, and where the theme says what. */
function marginBoxes(
  theme: Theme,
  rules: readonly PageRule[],
  query: PageQuery,
  root: Styled,
  styles: Styles,
): { readonly boxes: PageStyle['boxes']; readonly spans: PageStyle['spans']['boxes'] } {
  const boxes = new Map<MarginBoxName, ComputedStyle>()
  const spans = new Map<MarginBoxName, Span>()
  for (const name of marginBoxNames) {
    const own = rules.flatMap((rule) => rule.boxes.get(name) ?? [])
    if (own.length === 0) continue
    const inherited = matchMargin(theme, languageOf(name, query), root)
    const computed = styles.compute(root.look.computed, [...inherited, ...own], checked())
    const { style } = computed
    if (style.content === null || style.display === 'none') continue
    boxes.set(name, style)
    if (computed.spans.content) spans.set(name, computed.spans.content)
  }
  return { boxes, spans }
}

/** What the theme says of `bi-margin`, as if it were a child of the root in that language. */
function matchMargin(theme: Theme, lang: string | null, root: Styled): readonly Declaration[] {
  const parent = new Positions(theme.facts).ofRoot(root.element)
  const position: Position = {
    name: 'bi-margin',
    lang,
    classes: [],
    id: null,
    facts: new Set(),
    parent,
    answers: new Map(),
  }
  return match(theme.rules, position).flatMap((rule) => rule.declarations)
}

/** The left box speaks the first of the languages as they stand, the right box the last, the middle the first. */
function languageOf(name: MarginBoxName, { languages }: PageQuery): string | null {
  return (name.endsWith('-right') ? languages.at(-1) : languages[0]) ?? null
}

/** `cascade` has already reported what is wrong with page rules. */
function checked(): Report {
  return new Report()
}
