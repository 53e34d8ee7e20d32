import type { Report } from '../../base/report.ts'
import { VaultError } from '../vault.ts'
import { type Archive, logPath, placeInArchive } from './archive.ts'
import { checkAround } from './around.ts'
import { checkLogAlone } from './check-log.ts'
import { checkObject, type Damage, type Fixity, type FixityUnit } from './fixity.ts'
import { isStale, locksIn } from './lock.ts'
import { appendLog, loggedVersions } from './log.ts'
import { objectFolder, objectFolders } from './objects.ts'
import { onDisk } from './on-disk.ts'
import { warnOfLog } from './repair.ts'
import { withStaging } from './staging.ts'

/** How far a verification is. */
export interface Progress {
  readonly objects: number
  readonly ofObjects: number
  readonly files: number
}

export interface Verified {
  readonly objects: readonly Fixity[]
  /** All that is wrong anywhere, also with the log. */
  readonly damages: readonly Damage[]
  readonly files: number
}

/**
 * Reads every byte of an archive, or of one publication, and says what is damaged, missing or extra and which editions are
 * whole all the same. What was found is a line in the log. Null: the disk refused it.
 */
export function verify(
  archive: Archive,
  id: string | null,
  onProgress: (progress: Progress) => void,
  report: Report,
): Verified | null {
  const done = onDisk(
    archive,
    'not all was verified',
    () => {
      const units = verifyUnits(archive, id)
      const outcomes: Fixity[] = []
      let files = 0
      for (const unit of units) {
        const tell = (): void => onProgress({ objects: outcomes.length, ofObjects: units.length, files })
        const onFile = (): void => {
          files += 1
          tell()
        }
        outcomes.push(verifyUnit(archive, unit, onFile))
        tell()
      }
      return concludeVerification(archive, id, outcomes, report)
    },
    report,
  )
  return done.ok ? done.value : null
}

/** The parts of a verification, sorted by folder: what is in the store, and what the log says should be. */
export function verifyUnits(archive: Archive, id: string | null): readonly FixityUnit[] {
  const logged = new Map(
    [...loggedVersions(archive.vault)].map(([known, inventories]) => [
      objectFolder(archive, known),
      { id: known, inventories: Object.fromEntries(inventories) },
    ]),
  )
  const all = id === null ? [...objectFolders(archive), ...logged.keys()] : [objectFolder(archive, id)]
  return [...new Set(all)].sort().map((folder) => ({ folder, logged: logged.get(folder) ?? null }))
}

/** Pauses that a verification waits for a writer of an object that does not look whole. */
const longestWait = 500

/** Does a part. What another writer has half done is no damage: it is looked at again when he is done. */
export function verifyUnit(archive: Archive, unit: FixityUnit, onFile: () => void): Fixity {
  let found = checkObject(archive.vault, unit, onFile)
  for (
    let waited = 0;
    found.damages.length > 0 && isWritten(archive, unit) && waited < longestWait;
    waited++
  ) {
    archive.writer.pause()
    const [again = unit] = verifyUnits(archive, found.id ?? unit.logged?.id ?? '')
    found = checkObject(archive.vault, again, () => {})
  }
  return found
}

function isWritten(archive: Archive, { folder }: FixityUnit): boolean {
  return locksIn(archive).some(
    (lock) =>
      lock.locked?.kind === 'object' &&
      objectFolder(archive, lock.locked.id) === folder &&
      !isStale(lock, archive),
  )
}

/** Says what the parts found and writes it into the log; a verification of everything looks at the log as well. */
export function concludeVerification(
  archive: Archive,
  id: string | null,
  objects: readonly Fixity[],
  report: Report,
): Verified {
  for (const { damages, ...object } of objects)
    for (const damage of damages) say(archive, damage, survivors(object), report)
  const around = id === null ? checkAround(archive) : []
  for (const damage of around) say(archive, damage, 'put it back from a copy of the archive', report)
  const ofLog = id === null ? logDamages(archive) : []
  for (const { why } of ofLog) {
    const hint =
      '`repair` writes what a kill kept out of the log; anything else was changed by hand or by the disk'
    report.error('archive/log', why, placeInArchive(archive, logPath), hint)
  }
  const damages = [...objects.flatMap((object) => object.damages), ...around, ...ofLog]
  const files = objects.reduce((sum, object) => sum + object.files, 0)
  record(archive, id, { objects, damages, files }, report)
  return { objects, damages, files }
}

/** Problems of a verification that a line of the log names: a disk that is lost altogether has millions. */
const mostProblems = 100

function record(archive: Archive, id: string | null, verified: Verified, report: Report): void {
  const { objects, files, damages } = verified
  const all = damages.map(({ kind, path }) => `${kind} ${path}`)
  const more = all.length > mostProblems ? [`${all.length - mostProblems} more`] : []
  const problems = [...all.slice(0, mostProblems), ...more]
  const event = { action: 'verify', id, objects: objects.length, files, problems } as const
  try {
    if (!withStaging(archive, (staging) => appendLog(archive, [event], staging))) warnOfLog(archive, report)
  } catch (problem) {
    // A disk that takes no changes can be verified as well.
    if (!(problem instanceof VaultError)) throw problem
    warnOfLog(archive, report)
  }
}

function logDamages(archive: Archive): readonly Damage[] {
  let checked = checkLogAlone(archive)
  const isBusy = (): boolean => locksIn(archive).some((lock) => !isStale(lock, archive))
  // A version is in its place before the log says so.
  for (let waited = 0; checked.problems.length > 0 && isBusy() && waited < longestWait; waited++) {
    archive.writer.pause()
    checked = checkLogAlone(archive)
  }
  return checked.problems.map(({ line, message }) => {
    return { kind: 'damaged', path: logPath, why: line === 0 ? message : `line ${line}: ${message}` }
  })
}

function survivors({ whole, harmed }: Pick<Fixity, 'whole' | 'harmed'>): string {
  const saved = whole.length === 0 ? 'no edition of it is whole' : `whole all the same: ${whole.join(', ')}`
  const lost = harmed.length === 0 ? '' : `; not whole: ${harmed.join(', ')}`
  return `${saved}${lost}; put it back from a copy of the archive`
}

function say(archive: Archive, { kind, path, why }: Damage, hint: string, report: Report): void {
  const place = placeInArchive(archive, path)
  const message = `\`${path}\` ${why}`
  report.error(codes[kind], message, place, hint)
}

const codes = {
  damaged: 'archive/damaged',
  missing: 'archive/missing',
  extra: 'archive/extra',
  changed: 'archive/changed',
} as const
