import { hostname } from 'node:os'
import type { Clock } from '../archive/clock.ts'
import type { Archive, Writer } from '../archive/store/archive.ts'
import { openArchive } from '../archive/store/open.ts'
import { type Vault, VaultError } from '../archive/vault.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { diskVault } from './disk-vault.ts'
import { isRunning } from './lock.ts'

/** The archive in a folder (absolute), which people call `name`; null: a finding says why there is none. */
export function openedAt(
  folder: string,
  name: string,
  clock: Clock,
  report: Report,
  openVault: (folder: string) => Vault = diskVault,
): Archive | null {
  const vault = vaultAt(folder, name, report, openVault)
  return vault && openArchive(vault, { name, writer: thisWriter, clock }, report)
}

/** The folder of an archive; null: there is none that can be read, and a finding says so. */
export function vaultAt(
  folder: string,
  name: string,
  report: Report,
  openVault: (folder: string) => Vault = diskVault,
): Vault | null {
  try {
    return openVault(folder)
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    const hint = `\`bifolio archive init\` makes one`
    report.error('archive/none', 'this folder is no archive of editions', wholeFile(name), hint)
    return null
  }
}

/** Milliseconds between two looks at what another writer does. */
const pause = 10

/** This process; it writes from one thread. */
const thisWriter: Writer = {
  host: hostname(),
  pid: process.pid,
  thread: 0,
  isRunning,
  pause: () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  },
}
