import type { Report } from '../../base/report.ts'
import type { Inventory } from '../ocfl/inventory.ts'
import type { NextVersion } from '../ocfl/next-version.ts'
import { VaultError } from '../vault.ts'
import { type Archive, placeInArchive, workFolder } from './archive.ts'
import { commit, finish, isPlaced, type Staged, stage } from './commit.ts'
import { type FoundLock, isOurs, type Locked, releaseLock, takeLock } from './lock.ts'
import { appendLog, type Logged, loggedVersions } from './log.ts'
import type { StoredEvent } from './log-line.ts'
import { digestOf, objectFolder, wholeInventory } from './objects.ts'
import { onDisk, reportRefusal } from './on-disk.ts'
import { describeOwner } from './owner.ts'
import { lateLines, repairObject, tidy, warnOfLog } from './repair.ts'
import { type Staging, withStaging } from './staging.ts'

/** What was stored. */
export interface Added {
  readonly id: string
  /** `v1`, `v2`, … */
  readonly version: string
  /** RFC 3339. */
  readonly created: string
  /** Files of the version, and how many of them no version before had. */
  readonly files: number
  readonly newFiles: number
}

/** Makes what follows the state of an object; null: nothing does, and a finding says why. */
export type Next = (before: Inventory | null, now: Date) => NextVersion | null

/** Stores what follows the state of an object, which no other writer can change meanwhile. Null: a finding says why not. */
export function write(archive: Archive, id: string, next: Next, report: Report): Added | null {
  const done = onDisk(
    archive,
    nothing,
    () =>
      withStaging(archive, (staging) => {
        tidy(archive, staging)
        return writeLocked(archive, id, next, staging, report)
      }),
    report,
  )
  return done.ok ? done.value : null
}

const nothing = 'nothing was added'

function writeLocked(
  archive: Archive,
  id: string,
  next: Next,
  staging: Staging,
  report: Report,
): Added | null {
  const locked: Locked = { kind: 'object', id }
  const held = takeLock(archive, locked, staging)
  if (held !== null) return sayBusy(archive, id, held, report)
  try {
    repairObject(archive, id, staging)
    const logged = loggedVersions(archive.vault, id)
    tellLog(archive, lateLines(archive, id, logged), staging, report)
    const before = stateOf(archive, id, logged, report)
    if (before === 'unknown') return null
    const made = next(before, archive.clock())
    if (made === null) return null
    warnOfClock(archive, before, made, report)
    const staged = stage(archive, id, made, staging)
    // After a power cut the lock tells the next writer which object to look at.
    archive.vault.sync(workFolder)
    const outcome = store(archive, staged, locked, staging, report)
    if (outcome === 'busy') return sayBusy(archive, id, null, report)
    return outcome === 'stored' ? conclude(archive, staged, staging, report) : null
  } finally {
    releaseLock(archive, locked, staging)
  }
}

/** The newest state of an object; null: there is none yet. `unknown`: it is damaged, and a finding says so. */
function stateOf(archive: Archive, id: string, logged: Logged, report: Report): Inventory | null | 'unknown' {
  const folder = objectFolder(archive, id)
  const place = placeInArchive(archive, folder)
  const hint = '`bifolio archive verify` names what is wrong; put it back from a copy of the archive'
  if (archive.vault.kindOf(folder) === null) {
    if (!logged.has(id)) return isNewName(archive, id, logged, report) ? null : 'unknown'
    const message = `the log says that \`${id}\` was stored, but its folder is missing: ${nothing}`
    report.error('archive/missing', message, place, hint)
    return 'unknown'
  }
  const own = wholeInventory(archive.vault, folder)
  if (own?.inventory.id === id) return own.inventory
  report.error('archive/damaged', `the inventory of \`${id}\` is damaged: ${nothing}`, place, hint)
  return 'unknown'
}

/** Whether a new identifier is no other's but for its capitals: people would take one for the other. */
function isNewName(archive: Archive, id: string, logged: Logged, report: Report): boolean {
  const alike = [...logged.keys()].find((known) => known.toLowerCase() === id.toLowerCase())
  if (alike === undefined) return true
  const message = `\`${id}\` differs from \`${alike}\` in capitals only: ${nothing}`
  report.error(
    'archive/same-id',
    message,
    placeInArchive(archive),
    `write it as \`${alike}\`, or choose another`,
  )
  return false
}

/**
 * Commits and finishes, where the lock still is ours. `busy`: another writer has taken our place; the rename that commits
 * would fail too, since whoever breaks a lock takes the staging folder away first. `unfinished`: it is stored, but the
 * disk refused what comes after, and a finding says so.
 */
function store(
  archive: Archive,
  staged: Staged,
  locked: Locked,
  staging: Staging,
  report: Report,
): 'stored' | 'busy' | 'unfinished' {
  if (!isOurs(archive, locked, staging)) return 'busy'
  try {
    if (!commit(archive, staged, staging)) return 'busy'
    finish(archive, staged, staging)
    return 'stored'
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const { vault } = archive
    if (isPlaced(archive, staged)) {
      const outcome = `\`${staged.next.name}\` is stored, but not finished: the next writer or \`repair\` does it`
      reportRefusal(archive, outcome, problem, report)
      return 'unfinished'
    }
    if (vault.kindOf(staging.folder) === null) return 'busy'
    throw problem
  }
}

function conclude(archive: Archive, { id, next }: Staged, staging: Staging, report: Report): Added {
  const inventory = digestOf(next.inventoryFile.bytes, next.inventory)
  tellLog(archive, [{ action: 'store', id, version: next.name, inventory, isLate: false }], staging, report)
  const { created = '', state } = next.inventory.versions.get(next.name) ?? {}
  const files = [...(state?.values() ?? [])].reduce((sum, paths) => sum + paths.length, 0)
  return { id, version: next.name, created, files, newFiles: next.files.size }
}

/** What is stored is stored, whatever becomes of its line: `repair` and the next writer know that it is missing. */
function tellLog(archive: Archive, lines: readonly StoredEvent[], staging: Staging, report: Report): void {
  if (lines.length === 0) return
  try {
    if (!appendLog(archive, lines, staging)) warnOfLog(archive, report)
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    warnOfLog(archive, report)
  }
}

function sayBusy(archive: Archive, id: string, held: FoundLock | null, report: Report): null {
  const who = held?.owner ? ` (${describeOwner(held.owner)})` : ''
  const message = `busy: another writer${who} is adding to \`${id}\`: ${nothing}`
  const hint = 'try again when it is done; what a writer left that was killed is put in order by itself'
  report.error('archive/busy', message, placeInArchive(archive, objectFolder(archive, id)), hint)
  return null
}

/** The order of versions is their number, whatever a clock says. */
function warnOfClock(archive: Archive, before: Inventory | null, made: NextVersion, report: Report): void {
  const last = before?.versions.get(before.head)?.created
  const created = made.inventory.versions.get(made.name)?.created
  if (last === undefined || created === undefined || Date.parse(created) >= Date.parse(last)) return
  const message = `the clock says ${created}, which is before \`${before?.head}\` was stored, ${last}`
  const hint = 'set the clock of this computer; the edition keeps the time that the clock said'
  report.warning('archive/clock', message, placeInArchive(archive), hint)
}
