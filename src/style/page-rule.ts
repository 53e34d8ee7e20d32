import type { Atrule, CssNode } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import type { MarginBoxName, PageQuery } from './computed.ts'
import { type Declaration, readDeclaration } from './declaration.ts'
import { excerpt } from './excerpt.ts'
import { elementVocabulary, footnoteVocabulary, pageVocabulary, type Vocabulary } from './grammar.ts'
import { isClosed, spanOf, startOf } from './place.ts'

/** An `@page` rule for one of its selectors. */
export interface PageRule {
  /** Null: pages of any name. */
  readonly name: string | null
  readonly isFirst: boolean
  readonly isBlank: boolean
  readonly side: PageQuery['side'] | null
  readonly declarations: readonly Declaration[]
  /** What it says of the area of the notes. */
  readonly footnotes: readonly Declaration[]
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
    (!rule.isBlank || query.isBlank) &&
    (rule.side === null || rule.side === query.side)
  )
}

/** A name weighs most, then `:first` and `:blank`, then `:left` and `:right` (Paged Media 3, 3.4). */
export function weightOf(rule: PageRule): number {
  return (
    (rule.name === null ? 0 : 100) +
    (rule.isFirst ? 10 : 0) +
    (rule.isBlank ? 10 : 0) +
    (rule.side === null ? 0 : 1)
  )
}

/** Reads an `@page` rule: one for each selector of its list. */
export function readPageRule(node: Atrule, file: SourceFile, report: Report): readonly PageRule[] {
  const declarations: Declaration[] = []
  const footnotes: Declaration[] = []
  const boxes = new Map<MarginBoxName, readonly Declaration[]>()
  for (const part of node.block?.children.toArray() ?? []) {
    if (part.type === 'Declaration') declarations.push(...readDeclaration(part, file, pageVocabulary, report))
    if (part.type === 'Rule') {
      const hint = 'put the rule outside, and set the `page` of its element to choose the pages'
      report.error('style/selector', 'no rules in `@page`', spanOf(part, file), hint)
    }
    if (part.type !== 'Atrule') continue
    if (part.name.toLowerCase() === 'footnote') {
      footnotes.push(...readBox(part, footnoteVocabulary, file, report))
      continue
    }
    const name = marginBoxNames.find((known) => known === part.name.toLowerCase())
    if (name === undefined) {
      const hint = didYouMean(part.name, [...marginBoxNames, 'footnote'])
      report.error('style/at-rule', `there is no margin box \`@${part.name}\``, startOf(part, file), hint)
      continue
    }
    boxes.set(name, [...(boxes.get(name) ?? []), ...readBox(part, elementVocabulary, file, report)])
  }
  if (node.block === null || !isClosed(node.block, file)) {
    report.error('style/syntax', 'this block is never closed', startOf(node, file), 'add `}`')
  }
  return readSelectors(node, file, report).map((selector) => ({
    ...selector,
    declarations,
    footnotes,
    boxes,
  }))
}

type PageSelector = Pick<PageRule, 'name' | 'isFirst' | 'isBlank' | 'side'>

const anyPage: PageSelector = { name: null, isFirst: false, isBlank: false, side: null }

function readSelectors(node: Atrule, file: SourceFile, report: Report): readonly PageSelector[] {
  if (node.prelude === null) return [anyPage]
  if (node.prelude.type === 'Raw') return []
  const selectors = node.prelude.children
    .toArray()
    .flatMap((part) => (part.type === 'SelectorList' ? part.children.toArray() : []))
  return selectors.flatMap((selector) => {
    let read: PageSelector = anyPage
    for (const part of selector.type === 'Selector' ? selector.children.toArray() : []) {
      const more = readPart(part)
      if (more === null) {
        const isCounted = part.type === 'PseudoClassSelector' && part.name.toLowerCase() === 'nth'
        const hint = isCounted
          ? 'give what stands on that page a `page` of its own, and write `@page name { … }`'
          : 'a page is chosen by its name, `:first`, `:blank`, `:left` and `:right`'
        const text = excerpt(file.text.slice(part.loc?.start.offset, part.loc?.end.offset))
        report.error('style/selector', `\`${text}\` is not supported in \`@page\``, spanOf(part, file), hint)
        return []
      }
      read = { ...read, ...more }
    }
    return [read]
  })
}

function readPart(part: CssNode): Partial<PageSelector> | null {
  if (part.type === 'TypeSelector') return { name: part.name }
  if (part.type !== 'PseudoClassSelector' || part.children !== null) return null
  switch (part.name.toLowerCase()) {
    case 'first':
      return { isFirst: true }
    case 'blank':
      return { isBlank: true }
    case 'left':
      return { side: 'left' }
    case 'right':
      return { side: 'right' }
    default:
      return null
  }
}

function readBox(
  node: Atrule,
  vocabulary: Vocabulary,
  file: SourceFile,
  report: Report,
): readonly Declaration[] {
  return (node.block?.children.toArray() ?? []).flatMap((part) =>
    part.type === 'Declaration' ? readDeclaration(part, file, vocabulary, report) : [],
  )
}
