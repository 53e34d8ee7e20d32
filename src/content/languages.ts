import { knownLanguages, type Lang, parseLang } from '../base/lang.ts'
import { didYouMean, type Hints, nearest, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { mostLanguages } from './limits.ts'
import type { Language } from './publication.ts'
import type { WrittenPublication } from './schema.ts'
import { type KnownLanguages, readLang } from './texts.ts'
import type { Loaded, YamlEntry } from './yaml-node.ts'

/** Which languages a publication has and prints. */
export interface Languages {
  readonly known: KnownLanguages
  readonly printed: readonly Language[]
  readonly isDefault: boolean
  readonly prevailing: Lang | null
}

/** Reads `languages`, `print` and `prevailing`; `asked` are the languages of the command line. */
export function readLanguages(
  written: WrittenPublication,
  loaded: Loaded,
  asked: readonly Lang[] | null,
  report: Report,
): Languages | null {
  const entry = loaded.root.kind === 'map' ? loaded.root.entries.get('languages') : undefined
  if (entry === undefined) return null
  const refused = new Set<string>()
  const languages = readDeclared(written, entry, refused, report)
  const known = { declared: [...languages.keys()], refused }
  const usual = readPrint(written, known, report)
  const wanted = asked === null ? usual : readAsked(asked, known, entry.keySpan, report)
  const place = asked === null ? written.print?.[mostLanguages]?.span : undefined
  const printed = fewEnough(wanted, place ?? entry.keySpan, report)
  const { prevailing } = written
  return {
    known,
    printed: printed.flatMap((tag) => languages.get(tag) ?? []),
    isDefault: wanted.length === usual.length && wanted.every((tag, index) => tag === usual[index]),
    prevailing: prevailing === undefined ? null : readLang(prevailing.text, prevailing.span, known, report),
  }
}

/** Also fills in the tags that are refused. */
function readDeclared(
  written: WrittenPublication,
  entry: YamlEntry,
  refused: Set<string>,
  report: Report,
): ReadonlyMap<Lang, Language> {
  const languages = new Map<Lang, Language>()
  const spans = new Map<Lang, Span>()
  if (entry.value.kind !== 'map') return languages
  for (const { key, keySpan } of entry.value.entries.values()) {
    const language = written.languages[key]
    const tag = parseLang(key)
    if (tag === null) {
      const near = nearest(key, knownLanguages())
      const hint = 'use a BCP 47 tag, as `en` or `zh-Hans`'
      const hints: Hints = near === null ? [hint] : [`did you mean \`${near}\`?`, hint]
      report.error('content/unknown-language', `unknown language \`${key}\``, keySpan, ...hints)
      refused.add(key)
      if (near !== null) refused.add(near)
    } else if (languages.has(tag)) {
      report.error(
        'content/duplicate-key',
        `the language \`${tag}\` is declared twice`,
        keySpan,
        'delete one of the two',
        { at: spans.get(tag) ?? keySpan, note: 'the first one' },
      )
    } else {
      // A language whose entry was found wrong is there all the same: its texts must not be found wrong as well.
      const name = language?.name.text ?? tag
      spans.set(tag, keySpan)
      languages.set(tag, { tag, name, status: language?.status ?? null })
    }
  }
  if (entry.value.entries.size === 0) {
    const hint = 'add one, as `languages: { en: { name: English } }`'
    report.error('content/no-language', 'no language is declared', entry.keySpan, hint)
  }
  return languages
}

function readPrint(written: WrittenPublication, known: KnownLanguages, report: Report): readonly Lang[] {
  if (written.print === undefined) return known.declared
  const printed = new Map<Lang, Span>()
  for (const { text, span } of written.print) {
    const lang = readLang(text, span, known, report)
    const earlier = lang === null ? undefined : printed.get(lang)
    if (earlier !== undefined) {
      const first = { at: earlier, note: 'the first one' }
      report.error(
        'content/duplicate-language',
        `\`${lang}\` would be printed twice`,
        span,
        'delete one',
        first,
      )
    } else if (lang !== null) printed.set(lang, span)
  }
  return [...printed.keys()]
}

/** The first of the languages, as many as an edition may have. */
function fewEnough(wanted: readonly Lang[], span: Span, report: Report): readonly Lang[] {
  if (wanted.length <= mostLanguages) return wanted
  const message = `an edition prints at most ${mostLanguages} languages, not ${wanted.length}`
  const hint = 'name fewer of them in `print: […]`, or with `--languages`, and build an edition of each group'
  report.error('content/many-languages', message, span, hint)
  return wanted.slice(0, mostLanguages)
}

function readAsked(
  asked: readonly Lang[],
  { declared, refused }: KnownLanguages,
  span: Span,
  report: Report,
): readonly Lang[] {
  const printed = new Set<Lang>()
  for (const tag of asked) {
    const lang = parseLang(tag)
    if (lang !== null && declared.includes(lang)) printed.add(lang)
    else if (!refused.has(lang ?? tag)) {
      const message = `--languages asks for \`${tag}\`, which this publication does not have`
      report.error('content/no-such-language', message, span, didYouMean(tag, declared))
    }
  }
  return [...printed]
}
