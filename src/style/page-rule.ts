import type { Atrule, CssNode } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import type { MarginBoxName, PageQuery } from './computed.ts'
import { type Declaration, readDeclaration } from './declaration.ts'
import { elementVocabulary, pageVocabulary } from './grammar.ts'

/** An `@page` rule for one of its selectors. */
export interface PageRule {
  /** Null: pages of any name. */
  readonly name: string | null
  readonly isFirst: boolean
  readonly side: PageQuery['side'] | null
  readonly declarations: readonly Declaration[]
  readonly boxes: ReadonlyMap<MarginBoxName, readonly Declaration[]>
}

export const marginBoxNames: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
]

/** Whether a rule is about the pages that are asked for. */
export function appliesTo(rule: PageRule, query: PageQuery): boolean {
  return (
    (rule.name === null || rule.name === query.name) &&
    (!rule.isFirst || query.isFirst) &&
    (rule.side === null || rule.side === query.side)
  )
}

/** A name weighs most, then `:first`, then `:left` and `:right` (Paged Media 3, 3.4). */
export function weightOf(rule: PageRule): number {
  return (rule.name === null ? 0 : 100) + (rule.isFirst ? 10 : 0) + (rule.side === null ? 0 : 1)
}

/** Reads an `@page` rule: one for each selector of its list. */
export function readPageRule(node: Atrule, file: SourceFile, report: Report): readonly PageRule[] {
  const declarations: Declaration[] = []
  const boxes = new Map<MarginBoxName, readonly Declaration[]>()
  for (const part of node.block?.children.toArray() ?? []) {
    if (part.type === 'Declaration') declarations.push(...readDeclaration(part, file, pageVocabulary, report))
    if (part.type === 'Rule') {
      const hint = 'put the rule outside, and set the `page` of its element to choose the pages'
      report.error('style/selector', 'no rules in `@page`', spanOf(part, file), hint)
    }
    if (part.type !== 'Atrule') continue
    const name = marginBoxNames.find((known) => known === part.name.toLowerCase())
    if (name === undefined) {
      const hint = didYouMean(part.name, marginBoxNames)
      report.error('style/at-rule', `there is no margin box \`@${part.name}\``, startOf(part, file), hint)
      continue
    }
    boxes.set(name, [...(boxes.get(name) ?? []), ...readBox(part, file, report)])
  }
  if (node.block === null || file.text[(node.block.loc?.end.offset ?? 0) - 1] !== '}') {
    report.error('style/syntax', 'this block is never closed', startOf(node, file), 'add `}`')
  }
  return readSelectors(node, file, report).map((selector) => ({ ...selector, declarations, boxes }))
}

type PageSelector = Pick<PageRule, 'name' | 'isFirst' | 'side'>

function readSelectors(node: Atrule, file: SourceFile, report: Report): readonly PageSelector[] {
  if (node.prelude === null) return [{ name: null, isFirst: false, side: null }]
  if (node.prelude.type === 'Raw') return []
  const selectors = node.prelude.children
    .toArray()
    .flatMap((part) => (part.type === 'SelectorList' ? part.children.toArray() : []))
  return selectors.flatMap((selector) => {
    let [name, isFirst, side]: [string | null, boolean, PageQuery['side'] | null] = [null, false, null]
    for (const part of selector.type === 'Selector' ? selector.children.toArray() : []) {
      if (part.type === 'TypeSelector') name = part.name
      else if (part.type === 'PseudoClassSelector' && part.name === 'first') isFirst = true
      else if (part.type === 'PseudoClassSelector' && (part.name === 'left' || part.name === 'right')) {
        side = part.name
      } else {
        const hint = 'a page is chosen by its name, `:first`, `:left` and `:right`'
        const text = file.text.slice(part.loc?.start.offset, part.loc?.end.offset)
        report.error('style/selector', `\`${text}\` is not supported in \`@page\``, spanOf(part, file), hint)
        return []
      }
    }
    return [{ name, isFirst, side }]
  })
}

function readBox(node: Atrule, file: SourceFile, report: Report): readonly Declaration[] {
  return (node.block?.children.toArray() ?? []).flatMap((part) =>
    part.type === 'Declaration' ? readDeclaration(part, file, elementVocabulary, report) : [],
  )
}

function spanOf(node: CssNode, file: SourceFile): Span {
  return { file, start: node.loc?.start.offset ?? 0, end: node.loc?.end.offset ?? 0 }
}

function startOf(node: CssNode, file: SourceFile): Span {
  const span = spanOf(node, file)
  return { ...span, end: span.start + 1 }
}
