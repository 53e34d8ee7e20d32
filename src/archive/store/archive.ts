import { type Span, wholeFile } from '../../base/span.ts'
import type { Clock } from '../clock.ts'
import type { Layout } from '../ocfl/layout.ts'
import type { Vault } from '../vault.ts'

/** Who writes: it is named in locks, so that others know whether it still runs. */
export interface Writer {
  readonly host: string
  readonly pid: number
  /** Of several threads of a process; 0 is the main one. No two that write at a time have the same. */
  readonly thread: number
  /** Whether a process of this number runs on this host. */
  isRunning(pid: number): boolean
  /** Waits some milliseconds for another writer of the log. */
  pause(): void
}

/** An archive of editions that was opened. */
export interface Archive {
  /** As people call it: the path of its folder. */
  readonly name: string
  readonly vault: Vault
  /** Always the one that `init` chose: a file that says otherwise is damaged. */
  readonly layout: Layout
  readonly writer: Writer
  readonly clock: Clock
}

/** The OCFL storage root; nothing else lies in it. */
export const storeFolder = 'store'
export const logFolder = 'log'
export const logPath = `${logFolder}/log.ndjson`
/** Staging and locks: whatever lies here may go when nobody writes. */
export const workFolder = 'work'
export const readmePath = 'README.txt'
/** The same before it is whole. */
export const partReadme = `${workFolder}/${readmePath}`

/** The place of a finding about a file of an archive, or about all of it. */
export function placeInArchive({ name }: Pick<Archive, 'name'>, path = ''): Span {
  return wholeFile(path === '' ? name : `${name}/${path}`)
}

/** RFC 3339 in whole seconds, UTC, as OCFL writes times. */
export function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
