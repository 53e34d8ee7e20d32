import type { Lang } from '../base/lang.ts'
import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import { callsIn } from './calls.ts'
import { passagesOf } from './passages.ts'
import type { Chapter, Note, Text } from './publication.ts'
import type { WrittenText } from './schema-values.ts'
import { readText, type TextSettings } from './texts.ts'
import type { Loaded } from './yaml-node.ts'

/** A note as its author wrote it, not yet called. */
export interface WrittenNote {
  readonly id: string
  /** Null for one that was found wrong: it has a name all the same. */
  readonly text: WrittenText | null
  readonly span: Span
}

/** The notes of a file by their names; `taken` are the ids that blocks were given. */
export function namedNotes(
  { root }: Loaded,
  written: Readonly<Record<string, WrittenText>> | undefined,
  report: Report,
): readonly WrittenNote[] {
  const node = root.kind === 'map' ? root.entries.get('notes')?.value : undefined
  if (node?.kind !== 'map') return []
  return [...node.entries.values()].map(({ key: id, keySpan: span }) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id)) {
      const hint = 'use letters, digits and hyphens, as in `[^rain]`'
      report.error('content/bad-name', `\`${id}\` is no name of a note`, span, hint)
    }
    const text = written !== undefined && Object.hasOwn(written, id) ? (written[id] ?? null) : null
    return { id, text, span }
  })
}

/** How a note is called. */
interface Called {
  readonly number: number
  /** The printed languages that call it. */
  readonly languages: Set<Lang>
}

/** The numbers of the notes: in the order of the texts, and in a text in that of the languages. */
export function numberNotes(
  chapters: readonly Chapter[],
  languages: readonly Lang[],
): ReadonlyMap<string, Called> {
  const called = new Map<string, Called>()
  for (const chapter of chapters) {
    for (const { text, use } of passagesOf(chapter)) {
      if (use !== 'bare') numberCalls(text, languages, called)
    }
  }
  return called
}

function numberCalls({ versions }: Text, languages: readonly Lang[], called: Map<string, Called>): void {
  for (const lang of languages) {
    const leaf = versions.get(lang)
    for (const call of leaf === undefined ? [] : callsIn(leaf)) {
      if (call.kind !== 'note') continue
      const known = called.get(call.id)
      if (known !== undefined) known.languages.add(lang)
      else called.set(call.id, { number: called.size + 1, languages: new Set([lang]) })
    }
  }
}

/** Reads the notes that are called; each must be in the languages that call it. */
export function readNotes(
  written: readonly WrittenNote[],
  called: ReadonlyMap<string, Called>,
  settings: TextSettings,
  report: Report,
): readonly Note[] {
  const seen = new Map<string, Span>()
  const notes: Note[] = []
  for (const { id, text, span } of written) {
    const earlier = seen.get(id)
    if (earlier !== undefined) {
      const first = { at: earlier, note: 'the first one' }
      report.error(
        'content/duplicate-id',
        `the note \`${id}\` is given twice`,
        span,
        'give this one another',
        first,
      )
      continue
    }
    seen.set(id, span)
    const languages = called.get(id)?.languages ?? new Set()
    const needed = settings.needed.filter((lang) => languages.has(lang))
    if (text === null) continue
    const read = readText(text, { ...settings, needed }, report)
    const number = called.get(id)?.number
    if (number !== undefined) notes.push({ id, number, text: read, span })
  }
  return notes.sort((a, b) => a.number - b.number)
}

/** Reports notes that no text calls, printed or not. */
export function checkUnused(
  written: readonly WrittenNote[],
  used: ReadonlySet<string>,
  report: Report,
): void {
  for (const { id, span } of written) {
    if (used.has(id)) continue
    const hint = `call it in a text: \`[^${id}]\`, or delete it`
    report.warning('content/unused-note', `no text calls the note \`${id}\``, span, hint)
  }
}

/** Says that there is no note of a name. */
export function reportUnknownNote(id: string, known: readonly string[], span: Span, report: Report): void {
  const hint = known.length === 0 ? `add it: \`notes: { ${id}: … }\`` : didYouMean(id, known)
  const other = 'for brackets that call nothing, write `\\[^`'
  report.error('content/unknown-note', `there is no note \`${id}\``, span, hint, other)
}
