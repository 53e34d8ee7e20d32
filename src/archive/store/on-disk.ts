import type { Report } from '../../base/report.ts'
import { VaultError, type VaultProblem } from '../vault.ts'
import { type Archive, placeInArchive } from './archive.ts'

/** What became of something that needs the disk. */
export type OnDisk<Result> = { readonly ok: true; readonly value: Result } | { readonly ok: false }

/**
 * Does what may fail on the disk; a refusal of the disk is a finding, whose message begins with its kind and ends with
 * what that means for the archive: `nothing was added`.
 */
export function onDisk<Result>(
  archive: Pick<Archive, 'name'>,
  outcome: string,
  work: () => Result,
  report: Report,
): OnDisk<Result> {
  try {
    return { ok: true, value: work() }
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
    reportRefusal(archive, outcome, problem, report)
    return { ok: false }
  }
}

/** Says what the disk refused. */
export function reportRefusal(
  archive: Pick<Archive, 'name'>,
  outcome: string,
  { code, path, message }: VaultError,
  report: Report,
): void {
  const { finding, words, hint } = refusals[code]
  report.error(finding, `${words}: ${outcome} (${message})`, placeInArchive(archive, path), hint)
}

/** Does what nobody waits for: where the disk refuses it, the next writer does it. */
export function ifPossible(work: () => void): void {
  try {
    work()
  } catch (problem) {
    if (!(problem instanceof VaultError)) throw problem
  }
}

interface Refusal {
  readonly finding: `archive/${string}`
  readonly words: string
  readonly hint: string
}

const refusals: Readonly<Record<VaultProblem, Refusal>> = {
  full: {
    finding: 'archive/full',
    words: 'disk full',
    hint: 'make room on the disk of the archive and try again; what was stored before is as it was',
  },
  'read-only': {
    finding: 'archive/read-only',
    words: 'the disk takes no changes',
    hint: 'mount the disk of the archive so that it can be written and try again',
  },
  denied: {
    finding: 'archive/denied',
    words: 'not allowed',
    hint: 'ask for the right to read and write in the folder of the archive; links in it are refused',
  },
  io: {
    finding: 'archive/disk',
    words: 'the disk failed',
    hint: 'look at the disk of the archive, then run `bifolio archive verify`',
  },
}
