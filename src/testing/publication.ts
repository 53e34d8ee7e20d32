import type { Lang } from '../base/lang.ts'
import { place, Report } from '../base/report.ts'
import { chapterFiles } from '../content/chapter-files.ts'
import { load } from '../content/load.ts'
import type { Publication, Text } from '../content/publication.ts'
import { validate } from '../content/validate.ts'
import type { Loaded } from '../content/yaml-node.ts'

/** What a publication must begin with: English, Chinese and a title; line 3 is the first of what follows. */
export const head = 'languages: { en: { name: English }, zh-Hans: { name: 中文 } }\ntitle: T\n'

interface Outcome {
  readonly publication: Publication | null
  /** `line:column code`, an error marked by `!`. */
  readonly found: readonly string[]
  readonly messages: readonly string[]
  readonly hints: readonly string[]
}

/** Loads and validates a YAML text, with the files that its `chapters:` name. */
export function check(
  yaml: string,
  languages: readonly Lang[] | null = null,
  isDraft = false,
  files: Readonly<Record<string, string>> = {},
): Outcome {
  const report = new Report()
  const read = (path: string, text: string | undefined): Loaded | null =>
    text === undefined ? null : load(path, new TextEncoder().encode(text), report)
  const loaded = read('p.yaml', yaml)
  const chapters = loaded
    ? chapterFiles(loaded, report).map((named) => named && read(named.path, files[named.path]))
    : []
  const publication =
    loaded && validate(loaded, { name: 'p', languages, isDraft, row: null }, report, chapters)
  const found = report.diagnostics.map(
    ({ code, severity, span }) =>
      `${place(span).replace(/^p\.yaml:/, '')} ${code}${severity === 'error' ? '!' : ''}`,
  )
  const messages = report.diagnostics.map((one) => one.message)
  return { publication, found, messages, hints: report.diagnostics.flatMap((one) => one.hints) }
}

/** The publication of a YAML text in which nothing is wrong. */
export function sound(yaml: string, languages: readonly Lang[] | null = null): Publication {
  const { publication, found } = check(yaml, languages)
  if (publication === null || found.length > 0) throw new Error(`findings: ${found.join(', ')}`)
  return publication
}

/** The words of a text by language. */
export function versions(text: Text | null | undefined): Readonly<Record<Lang, string>> {
  return Object.fromEntries([...(text?.versions ?? [])].map(([lang, leaf]) => [lang, leaf.text]))
}
