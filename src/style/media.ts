import type { AtrulePrelude, Condition, CssNode, MediaQuery, Raw } from 'css-tree'
import { didYouMean, type Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import { excerpt } from './excerpt.ts'
import { spanOf } from './place.ts'

/** What a document is made for: reading on a screen, or the press. */
export type Media = (typeof media)[number]

export const media = ['screen', 'print'] as const

/**
 * The steps of a fit that rules wait for, by `@media (bi-fit: name)`: all names of one of the groups must have been
 * taken. Null where rules always hold.
 */
export type When = { readonly anyOf: readonly (readonly string[])[]; readonly inside: When } | null

/** The first place at which a theme names each step of a fit. */
export type FitNames = Map<string, Span>

/** What a list of media is asked for. */
export interface MediaReading {
  readonly media: Media
  readonly fits: FitNames
  readonly report: Report
}

/** Whether rules hold once the steps of these names have been taken. */
export function holdsWith(when: When, taken: ReadonlySet<string>): boolean {
  for (let one = when; one !== null; one = one.inside)
    if (!one.anyOf.some((names) => names.every((name) => taken.has(name)))) return false
  return true
}

/**
 * When a list of media, as that of `@media` or `@import`, holds for the output, inside another one; an empty one does
 * whenever that does. `never`: it is for another output.
 */
export function whenFor(
  prelude: AtrulePrelude | Raw | null,
  inside: When,
  file: SourceFile,
  reading: MediaReading,
): When | 'never' {
  if (prelude === null) return inside
  // css-tree has already said what is wrong with a list that it could not parse.
  if (prelude.type === 'Raw') return 'never'
  const queries = prelude.children.toArray().flatMap(queriesOf)
  if (queries.length === 0) return inside
  const anyOf = queries.flatMap((query) => {
    const names = namesFor(query, file, reading)
    return names === null ? [] : [names]
  })
  if (anyOf.length === 0) return 'never'
  return anyOf.some((names) => names.length === 0) ? inside : { anyOf, inside }
}

function queriesOf(node: CssNode): readonly MediaQuery[] {
  if (node.type !== 'MediaQueryList') return []
  return node.children.toArray().filter((query) => query.type === 'MediaQuery')
}

/** The steps that a query waits for, none where it holds at once; null: it never does. */
function namesFor(query: MediaQuery, file: SourceFile, reading: MediaReading): readonly string[] | null {
  const isNegated = query.modifier?.toLowerCase() === 'not'
  const names = query.condition === null ? [] : stepsIn(query, query.condition, isNegated, file, reading)
  const isForOutput = holds(query, isNegated, file, reading)
  return isForOutput ? names : null
}

function holds(query: MediaQuery, isNegated: boolean, file: SourceFile, reading: MediaReading): boolean {
  const type = query.mediaType?.toLowerCase() ?? 'all'
  if (type === 'all') return !isNegated
  if (media.some((known) => known === type)) return (type === reading.media) !== isNegated
  const span = spanOf(query, file)
  const hint = didYouMean(type, [...media, 'all'])
  reading.report.error('style/media', `there is no medium \`${excerpt(type)}\``, span, hint)
  return false
}

/** The steps of a fit that a condition names, joined by `and`; null after a finding about any other condition. */
function stepsIn(
  query: MediaQuery,
  condition: Condition,
  isNegated: boolean,
  file: SourceFile,
  { fits, report }: MediaReading,
): readonly string[] | null {
  const names: string[] = []
  for (const part of isNegated ? [condition] : condition.children.toArray()) {
    if (part.type === 'Identifier' && part.name.toLowerCase() === 'and') continue
    const isStep = part.type === 'Feature' && part.name.toLowerCase() === 'bi-fit'
    if (!isStep || part.value?.type !== 'Identifier') {
      const hint = 'a theme is for `screen` or `print`; sizes are those of `@page`'
      const other = 'rules that wait for a step of a fit stand in `@media (bi-fit: name)`, or `and` another'
      const message = 'conditions on the medium are not supported'
      report.error('style/media', message, spanOf(query, file), hint, other)
      return null
    }
    const { name } = part.value
    names.push(name)
    if (!fits.has(name)) fits.set(name, spanOf(part, file))
  }
  return names
}
