import type { AtrulePrelude, CssNode, MediaQuery, Raw } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile } from '../base/span.ts'
import { excerpt } from './excerpt.ts'
import { spanOf } from './place.ts'

/** What a document is made for: reading on a screen, or the press. */
export type Media = (typeof media)[number]

export const media = ['screen', 'print'] as const

/** Whether a list of media, as that of `@media` or `@import`, holds for the output; an empty one always does. */
export function isFor(
  prelude: AtrulePrelude | Raw | null,
  output: Media,
  file: SourceFile,
  report: Report,
): boolean {
  if (prelude === null) return true
  // css-tree has already said what is wrong with a list that it could not parse.
  if (prelude.type === 'Raw') return false
  const queries = prelude.children.toArray().flatMap(queriesOf)
  const answers = queries.map((query) => holds(query, output, file, report))
  return answers.length === 0 || answers.includes(true)
}

function queriesOf(node: CssNode): readonly MediaQuery[] {
  if (node.type !== 'MediaQueryList') return []
  return node.children.toArray().filter((query) => query.type === 'MediaQuery')
}

function holds(query: MediaQuery, output: Media, file: SourceFile, report: Report): boolean {
  const span = spanOf(query, file)
  if (query.condition !== null) {
    const hint = 'a theme is for `screen` or `print`; sizes are those of `@page`'
    report.error('style/media', 'conditions on the medium are not supported', span, hint)
    return false
  }
  const type = query.mediaType?.toLowerCase() ?? 'all'
  const isNegated = query.modifier?.toLowerCase() === 'not'
  if (type === 'all') return !isNegated
  if (media.some((known) => known === type)) return (type === output) !== isNegated
  report.error(
    'style/media',
    `there is no medium \`${excerpt(type)}\``,
    span,
    didYouMean(type, [...media, 'all']),
  )
  return false
}
