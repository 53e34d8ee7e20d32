import { type Lang, langMatches } from '../base/lang.ts'
import type { PageArrangement, Track } from './computed.ts'

/** Gutter between lanes that the theme does not give widths for. */
const usualGutter: Track = { kind: 'pt', value: 24, lang: null }

/** A lane that the theme gives no width for. */
const equal: Track = { kind: 'fr', value: 1, lang: null }

/**
 * The columns of a page for the printed languages: lane, gutter, lane, …; of one column its lane and the gutter. A
 * theme whose columns are for another number of languages gives equal lanes, unless it names their languages.
 */
export function tracksFor(
  columns: readonly Track[],
  languages: readonly Lang[],
  arrangement: PageArrangement,
): readonly Track[] {
  const count = arrangement.kind === 'stacked' ? 1 : languages.length
  const lanes = columns.filter((_, index) => index % 2 === 0)
  const gutters = columns.filter((_, index) => index % 2 === 1)
  const gutter = gutters.find(({ kind }) => kind === 'pt') ?? usualGutter
  if (count === 1) return hasStrip(columns) ? columns : [equal, gutter]
  const isByLanguage = lanes.some(({ lang }) => lang !== null)
  if (!isByLanguage && columns.length === 2 * count - 1) return columns
  return languages.flatMap((language, index) => {
    const lane = isByLanguage ? laneFor(lanes, language, index) : equal
    return index === 0 ? [lane] : [isByLanguage ? (gutters[index - 1] ?? gutter) : gutter, lane]
  })
}

/** Whether the columns are one, and a strip behind it for the axis. */
export function hasStrip(columns: readonly Track[]): boolean {
  return columns.length === 2
}

/** The rows that a passage makes, each with the languages of its lanes: one of all, or stacked one of each. */
export function rowsFor(
  arrangement: PageArrangement,
  languages: readonly Lang[],
): readonly (readonly Lang[])[] {
  if (arrangement.kind === 'columns') return [languages]
  const first = arrangement.first.flatMap((range) => languages.filter((lang) => langMatches(lang, range)))
  return [...new Set([...first, ...languages])].map((lang) => [lang])
}

/** The lane that names the language, else the one in its place that names none. */
function laneFor(lanes: readonly Track[], language: Lang, index: number): Track {
  const named = lanes.find(({ lang }) => lang !== null && langMatches(language, lang))
  const own = lanes[index]
  return named ?? (own?.lang === null ? own : equal)
}
