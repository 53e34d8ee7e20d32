import type { Archive } from '../archive/store/archive.ts'
import type { FixityUnit } from '../archive/store/fixity.ts'
import { verifyUnit } from '../archive/store/verify.ts'
import { VaultError } from '../archive/vault.ts'
import { Report } from '../base/report.ts'
import { told } from '../batch/threads.ts'
import { openedAt } from './archive-open-disk.ts'
import type { Checked, ToldVerifier } from './archive-verify-threads.ts'

// The program of a thread: loaded once in each, by `checkOnThreads`.

let archive: Archive | null = null

/** Reads every byte of an object. */
export function work(unit: FixityUnit): Checked {
  try {
    archive ??= open()
    return { ok: true, fixity: verifyUnit(archive, unit, () => {}) }
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const { code, path, message } = problem
    return { ok: false, code, path, why: message.slice(`\`${path}\`: `.length) }
  }
}

/** It was opened a moment ago, by whoever began the thread. */
function open(): Archive {
  // A cast: `checkOnThreads` tells it so.
  const { folder, name } = told() as ToldVerifier
  const opened = openedAt(folder, name, () => new Date(), new Report())
  if (opened === null) throw new VaultError('io', name, 'the archive is gone')
  return opened
}
