import { repair } from '../archive/store/repair.ts'
import { visible } from '../base/visible.ts'
import { type ArchiveOptions, type ArchiveSurroundings, atArchive } from './archive-open.ts'

/** Puts in order what killed writers left. Returns the exit code. */
export function archiveRepair(options: ArchiveOptions, around: ArchiveSurroundings): number {
  return atArchive(options, null, around, (at) => {
    const done = repair(at.archive, at.report)
    if (done === null) return false
    at.tell(done.length === 0 ? 'nothing was left to repair' : done.map(visible).join('\n'), { done })
    return true
  })
}
