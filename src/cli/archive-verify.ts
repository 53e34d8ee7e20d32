import { resolve } from 'node:path'
import type { Fixity, FixityUnit } from '../archive/store/fixity.ts'
import { onDisk, reportRefusal } from '../archive/store/on-disk.ts'
import { concludeVerification, type Verified, verifyUnit, verifyUnits } from '../archive/store/verify.ts'
import { VaultError } from '../archive/vault.ts'
import {
  type ArchiveOptions,
  type ArchiveSurroundings,
  type AtArchive,
  atArchiveLater,
  withIdLater,
} from './archive-open.ts'
import { type VerifyProgress, verifyProgress } from './archive-verify-progress.ts'
import { checkOnThreads, type VerifyThreads } from './archive-verify-threads.ts'
import { readWorkers, workersFor } from './read-workers.ts'

export interface VerifyOptions extends ArchiveOptions {
  /** Threads; as many as pay by default. */
  readonly workers?: string
}

export interface VerifySurroundings extends ArchiveSurroundings {
  /** The program of the threads; null: all is read in this one. */
  readonly threads: VerifyThreads | null
}

/** Reads every byte of an archive, or of one publication. Returns the exit code: 0 all whole, 1 any damage. */
export function archiveVerify(
  name: string | undefined,
  options: VerifyOptions,
  around: VerifySurroundings,
): Promise<number> {
  return atArchiveLater(options, name ?? null, around, (at) => {
    const workers = readWorkers(options.workers, at.report)
    const settings = { workers, threads: around.threads }
    if (at.report.failed) return Promise.resolve(false)
    return name === undefined
      ? verifyIn(at, null, settings)
      : withIdLater(at, name, (id) => verifyIn(at, id, settings))
  })
}

interface Settings {
  /** Null: as many as pay. */
  readonly workers: number | null
  readonly threads: VerifyThreads | null
}

async function verifyIn(at: AtArchive, id: string | null, settings: Settings): Promise<boolean> {
  const verified = await verify(at, id, settings)
  if (verified === null) return false
  const { objects, files, damages } = verified
  const state = damages.length === 0 ? 'all whole' : `${damages.length} damaged, missing or extra`
  at.tell(`${objects.length} publications  ${files} files  ${state}`, {
    publications: objects.length,
    files,
    damages,
    whole: objects.map((one) => ({ id: one.id, whole: one.whole, harmed: one.harmed })),
  })
  return damages.length === 0
}

/** What `verify` of the archive says, with the publications on several threads. Null: the disk refused it. */
async function verify(at: AtArchive, id: string | null, settings: Settings): Promise<Verified | null> {
  const { archive, around, report } = at
  const outcome = 'not all was verified'
  const units = onDisk(archive, outcome, () => verifyUnits(archive, id), report)
  if (!units.ok) return null
  const progress = verifyProgress(around.errors, id ?? archive.name, units.value.length)
  try {
    const objects = await checkAll(at, units.value, settings, progress)
    progress.end()
    const concluded = onDisk(
      archive,
      outcome,
      () => concludeVerification(archive, id, objects, report),
      report,
    )
    return concluded.ok ? concluded.value : null
  } catch (problem) {
    progress.end()
    if (!(problem instanceof VaultError)) throw problem
    reportRefusal(archive, outcome, problem, report)
    return null
  }
}

/** Milliseconds after which the rest goes to threads, where nobody says how many: half a gigabyte, which none would speed up. */
const patience = 1000

/** Reads publications here until it shows that there is much to read, then the others on threads. */
async function checkAll(
  { archive, around }: AtArchive,
  units: readonly FixityUnit[],
  { workers, threads }: Settings,
  progress: VerifyProgress,
): Promise<readonly Fixity[]> {
  const started = performance.now()
  const done: Fixity[] = []
  const mayWait = (): boolean =>
    threads === null || workers === 1 || (workers === null && performance.now() - started < patience)
  for (let unit = units[0]; unit !== undefined && mayWait(); unit = units[done.length]) {
    done.push(verifyUnit(archive, unit, () => progress.file()))
    progress.unit()
  }
  const rest = units.slice(done.length)
  const count = Math.min(workers ?? workersFor(Number.MAX_SAFE_INTEGER), rest.length)
  if (threads === null || rest.length === 0) return done
  const told = { folder: resolve(around.project, archive.name), name: archive.name }
  const others = await checkOnThreads(rest, count, threads, told, ({ files }) => progress.unit(files))
  return [...done, ...others]
}
