import type { Source } from '../base/world.ts'
import { journalFile, type Manifest, manifestFile, readJournal, readManifest } from './manifest.ts'
import type { NamedRow } from './read-batch.ts'
import type { Store } from './store.ts'
import type { Answer, Line } from './unit.ts'
import { answersSame } from './witness.ts'
import { digestOf } from './work.ts'

/** What earlier runs left: as far as all that it was made from is still the same. */
export interface Known {
  readonly manifest: Manifest | null
  /** Of a run that did not come to its end. */
  readonly journal: Manifest | null
}

/** Whose folder it is: `nobody` where no batch wrote into it, `other` where one of another pattern did, or who knows what. */
export type Owner = 'nobody' | 'same' | 'other'

export interface Left {
  readonly owner: Owner
  readonly manifest: Manifest | null
  readonly journal: Manifest | null
}

/** Reads what earlier runs left in an output folder. */
export function readLeft(store: Store, sheet: string): Left {
  const text = textOf(store, manifestFile)
  const manifest = text === null ? null : readManifest(text)
  const line = textOf(store, journalFile)
  const journal = line === null ? null : readJournal(line)
  const isOther =
    (text !== null && manifest?.sheet !== sheet) || (journal !== null && journal.sheet !== sheet)
  const owner = isOther ? 'other' : manifest || journal ? 'same' : 'nobody'
  return { owner, manifest, journal }
}

/** Of what was left, what still holds. */
export function stillKnown({ manifest, journal }: Left, data: string, source: Source): Known {
  const holds = new Map<string, boolean>()
  const isSame = (answer: Answer): boolean => {
    const key = JSON.stringify(answer)
    const known = holds.get(key) ?? answersSame(answer, source)
    holds.set(key, known)
    return known
  }
  const standing = (one: Manifest | null) => (one?.data === data && one.sources.every(isSame) ? one : null)
  return { manifest: standing(manifest), journal: standing(journal) }
}

/** The lines of rows whose files need not be made: those of an interrupted run are its own, those before it unchanged. */
export function standingLines(
  rows: readonly (NamedRow & { readonly key: string })[],
  { manifest, journal }: Known,
  store: Store,
): ReadonlyMap<number, Line> {
  const before = byKey(manifest)
  const ofRun = byKey(journal)
  const standing = new Map<number, Line>()
  for (const { row, key } of rows) {
    const own = ofRun.get(key)
    const line = own ?? before.get(key)
    if (line === undefined || !isThere(line, store)) continue
    standing.set(row.number, { ...line, row: row.number, status: own ? own.status : 'unchanged' })
  }
  return standing
}

/** A file that someone changed, or that the disk lost, is no longer there. */
export function isThere({ file, sha256 }: Pick<Line, 'file' | 'sha256'>, store: Store): boolean {
  if (sha256 === null) return false
  const bytes = store.read(file)
  return bytes !== null && digestOf(bytes) === sha256
}

/** By key, as rows may have moved. */
function byKey(manifest: Manifest | null): ReadonlyMap<string, Line> {
  return new Map((manifest?.files ?? []).map((line) => [line.key, line]))
}

function textOf(store: Store, file: string): string | null {
  const bytes = store.read(file)
  return bytes && new TextDecoder().decode(bytes)
}
