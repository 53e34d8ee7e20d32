import type { Report } from '../../base/report.ts'
import type { InventoryUser } from '../ocfl/inventory.ts'
import { nextVersion } from '../ocfl/next-version.ts'
import { type Archive, instant, placeInArchive } from './archive.ts'
import { contentOf } from './content.ts'
import { keeping } from './keep.ts'
import { readStatus, statusPath, type Withdrawal, writeStatus } from './status.ts'
import { type Added, type Next, write } from './write.ts'

/** What is withdrawn and why. */
export interface WithdrawalWish {
  readonly id: string
  /** `v1`, `v2`, … */
  readonly version: string
  readonly reason: string
  readonly user: InventoryUser | null
}

/**
 * Says of a version that it is withdrawn. That is a version of its own: the files of the newest one and, in `status.json`,
 * the notice; what was withdrawn stays readable. Null: a finding says why not.
 */
export function withdraw(archive: Archive, wish: WithdrawalWish, report: Report): Added | null {
  const { id, version, reason, user } = wish
  const place = placeInArchive(archive)
  if (reason.trim() === '') {
    report.error(
      'archive/reason',
      'a withdrawal needs a reason',
      place,
      'say in a sentence why it is withdrawn',
    )
    return null
  }
  const next: Next = (before, now) => {
    if (before === null || !before.versions.has(version)) {
      sayNoVersion(archive, id, version, [...(before?.versions.keys() ?? [])], report)
      return null
    }
    const notices = contentOf(archive, before, before.head, statusPath)
    if (notices === 'damaged') {
      const hint = '`bifolio archive verify` names what is damaged; put it back from a copy of the archive'
      report.error(
        'archive/damaged',
        'the notices of the publication are damaged: nothing was added',
        place,
        hint,
      )
      return null
    }
    const known = notices === null ? [] : readStatus(notices)
    const withdrawals: readonly Withdrawal[] = [
      ...known.filter((one) => one.version !== version),
      { version, reason, at: instant(now) },
    ]
    const files = new Map([[statusPath, writeStatus(withdrawals)]])
    const message = `${version} is withdrawn: ${reason}`
    const made = nextVersion(before, { id, message, user, files }, now)
    return keeping(before, made, (path) => path !== statusPath)
  }
  return write(archive, id, next, report)
}

/** Says that an object has no such version. */
export function sayNoVersion(
  archive: Archive,
  id: string,
  version: string,
  known: readonly string[],
  report: Report,
): void {
  const hint = known.length === 0 ? 'the archive has none of it' : `it has ${known.join(', ')}`
  report.error('archive/no-version', `\`${id}\` has no version \`${version}\``, placeInArchive(archive), hint)
}
