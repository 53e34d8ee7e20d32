import type { Report } from '../../base/report.ts'
import { inFolder } from '../vault.ts'
import { type Archive, partReadme, placeInArchive, workFolder } from './archive.ts'
import { needsLine } from './check-log.ts'
import { finishForwards } from './commit.ts'
import { leftInProgress } from './in-progress.ts'
import { breakLock, isStale, type Locked, locksIn, releaseLock, takeLock } from './lock.ts'
import { appendLog, type Logged, loggedVersions } from './log.ts'
import type { StoredEvent } from './log-line.ts'
import { objectFolder, objectFolders, wholeInventory } from './objects.ts'
import { ifPossible, onDisk } from './on-disk.ts'
import { isGone, readOwner } from './owner.ts'
import { type Staging, withStaging } from './staging.ts'
import { removeTree } from './tree.ts'

/** What was put in order, a sentence each. */
export type Repaired = readonly string[]

/**
 * Puts in order what killed writers left, and nothing else: a version whose folder is whole is finished, any other that is
 * in progress goes back, the log gets the lines that it lacks, locks and staging folders of nobody go. What was stored is
 * never touched. A second run finds nothing to do. Null: the disk refused it.
 */
export function repair(archive: Archive, report: Report): Repaired | null {
  const done = onDisk(
    archive,
    'what is left to repair is as it was',
    () => withStaging(archive, (staging) => repairAll(archive, staging, report)),
    report,
  )
  return done.ok ? done.value : null
}

function repairAll(archive: Archive, staging: Staging, report: Report): Repaired {
  const { vault } = archive
  const torn = needsLine(archive) ? ['the end of the log was put in order'] : []
  const done = [...tidy(archive, staging), ...torn]
  const logged = loggedVersions(vault)
  for (const folder of objectFolders(archive)) {
    const id = needsRepair(archive, folder, logged)
    if (id !== null) done.push(...repairLocked(archive, id, staging, report))
  }
  if (done.length > 0 && !appendLog(archive, [{ action: 'repair', done }], staging))
    warnOfLog(archive, report)
  return done
}

/** The identifier of an object with something in progress or a version that the log lacks; null: nothing of the kind. */
function needsRepair({ vault }: Archive, folder: string, logged: Logged): string | null {
  const left = leftInProgress(vault, folder)
  const known = left?.kind === 'forwards' ? left.copy : wholeInventory(vault, folder)
  if (known === null) return null
  const { id, versions } = known.inventory
  const isLogged = [...versions.keys()].every((version) => logged.get(id)?.has(version))
  return left !== null || !isLogged ? id : null
}

function repairLocked(archive: Archive, id: string, staging: Staging, report: Report): Repaired {
  const locked: Locked = { kind: 'object', id }
  const held = takeLock(archive, locked, staging)
  if (held !== null) {
    const hint = 'run it again when the other writer is done'
    report.warning('archive/busy', `busy: another writer works on \`${id}\``, placeInArchive(archive), hint)
    return []
  }
  try {
    const done = repairObject(archive, id, staging)
    const late = lateLines(archive, id, loggedVersions(archive.vault, id))
    if (late.length > 0 && !appendLog(archive, late, staging)) warnOfLog(archive, report)
    return [...done, ...late.map(({ version }) => `the log says now that ${version} of ${id} was stored`)]
  } finally {
    releaseLock(archive, locked, staging)
  }
}

/** Puts one object in order whose lock the caller has. */
export function repairObject(archive: Archive, id: string, staging: Staging): Repaired {
  const { vault } = archive
  const folder = objectFolder(archive, id)
  const left = leftInProgress(vault, folder)
  if (left === null) return []
  if (left.kind === 'forwards') {
    finishForwards(archive, folder, left.copy, staging)
    return [`${left.version} of ${id} was finished`]
  }
  // Whole or not at all: out of the object by one rename, and then away.
  const aside = inFolder(staging.folder, `back-${left.version}`)
  vault.rename(inFolder(folder, left.version), aside)
  vault.sync(folder)
  removeTree(vault, aside)
  return [`${left.version} of ${id}, which was never stored whole, was taken back`]
}

/** The lines that the log lacks of an object. */
export function lateLines(archive: Archive, id: string, logged: Logged): readonly StoredEvent[] {
  const { vault } = archive
  const folder = objectFolder(archive, id)
  const versions = [...(wholeInventory(vault, folder)?.inventory.versions.keys() ?? [])]
  return versions.flatMap((version): StoredEvent | readonly [] => {
    const copy = logged.get(id)?.has(version) ? null : wholeInventory(vault, inFolder(folder, version))
    if (copy === null) return []
    return { action: 'store', id, version, inventory: copy.digest, isLate: true }
  })
}

/** Takes away locks and staging folders that nobody stands behind; first it puts in order what they guarded. */
export function tidy(archive: Archive, staging: Staging): Repaired {
  const { vault } = archive
  const done: string[] = []
  for (const found of locksIn(archive)) {
    if (!isStale(found, archive)) continue
    breakLock(archive, found, staging)
    const { locked, ownerName } = found
    done.push(`the lock that ${ownerName || 'nobody'} left was taken away`)
    if (locked?.kind !== 'object' || takeLock(archive, locked, staging) !== null) continue
    try {
      done.push(...repairObject(archive, locked.id, staging))
      appendLog(archive, lateLines(archive, locked.id, loggedVersions(vault, locked.id)), staging)
    } finally {
      releaseLock(archive, locked, staging)
    }
  }
  vault.remove(partReadme)
  for (const { name, kind } of vault.list(workFolder) ?? []) {
    const owner = readOwner(name)
    if (kind !== 'folder' || owner === null || name === staging.owner || !isGone(owner, archive)) continue
    // Another writer may do the same at this moment.
    ifPossible(() => removeTree(vault, inFolder(workFolder, name)))
    done.push(`what ${name} left in ${workFolder}/ was removed`)
  }
  return done
}

/** Says that the log could not be written. */
export function warnOfLog(archive: Archive, report: Report): void {
  const hint = '`bifolio archive repair` writes what the log lacks'
  report.warning('archive/not-logged', 'the log could not be written', placeInArchive(archive), hint)
}
