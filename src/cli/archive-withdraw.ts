import { withdraw } from '../archive/store/withdraw.ts'
import { visible } from '../base/visible.ts'
import { findEdition } from '../edition/stored.ts'
import { userOf } from './archive-add.ts'
import { type ArchiveOptions, type ArchiveSurroundings, atArchive, withId } from './archive-open.ts'

export interface WithdrawOptions extends ArchiveOptions {
  readonly reason: string
  /** Who withdraws it. */
  readonly by?: string
}

/** Says of an edition that it is withdrawn, and why; it stays readable. Returns the exit code. */
export function archiveWithdraw(
  name: string,
  wanted: string,
  { reason, by, ...options }: WithdrawOptions,
  around: ArchiveSurroundings,
): number {
  return atArchive(options, name, around, (at) =>
    withId(at, name, (id) => {
      const edition = findEdition(at.archive, id, wanted, at.report)
      if (edition === null) return false
      const { number, version } = edition
      const done = withdraw(at.archive, { id, version, reason, user: userOf(by) }, at.report)
      if (done === null) return false
      at.tell(`${visible(id)}  edition ${visible(number ?? version)} is withdrawn  ${done.version}`, {
        id,
        edition: number,
        withdrawn: version,
        version: done.version,
        reason,
      })
      return true
    }),
  )
}
