import type { Lang } from '../base/lang.ts'
import type { UnitId } from '../base/leaf.ts'
import { folderOf } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import { readChapters } from './chapters.ts'
import { checkCalls } from './check-calls.ts'
import { contentsOf } from './contents.ts'
import { readFigures } from './figures.ts'
import { checkUnused, namedNotes, numberNotes, readNotes, type WrittenNote } from './notes.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Block, Chapter, Figure, Publication, Term, Text } from './publication.ts'
import type { WrittenChapter } from './schema.ts'
import type { Sheet } from './sheet/sheet.ts'
import { targetsOf } from './targets.ts'
import { readOptionalText, readText, type TextSettings } from './texts.ts'
import type { Loaded, YamlNode } from './yaml-node.ts'

/** A file with blocks, settled. */
export interface BookFile {
  readonly loaded: Loaded
  readonly written: WrittenChapter
  /** Whether nothing of it was found wrong and left out. */
  readonly isWhole: boolean
}

/** What all files of a publication say together. */
export type Book = Pick<
  Publication,
  'chapters' | 'hasParts' | 'contents' | 'figures' | 'terms' | 'notes' | 'targets'
>

/** What reading a book depends on besides its files. */
export interface BookSettings extends TextSettings {
  /** Whether files are missing: then nothing is said of what may stand in them. */
  readonly isPartial: boolean
  /** Texts outside of the blocks: title, notices and the like. */
  readonly front: readonly Passage[]
  /** What blocks with values show. */
  readonly sheet: Sheet
}

/** Reads the blocks, notes, figures and terms of all files, in their order. */
export function readBook(files: readonly BookFile[], settings: BookSettings, report: Report): Book {
  const named = files.flatMap(({ loaded, written }) => namedNotes(loaded, written.notes, report))
  const { chapters, unprinted } = readChapters(
    files.map(({ loaded, written, isWhole }) => ({
      folder: folderOf(loaded.file.path),
      isWhole,
      blocks: written.blocks,
    })),
    named.map(({ id }) => id),
    settings.sheet,
    settings,
    report,
  )
  const called = numberNotes(chapters, settings.needed)
  const notes = readNotes(named, called, settings, report)
  const targets = targetsOf(chapters, notes)
  checkNames(named, targets, report)
  const ids = settings.isPartial ? null : idsIn(files, chapters)
  const written = files.flatMap((file) => file.written.figures ?? [])
  const figures = readFigures(written, { chapters, ids }, settings, report)
  const terms = readTerms(files, settings, report)
  const passages = [
    ...settings.front,
    ...chapters.flatMap(passagesOf),
    ...passagesOf({ id: '', part: null, heading: null, blocks: unprinted }),
    ...notes.map(({ text }): Passage => ({ text, use: 'aside' })),
    ...[...figures.flatMap(shownOf), ...terms.map(({ text }) => text)].map(bare),
  ]
  const callable = {
    notes: new Set(named.map(({ id }) => id)),
    targets,
    calledIn: (note: string): ReadonlySet<Lang> => called.get(note)?.languages ?? new Set(),
    unprinted: new Set(unprinted.flatMap(idsOf)),
    lost: ids,
    languages: settings.needed,
  }
  const used = checkCalls(passages, callable, report)
  if (!settings.isPartial && files.every(({ isWhole }) => isWhole)) checkUnused(named, used, report)
  const hasParts = chapters.some(({ part }) => part !== null)
  return { chapters, hasParts, contents: contentsOf(chapters), figures, terms, notes, targets }
}

function bare(text: Text): Passage {
  return { text, use: 'bare' }
}

function shownOf({ label, display }: Figure): readonly Text[] {
  return display === null ? [label] : [label, display]
}

/** A note and a block of one id could not be told apart by a reference. */
function checkNames(named: readonly WrittenNote[], targets: Book['targets'], report: Report): void {
  for (const { id, span } of named) {
    const target = targets.get(id)
    if (target === undefined || target.isNote) continue
    const hint = 'give the note another name'
    report.error('content/duplicate-id', `a block has the id \`${id}\` as well`, span, hint)
  }
}

function readTerms(files: readonly BookFile[], settings: TextSettings, report: Report): readonly Term[] {
  // Not every language has an abbreviation for what another abbreviates.
  const optional = { ...settings, needed: [] }
  return files
    .flatMap(({ written }) => written.terms ?? [])
    .map((term) => ({
      text: readText(term.text, settings, report),
      abbreviation: readOptionalText(term.abbreviation, optional, report),
      note: term.note?.text ?? null,
    }))
}

/** Ids as written and as derived. */
function idsIn(files: readonly BookFile[], chapters: readonly Chapter[]): ReadonlySet<UnitId> {
  const ids = new Set<UnitId>()
  for (const { loaded } of files) {
    const blocks = childOf(loaded.root, 'blocks')
    for (const block of blocks?.kind === 'list' ? blocks.items : []) {
      const id = childOf(block, 'id')
      if (id?.kind === 'scalar') ids.add(id.text)
    }
  }
  for (const { id, part, blocks } of chapters) {
    ids.add(id)
    if (part !== null) ids.add(part.id)
    for (const block of blocks) for (const inner of idsOf(block)) ids.add(inner)
  }
  return ids
}

function idsOf(block: Block): readonly UnitId[] {
  return [...targetsOf([{ id: '', part: null, heading: null, blocks: [block] }], []).keys()]
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined
}
