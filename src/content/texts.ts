import { type Lang, parseLang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import { didYouMean, nearest, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Text } from './publication.ts'
import type { WrittenText } from './schema-values.ts'
import { fill, hasPlaces, type SheetRow } from './sheet/fill.ts'
import { leafOf, type YamlMap, type YamlScalar } from './yaml-node.ts'

/** The languages that there are. */
export interface KnownLanguages {
  /** The languages of the publication, in order. */
  readonly declared: readonly Lang[]
  /** Tags that were declared and are none, and those they seem to stand for: that has been said, once is enough. */
  readonly refused: ReadonlySet<string>
}

/** What reading a text depends on. */
export interface TextSettings extends KnownLanguages {
  /** Those that a text must have. */
  readonly needed: readonly Lang[]
  /** The languages that the block is limited to by its author; null: all. */
  readonly only: readonly Lang[] | null
  /** In a draft a missing translation is a warning. */
  readonly isDraft: boolean
  /** Whether white space is a text: a layout's word may be a space that is wide in one language and not in another. */
  readonly mayBeBlank: boolean
  /** The row of data whose cells stand in for `${column}`; null: that is text as any other. */
  readonly row: SheetRow | null
}

/** The same for a text in which marks are text, as code and paths. */
export function withoutMarks(settings: TextSettings): TextSettings {
  const { row } = settings
  return row === null ? settings : { ...settings, row: { ...row, form: 'bare' } }
}

/** Reads a text; a version that is missing or empty is reported and absent. */
export function readText(written: WrittenText, settings: TextSettings, report: Report): Text {
  const versions = new Map<Lang, Leaf>()
  if (written.kind === 'scalar') {
    if (!isEmpty(written, settings, report)) {
      for (const lang of settings.only ?? settings.declared)
        addVersion(written, lang, versions, settings, report)
    }
    return { kind: 'text', versions, only: settings.only }
  }
  const wrong = readVersions(written, versions, settings, report)
  for (const lang of settings.needed) {
    if (!versions.has(lang) && !wrong.has(lang)) reportMissing(lang, written, settings, report)
  }
  return { kind: 'text', versions, only: settings.only }
}

/** Reads the text of a cell, which may be empty: then it is there in every language, and says nothing. */
export function readCellText(written: WrittenText, settings: TextSettings, report: Report): Text {
  if (written.kind === 'map' || (!written.isNull && /\S/.test(written.text)))
    return readText(written, settings, report)
  const langs = settings.only ?? settings.declared
  const empty = { ...written, text: '', places: null }
  return {
    kind: 'text',
    versions: new Map(langs.map((lang) => [lang, leafOf(empty, lang)])),
    only: settings.only,
  }
}

/** Where a text is written: its words, or the first of its languages. */
export function spanOfText(written: WrittenText): Span {
  if (written.kind === 'scalar') return written.span
  const [first] = written.entries.values()
  return first?.keySpan ?? written.span
}

export function readOptionalText(
  written: WrittenText | undefined,
  settings: TextSettings,
  report: Report,
): Text | null {
  return written === undefined ? null : readText(written, settings, report)
}

/** The language of a key or list item, or null after a finding. */
export function readLang(
  tag: string,
  span: Span,
  { declared, refused }: KnownLanguages,
  report: Report,
): Lang | null {
  const lang = parseLang(tag)
  if (lang !== null && declared.includes(lang)) return lang
  if (refused.has(lang ?? tag)) return null
  if (lang === null) {
    report.error('content/unknown-language', `unknown language \`${tag}\``, span, didYouMean(tag, declared))
    return null
  }
  const message = `the language \`${lang}\` is not declared`
  report.error(
    'content/undeclared-language',
    message,
    span,
    'add it to `languages`',
    didYouMean(lang, declared),
  )
  return null
}

/** Fills in the versions; returns the languages whose text has been found wrong. */
function readVersions(
  map: YamlMap,
  versions: Map<Lang, Leaf>,
  settings: TextSettings,
  report: Report,
): ReadonlySet<Lang> {
  const wrong = new Set<Lang>()
  for (const { key, keySpan, value } of map.entries.values()) {
    const lang = readLang(key, keySpan, settings, report)
    if (lang === null) {
      // A language that is misspelt must not be missed as well.
      const meant = nearest(key, settings.needed)
      if (meant !== null) wrong.add(meant)
    }
    if (lang === null || (value.kind === 'scalar' && value.isNull)) continue
    if (value.kind !== 'scalar') {
      // That it is no text has been said.
      wrong.add(lang)
    } else if (settings.only?.includes(lang) === false) {
      const message = `the text in \`${lang}\` is left out: \`only\` does not name it`
      report.warning('content/unused-text', message, keySpan, `add \`${lang}\` to \`only\``)
    } else if (isEmpty(value, settings, report)) wrong.add(lang)
    else if (versions.has(lang)) {
      const message = `the language \`${lang}\` stands twice in one text`
      const first = { at: firstOf(lang, map, keySpan), note: 'the first one' }
      report.error('content/duplicate-key', message, keySpan, 'delete one of the two', first)
    } else if (!addVersion(value, lang, versions, settings, report)) wrong.add(lang)
  }
  return wrong
}

/** Adds a version with the cells that it names; false where it cannot be, which has been said if it is needed. */
function addVersion(
  scalar: YamlScalar,
  lang: Lang,
  versions: Map<Lang, Leaf>,
  { row, needed }: TextSettings,
  report: Report,
): boolean {
  const leaf = leafOf(scalar, lang)
  const filled =
    row === null || !hasPlaces(leaf.text) ? leaf : fill(leaf, row, needed.includes(lang) ? report : null)
  if (filled !== null) versions.set(lang, filled)
  return filled !== null
}

/** The first key of a map that names a language, in whatever spelling. */
function firstOf(lang: Lang, map: YamlMap, otherwise: Span): Span {
  const keys = [...map.entries.values()]
  return keys.find(({ key }) => parseLang(key) === lang)?.keySpan ?? otherwise
}

/** A character that is no white space and not left unseen by every reader (Unicode 17, Default_Ignorable_Code_Point). */
const somethingToSee = /[^\s\p{Default_Ignorable_Code_Point}]/u

function isEmpty(scalar: YamlScalar, { mayBeBlank }: TextSettings, report: Report): boolean {
  if (mayBeBlank && scalar.text !== '') return false
  if (somethingToSee.test(scalar.text)) return false
  report.error('content/empty-text', 'the text is empty', scalar.span, 'write it, or delete the line')
  return true
}

function reportMissing(lang: Lang, map: YamlMap, settings: TextSettings, report: Report): void {
  const message = `no text in \`${lang}\``
  const [first] = map.entries.values()
  const span = map.entries.get(lang)?.keySpan ?? first?.keySpan ?? map.span
  const hint = `add \`${lang}:\``
  if (settings.isDraft) report.warning('content/missing-translation', message, span, hint)
  else report.error('content/missing-translation', message, span, hint, 'build with --draft to see the rest')
}
